import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import type { CallOutput } from '../../api/calls.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import type { Loss } from './loss.ts'

export type Decision = 'approve' | 'refuse'

interface DecideDialogProps {
  readonly loss: Loss
  readonly decision: Decision
  readonly onClose: () => void
  readonly onDone: (message: string) => void
  readonly sayOn: (on: CallOutput<'losses.refuse'>['on']) => string
}

/** What the decision does, and the reason for it. */
export function DecideDialog({ loss, decision, onClose, onDone, sayOn }: DecideDialogProps) {
  const { t } = useTranslation()
  const approve = useCommand('losses.approve')
  const refuse = useCommand('losses.refuse')
  const isApproval = decision === 'approve'
  const name = loss.customerName

  const confirm = async (reason: string) => {
    const input = { opportunityId: loss.opportunityId, ...(reason ? { reason } : {}) }
    if (isApproval) {
      const done = await approve.run(input)
      if (done.ok) onDone(t('losses.approved', { name }))
    } else {
      const done = await refuse.run(input)
      if (done.ok) onDone(t('losses.refused', { name, on: sayOn(done.value.on) }))
    }
  }
  return (
    <ReasonDialog
      onClose={onClose}
      title={t(isApproval ? 'losses.approveTitle' : 'losses.refuseTitle', { name })}
      id="losses-reason"
      label={t('losses.reasonOptional')}
      confirmLabel={t(isApproval ? 'losses.approve' : 'losses.refuse')}
      onConfirm={confirm}
      command={isApproval ? approve : refuse}
    >
      {t(isApproval ? 'losses.approveHint' : 'losses.refuseHint')}
    </ReasonDialog>
  )
}
