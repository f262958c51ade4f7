import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { leadCloseReasons, type LeadCloseReason } from '#shared/domain/codes.ts'
import { useCommand } from '../../api/use-command.ts'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import type { LeadDialogProps } from './lead-act.ts'

/** Ends a lead that got no card, with the reason. */
export function CloseDialog({ lead, onClose, onDone }: LeadDialogProps) {
  const { t } = useTranslation()
  const close = useCommand('leads.close')
  const errors = useFieldErrors(close.failure)
  const [reason, setReason] = useState<LeadCloseReason | null>(null)
  const save = async (note: string) => {
    if (reason === null) return
    const done = await close.run({ leadId: lead.leadId, reason, ...(note ? { note } : {}) })
    if (!done.ok) return
    toast(t('leads.closed'))
    onDone()
  }
  return (
    <ReasonDialog
      onClose={onClose}
      title={t('leads.closeTitle', { name: lead.name })}
      id="lead-close-note"
      label={t('leads.closeNote')}
      field="note"
      confirmLabel={t('leads.close')}
      onConfirm={save}
      command={close}
      disabled={reason === null}
    >
      <div data-autofocus tabIndex={-1}>
        <ChoiceGroup
          label={t('leads.closeReason')}
          choices={leadCloseReasons.map((value) => ({ value, label: t(`codes.leadCloseReason.${value}`) }))}
          value={reason}
          onChange={setReason}
          error={errors('reason')}
          required
        />
      </div>
    </ReasonDialog>
  )
}
