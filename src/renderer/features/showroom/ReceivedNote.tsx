import { IconArrowRight, IconCircleCheckFilled, IconHourglass } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useWords } from '../../ui/words/use-words.ts'
import { Why } from '../../ui/Why.tsx'
import classes from './Entry.module.css'
import type { Received } from './visit.ts'

/** What was just registered, and above all who is to receive him. Stays until the next one is typed. */
export function ReceivedNote({ received, who }: { readonly received: Received; readonly who: string }) {
  const { t } = useTranslation()
  const words = useWords()
  const { consultantName, assignedBy, standsInForName, reasons, reminders } = received
  return (
    <p className={classes.received} role="status">
      <IconCircleCheckFilled size={18} className={classes.ok} aria-hidden />
      {t('showroom.registered', { who })}
      {consultantName ? (
        <>
          <IconArrowRight size={16} aria-hidden />
          <strong>{t('showroom.pleaseReceive', { name: consultantName })}</strong>
        </>
      ) : (
        <>
          <IconHourglass size={16} aria-hidden />
          <strong data-tone="warn" className={classes.tone}>
            {t('showroom.nobodyFree')}
          </strong>
        </>
      )}
      {assignedBy && (
        <Tag tone={assignedBy === 'rotation' ? 'info' : 'ok'}>
          {standsInForName
            ? t('showroom.standsInFor', { name: standsInForName })
            : t(`codes.assignmentWay.${assignedBy}`)}
        </Tag>
      )}
      <Why reasons={reasons} about={consultantName ?? t('showroom.nobodyFree')} />
      {reminders.length > 0 && (
        <span className={classes.quiet}>
          {t('showroom.completeLater', {
            fields: reminders.map((field) => words.field(field)).join(t('ui.and')),
          })}
        </span>
      )}
    </p>
  )
}
