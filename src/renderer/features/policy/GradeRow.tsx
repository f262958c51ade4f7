import { ActionIcon, Checkbox, Group, Table, Text, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Grade } from '#shared/policy/policy.ts'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { GradeColor } from './GradeColor.tsx'
import { changeGrade, removeGrade } from './change-grades.ts'
import { useEditor } from './editor.ts'
import { WholeNumber } from './WholeNumber.tsx'

const columns = 8
const parts = [
  'code',
  'order',
  'label.zh',
  'label.en',
  'color',
  'closeWithinDays',
  'revisitEveryDays',
] as const

interface GradeRowProps {
  readonly grade: Grade
  readonly place: number
  readonly isLast: boolean
  readonly onMove: (step: -1 | 1) => void
}

/** One grade. What is wrong with it stands in a line of its own below, where there is room for words. */
export function GradeRow({ grade, place, isLast, onMove }: GradeRowProps) {
  const { t } = useTranslation()
  const { policy, change, problem } = useEditor()
  const index = policy.grades.indexOf(grade)
  const at = `grades.${index}`
  const set = (patch: Partial<Grade>) => change((before) => changeGrade(before, index, patch))
  const said = useId()
  const problems = parts.flatMap((part) => problem(`${at}.${part}`) ?? [])
  const wrong = (part: (typeof parts)[number]) => ({
    error: problem(`${at}.${part}`) !== undefined,
    ...(problems.length > 0 ? { 'aria-describedby': said } : {}),
  })
  const named = (name: string) => t('policy.ofGrade', { name, place: place + 1 })
  return (
    <>
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
        <Table.Td w={68}>
          <TextInput
            aria-label={named(t('policy.code'))}
            value={grade.code}
            onChange={({ currentTarget: { value } }) => set({ code: value.toUpperCase() })}
            {...wrong('code')}
          />
        </Table.Td>
        <Table.Td w={126}>
          <TextInput
            aria-label={named(t('policy.labelZh'))}
            value={grade.label.zh}
            onChange={({ currentTarget: { value } }) => set({ label: { ...grade.label, zh: value } })}
            {...wrong('label.zh')}
          />
        </Table.Td>
        <Table.Td>
          <TextInput
            aria-label={named(t('policy.labelEn'))}
            value={grade.label.en}
            onChange={({ currentTarget: { value } }) => set({ label: { ...grade.label, en: value } })}
            {...wrong('label.en')}
          />
        </Table.Td>
        <Table.Td w={116}>
          <GradeColor
            label={named(t('policy.color'))}
            value={grade.color}
            onChange={(color) => set({ color })}
            {...wrong('color')}
          />
        </Table.Td>
        <Table.Td w={152}>
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <WholeNumber
              aria-label={named(t('policy.closeWithin'))}
              w={52}
              value={grade.closeWithinDays}
              disabled={grade.closeWithinDays === null}
              onChange={(closeWithinDays) => set({ closeWithinDays })}
              {...wrong('closeWithinDays')}
            />
            <Checkbox
              mt={8}
              label={t('policy.unlimited')}
              styles={{ label: { whiteSpace: 'nowrap' } }}
              aria-label={named(t('policy.unlimited'))}
              checked={grade.closeWithinDays === null}
              onChange={({ currentTarget: { checked } }) =>
                set({ closeWithinDays: checked ? null : grade.revisitEveryDays })
              }
            />
          </Group>
        </Table.Td>
        <Table.Td w={84}>
          <WholeNumber
            aria-label={named(t('policy.revisitEvery'))}
            value={grade.revisitEveryDays}
            onChange={(revisitEveryDays) => set({ revisitEveryDays })}
            {...wrong('revisitEveryDays')}
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
      {problems.length > 0 && (
        <Table.Tr>
          <Table.Td colSpan={columns} pt={0}>
            {/* Read out as it appears: the field itself only turns red. */}
            <Text id={said} size="sm" c="var(--tone-danger)" role="alert">
              {problems.join(t('ui.and'))}
            </Text>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  )
}
