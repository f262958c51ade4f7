import { SegmentedControl, Stack, Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  customerFields,
  fieldLevels,
  leadFields,
  opportunityFields,
  visitFields,
  type FieldLevel,
  type Policy,
} from '#shared/policy/policy.ts'
import { useEditor } from './editor.ts'
import classes from './Policy.module.css'

/** How much each field matters, per form. */
export function FieldsSection() {
  const { t } = useTranslation()
  return (
    <Stack gap="lg">
      <Text size="xs" c="dimmed">
        {t('policy.fieldsHint')}
      </Text>
      <FormLevels form="customer" fields={customerFields} />
      <FormLevels form="opportunity" fields={opportunityFields} />
      <FormLevels form="visit" fields={visitFields} />
      <FormLevels form="lead" fields={leadFields} />
    </Stack>
  )
}

interface FormLevelsProps {
  readonly form: keyof Policy['fieldLevels']
  readonly fields: typeof customerFields | typeof opportunityFields | typeof visitFields | typeof leadFields
}

function FormLevels({ form, fields }: FormLevelsProps) {
  const { t } = useTranslation()
  const { policy, change, problem } = useEditor()
  const levels: Readonly<Record<string, FieldLevel>> = policy.fieldLevels[form]
  return (
    <section aria-label={t(`policy.form.${form}`)} className={classes.narrow}>
      <Title order={2} mb="xs">
        {t(`policy.form.${form}`)}
      </Title>
      <Table verticalSpacing={3}>
        <Table.Tbody>
          {fields.map((field) => {
            const name = t(`codes.field.${field}`)
            const wrong = problem(`fieldLevels.${form}.${field}`)
            return (
              <Table.Tr key={field}>
                <Table.Th scope="row" fw={400}>
                  {name}
                </Table.Th>
                <Table.Td w={300}>
                  <SegmentedControl
                    size="xs"
                    fullWidth
                    aria-label={name}
                    value={levels[field] ?? 'optional'}
                    onChange={(level) =>
                      change((before) => ({
                        ...before,
                        fieldLevels: {
                          ...before.fieldLevels,
                          [form]: { ...before.fieldLevels[form], [field]: level },
                        },
                      }))
                    }
                    data={fieldLevels.map((value) => ({ value, label: t(`policy.level.${value}`) }))}
                  />
                  {wrong && (
                    <Text size="xs" c="red" role="alert">
                      {wrong}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </section>
  )
}
