import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reachOf } from '#shared/access/permissions.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { usePages } from '../../api/use-pages.ts'
import { useQuery } from '../../api/use-query.ts'
import { useCan, useSession, useToday } from '../../api/use-session.ts'
import { DayWalk } from '../../ui/page/DayWalk.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { AddLead } from '../../ui/leads/AddLead.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { DayActs } from './DayActs.tsx'
import { EntryPanel } from './EntryPanel.tsx'
import classes from './Showroom.module.css'
import type { ShowroomSearch } from './showroom-search.ts'
import { VisitFilters, type Show } from './VisitFilters.tsx'
import { VisitPanes } from './VisitPanes.tsx'

/** 展厅: the register of a day. For the desk its home, for a consultant what he received. */
export function ShowroomPage() {
  const { t } = useTranslation()
  const { staff } = useSession()
  const today = useToday()
  const navigate = useNavigate()
  const search = useSearch({ from: '/frame/showroom' })
  const mayRegister = useCan('visit.register')
  // A line that something else points at may be of another date.
  const asked = useQuery(
    'visits.get',
    { visitId: search.visit ?? '' },
    { enabled: search.visit !== undefined },
  )
  const on: BusinessDate = search.on ?? asked.data?.visitedOn ?? today
  const isToday = on === today
  const [show, setShow] = useState<Show>('all')
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const [awaitedId, setAwaitedId] = useState<string | null>(null)
  const list = usePages('visits.list', { on, show }, { keepLast: true })
  const day = useQuery('visits.day', { on }, { keepLast: true })
  const board = useQuery('rotation.board', { desk: 'showroom' }, { enabled: useCan('rotation.read') })

  const go = (to: ShowroomSearch) => void navigate({ to: '/showroom', search: to, replace: true })
  // Just registered and not read yet: until then no key means another line.
  const isAwaited = awaitedId !== null && !list.rows.some(({ visitId }) => visitId === awaitedId)
  if (awaitedId !== null && !isAwaited) setAwaitedId(null)
  const choose = (visitId: string) => {
    setAwaitedId(null)
    setSelectedId(visitId)
    if (search.visit !== undefined) go(search.on ? { on: search.on } : isToday ? {} : { on })
  }
  const openVisit = (visitId: string) => {
    setSelectedId(visitId)
    setShow('all')
    go({ visit: visitId })
  }
  const reach = reachOf(staff.role, 'visit.read')
  const isOwn = reach === 'own'
  return (
    <>
      <PageTitle
        title={t(isOwn ? 'showroom.ownTitle' : 'showroom.title')}
        actions={
          <>
            <AddLead />
            <ExportButton
              list="visits"
              filter={show === 'all' ? { on } : { on, show }}
              total={list.pending ? undefined : list.total}
            />
            {day.data && <DayActs key={on} day={day.data} />}
          </>
        }
      >
        <DayWalk
          label={t('showroom.date')}
          on={on}
          onChange={(date) => go(date === today ? {} : { on: date })}
        />
      </PageTitle>
      {isToday && mayRegister && (
        <EntryPanel
          board={board.data}
          phone={search.phone}
          onRegistered={(visitId) => {
            setShow('all')
            setSelectedId(visitId)
            setAwaitedId(visitId)
            go({})
          }}
          onOpenVisit={openVisit}
        />
      )}
      {day.data?.closed && (
        <p className={classes.banner}>
          {day.data.since > 0
            ? t('showroom.closedSince', { count: day.data.since })
            : t('showroom.closedHint')}
        </p>
      )}
      {/* The totals are the store's; a manager reads the lines of his team. */}
      <VisitFilters show={show} onChange={setShow} totals={reach === 'team' ? undefined : day.data?.totals} />
      <VisitPanes
        list={list}
        isToday={isToday}
        isFiltered={show !== 'all'}
        isAwaited={isAwaited}
        selectedId={search.visit ?? selectedId}
        onSelect={choose}
        onOpenVisit={openVisit}
        board={board.data}
      />
    </>
  )
}
