import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { usePages, type RowOf } from '../../api/use-pages.ts'
import { DataTable, type Column } from '../../ui/lists/DataTable.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { Why } from '../../ui/Why.tsx'
import classes from './Leads.module.css'

type Line = RowOf<'leads.callLines'>

interface CallLinesProps {
  readonly staffId: string
  readonly on: BusinessDate
}

/** The calls of one person and day, each with whether it counts, and why not. */
export function CallLines({ staffId, on }: CallLinesProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const navigate = useNavigate()
  const [selected, setSelected] = useState<string | null>(null)
  const list = usePages('leads.callLines', { staffId, on })
  if (list.failure) return <ErrorState error={list.failure} onRetry={list.readAgain} />
  if (list.pending) return <LoadingRows rows={10} />
  const columns: readonly Column<Line>[] = [
    {
      key: 'at',
      header: t('leads.calls.at'),
      width: '60px',
      render: ({ recordedAt }) => dates.time(recordedAt),
    },
    {
      key: 'customer',
      header: t('leads.calls.customer'),
      width: 'minmax(70px, 100px)',
      render: ({ customerName }) => <span className={classes.cut}>{customerName}</span>,
    },
    {
      key: 'counts',
      header: t('leads.calls.counts'),
      width: 'minmax(126px, 150px)',
      render: ({ valid, reasons, customerName }) => (
        <>
          <Tag tone={valid ? 'ok' : 'quiet'}>{t(valid ? 'leads.calls.valid' : 'leads.calls.invalid')}</Tag>{' '}
          {!valid && <Why reasons={reasons} about={customerName} />}
        </>
      ),
    },
    {
      key: 'content',
      header: t('leads.calls.content'),
      width: 'minmax(120px, 1fr)',
      render: ({ content }) => (
        <span className={classes.cut} title={content}>
          {content}
        </span>
      ),
    },
  ]
  return (
    <DataTable
      label={t('leads.calls.lines')}
      columns={columns}
      items={list.rows}
      keyOf={({ followUpId }) => followUpId}
      selectedKey={selected}
      onSelect={({ followUpId }) => setSelected(followUpId)}
      onOpen={({ mayOpen, customerId }) => {
        if (mayOpen) void navigate({ to: '/customers/$customerId', params: { customerId } })
      }}
      onEnd={list.readMore}
      empty={<EmptyState title={t('leads.calls.noLines')} hint={t('leads.calls.noLinesHint')} />}
    />
  )
}
