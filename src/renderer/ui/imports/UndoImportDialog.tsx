import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'

interface UndoDialogProps {
  readonly batchId: string
  readonly file: string
  /** Customers that came with it. */
  readonly count: number
  readonly onClose: () => void
  readonly onUndone: () => void
}

/** Takes a whole import back; refused, it names what has been worked on. */
export function UndoDialog({ batchId, file, count, onClose, onUndone }: UndoDialogProps) {
  const { t } = useTranslation()
  const undo = useCommand('imports.undo')
  const confirm = async () => {
    const done = await undo.run({ batchId })
    if (!done.ok) return
    notifications.show({ message: t('imports.undone', { count: done.value.removed }), color: 'green' })
    onUndone()
  }
  return (
    <ConfirmDialog
      opened
      danger
      onClose={onClose}
      title={t('imports.undoOf', { file })}
      confirmLabel={t('imports.undo')}
      onConfirm={() => void confirm()}
      pending={undo.pending}
      failure={undo.failure}
    >
      {t('imports.undoHint', { count })}
    </ConfirmDialog>
  )
}
