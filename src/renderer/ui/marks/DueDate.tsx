import { IconAlertTriangleFilled } from '@tabler/icons-react'
import { daysBetween, type BusinessDate } from '#shared/time/business-date.ts'
import { useToday } from '../../api/use-session.ts'
import classes from './DueDate.module.css'
import { useTexts } from '../words/i18n.ts'
import { TooltipSpan } from '../TooltipSpan.tsx'
import { useDates } from '../words/use-dates.ts'

interface DueDateProps {
  readonly on: BusinessDate | null
  /** False writes a date that cannot be overdue (it happened), without how long it is. */
  readonly due?: boolean
  /** Only the date, without "还有 2 天". */
  readonly brief?: boolean
}

/** A date and the time left: 今天 · 明天 · 周四 3-5 · 还有 2 天 · 逾期 3 天 (red with an icon). Hover shows the full date. */
export function DueDate({ on, due = true, brief = false }: DueDateProps) {
  const { t } = useTexts()
  const today = useToday()
  const dates = useDates()
  if (!on) return <span className={classes.none}>—</span>
  const days = daysBetween(today, on)
  const overdue = due && days < 0
  const left = overdue
    ? t('ui.daysOverdue', { days: -days })
    : due && !brief && days > 1
      ? `${dates.withWeekday(on)} · ${t('ui.daysLeft', { days })}`
      : dates.near(on)
  return (
    <TooltipSpan
      tooltip={dates.full(on)}
      className={classes.date}
      data-overdue={overdue || undefined}
      data-today={(due && days === 0) || undefined}
    >
      {overdue && <IconAlertTriangleFilled size={13} aria-hidden />}
      {left}
    </TooltipSpan>
  )
}
