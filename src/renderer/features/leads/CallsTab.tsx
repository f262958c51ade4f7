import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { CallOutput } from '../../api/calls.ts'
import { useQuery } from '../../api/use-query.ts'
import { useToday } from '../../api/use-session.ts'
import { DayWalk } from '../../ui/page/DayWalk.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { VirtualList } from '../../ui/lists/VirtualList.tsx'
import { CallLines } from './CallLines.tsx'
import type { LeadSearch } from './lead-search.ts'
import classes from './Leads.module.css'
import type { TabProps } from './tab.ts'

interface CallsTabProps extends TabProps {
  readonly search: LeadSearch
}

type Caller = CallOutput<'leads.calls'>['rows'][number]

/** 今日电话: the valid calls of a day of each lead consultant against the minimum, and the calls behind them. */
export function CallsTab({ title, tabs, search }: CallsTabProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const today = useToday()
  const [on, setOn] = useState<BusinessDate>(search.on ?? today)
  const [selectedId, setSelectedId] = useState(search.id ?? null)
  const calls = useQuery('leads.calls', { on }, { keepLast: true })
  const rows = calls.data?.rows ?? []
  const selected = rows.find(({ staffId }) => staffId === selectedId) ?? rows[0]
  const most = Math.max(calls.data?.minimum ?? 0, ...rows.map((row) => row.calls), 1)
  const body = () => {
    if (calls.isError && !calls.data)
      return <ErrorState error={calls.error} onRetry={() => void calls.refetch()} />
    if (!calls.data) return <LoadingRows rows={8} />
    if (!selected) return <EmptyState title={t('leads.calls.none')} hint={t('leads.calls.noneHint')} />
    const { minimum } = calls.data
    return (
      <SplitView
        name="lead-calls"
        listShare={44}
        detailsLabel={t('leads.calls.lines')}
        list={
          <VirtualList
            label={t('leads.calls.people')}
            items={rows}
            keyOf={({ staffId }) => staffId}
            rowHeight={40}
            renderItem={(row) => <CallerRow caller={row} minimum={minimum} most={most} />}
            selectedKey={selected.staffId}
            onSelect={({ staffId }) => setSelectedId(staffId)}
          />
        }
        details={<CallLines key={`${selected.staffId} ${on}`} staffId={selected.staffId} on={on} />}
      />
    )
  }
  return (
    <>
      <PageTitle title={title}>{tabs}</PageTitle>
      <ListToolbar>
        <DayWalk label={t('leads.calls.date')} on={on} onChange={setOn} />
        <strong>{t('leads.calls.title', { on: dates.near(on) })}</strong>
        {calls.data && (
          <span className={classes.quiet}>
            {t('leads.calls.minimum', { count: calls.data.minimum })}
            {!calls.data.final && ` · ${t('leads.calls.running')}`}
          </span>
        )}
      </ListToolbar>
      {body()}
    </>
  )
}

interface CallerRowProps {
  readonly caller: Caller
  readonly minimum: number
  /** The longest bar, so that bars can be compared. */
  readonly most: number
}

/** One person: the bar against the mark of the minimum, the number, and what is missing in words. */
function CallerRow({ caller, minimum, most }: CallerRowProps) {
  const { t } = useTranslation()
  const { name, valid, calls, missing, below, onDuty } = caller
  const share = (count: number) => `${Math.min(100, (count / most) * 100)}%`
  const state = !onDuty
    ? t('leads.calls.off')
    : missing === 0
      ? t('leads.calls.reached')
      : t(below ? 'leads.calls.short' : 'leads.calls.missing', { count: missing })
  return (
    <div className={classes.callRow}>
      <span className={classes.cut}>{name}</span>
      <span className={classes.bar} title={t('leads.calls.all', { count: calls })}>
        <span
          className={classes.barDone}
          style={{ width: share(valid) }}
          data-below={(onDuty && below) || undefined}
          data-reached={valid >= minimum || undefined}
        />
        <span className={classes.barMinimum} style={{ left: share(minimum) }} />
      </span>
      <span className={classes.number}>{t('leads.calls.of', { valid, minimum })}</span>
      <span className={classes.clock} data-tone={onDuty && below ? 'danger' : 'quiet'}>
        {state}
      </span>
    </div>
  )
}
