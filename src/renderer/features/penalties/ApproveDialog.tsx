import { Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useAmounts } from './use-amounts.ts'

interface ApproveDialogProps {
  readonly violationIds: readonly string[]
  readonly preview: CallOutput<'penalties.preview'>
  readonly onClose: () => void
  /** How many occasions were approved, and how many entries of the ledger came of them, those of managers among them. */
  readonly onDone: (done: { readonly count: number; readonly entries: number }) => void
}

/** The last word before the ledger: what it comes to, and that it stays. */
export function ApproveDialog({ violationIds, preview, onClose, onDone }: ApproveDialogProps) {
  const { t } = useTranslation()
  const amounts = useAmounts()
  const approve = useCommand('penalties.approve')
  const [reason, setReason] = useState('')
  const run = async () => {
    const done = await approve.run({
      violationIds: [...violationIds],
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    })
    if (done.ok) onDone({ count: preview.entries.length, entries: done.value.entryIds.length })
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('penalties.approveTitle', { count: preview.entries.length })}
      confirmLabel={t('penalties.approve')}
      onConfirm={() => void run()}
      pending={approve.pending}
      failure={approve.failure}
    >
      <Stack gap="sm">
        <Text fw={700}>{amounts.totals(preview.totals)}</Text>
        <Text>{t('penalties.approveHint')}</Text>
        <Textarea
          id="penalties-approve-reason"
          label={t('violations.reasonOptional')}
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
