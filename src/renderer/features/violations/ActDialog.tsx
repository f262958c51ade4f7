import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { RecordingPicker } from '../../ui/recordings/RecordingPicker.tsx'
import type { Violation } from './violation.ts'

export type Act = 'confirm' | 'lower' | 'waive' | 'object'

interface ActDialogProps {
  readonly act: Act
  readonly about: readonly Violation[]
  readonly onClose: () => void
  readonly onDone: (message: string) => void
}

/** What becomes of the chosen violations, and the words that go with it. */
export function ActDialog({ act, about, onClose, onDone }: ActDialogProps) {
  const { t } = useTranslation()
  const confirm = useCommand('violations.confirm')
  const waive = useCommand('violations.waive')
  const object = useCommand('violations.object')
  const [recordingId, setRecordingId] = useState<string | null>(null)
  const count = about.length
  const violationIds = about.map((each) => each.violationId)
  // A recording is heard of one customer.
  const [first] = about
  const customerId =
    first && about.every((each) => each.customerId === first.customerId) ? first.customerId : null

  const run = async (reason: string) => {
    if (act === 'waive') {
      const done = await waive.run({ violationIds, reason })
      if (done.ok) onDone(t('violations.waived', { count }))
    } else if (act === 'object') {
      const done = await object.run({ violationIds, reason, ...(recordingId ? { recordingId } : {}) })
      if (done.ok) onDone(t('violations.objected', { count }))
    } else {
      const done = await confirm.run({
        violationIds,
        ...(reason ? { reason } : {}),
        ...(act === 'lower' ? { lowerSuspension: true } : {}),
      })
      if (done.ok) onDone(t('violations.confirmed', { count }))
    }
  }
  const isNeeded = act === 'waive' || act === 'object'
  const label =
    act === 'object'
      ? t('violations.objectionText')
      : t(isNeeded ? 'violations.reason' : 'violations.reasonOptional')
  return (
    <ReasonDialog
      onClose={onClose}
      title={t(`violations.${act}Title`, { count })}
      id="violations-reason"
      label={label}
      need={isNeeded ? 'required' : 'optional'}
      below={
        act === 'object' &&
        customerId !== null && (
          <RecordingPicker
            customerId={customerId}
            label={t('violations.recording')}
            value={recordingId}
            onChange={setRecordingId}
            allowNone
          />
        )
      }
      confirmLabel={t(`violations.${act}`)}
      onConfirm={run}
      command={act === 'waive' ? waive : act === 'object' ? object : confirm}
    >
      {t(`violations.${act}Hint`)}
    </ReasonDialog>
  )
}
