import { Select, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { useToday } from '../../api/use-session.ts'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import type { LeadException } from './lead.ts'
import type { LeadDialogProps } from './lead-act.ts'
import { usePeople } from '../../ui/leads/use-people.ts'

const kinds = ['negative_reaction', 'own_request'] as const
type Kind = (typeof kinds)[number]

/** A negative reaction, or the consultant's own request for help. */
export function RaiseDialog({ lead, onClose, onDone }: LeadDialogProps) {
  const { t } = useTranslation()
  const raise = useCommand('leads.raiseException')
  const errors = useFieldErrors(raise.failure)
  const [kind, setKind] = useState<Kind>('negative_reaction')
  const save = async (note: string) => {
    const done = await raise.run({ leadId: lead.leadId, kind, note })
    if (!done.ok) return
    toast(t('leads.raised'))
    onDone()
  }
  return (
    <ReasonDialog
      onClose={onClose}
      title={t('leads.raiseTitle', { name: lead.name })}
      id="lead-raise-note"
      label={t('leads.raiseNote')}
      placeholder={t('leads.raiseNoteHint')}
      field="note"
      need="awaited"
      confirmLabel={t('leads.raise')}
      onConfirm={save}
      command={raise}
    >
      <ChoiceGroup
        label={t('leads.raiseKind')}
        choices={kinds.map((value) => ({ value, label: t(`codes.leadExceptionKind.${value}`) }))}
        value={kind}
        onChange={setKind}
        error={errors('kind')}
        columns={2}
      />
    </ReasonDialog>
  )
}

interface ExceptionDialogProps extends LeadDialogProps {
  readonly exception: LeadException
}

/** The manager names who helps; the customer stays his owner's. */
export function HelperDialog({ lead, exception, onClose, onDone }: ExceptionDialogProps) {
  const { t } = useTranslation()
  const today = useToday()
  const { consultants } = usePeople()
  const command = useCommand('leads.nameHelper')
  const errors = useFieldErrors(command.failure)
  const [helperId, setHelperId] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [dueOn, setDueOn] = useState<BusinessDate | null>(null)
  const helpers = consultants.filter(
    ({ staffId }) => staffId !== lead.ownerId && staffId !== exception.helper?.staffId,
  )
  const save = async () => {
    if (helperId === null) return
    const said = note.trim()
    const done = await command.run({
      exceptionId: exception.exceptionId,
      helperId,
      dueOn,
      ...(said ? { note: said } : {}),
    })
    if (!done.ok) return
    toast(t('leads.helperNamed', { name: helpers.find(({ staffId }) => staffId === helperId)?.name ?? '' }))
    onDone()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('leads.nameHelper')}
      confirmLabel={t('leads.nameHelper')}
      onConfirm={() => void save()}
      pending={command.pending}
      failure={command.failure}
      disabled={helperId === null}
    >
      <Stack gap="sm" mb="sm">
        <Select
          id="lead-helper"
          label={t('leads.helper')}
          value={helperId}
          onChange={setHelperId}
          data={helpers.map(({ staffId, name }) => ({ value: staffId, label: name }))}
          error={errors('helperId')}
          searchable
          selectFirstOptionOnChange
          required
          data-autofocus
        />
        <Textarea
          id="lead-helper-note"
          label={t('leads.helperNote')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={errors('note')}
          autosize
          minRows={2}
        />
        <DateField
          id="lead-helper-due"
          label={t('leads.helperDue')}
          value={dueOn}
          onChange={setDueOn}
          min={today}
          error={errors('dueOn')}
          w={200}
        />
        <Text size="xs" c="dimmed">
          {t('leads.helperStays', { owner: lead.ownerName ?? t('ui.nobody') })}
        </Text>
      </Stack>
    </ConfirmDialog>
  )
}

/** Done: the lead is its consultant's alone again. */
export function EndDialog({ lead, exception, onClose, onDone }: ExceptionDialogProps) {
  const { t } = useTranslation()
  const end = useCommand('leads.endException')
  const save = async (outcome: string) => {
    const done = await end.run({ exceptionId: exception.exceptionId, outcome })
    if (!done.ok) return
    toast(t('leads.ended', { owner: lead.ownerName ?? t('ui.nobody') }))
    onDone()
  }
  return (
    <ReasonDialog
      onClose={onClose}
      title={t('leads.endTitle', { name: lead.name })}
      id="lead-exception-outcome"
      label={t('leads.outcome')}
      field="outcome"
      need="awaited"
      confirmLabel={t('leads.end')}
      onConfirm={save}
      command={end}
    />
  )
}
