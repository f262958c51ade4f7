import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import type { ClaimDialogProps } from './claim-dialog.ts'

/** The claimant takes his claim back. */
export function WithdrawDialog({ claim, onClose, onDone }: ClaimDialogProps) {
  const { t } = useTranslation()
  const withdraw = useCommand('claims.withdraw')
  const confirm = async (reason: string) => {
    const done = await withdraw.run({ claimId: claim.claimId, ...(reason ? { reason } : {}) })
    if (done.ok) onDone(t('ownership.claim.withdrawn'))
  }
  return (
    <ReasonDialog
      onClose={onClose}
      title={t('ownership.claim.withdrawTitle')}
      id="claim-withdraw-reason"
      label={t('ownership.claim.withdrawReason')}
      confirmLabel={t('ownership.claim.withdraw')}
      onConfirm={confirm}
      command={withdraw}
    >
      {t('ownership.claim.withdrawHint')}
    </ReasonDialog>
  )
}
