import { Progress, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import type { LineFilter } from './lines.ts'
import classes from './ToDoPage.module.css'

interface ProgressOfDayProps {
  readonly total: number
  readonly done: number
  readonly open: number
}

/** 12 条 · 已完成 5, and the bar. */
export function ProgressOfDay({ total, done, open }: ProgressOfDayProps) {
  const { t } = useTranslation()
  const share = done + open === 0 ? 100 : (done / (done + open)) * 100
  return (
    <>
      <span>{t('toDo.count', { count: total })}</span>
      <span className={classes.quiet}>{t('toDo.done', { count: done })}</span>
      <Progress
        value={share}
        size={6}
        className={classes.progress}
        aria-label={t('toDo.progress', { done, open })}
        title={t('toDo.progress', { done, open })}
      />
    </>
  )
}

interface FiltersProps {
  readonly filters: readonly LineFilter[]
  readonly chosen: string
  readonly onChoose: (key: string) => void
}

/** All, overdue, a grade, appointments, the other kinds: those of which there are lines. */
export function ToDoFilters({ filters, chosen, onChoose }: FiltersProps) {
  const { t } = useTranslation()
  const nameOf = ({ kind, grade }: LineFilter) =>
    kind === 'grade'
      ? t('ui.gradeOf', { grade: grade ?? '' })
      : kind === 'instruction' || kind === 'uncarded_visit'
        ? t(`codes.toDoKind.${kind}`)
        : t(`toDo.filter.${kind}`)
  return (
    <ChoiceGroup
      label={t('toDo.filters')}
      labelHidden
      choices={filters.map((filter) => ({
        value: filter.key,
        name: `${nameOf(filter)} ${filter.count}`,
        label: (
          <span className={classes.chip}>
            {filter.grade ? <GradeBadge grade={filter.grade} /> : nameOf(filter)}
            <span>{filter.count}</span>
          </span>
        ),
      }))}
      value={chosen}
      onChange={onChoose}
    />
  )
}

interface ConsultantSelectProps {
  readonly consultants: readonly { readonly staffId: string; readonly name: string }[]
  readonly value: string | null
  readonly onChange: (staffId: string) => void
}

/** Whose list a manager looks at. */
export function ConsultantSelect({ consultants, value, onChange }: ConsultantSelectProps) {
  const { t } = useTranslation()
  return (
    <Select
      aria-label={t('toDo.consultant')}
      value={value}
      onChange={(staffId) => staffId && onChange(staffId)}
      data={consultants.map(({ staffId, name }) => ({ value: staffId, label: name }))}
      allowDeselect={false}
      searchable
      size="xs"
      w={150}
    />
  )
}
