import { Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import type { ClaimDialogProps } from './claim-dialog.ts'

/** The claimant takes his claim back. */
export function WithdrawDialog({ claim, onClose, onDone }: ClaimDialogProps) {
  const { t } = useTranslation()
  const withdraw = useCommand('claims.withdraw')
  const [reason, setReason] = useState('')
  const confirm = async () => {
    const why = reason.trim()
    const done = await withdraw.run({ claimId: claim.claimId, ...(why ? { reason: why } : {}) })
    if (done.ok) onDone(t('ownership.claim.withdrawn'))
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('ownership.claim.withdrawTitle')}
      confirmLabel={t('ownership.claim.withdraw')}
      onConfirm={() => void confirm()}
      pending={withdraw.pending}
      failure={withdraw.failure}
    >
      <Stack gap="sm">
        <Text>{t('ownership.claim.withdrawHint')}</Text>
        <Textarea
          id="claim-withdraw-reason"
          label={t('ownership.claim.withdrawReason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
          autosize
          minRows={2}
        />
      </Stack>
    </ConfirmDialog>
  )
}
