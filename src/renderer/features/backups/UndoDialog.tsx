import { useTranslation } from 'react-i18next'
import { tellRestored } from '../../api/restored.ts'
import { setToken } from '../../api/token.ts'
import { useCommand } from '../../api/use-command.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { useDates } from '../../ui/words/use-dates.ts'

/** Takes the last restore back: the store as it was before it, signed in to anew. */
export function UndoDialog({ at, onClose }: { readonly at: number; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const dates = useDates()
  const undo = useCommand('backups.undoRestore')
  const run = async (reason: string) => {
    const done = await undo.run({ reason })
    if (!done.ok) return
    tellRestored({
      what: 'undone',
      madeAt: done.value.backup.madeAt,
      keptAside: null,
      erasedAgain: done.value.erasedAgain,
    })
    setToken(null)
  }
  return (
    <ReasonDialog
      onClose={onClose}
      title={t('backups.undoTitle')}
      id="undo-restore-reason"
      label={t('backups.undoReason')}
      need="required"
      confirmLabel={t('backups.undoConfirm')}
      onConfirm={run}
      command={undo}
      danger
    >
      {t('backups.undoHint', { at: dates.moment(at) })}
    </ReasonDialog>
  )
}
