import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../api/use-pages.ts'
import { DataTable, type Column } from '../../ui/lists/DataTable.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import type { AuditEntry, AuditSearch } from './audit-entry.ts'
import { AuditFilters } from './AuditFilters.tsx'
import { ChainState } from './ChainState.tsx'
import { EntryDetails } from './EntryDetails.tsx'
import { useCallWords } from '../../ui/words/use-call-words.ts'

/** 操作记录: who wrote what, when and why, and whether the chain holds. */
export function AuditPage() {
  const { t } = useTranslation()
  const [search, setSearch] = useState<AuditSearch>({})
  const [selected, setSelected] = useState<number | null>(null)
  const list = usePages('audit.list', search)
  const columns = useColumns()
  const entry = list.rows.find(({ sequence }) => sequence === selected) ?? list.rows[0]
  const body = () => {
    if (list.failure) return <ErrorState error={list.failure} onRetry={list.readAgain} />
    if (list.pending) return <LoadingRows rows={14} />
    return (
      <DataTable
        label={t('audit.title')}
        columns={columns}
        items={list.rows}
        keyOf={({ sequence }) => String(sequence)}
        selectedKey={entry ? String(entry.sequence) : null}
        onSelect={({ sequence }) => setSelected(sequence)}
        onEnd={list.readMore}
        empty={<EmptyState title={t('audit.none')} hint={t('audit.noneHint')} />}
      />
    )
  }
  return (
    <>
      <PageTitle
        title={t('audit.title')}
        actions={
          <>
            <ExportButton list="audit" filter={search} total={list.pending ? undefined : list.total} />
            <ChainState />
          </>
        }
      />
      <SplitView
        name="audit"
        listShare={55}
        detailsLabel={t('audit.details')}
        list={
          <>
            <AuditFilters
              search={search}
              total={list.pending || list.failure ? undefined : list.total}
              onChange={setSearch}
            />
            {body()}
          </>
        }
        details={entry ? <EntryDetails entry={entry} /> : null}
      />
    </>
  )
}

function useColumns(): Column<AuditEntry>[] {
  const { t } = useTranslation()
  const dates = useDates()
  const callWords = useCallWords()
  return [
    {
      key: 'at',
      header: t('audit.at'),
      width: 'minmax(130px, 160px)',
      render: ({ at }) => dates.moment(at),
    },
    {
      key: 'staff',
      header: t('audit.who'),
      width: 'minmax(72px, 110px)',
      render: ({ staffName }) => staffName ?? t('audit.byItself'),
    },
    {
      key: 'call',
      header: t('audit.what'),
      width: 'minmax(120px, 200px)',
      render: ({ call }) => callWords(call),
    },
    {
      key: 'reason',
      header: t('audit.why'),
      width: 'minmax(120px, 1fr)',
      render: ({ reason }) => reason ?? '',
    },
  ]
}
