import { useTranslation } from 'react-i18next'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './Rectifications.module.css'
import { suspensionTone, type Suspension } from './report.ts'

interface SuspensionRowProps {
  readonly suspension: Suspension
  readonly withName: boolean
}

/** One suspension in two lines: whose and where it stands, for what, and on which dates. */
export function SuspensionRow({ suspension, withName }: SuspensionRowProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const { ladder, occasion, status, from, until } = suspension
  const what = t('rectifications.occasion', { ladder: t(`codes.ladder.${ladder}`), occasion })
  return (
    <div className={classes.row}>
      <div className={classes.line}>
        <strong>{withName ? suspension.staffName : what}</strong>
        <Tag tone={suspensionTone[status]}>{t(`codes.suspensionStatus.${status}`)}</Tag>
        <span className={classes.gap} />
        <span className={classes.quiet}>{dates.withWeekday(suspension.on)}</span>
      </div>
      <div className={`${classes.line} ${classes.quiet}`}>
        {withName && <span>{what}</span>}
        <span className={classes.gap} />
        {from && until && (
          <span>
            {t('rectifications.span', { from: dates.withWeekday(from), until: dates.withWeekday(until) })}
          </span>
        )}
      </div>
    </div>
  )
}
