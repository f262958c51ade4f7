import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rectificationStatuses, type RectificationStatus } from '#shared/domain/codes.ts'
import { usePages } from '../../api/use-pages.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { LinesAndDetails } from '../../ui/lists/LinesAndDetails.tsx'
import { toast } from '../../ui/toast.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { Filters } from './Filters.tsx'
import type { Report } from './report.ts'
import { ReportDetails } from './ReportDetails.tsx'
import { ReportRow } from './ReportRow.tsx'
import { ReviewDialog, type Review } from './ReviewDialog.tsx'

const firstField = 'rectification-cause'
const keyOf = ({ rectificationId }: Report) => rectificationId

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
  const { rows, total, pending } = list
  const selected = rows.find(({ rectificationId }) => rectificationId === chosen) ?? rows[0]
  const review = (kind: Review) =>
    selected?.abilities.review && setReviewing({ review: kind, report: selected })
  const when = selected?.abilities.review ?? false
  useShortcuts(t('rectifications.reports'), [
    { keys: 'a', label: t('rectifications.accept'), run: () => review('accept'), when },
    { keys: 'r', label: t('rectifications.return'), run: () => review('return'), when },
  ])
  const filtered = staffId !== null || status !== null
  const empty = filtered ? (
    <EmptyState title={t('rectifications.noneOfFilter')} />
  ) : (
    <EmptyState
      title={t('rectifications.none')}
      hint={t(isOwn ? 'rectifications.ownNoneHint' : 'rectifications.noneHint')}
    />
  )
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
      <LinesAndDetails
        name="rectifications"
        listShare={38}
        list={list}
        label={t('rectifications.list')}
        keyOf={keyOf}
        renderItem={(row) => <ReportRow report={row} withName={!isOwn} />}
        selected={selected}
        onSelect={(row) => setChosen(row.rectificationId)}
        onOpen={(row) =>
          row.abilities.review ? review('accept') : document.getElementById(firstField)?.focus()
        }
        empty={empty}
        detailsLabel={t('rectifications.details')}
        renderDetails={(row) => <ReportDetails report={row} onReview={review} />}
      />
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
