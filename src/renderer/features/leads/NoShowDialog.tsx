import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { toast } from '../../ui/toast.ts'

interface NoShowDialogProps {
  readonly appointment: { readonly appointmentId: string; readonly customerName: string }
  readonly onClose: () => void
}

/** 爽约: he has not come; a plan for today takes the appointment's place. */
export function NoShowDialog({ appointment, onClose }: NoShowDialogProps) {
  const { t } = useTranslation()
  const mark = useCommand('appointments.noShow')
  const save = async (note: string) => {
    const done = await mark.run({ appointmentId: appointment.appointmentId, ...(note ? { note } : {}) })
    if (!done.ok) return
    toast(t('leads.visits.marked'))
    onClose()
  }
  return (
    <ReasonDialog
      onClose={onClose}
      title={t('leads.visits.noShowTitle', { name: appointment.customerName })}
      id="no-show-note"
      label={t('leads.visits.noShowNote')}
      field="note"
      confirmLabel={t('leads.visits.noShow')}
      onConfirm={save}
      command={mark}
    >
      {t('leads.visits.noShowHint')}
    </ReasonDialog>
  )
}
