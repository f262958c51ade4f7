import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { useSession, useToday } from '../../api/use-session.ts'
import { LinkButton } from '../page/LinkButton.tsx'
import { useDates } from '../words/use-dates.ts'
import classes from './CoverPanel.module.css'

/** On a consultant's first day back: the way to what happened while he was away. */
export function BackBanner() {
  const { t } = useTranslation()
  const dates = useDates()
  const today = useToday()
  const isConsultant = useSession().staff.role === 'consultant'
  const { data } = useQuery('leaves.whileAway', undefined, { enabled: isConsultant })
  const leave = data?.leave
  if (!leave || leave.backOn !== today || leave.until >= today) return null
  const { leaveId, from, until } = leave
  return (
    <div className={classes.banner} role="status">
      {t('leaves.backBanner', { from: dates.withWeekday(from), until: dates.withWeekday(until) })}
      <LinkButton to="/leaves/$leaveId" params={{ leaveId }} variant="default" size="compact-xs">
        {t('leaves.see')}
      </LinkButton>
    </div>
  )
}
