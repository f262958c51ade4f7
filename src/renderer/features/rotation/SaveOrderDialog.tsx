import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { toast } from '../../ui/toast.ts'
import type { Board } from './place.ts'

interface SaveOrderDialogProps {
  readonly board: Board
  readonly draft: { readonly before: readonly string[]; readonly after: readonly string[] }
  readonly onClose: () => void
  readonly onSaved: () => void
}

/** The order before and after in one look, with the reason. */
export function SaveOrderDialog({ board, draft, onClose, onSaved }: SaveOrderDialogProps) {
  const { t } = useTranslation()
  const reorder = useCommand('rotation.reorder')
  const names = new Map(board.places.map(({ staffId, name }) => [staffId, name]))
  const say = (order: readonly string[]) => order.map((each) => names.get(each) ?? '').join(' › ')
  const { before, after } = draft
  const save = async (reason: string) => {
    const input = { desk: board.desk, before: [...before], after: [...after] }
    const done = await reorder.run({ ...input, ...(reason ? { reason } : {}) })
    if (!done.ok) return
    toast(t('rotation.saved'))
    onSaved()
  }
  return (
    <ReasonDialog
      onClose={onClose}
      title={t('rotation.saveTitle')}
      id="rotation-reason"
      label={t('rotation.reasonOptional')}
      confirmLabel={t('rotation.save')}
      onConfirm={save}
      command={reorder}
    >
      {t('rotation.saveHint', { before: say(before), after: say(after) })}
    </ReasonDialog>
  )
}
