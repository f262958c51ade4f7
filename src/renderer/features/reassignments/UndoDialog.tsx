import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useReturnFocus } from '../../ui/keys/use-return-focus.ts'

interface UndoDialogProps {
  readonly reassignmentId: string
  readonly fromName: string
  readonly customers: number
  readonly onClose: () => void
  readonly onDone: (message: string) => void
}

/** Takes a reassignment back; whoever has been worked on meanwhile is named in the refusal. */
export function UndoDialog({ reassignmentId, fromName: from, customers, onClose, onDone }: UndoDialogProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const undo = useCommand('reassignments.undo')
  useReturnFocus()
  const confirm = async () => {
    const done = await undo.run({ reassignmentId, ...(reason.trim() ? { reason } : {}) })
    if (done.ok) onDone(t('reassignments.undoneDone', { count: done.value.restored, from }))
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('reassignments.undoOf', { from })}
      confirmLabel={t('reassignments.undo')}
      onConfirm={() => void confirm()}
      pending={undo.pending}
      failure={undo.failure}
    >
      <Text mb="sm">{t('reassignments.undoHint', { customers, from })}</Text>
      <TextInput
        label={t('reassignments.undoReason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        mb="sm"
        data-autofocus
      />
    </ConfirmDialog>
  )
}
