import { Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import type { LeadDialogProps } from './lead-act.ts'
import { changesOf, draftOf } from '../../ui/leads/lead-draft.ts'
import { LeadFields } from '../../ui/leads/LeadFields.tsx'

/** Corrects what came in. */
export function EditDialog({ lead, onClose, onDone }: LeadDialogProps) {
  const { t } = useTranslation()
  const update = useCommand('leads.update')
  const errors = useFieldErrors(update.failure)
  const [before] = useState(() => draftOf(lead))
  const [draft, setDraft] = useState(before)
  const changes = changesOf(before, draft)
  const save = async () => {
    const done = await update.run({ leadId: lead.leadId, version: lead.version, ...changes })
    if (!done.ok) return
    toast(t('leads.saved'))
    onDone()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('leads.editTitle', { name: lead.name })}
      confirmLabel={t('common.save')}
      onConfirm={() => void save()}
      pending={update.pending}
      failure={update.failure}
      disabled={Object.keys(changes).length === 0}
    >
      <Stack gap="sm" mb="sm">
        <LeadFields
          draft={draft}
          onChange={setDraft}
          errors={errors}
          isAssigned={lead.status !== 'unassigned'}
        />
      </Stack>
    </ConfirmDialog>
  )
}
