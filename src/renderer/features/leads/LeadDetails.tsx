import { Alert } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { Facts } from '../../ui/Facts.tsx'
import { DetailsPane } from '../../ui/lists/DetailsPane.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { Phone } from '../../ui/marks/Phone.tsx'
import { StatusBadge, Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { ExceptionBox } from './ExceptionBox.tsx'
import { FirstFollowUpClock } from './FirstFollowUpClock.tsx'
import { leadTone, type Lead } from './lead.ts'
import { LeadHistory } from './LeadHistory.tsx'

interface LeadDetailsProps {
  readonly lead: Lead
  readonly now: number
  readonly acts: ReactNode
}

/** One lead: its clock, what came in, its exception, and what has happened since. */
export function LeadDetails({ lead, now, acts }: LeadDetailsProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const found = useQuery('leads.get', { leadId: lead.leadId }, { enabled: !lead.masked, keepLast: true })
  const missing = found.data?.missing ?? []
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('leads.field.source'), lead.source && t(`codes.source.${lead.source}`)],
    [t('leads.field.campaign'), lead.campaign],
    [t('leads.field.model'), lead.model],
    [t('leads.field.area'), lead.area],
    [t('leads.field.assignee'), lead.assigneeName],
    [t('leads.field.owner'), lead.ownerName === lead.assigneeName ? null : lead.ownerName],
    [
      t('leads.field.due'),
      lead.status === 'assigned' && lead.dueAt !== null ? dates.moment(lead.dueAt) : null,
    ],
    [
      t('leads.nextPlan'),
      lead.nextPlan &&
        [
          dates.withWeekday(lead.nextPlan.on),
          lead.nextPlan.time,
          t(`codes.channel.${lead.nextPlan.channel}`),
          lead.nextPlan.purpose,
        ]
          .filter(Boolean)
          .join(' · '),
    ],
    [t('leads.field.remark'), lead.remark],
  ]
  return (
    <DetailsPane
      head={
        <>
          {lead.grade !== null && <GradeBadge grade={lead.grade} size="lg" />}
          <h2>{lead.name}</h2>
          <Phone phone={lead.phone} icon />
          <Tag tone={leadTone[lead.status]}>{t(`codes.leadStatus.${lead.status}`)}</Tag>
          {lead.opportunityStatus !== null && lead.opportunityStatus !== 'open' && (
            <StatusBadge opportunity={lead.opportunityStatus} />
          )}
          {lead.status !== 'closed' && lead.status !== 'unassigned' && (
            <FirstFollowUpClock lead={lead} now={now} />
          )}
        </>
      }
    >
      {acts}
      {lead.exception && <ExceptionBox exception={lead.exception} />}
      {missing.length > 0 && (
        <Alert color="orange" variant="light" p="xs">
          {t('leads.missing', { fields: missing.map((each) => fieldWord(each)).join(t('ui.and')) })}
        </Alert>
      )}
      <Facts facts={facts} />
      <section>
        <h3>{t('leads.history')}</h3>
        {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending && !lead.masked && <LoadingRows rows={3} />}
        {found.data && <LeadHistory lead={found.data} />}
      </section>
    </DetailsPane>
  )

  function fieldWord(field: string): string {
    const names: Readonly<Record<string, string>> = {
      name: t('leads.name'),
      phone: t('leads.phone'),
      source: t('leads.source'),
      model: t('leads.model'),
      area: t('leads.area'),
      remark: t('leads.remark'),
      grade: t('leads.grade'),
    }
    return names[field] ?? field
  }
}
