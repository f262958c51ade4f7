import { Alert, Button, Group, Table } from '@mantine/core'
import { IconArrowsLeftRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceGroup } from '../choice/ChoiceGroup.tsx'
import type { AnyField } from '../fields/field-values.ts'
import { useShownValue } from '../fields/use-shown-value.ts'

export interface ConflictField {
  readonly field: AnyField | 'remark'
  /** What it was when the form was opened. */
  readonly before: string
  readonly yours: string
  readonly theirs: string
}
export type Side = 'yours' | 'theirs'

interface ConflictProps {
  readonly fields: readonly ConflictField[]
  /** Carries on with what was chosen for each field. */
  readonly onSettle: (chosen: Readonly<Record<string, Side>>) => void
  readonly onGiveUp: () => void
  readonly pending?: boolean
}

/** Fields in which two versions part: those somebody else changed, and those changed here as well. */
export function conflictFields(
  before: Readonly<Record<string, unknown>>,
  yours: Readonly<Record<string, string>>,
  theirs: Readonly<Record<string, unknown>>,
  fields: readonly ConflictField['field'][],
): ConflictField[] {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return fields.flatMap((field) => {
    const [was, now] = [text(before[field]), text(theirs[field])]
    const mine = yours[field] ?? was
    return was === now || mine === now ? [] : [{ field, before: was, yours: mine, theirs: now }]
  })
}

/** Somebody saved first: yours and theirs, field by field. What only they changed is theirs without asking. */
export function Conflict({ fields, onSettle, onGiveUp, pending = false }: ConflictProps) {
  const { t } = useTranslation()
  const shown = useShownValue()
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({})
  const sideOf = (field: ConflictField): Side => chosen[field.field] ?? (isOurs(field) ? 'yours' : 'theirs')
  const settle = () => onSettle(Object.fromEntries(fields.map((field) => [field.field, sideOf(field)])))
  return (
    <Alert
      color="orange"
      variant="light"
      p="sm"
      role="alert"
      icon={<IconArrowsLeftRight size={16} aria-hidden />}
      title={t('customers.conflict.title')}
    >
      {fields.length === 0 ? (
        t('customers.conflict.nothingShared')
      ) : (
        <Table verticalSpacing={3} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('customers.conflict.field')}</Table.Th>
              <Table.Th scope="col">{t('customers.conflict.yours')}</Table.Th>
              <Table.Th scope="col">{t('customers.conflict.theirs')}</Table.Th>
              <Table.Th scope="col">{t('customers.conflict.keep')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fields.map((field) => (
              <Table.Tr key={field.field}>
                <Table.Th scope="row">{t(`codes.field.${field.field}`)}</Table.Th>
                <Table.Td>
                  {isOurs(field) ? shown(field.field, field.yours) : t('customers.conflict.unchanged')}
                </Table.Td>
                <Table.Td>{shown(field.field, field.theirs)}</Table.Td>
                <Table.Td>
                  {isOurs(field) ? (
                    <ChoiceGroup
                      label={t('customers.conflict.keepOf', { field: t(`codes.field.${field.field}`) })}
                      labelHidden
                      choices={(['yours', 'theirs'] as const).map((side) => ({
                        value: side,
                        label: t(`customers.conflict.${side}`),
                      }))}
                      value={sideOf(field)}
                      onChange={(side) => setChosen((all) => ({ ...all, [field.field]: side }))}
                    />
                  ) : (
                    t('customers.conflict.theirs')
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Group gap="sm" mt="xs">
        <Button onClick={settle} loading={pending}>
          {t('customers.conflict.save')}
        </Button>
        <Button variant="default" onClick={onGiveUp}>
          {t('customers.conflict.giveUp')}
        </Button>
      </Group>
    </Alert>
  )
}

const isOurs = (field: ConflictField) => field.yours !== field.before
