import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, eachDate, isoWeekday, type BusinessDate } from '#shared/time/business-date.ts'
import { useSession } from '../../api/use-session.ts'
import { useDates } from '../words/use-dates.ts'
import classes from './PlanDays.module.css'
import type { Proposal } from './use-proposal.ts'

interface PlanDaysProps {
  readonly proposal: Proposal
  readonly value: BusinessDate
  readonly onChange: (on: BusinessDate) => void
}

/** Days drawn behind the wall, to show that there is one. */
const beyond = 2
const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 7,
  PageDown: -7,
  Home: -Infinity,
  End: Infinity,
}

/** The days up to the limit with the load of each: ← → moves the plan, the wall stops it, days off are hatched. */
export function PlanDays({ proposal, value, onChange }: PlanDaysProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const { today, closedDates } = useSession().store
  const first = proposal.load[0]?.on ?? today
  const days = eachDate(first, proposal.latest)
  const index = days.indexOf(value)
  const counts = new Map(proposal.load.map(({ on, count }) => [on, count]))
  const most = Math.max(4, ...counts.values())
  const off = new Set(proposal.daysOff)
  const closed = new Set(closedDates)

  const describe = (on: BusinessDate) =>
    [
      dates.withWeekday(on),
      t('execution.planner.load', { count: counts.get(on) ?? 0 }),
      ...(closed.has(on)
        ? [t('execution.planner.closed')]
        : off.has(on)
          ? [t('execution.planner.dayOff')]
          : []),
      ...(on === proposal.proposed ? [t('execution.planner.proposed')] : []),
      ...(on === proposal.latest ? [t('execution.planner.lastDay')] : []),
    ].join(t('execution.planner.separator'))
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const from = index < 0 ? days.length - 1 : index
    const next = days[Math.max(0, Math.min(days.length - 1, from + step))]
    if (next) onChange(next)
  }
  const isMany = days.length > 10
  return (
    <div
      role="slider"
      tabIndex={0}
      className={classes.root}
      aria-label={t('execution.planner.date')}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, days.length - 1)}
      aria-valuenow={Math.max(0, index)}
      aria-valuetext={index < 0 ? dates.withWeekday(value) : describe(value)}
      onKeyDown={move}
    >
      {days.map((on, at) => {
        const count = counts.get(on) ?? 0
        const isMonday = isoWeekday(on) === 1 && at > 2 && Math.abs(at - index) > 2
        return (
          <div
            key={on}
            title={describe(on)}
            className={classes.day}
            data-off={off.has(on) || undefined}
            data-selected={on === value || undefined}
            onClick={() => onChange(on)}
          >
            <span className={classes.count}>{count > 0 && (!isMany || on === value) ? count : ''}</span>
            <span className={classes.bar} style={{ height: `${Math.round((count / most) * 100)}%` }} />
            <span className={classes.name}>
              {on === today
                ? t('execution.planner.todayShort')
                : !isMany || isMonday || on === value
                  ? dates.short(on)
                  : ''}
            </span>
            {on === proposal.proposed && <span className={classes.mark} />}
          </div>
        )
      })}
      <div
        className={classes.wall}
        title={t('execution.planner.wall', { on: dates.withWeekday(proposal.latest) })}
      />
      {eachDate(addDays(proposal.latest, 1), addDays(proposal.latest, beyond)).map((on) => (
        <div key={on} className={classes.day} data-beyond />
      ))}
    </div>
  )
}
