import { IconAlarm, IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDates } from '../../ui/words/use-dates.ts'
import { minutesLeft, type Lead } from './lead.ts'
import classes from './Leads.module.css'
import { useSpan } from './use-span.ts'

interface ClockProps {
  readonly lead: Pick<Lead, 'status' | 'dueAt' | 'firstFollowUpAt' | 'startedLate'>
  readonly now: number
}

/** The last hours are told in another colour. */
const soonMinutes = 6 * 60

/** How long until the first follow-up, or since when it is late: a sign and words, never colour alone. */
export function FirstFollowUpClock({ lead, now }: ClockProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const span = useSpan()
  const left = minutesLeft(lead, now)
  if (lead.status === 'closed') return <span className={classes.quiet}>{t('codes.leadStatus.closed')}</span>
  if (left !== null && lead.dueAt !== null) {
    const isLate = left < 0
    const tone = isLate ? 'danger' : left < soonMinutes ? 'warn' : 'quiet'
    const Sign = isLate ? IconAlarm : IconClock
    return (
      <span
        className={classes.clock}
        data-tone={tone}
        title={t('leads.clockHint', { at: dates.moment(lead.dueAt) })}
      >
        <Sign size={14} aria-hidden />
        {t(isLate ? 'leads.over' : 'leads.left', { time: span(Math.abs(left)) })}
      </span>
    )
  }
  if (lead.firstFollowUpAt !== null) {
    return (
      <span className={classes.clock} data-tone={lead.startedLate ? 'warn' : 'quiet'}>
        {t(lead.startedLate ? 'leads.startedLate' : 'leads.started', {
          at: dates.moment(lead.firstFollowUpAt),
        })}
      </span>
    )
  }
  if (lead.status === 'unassigned') return <span className={classes.quiet}>{t('leads.notAssigned')}</span>
  return null
}
