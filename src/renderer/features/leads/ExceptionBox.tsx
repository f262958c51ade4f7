import { useTranslation } from 'react-i18next'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import type { LeadException } from './lead.ts'
import classes from './Leads.module.css'

/** The exception that is open: why, who helps, and what he answered so far. */
export function ExceptionBox({ exception }: { readonly exception: LeadException }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { kind, status, note, helper, answer, raisedAt, raisedByName } = exception
  return (
    <section className={classes.exception} aria-label={t('leads.exception')}>
      <div className={classes.head}>
        <strong>{t('leads.exceptionOpen', { kind: t(`codes.leadExceptionKind.${kind}`) })}</strong>
        <Tag tone={status === 'raised' ? 'warn' : 'info'}>{t(`codes.leadExceptionStatus.${status}`)}</Tag>
        <span className={classes.quiet}>
          {raisedByName ?? t('leads.system')} · {dates.moment(raisedAt)}
        </span>
      </div>
      {note && <p className={classes.said}>{note}</p>}
      {helper && (
        <p className={classes.said}>
          {t('leads.helper')} <strong>{helper.name}</strong>
        </p>
      )}
      {answer && <p className={classes.said}>{t('leads.event.answer', { text: answer })}</p>}
    </section>
  )
}
