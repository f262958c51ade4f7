import { Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.ts'

interface NoShowDialogProps {
  readonly appointment: { readonly appointmentId: string; readonly customerName: string }
  readonly onClose: () => void
}

/** 爽约: he has not come; a plan for today takes the appointment's place. */
export function NoShowDialog({ appointment, onClose }: NoShowDialogProps) {
  const { t } = useTranslation()
  const mark = useCommand('appointments.noShow')
  const [note, setNote] = useState('')
  const save = async () => {
    const said = note.trim()
    const done = await mark.run({
      appointmentId: appointment.appointmentId,
      ...(said ? { note: said } : {}),
    })
    if (!done.ok) return
    toast(t('leads.visits.marked'))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('leads.visits.noShowTitle', { name: appointment.customerName })}
      confirmLabel={t('leads.visits.noShow')}
      onConfirm={() => void save()}
      pending={mark.pending}
      failure={mark.failure}
    >
      <Stack gap="sm" mb="sm">
        <Text>{t('leads.visits.noShowHint')}</Text>
        <Textarea
          id="no-show-note"
          label={t('leads.visits.noShowNote')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={2}
          data-autofocus
        />
      </Stack>
    </ConfirmDialog>
  )
}
