import { Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useFieldErrors } from '../../ui/use-field-errors.ts'
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
  const command = useCommand('rotation.reorder')
  const [reason, setReason] = useState('')
  const errors = useFieldErrors(command.failure)
  const names = new Map(board.places.map(({ staffId, name }) => [staffId, name]))
  const say = (order: readonly string[]) => order.map((each) => names.get(each) ?? '').join(' › ')
  const run = async () => {
    const { before, after } = draft
    const input = { desk: board.desk, before: [...before], after: [...after] }
    const done = await command.run({ ...input, ...(reason.trim() ? { reason: reason.trim() } : {}) })
    if (!done.ok) return
    toast(t('rotation.saved'))
    onSaved()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('rotation.saveTitle')}
      confirmLabel={t('rotation.save')}
      onConfirm={() => void run()}
      pending={command.pending}
      failure={command.failure}
    >
      <Stack gap="sm">
        <Text>{t('rotation.saveHint', { before: say(draft.before), after: say(draft.after) })}</Text>
        <Textarea
          id="rotation-reason"
          label={t('rotation.reasonOptional')}
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
