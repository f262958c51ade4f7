import { useNavigate, useSearch } from '@tanstack/react-router'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages, type RowOf } from '../../api/use-pages.ts'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { DueDate } from '../../ui/DueDate.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useWords } from '../../ui/use-words.ts'
import { Why } from '../../ui/Why.tsx'
import classes from './ViolationsPage.module.css'
import { ViolationFilters } from './ViolationFilters.tsx'
import { readViolationSearch, type ViolationSearch } from './violation-search.ts'

type Violation = RowOf<'violations.list'>

/** What the day rolls found (R-8.1), newest first, each with its reason and its customer. */
export function ViolationsPage() {
  const { t } = useTranslation()
  const search = readViolationSearch({ ...useSearch({ from: '/frame/violations' }) })
  const navigate = useNavigate()
  const [selected, setSelected] = useState<string | null>(null)
  const list = usePages('violations.list', search)
  const columns = useColumns()
  const setSearch = (next: ViolationSearch) =>
    void navigate({ to: '/violations', search: next, replace: true })
  const filtered = Object.keys(search).length > 0
  useShortcuts(t('violations.title'), [
    { keys: 'x', label: t('violations.clear'), run: () => setSearch({}), when: filtered },
  ])
  const open = ({ customerId }: Violation) => {
    if (customerId !== null) void navigate({ to: '/customers/$customerId', params: { customerId } })
  }
  return (
    <>
      <PageTitle title={t('violations.title')} />
      <ViolationFilters
        search={search}
        total={list.pending || list.failure ? undefined : list.total}
        onChange={setSearch}
      />
      {list.failure && <ErrorState error={list.failure} onRetry={list.readAgain} />}
      {list.pending && <LoadingRows rows={14} />}
      {!list.pending && !list.failure && (
        <DataTable
          label={t('violations.list')}
          columns={columns}
          items={list.rows}
          keyOf={(row) => row.violationId}
          selectedKey={selected}
          onSelect={(row) => setSelected(row.violationId)}
          onOpen={open}
          onEnd={list.readMore}
          empty={
            filtered ? (
              <EmptyState title={t('violations.emptyFiltered')} hint={t('violations.emptyFilteredHint')} />
            ) : (
              <EmptyState
                icon={<IconCircleCheck size={36} stroke={1.2} aria-hidden />}
                title={t('violations.empty')}
                hint={t('violations.emptyHint')}
              />
            )
          }
        />
      )}
    </>
  )
}

function useColumns(): Column<Violation>[] {
  const { t } = useTranslation()
  const words = useWords()
  return [
    {
      key: 'on',
      header: t('violations.on'),
      width: '104px',
      render: (row) => <DueDate on={row.on} due={false} />,
    },
    {
      key: 'staff',
      header: t('violations.staff'),
      width: 'minmax(80px, 110px)',
      render: (row) => row.staffName,
    },
    {
      key: 'kind',
      header: t('violations.kind'),
      width: 'minmax(110px, 170px)',
      render: (row) => t(`codes.violationKind.${row.kind}`),
    },
    {
      key: 'customer',
      header: t('violations.customer'),
      width: 'minmax(80px, 130px)',
      render: (row) =>
        row.customerName ?? <span className={classes.quiet}>{t('violations.noCustomer')}</span>,
    },
    {
      key: 'status',
      header: t('violations.status'),
      width: '100px',
      render: (row) => <StatusBadge violation={row.status} />,
    },
    {
      key: 'why',
      header: t('violations.why'),
      width: 'minmax(200px, 1fr)',
      render: (row) => (
        <span className={classes.why}>
          <Why
            reasons={row.reasons}
            about={`${row.customerName ?? row.staffName} ${t(`codes.violationKind.${row.kind}`)}`}
          />
          <span className={classes.reason}>{row.reasons[0] && words.reason(row.reasons[0])}</span>
        </span>
      ),
    },
  ]
}
