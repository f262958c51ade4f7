import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { usePolicy } from '../../api/use-session.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { BackBanner } from '../../ui/leaves/BackBanner.tsx'
import { CoverPanel } from '../../ui/leaves/CoverPanel.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { filtersOf, passes } from './lines.ts'
import { ConsultantSelect, ProgressOfDay, ToDoFilters } from './ToDoHeader.tsx'
import { ToDoLists } from './ToDoLists.tsx'
import { useConsultant } from './use-consultant.ts'

/** 今日待办: everything a consultant has to do today, in the order in which to do it. */
export function ToDoPage() {
  const { t } = useTranslation()
  const dates = useDates()
  const policy = usePolicy()
  const { isOwn, consultants, staffId, choose, isLoading } = useConsultant()
  const { data, error, refetch } = useQuery('toDo.list', isOwn || !staffId ? undefined : { staffId }, {
    enabled: isOwn || staffId !== null,
    keepLast: true,
  })
  const next = data?.ahead[0]
  const [filterKey, setFilterKey] = useState('all')
  const lines = data?.items ?? []
  const filters = filtersOf(lines, policy)
  // A filter that finds nothing any more gives way to the whole list.
  const filter = filters.find(({ key }) => key === filterKey) ?? filters[0]
  const shown = filter ? lines.filter((line) => passes(line, filter)) : lines
  const title = (
    <PageTitle
      title={t('toDo.title')}
      actions={
        !isOwn &&
        consultants.length > 0 && (
          <>
            <ConsultantSelect consultants={consultants} value={staffId} onChange={choose} />
            <ExportButton list="to_do" filter={staffId ? { staffId } : {}} total={data?.total} />
          </>
        )
      }
    >
      {data && <ProgressOfDay total={data.total} done={data.progress.done} open={data.progress.open} />}
      {filters.length > 1 && (
        <ToDoFilters filters={filters} chosen={filter?.key ?? 'all'} onChoose={setFilterKey} />
      )}
    </PageTitle>
  )
  const body = () => {
    if (!isOwn && !isLoading && staffId === null)
      return <EmptyState title={t('toDo.noTeam')} hint={t('toDo.noTeamHint')} />
    if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
    if (!data) return <LoadingRows rows={12} />
    if (data.items.length === 0) {
      return (
        <EmptyState
          title={t(data.progress.done > 0 ? 'toDo.allDone' : 'toDo.nothing')}
          hint={
            next ? t('toDo.nextPlan', { on: dates.near(next.on), count: next.count }) : t('toDo.noneAhead')
          }
        />
      )
    }
    return <ToDoLists key={data.staffId} lines={shown} />
  }
  return (
    <>
      {title}
      {isOwn && <BackBanner />}
      {isOwn && <CoverPanel />}
      {body()}
    </>
  )
}
