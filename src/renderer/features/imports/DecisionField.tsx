import { NativeSelect, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportDecisions } from '#shared/contract/imports.ts'
import type { ProblemKind } from '#shared/domain/codes.ts'
import { parseBusinessDate } from '#shared/time/business-date.ts'
import { useQuery } from '../../api/use-query.ts'
import { usePolicy, useToday } from '../../api/use-session.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import classes from './Imports.module.css'

type Decision = NonNullable<ImportDecisions[ProblemKind]>
interface DecisionFieldProps {
  readonly kind: ProblemKind
  readonly decision: Decision
  readonly onChange: (decision: Decision) => void
}

/** Words of the contract that stand for a value. */
const leaveOut = 'empty'
const byDate = 'by_date'
const most = 500

/** Skip the rows and give them back, or give all of them one value. A phone cannot be given to several. */
export function DecisionField({ kind, decision, onChange }: DecisionFieldProps) {
  const { t } = useTranslation()
  const today = useToday()
  const options = useDefaults(kind)
  if (options.length === 0) {
    return (
      <Text size="xs" c="dimmed">
        {t('imports.skipOnly')}
      </Text>
    )
  }
  const value = decision === 'skip' ? 'skip' : decision.default
  const isOther = !options.some((option) => option.value === value) && decision !== 'skip'
  const ownName = kind === 'name_missing' && decision !== 'skip'
  const ownDate = kind === 'date_invalid' && decision !== 'skip' && value !== leaveOut
  const selected = ownName ? t('imports.defaultName') : ownDate ? today : isOther ? 'skip' : value
  return (
    <div className={classes.decision}>
      <NativeSelect
        size="xs"
        aria-label={t('imports.decisionOf', { kind: t(`codes.problemKind.${kind}`) })}
        value={selected}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value === 'skip' ? 'skip' : { default: currentTarget.value })
        }
        data={[{ value: 'skip', label: t('imports.skip') }, ...options]}
      />
      {ownName && (
        <TextInput
          size="xs"
          aria-label={t('imports.nameOf')}
          value={value}
          onChange={({ currentTarget }) => onChange({ default: currentTarget.value })}
          maxLength={100}
        />
      )}
      {ownDate && (
        <DateField
          size="xs"
          aria-label={t('imports.dateOf')}
          value={parseBusinessDate(value) ?? today}
          onChange={(date) => date && onChange({ default: date })}
          min={today}
          error={undefined}
        />
      )}
    </div>
  )
}

/** The values that can be given to all rows with this kind of problem. */
function useDefaults(kind: ProblemKind): { value: string; label: string }[] {
  const { t } = useTranslation()
  const today = useToday()
  const { grades } = usePolicy()
  const staff = useQuery('staff.list', { limit: most }, { enabled: kind === 'staff_unknown' })
  switch (kind) {
    case 'name_missing':
      return [{ value: t('imports.defaultName'), label: t('imports.useName') }]
    case 'date_invalid':
      return [
        { value: leaveOut, label: t('imports.leaveDate') },
        { value: today, label: t('imports.useDate') },
      ]
    case 'staff_unknown':
      return (staff.data?.rows ?? [])
        .filter(({ role, status }) => role === 'consultant' && status === 'active')
        .map(({ staffId, name }) => ({ value: staffId, label: t('imports.useOwner', { name }) }))
    case 'grade_unknown':
      return [
        { value: byDate, label: t('imports.byDate') },
        ...grades.map(({ code }) => ({ value: code, label: t('imports.useGrade', { grade: code }) })),
      ]
    case 'phone_invalid':
    case 'phone_missing':
    case 'phone_repeated':
    case 'phone_known':
      return []
  }
}
