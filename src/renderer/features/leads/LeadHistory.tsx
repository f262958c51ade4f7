import { useTranslation } from 'react-i18next'
import { useDates } from '../../ui/words/use-dates.ts'
import { eventsOf, type LeadEvent } from './history.ts'
import type { LeadCard } from './lead.ts'
import classes from './Leads.module.css'

/** What happened to a lead: who did what and when, the newest first. */
export function LeadHistory({ lead }: { readonly lead: LeadCard }) {
  const { t } = useTranslation()
  const dates = useDates()
  const system = t('leads.system')
  const say = (event: LeadEvent): string => {
    if (event.kind === 'started') return t(event.late ? 'leads.event.startedLate' : 'leads.event.started')
    const by = event.by ?? system
    switch (event.kind) {
      case 'received':
        return lead.source
          ? t('leads.event.received', { by, source: t(`codes.source.${lead.source}`) })
          : t('leads.event.receivedPlain', { by })
      case 'assigned':
        return t('leads.event.assigned', {
          by,
          name: event.name,
          way: lead.assignedWay ? t(`codes.assignmentWay.${lead.assignedWay}`) : '',
        })
      case 'exception':
        return t('leads.event.exception', { by, kind: t(`codes.leadExceptionKind.${event.exception}`) })
      case 'helper':
        return t('leads.event.helper', { by, name: event.name })
      case 'ended':
        return t('leads.event.ended', { by, text: event.text })
      case 'closed':
        return t('leads.event.closed', { by, why: t(`codes.leadCloseReason.${event.why}`) })
      default:
        return event satisfies never
    }
  }
  return (
    <ol className={classes.history}>
      {eventsOf(lead).map((event) => (
        <li key={`${event.kind} ${event.at}`}>
          <time>{dates.moment(event.at)}</time>
          <p>{say(event)}</p>
          {event.note && <span className={classes.note}>{event.note}</span>}
        </li>
      ))}
    </ol>
  )
}
