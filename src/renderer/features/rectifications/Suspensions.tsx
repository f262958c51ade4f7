import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { suspensionStatuses, type SuspensionStatus } from '#shared/domain/codes.ts'
import { usePages } from '../../api/use-pages.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { toast } from '../../ui/toast.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import { Filters } from './Filters.tsx'
import type { Suspension } from './report.ts'
import { SuspensionDetails } from './SuspensionDetails.tsx'
import { SuspensionRow } from './SuspensionRow.tsx'

interface ListProps {
  readonly isOwn: boolean
  /** The one that the address points at. */
  readonly asked: string | undefined
}

/** Suspensions for study within reach, what waits for the director first. */
export function Suspensions({ isOwn, asked }: ListProps) {
  const { t } = useTranslation()
  const [staffId, setStaffId] = useState<string | null>(null)
  const [status, setStatus] = useState<SuspensionStatus | null>(null)
  const [chosen, setChosen] = useState<string | null>(asked ?? null)
  const [deciding, setDeciding] = useState<Suspension | null>(null)
  const filter = { ...(staffId ? { staffId } : {}), ...(status ? { status } : {}) }
  const { rows, total, pending, failure, readAgain, readMore } = usePages('suspensions.list', filter, {
    keepLast: true,
  })
  const selected = rows.find(({ suspensionId }) => suspensionId === chosen) ?? rows[0]
  const decide = () => selected?.abilities.decide && setDeciding(selected)
  useShortcuts(t('rectifications.suspensions'), [
    {
      keys: 'd',
      label: t('rectifications.decide'),
      run: decide,
      when: selected?.abilities.decide ?? false,
    },
  ])
  const body = () => {
    if (failure) return <ErrorState error={failure} onRetry={readAgain} />
    if (pending) return <LoadingRows rows={8} rowHeight={52} />
    if (rows.length === 0)
      return staffId !== null || status !== null ? (
        <EmptyState title={t('rectifications.noneOfFilter')} />
      ) : (
        <EmptyState title={t('rectifications.proposalsNone')} hint={t('rectifications.proposalsNoneHint')} />
      )
    return (
      <SplitView
        name="suspensions"
        listShare={45}
        detailsLabel={t('rectifications.proposal')}
        list={
          <VirtualList
            label={t('rectifications.suspensions')}
            items={rows}
            keyOf={(row) => row.suspensionId}
            rowHeight={52}
            renderItem={(row) => <SuspensionRow suspension={row} withName={!isOwn} />}
            selectedKey={selected?.suspensionId ?? null}
            onSelect={(row) => setChosen(row.suspensionId)}
            onOpen={decide}
            onEnd={readMore}
          />
        }
        details={
          selected ? (
            <SuspensionDetails suspension={selected} onDecide={decide} />
          ) : (
            <EmptyState title={t('rectifications.proposalChoose')} />
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
        statuses={suspensionStatuses.map((value) => ({
          value,
          label: t(`codes.suspensionStatus.${value}`),
        }))}
        total={pending ? undefined : total}
        actions={<ExportButton list="suspensions" filter={filter} total={pending ? undefined : total} />}
      />
      <div style={{ display: 'flex', flex: 1, flexDirection: 'column', minHeight: 0 }}>{body()}</div>
      {deciding && (
        <DecideDialog
          suspension={deciding}
          onClose={() => setDeciding(null)}
          onDone={(message) => {
            // On to the next that waits.
            const waiting = rows.filter((row) => row.abilities.decide)
            const at = waiting.findIndex((row) => row.suspensionId === deciding.suspensionId)
            const next = waiting[at + 1] ?? waiting.find((_, i) => i !== at) ?? deciding
            setChosen(next.suspensionId)
            setDeciding(null)
            toast(message)
          }}
        />
      )}
    </>
  )
}
