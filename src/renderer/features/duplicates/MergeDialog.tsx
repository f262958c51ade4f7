import { Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MergedField, MergeSide } from '#shared/contract/duplicates.ts'
import { useCommand } from '../../api/use-command.ts'
import { usePolicy } from '../../api/use-session.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { formatPhone } from '../../ui/marks/Phone.tsx'
import { toast } from '../../ui/toast.ts'
import type { MergePreview } from './pair.ts'

interface MergeDialogProps {
  readonly preview: MergePreview
  readonly choices: Partial<Readonly<Record<MergedField, MergeSide>>>
  readonly onClose: () => void
  readonly onDone: () => void
}

/** The last question before two records become one; what is not chosen by hand stays as it was proposed on the screen. */
export function MergeDialog({ preview, choices, onClose, onDone }: MergeDialogProps) {
  const { t } = useTranslation()
  const apply = useCommand('merges.apply')
  const [reason, setReason] = useState('')
  const days = usePolicy().thresholds.mergeUndoDays
  const { kept, dropped, fields } = preview
  const chosen = Object.fromEntries(
    fields.map(({ field, choice }) => [field, choices[field] ?? choice]),
  ) as Record<MergedField, MergeSide>
  // Two records of one customer often have one name: then the phone tells which is which.
  const called = ({ name, phones: [phone] }: MergePreview['kept']) =>
    kept.name === dropped.name && phone ? `${name} ${formatPhone(phone)}` : name
  const run = async () => {
    const done = await apply.run({
      keptId: kept.customerId,
      droppedId: dropped.customerId,
      choices: chosen,
      versions: { kept: kept.version, dropped: dropped.version },
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    })
    if (!done.ok) return
    toast(t('duplicates.merged', { name: chosen.name === 'dropped' ? dropped.name : kept.name }))
    onDone()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('duplicates.mergeTitle', { kept: called(kept), dropped: called(dropped) })}
      confirmLabel={t('duplicates.merge')}
      onConfirm={() => void run()}
      pending={apply.pending}
      failure={apply.failure}
    >
      <Stack gap="sm">
        <Text>{t('duplicates.mergeHint', { days })}</Text>
        <TextInput
          label={t('duplicates.mergeReason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
      </Stack>
    </ConfirmDialog>
  )
}
