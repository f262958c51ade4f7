import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RowOf, usePages } from '../../api/use-pages.ts'
import { useCan, useSession } from '../../api/use-session.ts'
import { DataTable } from '../../ui/lists/DataTable.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import { HandOverDialog } from './HandOverDialog.tsx'
import classes from './Showroom.module.css'
import { useStoreTime } from './use-store-time.ts'
import { useVisitActs } from './use-visit-acts.ts'
import { useVisitColumns } from './use-visit-columns.tsx'
import { VisitDetails } from './VisitDetails.tsx'
import { VisitEdit } from './VisitEdit.tsx'
import type { Board } from './visit.ts'
import { WaitingNote } from './WaitingNote.tsx'

interface VisitPanesProps {
  readonly list: ReturnType<typeof usePages<'visits.list'>>
  readonly isToday: boolean
  readonly isFiltered: boolean
  readonly selectedId: string | null
  /** The selected line is on its way. */
  readonly isAwaited: boolean
  readonly onSelect: (visitId: string) => void
  readonly onOpenVisit: (visitId: string) => void
  readonly board: Board | undefined
}

/** The lines of the day, who is here on top, and the one that is selected. */
export function VisitPanes(props: VisitPanesProps) {
  const { list, isToday, isFiltered, selectedId, isAwaited, onSelect, onOpenVisit, board } = props
  const { t } = useTranslation()
  const { staff } = useSession()
  const time = useStoreTime()
  const mayRegister = useCan('visit.register')
  const columns = useVisitColumns({ time, isToday })
  const [editingId, setEditing] = useState<string | null>(null)
  const [handingId, setHanding] = useState<string | null>(null)
  const { rows, pending, failure, readAgain, readMore } = list
  const selected: RowOf<'visits.list'> | undefined =
    rows.find(({ visitId }) => visitId === selectedId) ?? (isAwaited ? undefined : rows[0])
  const isEditing = selected !== undefined && selected.visitId === editingId
  const acts = useVisitActs({
    visit: selected,
    isEditing,
    onEdit: () => setEditing(selected?.visitId ?? null),
    onHandOver: () => setHanding(selected?.visitId ?? null),
  })
  const handing = rows.find(({ visitId }) => visitId === handingId)
  const closeEdit = () => {
    setEditing(null)
    document.querySelector<HTMLElement>('#content [role="grid"]')?.focus()
  }
  const empty = isFiltered ? (
    <EmptyState title={t('showroom.noneSuch')} />
  ) : (
    <EmptyState
      title={t(isToday ? 'showroom.noneToday' : 'showroom.noneThen')}
      {...(isToday && mayRegister ? { hint: t('showroom.noneHint') } : {})}
    />
  )
  const details = () => {
    if (!selected) return <EmptyState title={t('showroom.choose')} />
    if (isEditing)
      return (
        <VisitEdit
          key={selected.visitId}
          visit={selected}
          needsReason={!isToday && staff.role !== 'consultant'}
          onClose={closeEdit}
          onOpenVisit={onOpenVisit}
        />
      )
    return (
      <>
        <FailureAlert failure={acts.failure} act />
        <VisitDetails visit={selected} acts={acts} />
      </>
    )
  }
  if (failure) return <ErrorState error={failure} onRetry={readAgain} />
  if (pending) return <LoadingRows rows={10} />
  return (
    <div className={classes.body}>
      {isToday && mayRegister && (
        <WaitingNote visits={rows} board={board} time={time} onAssign={setHanding} />
      )}
      <SplitView
        name="showroom"
        listShare={64}
        detailsLabel={t('showroom.line')}
        list={
          <div className={classes.list}>
            <DataTable
              label={t('showroom.list')}
              columns={columns}
              items={rows}
              keyOf={({ visitId }) => visitId}
              selectedKey={selected?.visitId ?? null}
              onSelect={({ visitId }) => onSelect(visitId)}
              onOpen={() => acts.edit?.()}
              onEnd={readMore}
              empty={empty}
            />
          </div>
        }
        details={details()}
      />
      {handing && (
        <HandOverDialog
          key={handing.visitId}
          visit={handing}
          board={board}
          onClose={() => setHanding(null)}
        />
      )}
    </div>
  )
}
