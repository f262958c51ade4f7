import { Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import type { CallOutput } from '../../api/calls.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useFieldErrors } from '../../ui/use-field-errors.ts'
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
  const [reason, setReason] = useState('')
  const isApproval = decision === 'approve'
  const command = isApproval ? approve : refuse
  const errors = useFieldErrors(command.failure)
  const name = loss.customerName

  const confirm = async () => {
    const input = { opportunityId: loss.opportunityId, ...(reason.trim() ? { reason: reason.trim() } : {}) }
    if (isApproval) {
      const done = await approve.run(input)
      if (done.ok) onDone(t('losses.approved', { name }))
    } else {
      const done = await refuse.run(input)
      if (done.ok) onDone(t('losses.refused', { name, on: sayOn(done.value.on) }))
    }
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(isApproval ? 'losses.approveTitle' : 'losses.refuseTitle', { name })}
      confirmLabel={t(isApproval ? 'losses.approve' : 'losses.refuse')}
      onConfirm={() => void confirm()}
      pending={command.pending}
      failure={command.failure}
    >
      <Stack gap="sm">
        <Text>{t(isApproval ? 'losses.approveHint' : 'losses.refuseHint')}</Text>
        <Textarea
          id="losses-reason"
          label={t('losses.reasonOptional')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={errors('reason')}
          data-autofocus
          autosize
          minRows={2}
        />
      </Stack>
    </ConfirmDialog>
  )
}
