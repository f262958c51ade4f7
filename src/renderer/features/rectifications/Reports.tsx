import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rectificationStatuses, type RectificationStatus } from '#shared/domain/codes.ts'
import { usePages } from '../../api/use-pages.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { toast } from '../../ui/toast.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { Filters } from './Filters.tsx'
import type { Report } from './report.ts'
import { ReportDetails } from './ReportDetails.tsx'
import { ReportRow } from './ReportRow.tsx'
import { ReviewDialog, type Review } from './ReviewDialog.tsx'

const firstField = 'rectification-cause'

interface ListProps {
  readonly isOwn: boolean
  /** The one that the address points at. */
  readonly asked: string | undefined
}

/** The reports within reach, what is still to be done first; the selected one is written or reviewed beside them. */
export function Reports({ isOwn, asked }: ListProps) {
  const { t } = useTranslation()
  const [staffId, setStaffId] = useState<string | null>(null)
  const [status, setStatus] = useState<RectificationStatus | null>(null)
  const [chosen, setChosen] = useState<string | null>(asked ?? null)
  const [reviewing, setReviewing] = useState<{ readonly review: Review; readonly report: Report } | null>(
    null,
  )
  const filter = { ...(staffId ? { staffId } : {}), ...(status ? { status } : {}) }
  const list = usePages('rectifications.list', filter, { keepLast: true })
  const { rows, total, pending, failure, readAgain, readMore } = list
  const selected = rows.find(({ rectificationId }) => rectificationId === chosen) ?? rows[0]
  const review = (kind: Review) =>
    selected?.abilities.review && setReviewing({ review: kind, report: selected })
  const when = selected?.abilities.review ?? false
  useShortcuts(t('rectifications.reports'), [
    { keys: 'a', label: t('rectifications.accept'), run: () => review('accept'), when },
    { keys: 'r', label: t('rectifications.return'), run: () => review('return'), when },
  ])
  const filtered = staffId !== null || status !== null
  const body = () => {
    if (failure) return <ErrorState error={failure} onRetry={readAgain} />
    if (pending) return <LoadingRows rows={8} rowHeight={52} />
    if (rows.length === 0)
      return filtered ? (
        <EmptyState title={t('rectifications.noneOfFilter')} />
      ) : (
        <EmptyState
          title={t('rectifications.none')}
          hint={t(isOwn ? 'rectifications.ownNoneHint' : 'rectifications.noneHint')}
        />
      )
    return (
      <SplitView
        name="rectifications"
        listShare={38}
        detailsLabel={t('rectifications.details')}
        list={
          <VirtualList
            label={t('rectifications.list')}
            items={rows}
            keyOf={(row) => row.rectificationId}
            rowHeight={52}
            renderItem={(row) => <ReportRow report={row} withName={!isOwn} />}
            selectedKey={selected?.rectificationId ?? null}
            onSelect={(row) => setChosen(row.rectificationId)}
            onOpen={(row) =>
              row.abilities.review ? review('accept') : document.getElementById(firstField)?.focus()
            }
            onEnd={readMore}
          />
        }
        details={
          selected ? (
            <ReportDetails report={selected} onReview={review} />
          ) : (
            <EmptyState title={t('rectifications.choose')} />
          )
        }
      />
    )
  }
  return (
    <>
      <Filters
        staffId={staffId}
        onStaff={setStaffId}
        status={status}
        onStatus={setStatus}
        statuses={rectificationStatuses.map((value) => ({
          value,
          label: t(`codes.rectificationStatus.${value}`),
        }))}
        total={pending ? undefined : total}
        actions={<ExportButton list="rectifications" filter={filter} total={pending ? undefined : total} />}
      />
      <div style={{ display: 'flex', flex: 1, flexDirection: 'column', minHeight: 0 }}>{body()}</div>
      {reviewing && (
        <ReviewDialog
          {...reviewing}
          onClose={() => setReviewing(null)}
          onDone={(message) => {
            // The reviewed one goes down among the others of its kind; its reader goes on to the next that waits.
            const { rectificationId: done } = reviewing.report
            const waiting = rows.filter((row) => row.abilities.review)
            const at = waiting.findIndex((row) => row.rectificationId === done)
            setChosen((waiting[at + 1] ?? waiting.find((_, i) => i !== at))?.rectificationId ?? done)
            setReviewing(null)
            toast(message)
          }}
        />
      )}
    </>
  )
}
