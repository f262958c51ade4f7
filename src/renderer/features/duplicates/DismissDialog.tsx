import { Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import type { MergePreview } from './pair.ts'

interface DismissDialogProps {
  readonly kept: MergePreview['kept']
  readonly dropped: MergePreview['kept']
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Two people after all: the pair leaves the list, with how somebody knows. */
export function DismissDialog({ kept, dropped, onClose, onDone }: DismissDialogProps) {
  const { t } = useTranslation()
  const dismiss = useCommand('duplicates.dismiss')
  const errors = useFieldErrors(dismiss.failure)
  const [reason, setReason] = useState('')
  const run = async () => {
    const done = await dismiss.run({
      firstId: kept.customerId,
      secondId: dropped.customerId,
      reason: reason.trim(),
    })
    if (!done.ok) return
    toast(t('duplicates.dismissed'))
    onDone()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('duplicates.dismissTitle', { first: kept.name, second: dropped.name })}
      confirmLabel={t('duplicates.dismiss')}
      onConfirm={() => void run()}
      pending={dismiss.pending}
      failure={dismiss.failure}
    >
      <Stack gap="sm">
        <Text>{t('duplicates.dismissHint')}</Text>
        <TextInput
          label={t('duplicates.dismissReason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={errors('reason')}
          required
          data-autofocus
        />
      </Stack>
    </ConfirmDialog>
  )
}
