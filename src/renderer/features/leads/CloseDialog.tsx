import { Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { leadCloseReasons, type LeadCloseReason } from '#shared/domain/codes.ts'
import { useCommand } from '../../api/use-command.ts'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useFieldErrors } from '../../ui/use-field-errors.ts'
import type { LeadDialogProps } from './lead-act.ts'

/** Ends a lead that got no card, with the reason. */
export function CloseDialog({ lead, onClose, onDone }: LeadDialogProps) {
  const { t } = useTranslation()
  const close = useCommand('leads.close')
  const errors = useFieldErrors(close.failure)
  const [reason, setReason] = useState<LeadCloseReason | null>(null)
  const [note, setNote] = useState('')
  const save = async () => {
    if (reason === null) return
    const said = note.trim()
    const done = await close.run({ leadId: lead.leadId, reason, ...(said ? { note: said } : {}) })
    if (!done.ok) return
    toast(t('leads.closed'))
    onDone()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('leads.closeTitle', { name: lead.name })}
      confirmLabel={t('leads.close')}
      onConfirm={() => void save()}
      pending={close.pending}
      failure={close.failure}
      disabled={reason === null}
    >
      <Stack gap="sm" mb="sm">
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
        <Textarea
          id="lead-close-note"
          label={t('leads.closeNote')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={errors('note')}
          autosize
          minRows={2}
        />
      </Stack>
    </ConfirmDialog>
  )
}
