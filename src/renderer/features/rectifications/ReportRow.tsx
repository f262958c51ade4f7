import { useTranslation } from 'react-i18next'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './Rectifications.module.css'
import { reportTone, type Report } from './report.ts'

/** One report in two lines: whose and where it stands, what it is about and by when it is due. */
export function ReportRow({ report, withName }: { readonly report: Report; readonly withName: boolean }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { ladder, occasion, status, missing, dueOn, on, items } = report
  const what = t('rectifications.occasion', { ladder: t(`codes.ladder.${ladder}`), occasion })
  return (
    <div className={classes.row}>
      <div className={classes.line}>
        <strong>{withName ? report.staffName : what}</strong>
        <Tag tone={missing ? 'danger' : reportTone[status]}>
          {missing ? t('rectifications.missing') : t(`codes.rectificationStatus.${status}`)}
        </Tag>
        <span className={classes.gap} />
        <span className={classes.quiet}>{dates.withWeekday(on)}</span>
      </div>
      <div className={`${classes.line} ${classes.quiet}`}>
        {withName && <span>{what}</span>}
        <span>{t('rectifications.items', { count: items })}</span>
        <span className={classes.gap} />
        {(status === 'due' || status === 'returned') && (
          <span>
            {t('rectifications.dueOn')} {dates.withWeekday(dueOn)}
          </span>
        )}
      </div>
    </div>
  )
}
