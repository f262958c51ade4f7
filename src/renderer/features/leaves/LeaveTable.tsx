import { VisuallyHidden } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { daysBetween } from '#shared/time/business-date.ts'
import { usePages } from '../../api/use-pages.ts'
import { DataTable, type Column } from '../../ui/lists/DataTable.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { LinkButton } from '../../ui/page/LinkButton.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { Person } from '../../ui/marks/Person.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { leaveTone, type Leave } from './leave.ts'

/** The leaves within reach, the latest first; Enter opens the handoff. */
export function LeaveTable() {
  const { t } = useTranslation()
  const dates = useDates()
  const navigate = useNavigate()
  const { rows, pending, failure, readAgain, readMore } = usePages('leaves.list', {})
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const selected = rows.find(({ leaveId }) => leaveId === selectedId) ?? rows[0]
  if (failure) return <ErrorState error={failure} onRetry={readAgain} />
  if (pending) return <LoadingRows rows={8} />
  if (rows.length === 0) return <EmptyState title={t('leaves.none')} hint={t('leaves.noneHint')} />
  const columns: readonly Column<Leave>[] = [
    {
      key: 'person',
      header: t('leaves.person'),
      width: 'minmax(110px, 1fr)',
      render: ({ staffName }) => <Person name={staffName} />,
    },
    {
      key: 'kind',
      header: t('leaves.kind'),
      width: '90px',
      render: ({ kind }) => t(`codes.leaveKind.${kind}`),
    },
    {
      key: 'days',
      header: t('leaves.days'),
      width: 'minmax(200px, 1.6fr)',
      render: ({ from, until, untilBefore }) => (
        <>
          {t('leaves.span', { from: dates.withWeekday(from), until: dates.withWeekday(until) })}
          {untilBefore && ` · ${t('leaves.untilBefore', { on: dates.short(untilBefore) })}`}
        </>
      ),
    },
    {
      key: 'count',
      header: t('leaves.dayCount'),
      width: '64px',
      align: 'right',
      render: ({ from, until }) => daysBetween(from, until) + 1,
    },
    {
      key: 'status',
      header: t('leaves.status'),
      width: '120px',
      render: ({ status }) => <Tag tone={leaveTone[status]}>{t(`codes.leaveStatus.${status}`)}</Tag>,
    },
    {
      key: 'left',
      header: t('leaves.left'),
      width: '76px',
      align: 'right',
      render: ({ unresolved, status }) => (status === 'cancelled' ? '—' : unresolved),
    },
    {
      key: 'back',
      header: t('leaves.back'),
      width: '120px',
      render: ({ backOn, status }) => (status === 'cancelled' ? '—' : dates.withWeekday(backOn)),
    },
    {
      key: 'open',
      header: <VisuallyHidden>{t('leaves.open')}</VisuallyHidden>,
      width: '130px',
      align: 'right',
      render: ({ leaveId, staffName }) => (
        <LinkButton
          to="/leaves/$leaveId"
          params={{ leaveId }}
          variant="subtle"
          size="compact-xs"
          aria-label={`${t('leaves.open')} ${staffName}`}
        >
          {t('leaves.open')}
        </LinkButton>
      ),
    },
  ]
  return (
    <DataTable
      label={t('leaves.list')}
      columns={columns}
      items={rows}
      keyOf={({ leaveId }) => leaveId}
      selectedKey={selected?.leaveId ?? null}
      onSelect={({ leaveId }) => setSelectedId(leaveId)}
      onOpen={({ leaveId }) => void navigate({ to: '/leaves/$leaveId', params: { leaveId } })}
      onEnd={readMore}
    />
  )
}
