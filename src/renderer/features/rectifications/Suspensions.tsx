import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { suspensionStatuses, type SuspensionStatus } from '#shared/domain/codes.ts'
import { usePages } from '../../api/use-pages.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { LinesAndDetails } from '../../ui/lists/LinesAndDetails.tsx'
import { toast } from '../../ui/toast.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { DecideDialog } from './DecideDialog.tsx'
import { Filters } from './Filters.tsx'
import type { Suspension } from './report.ts'
import { SuspensionDetails } from './SuspensionDetails.tsx'
import { SuspensionRow } from './SuspensionRow.tsx'

const keyOf = ({ suspensionId }: Suspension) => suspensionId

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
  const list = usePages('suspensions.list', filter, { keepLast: true })
  const { rows, total, pending } = list
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
  const empty =
    staffId !== null || status !== null ? (
      <EmptyState title={t('rectifications.noneOfFilter')} />
    ) : (
      <EmptyState title={t('rectifications.proposalsNone')} hint={t('rectifications.proposalsNoneHint')} />
    )
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
      <LinesAndDetails
        name="suspensions"
        listShare={45}
        list={list}
        label={t('rectifications.suspensions')}
        keyOf={keyOf}
        renderItem={(row) => <SuspensionRow suspension={row} withName={!isOwn} />}
        selected={selected}
        onSelect={(row) => setChosen(row.suspensionId)}
        onOpen={decide}
        empty={empty}
        detailsLabel={t('rectifications.proposal')}
        renderDetails={(row) => <SuspensionDetails suspension={row} onDecide={decide} />}
      />
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
