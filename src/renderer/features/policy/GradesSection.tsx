import {
  ActionIcon,
  Alert,
  Button,
  Checkbox,
  Group,
  SegmentedControl,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { gradeCount } from '#shared/policy/check-policy.ts'
import { gradesInOrder } from '#shared/policy/grades.ts'
import type { Grade } from '#shared/policy/policy.ts'
import { GradeBadge } from '../../ui/GradeBadge.tsx'
import { GradeColor } from './GradeColor.tsx'
import { addGrade, changeGrade, moveGrade, removeGrade } from './change-grades.ts'
import { useEditor } from './editor.ts'
import { WholeNumber } from './WholeNumber.tsx'
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
            {(['grade', 'code', 'labelZh', 'labelEn', 'color', 'closeWithin', 'revisitEvery'] as const).map(
              (key) => (
                <Table.Th key={key} scope="col">
                  {t(`policy.${key}`)}
                </Table.Th>
              ),
            )}
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
          onChange={(chosen) =>
            change((before) => ({ ...before, gradeDateAgreement: chosen }))
          }
          data={(['strict', 'warn'] as const).map((value) => ({
            value,
            label: t(`policy.agreementIs.${value}`),
          }))}
        />
      </Group>
    </Stack>
  )
}

interface GradeRowProps {
  readonly grade: Grade
  readonly place: number
  readonly isLast: boolean
  readonly onMove: (step: -1 | 1) => void
}

function GradeRow({ grade, place, isLast, onMove }: GradeRowProps) {
  const { t } = useTranslation()
  const { policy, change, problem } = useEditor()
  const index = policy.grades.indexOf(grade)
  const at = `grades.${index}`
  const set = (patch: Partial<Grade>) => change((before) => changeGrade(before, index, patch))
  const named = (name: string) => t('policy.ofGrade', { name, place: place + 1 })
  return (
    <Table.Tr
      data-place={place}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
        event.preventDefault()
        const step = event.key === 'ArrowUp' ? -1 : 1
        if ((step === -1 && place > 0) || (step === 1 && !isLast)) onMove(step)
      }}
    >
      <Table.Td>
        <GradeBadge grade={grade.code || '?'} of={grade} />
      </Table.Td>
      <Table.Td w={76}>
        <TextInput
          aria-label={named(t('policy.code'))}
          value={grade.code}
          onChange={({ currentTarget: { value } }) => set({ code: value.toUpperCase() })}
          error={problem(`${at}.code`) ?? problem(`${at}.order`)}
        />
      </Table.Td>
      <Table.Td>
        <TextInput
          aria-label={named(t('policy.labelZh'))}
          value={grade.label.zh}
          onChange={({ currentTarget: { value } }) => set({ label: { ...grade.label, zh: value } })}
          error={problem(`${at}.label.zh`)}
        />
      </Table.Td>
      <Table.Td>
        <TextInput
          aria-label={named(t('policy.labelEn'))}
          value={grade.label.en}
          onChange={({ currentTarget: { value } }) => set({ label: { ...grade.label, en: value } })}
          error={problem(`${at}.label.en`)}
        />
      </Table.Td>
      <Table.Td w={150}>
        <GradeColor
          label={named(t('policy.color'))}
          value={grade.color}
          onChange={(color) => set({ color })}
          error={problem(`${at}.color`)}
        />
      </Table.Td>
      <Table.Td w={170}>
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <WholeNumber
            aria-label={named(t('policy.closeWithin'))}
            w={70}
            value={grade.closeWithinDays}
            disabled={grade.closeWithinDays === null}
            onChange={(closeWithinDays) => set({ closeWithinDays })}
            error={problem(`${at}.closeWithinDays`)}
          />
          <Checkbox
            mt={8}
            label={t('policy.unlimited')}
            aria-label={named(t('policy.unlimited'))}
            checked={grade.closeWithinDays === null}
            onChange={({ currentTarget: { checked } }) =>
              set({ closeWithinDays: checked ? null : grade.revisitEveryDays })
            }
          />
        </Group>
      </Table.Td>
      <Table.Td w={92}>
        <WholeNumber
          aria-label={named(t('policy.revisitEvery'))}
          value={grade.revisitEveryDays}
          onChange={(revisitEveryDays) => set({ revisitEveryDays })}
          error={problem(`${at}.revisitEveryDays`)}
        />
      </Table.Td>
      <Table.Td w={96}>
        <Group gap={2} wrap="nowrap" mt={4}>
          <ActionIcon
            aria-label={t('policy.moveUp', { grade: grade.code })}
            disabled={place === 0}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon
            aria-label={t('policy.moveDown', { grade: grade.code })}
            disabled={isLast}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon
            aria-label={t('policy.removeGrade', { grade: grade.code })}
            onClick={() => change((before) => removeGrade(before, index))}
          >
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
