import { Alert, Button, Group, SegmentedControl, Stack, Table, Text, VisuallyHidden } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { gradeCount } from '#shared/policy/check-policy.ts'
import { gradesInOrder } from '#shared/policy/grades.ts'
import type { Grade } from '#shared/policy/policy.ts'
import { addGrade, moveGrade } from './change-grades.ts'
import { useEditor } from './editor.ts'
import { GradeRow } from './GradeRow.tsx'
import classes from './Policy.module.css'

/** The grades, hottest first: code, meaning, colour, close window, interval. */
export function GradesSection() {
  const { t } = useTranslation()
  const { policy, change, problem } = useEditor()
  const body = useRef<HTMLTableSectionElement>(null)
  const ordered = gradesInOrder(policy)
  const move = (grade: Grade, step: -1 | 1) => {
    change((before) =>
      moveGrade(
        before,
        before.grades.findIndex(({ code }) => code === grade.code),
        step,
      ),
    )
    // The row moves with what had the focus in it.
    requestAnimationFrame(() =>
      body.current
        ?.querySelector<HTMLElement>(`[data-place="${ordered.indexOf(grade) + step}"] input`)
        ?.focus(),
    )
  }
  const general = problem('grades')
  return (
    <Stack gap="sm">
      <Text size="xs" c="dimmed">
        {t('policy.gradesHint')} {t('policy.moveKeys')}
      </Text>
      {general && (
        <Alert color="red" variant="light" p="xs">
          {general}
        </Alert>
      )}
      <Table className={classes.grades} verticalSpacing={6} horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w={40}>
              <VisuallyHidden>{t('policy.grade')}</VisuallyHidden>
            </Table.Th>
            {(['code', 'labelZh', 'labelEn', 'color', 'closeWithin', 'revisitEvery'] as const).map((key) => (
              <Table.Th key={key} scope="col">
                {t(`policy.${key}`)}
              </Table.Th>
            ))}
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody ref={body}>
          {ordered.map((grade, place) => (
            <GradeRow
              // A code is typed letter by letter: the place in the document stays the same meanwhile.
              key={policy.grades.indexOf(grade)}
              grade={grade}
              place={place}
              isLast={place === ordered.length - 1}
              onMove={(step) => move(grade, step)}
            />
          ))}
        </Table.Tbody>
      </Table>
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={policy.grades.length >= gradeCount.max}
          onClick={() => change(addGrade)}
        >
          {t('policy.addGrade')}
        </Button>
      </Group>
      <Group gap="sm">
        <Text id="agreement">{t('policy.agreement')}</Text>
        <SegmentedControl
          size="xs"
          aria-labelledby="agreement"
          value={policy.gradeDateAgreement}
          onChange={(chosen) => change((before) => ({ ...before, gradeDateAgreement: chosen }))}
          data={(['strict', 'warn'] as const).map((value) => ({
            value,
            label: t(`policy.agreementIs.${value}`),
          }))}
        />
      </Group>
    </Stack>
  )
}
