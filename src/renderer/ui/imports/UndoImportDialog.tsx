import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../ConfirmDialog.tsx'

const acts = { customers: 'imports.undo', leads: 'leads.undoImport' } as const
/** What a ledger was of. */
export type Imported = keyof typeof acts

interface UndoImportDialogProps {
  readonly of: Imported
  readonly batchId: string
  readonly file: string
  /** How many came with it. */
  readonly count: number
  readonly onClose: () => void
  readonly onUndone: () => void
}

/** Takes a whole import back; refused, it names what has been worked on. */
export function UndoImportDialog({ of, batchId, file, count, onClose, onUndone }: UndoImportDialogProps) {
  const { t } = useTranslation()
  const undo = useCommand(acts[of])
  const confirm = async () => {
    const done = await undo.run({ batchId })
    if (!done.ok) return
    notifications.show({ message: t(`imports.undone.${of}`, { count: done.value.removed }), color: 'green' })
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
      {t(`imports.undoHint.${of}`, { count })}
    </ConfirmDialog>
  )
}
