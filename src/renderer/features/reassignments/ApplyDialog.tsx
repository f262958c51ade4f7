import { Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { useCommand } from '../../api/use-command.ts'
import { usePolicy } from '../../api/use-session.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import { useReturnFocus } from '../../ui/keys/use-return-focus.ts'
import { inputOf, type ReassignDraft } from './reassign-draft.ts'

interface ApplyDialogProps {
  readonly draft: ReassignDraft
  readonly preview: CallOutput<'reassignments.preview'>
  readonly onChange: (draft: ReassignDraft) => void
  readonly onClose: () => void
}

/** Says in numbers what will be done, asks why, and does it in one act. */
export function ApplyDialog({ draft, preview, onChange, onClose }: ApplyDialogProps) {
  const { t } = useTranslation()
  const apply = useCommand('reassignments.apply')
  const errors = useFieldErrors(apply.failure)
  useReturnFocus()
  const { reason } = draft
  const days = usePolicy().thresholds.reassignmentUndoDays
  const confirm = async () => {
    const done = await apply.run({ ...inputOf(draft), reason, expected: preview.total })
    if (done.ok) onChange({ ...draft, done: done.value })
  }
  const list = preview.load
    .filter(({ before, after }) => after > before)
    .map(({ name, before, after }) => t('reassignments.received', { name, customers: after - before }))
    .join(t('ui.and'))
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('reassignments.applyTitle', { count: preview.total })}
      confirmLabel={t('reassignments.apply')}
      onConfirm={() => void confirm()}
      pending={apply.pending}
      failure={apply.failure}
      disabled={reason.trim() === ''}
    >
      <Text mb="sm">{t('reassignments.applyHint', { list, days })}</Text>
      <Textarea
        label={t('reassignments.applyReason')}
        description={t('reassignments.applyReasonHint')}
        value={reason}
        onChange={(event) => onChange({ ...draft, reason: event.currentTarget.value })}
        error={errors('reason')}
        required
        autosize
        minRows={2}
        mb="sm"
        data-autofocus
      />
    </ConfirmDialog>
  )
}
