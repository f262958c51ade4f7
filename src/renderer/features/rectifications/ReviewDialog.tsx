import { Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useFieldErrors } from '../../ui/use-field-errors.ts'
import type { Report } from './report.ts'

export type Review = 'accept' | 'return'

interface ReviewDialogProps {
  readonly report: Report
  readonly review: Review
  readonly onClose: () => void
  readonly onDone: (message: string) => void
}

/** The manager accepts the report, or returns it and says what is missing. */
export function ReviewDialog({ report, review, onClose, onDone }: ReviewDialogProps) {
  const { t } = useTranslation()
  const command = useCommand('rectifications.review')
  const errors = useFieldErrors(command.failure)
  const [note, setNote] = useState('')
  const { rectificationId, version, staffName: name } = report
  const accepts = review === 'accept'
  const confirm = async () => {
    const done = await command.run({
      rectificationId,
      version,
      decision: review,
      ...(note.trim() ? { note } : {}),
    })
    if (done.ok) onDone(t(accepts ? 'rectifications.doneAccept' : 'rectifications.doneReturn', { name }))
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(accepts ? 'rectifications.acceptTitle' : 'rectifications.returnTitle', { name })}
      confirmLabel={t(accepts ? 'rectifications.accept' : 'rectifications.return')}
      onConfirm={() => void confirm()}
      pending={command.pending}
      failure={command.failure}
    >
      <Stack gap="sm">
        <Text>{t(accepts ? 'rectifications.acceptHint' : 'rectifications.returnHint')}</Text>
        <Textarea
          id="rectification-note"
          label={t(accepts ? 'rectifications.noteOptional' : 'rectifications.noteRequired')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={errors('note')}
          required={!accepts}
          data-autofocus
          autosize
          minRows={2}
        />
      </Stack>
    </ConfirmDialog>
  )
}
