import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { usePolicy } from '../../api/use-session.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import { Why } from '../../ui/Why.tsx'
import { toOf, whyOf, type AssignDraft } from '../../ui/leads/assign-draft.ts'
import { AssignFields } from '../../ui/leads/AssignFields.tsx'
import type { Assignment, Lead } from './lead.ts'
import classes from './Leads.module.css'

interface AssignDialogProps {
  readonly leads: readonly Lead[]
  readonly way: 'rotation' | 'hand'
  readonly onClose: () => void
  readonly onDone: () => void
}

const ways = ['rotation', 'hand'] as const

/** Assigns one lead or several, by rotation or by hand; then tells what became of each. */
export function AssignDialog({ leads, way, onClose, onDone }: AssignDialogProps) {
  const { t } = useTranslation()
  const hours = usePolicy().thresholds.leadFirstFollowUpHours
  const command = useCommand('leads.assign')
  const errors = useFieldErrors(command.failure)
  const [draft, setDraft] = useState<AssignDraft>({ way, staffId: null, why: '' })
  const [results, setResults] = useState<readonly Assignment[] | null>(null)
  const [first] = leads
  const to = toOf(draft)
  const assign = async () => {
    if (to === null || command.pending) return
    const leadIds = leads.map(({ leadId }) => leadId)
    const done = await command.run({ leadIds, to, ...whyOf(draft) })
    if (!done.ok) return
    const { rows } = done.value
    const [only] = rows
    // One that went where it was to go needs no list.
    if (rows.length === 1 && only && only.staffId !== null && !only.linked) {
      toast(t('leads.assignedLine', { name: first?.name ?? '', staff: only.staffName ?? '' }))
      return onDone()
    }
    setResults(rows)
  }
  if (results) return <Results leads={leads} results={results} onDone={onDone} />
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={
        leads.length === 1 && first
          ? t('leads.assignOne', { name: first.name })
          : t('leads.assignTitle', { count: leads.length })
      }
      confirmLabel={t('leads.assign')}
      onConfirm={() => void assign()}
      pending={command.pending}
      failure={command.failure}
      disabled={to === null}
    >
      <Stack gap="sm" mb="sm">
        <AssignFields ways={ways} draft={draft} onChange={setDraft} errors={errors} />
        <Text size="xs" c="dimmed">
          {t('leads.assignHint', { hours })}
        </Text>
      </Stack>
    </ConfirmDialog>
  )
}

interface ResultsProps {
  readonly leads: readonly Lead[]
  readonly results: readonly Assignment[]
  readonly onDone: () => void
}

/** Who got what, and what still waits, each with its reasons. */
function Results({ leads, results, onDone }: ResultsProps) {
  const { t } = useTranslation()
  const nameOf = (leadId: string) => leads.find((each) => each.leadId === leadId)?.name ?? ''
  const given = results.filter(({ staffId }) => staffId !== null).length
  return (
    <Modal
      opened
      onClose={onDone}
      title={t('leads.assignedTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Text role="status" mb="xs">
        {t('leads.assigned', { count: given })}
      </Text>
      <ul className={classes.results}>
        {results.map((each) => (
          <li key={each.leadId}>
            {each.staffId === null
              ? t('leads.waitsLine', { name: nameOf(each.leadId) })
              : t('leads.assignedLine', { name: nameOf(each.leadId), staff: each.staffName ?? '' })}
            {each.linked && <span className={classes.quiet}>{t('leads.linked')}</span>}
            <Why reasons={each.reasons} about={nameOf(each.leadId)} />
          </li>
        ))}
      </ul>
      <Group justify="flex-end" mt="md">
        <Button onClick={onDone} data-autofocus>
          {t('leads.gotIt')}
        </Button>
      </Group>
    </Modal>
  )
}
