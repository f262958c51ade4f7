import { Alert, Checkbox, Stack } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { IconUserCheck } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { useCan } from '../../api/use-session.ts'
import { ConfirmDialog } from '../ConfirmDialog.tsx'
import { focusFirstProblem } from '../keys/focus-problem.ts'
import { toast } from '../toast.ts'
import { useFieldErrors } from '../fields/use-field-errors.ts'
import { toOf, whyOf, type AssignDraft } from './assign-draft.ts'
import { AssignFields } from './AssignFields.tsx'
import { emptyDraft, fieldsOf, nextDraft, type LeadDraft } from './lead-draft.ts'
import { LeadFields } from './LeadFields.tsx'
import { useKnownCustomer } from './use-lead-phone.ts'

interface AddLeadDialogProps {
  readonly onClose: () => void
  readonly onDone: () => void
}

const ways = ['rotation', 'hand', 'later'] as const

/** Enters a lead in seconds: the phone first, which tells a known customer at once; then the next one, if wanted. */
export function AddLeadDialog({ onClose, onDone }: AddLeadDialogProps) {
  const { t } = useTranslation()
  const mayAssign = useCan('lead.assign')
  // Whoever neither assigns nor has leads of his own only takes them down: they wait.
  const waits = !useCan('lead.read')
  const add = useCommand('leads.add')
  const errors = useFieldErrors(add.failure)
  const form = useRef<HTMLDivElement>(null)
  const [draft, setDraft] = useState<LeadDraft>(emptyDraft)
  const [assign, setAssign] = useState<AssignDraft>({ way: 'rotation', staffId: null, why: '' })
  const [goesOn, setGoesOn] = useSessionStorage<boolean>({
    key: 'showroom.leads.another',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  const known = useKnownCustomer(draft.phone)
  const to = toOf(assign)
  useEffect(() => {
    if (add.failure) focusFirstProblem(form.current)
  }, [add.failure])
  const save = async () => {
    if (add.pending || (mayAssign && to === null)) return
    const done = await add.run({
      ...fieldsOf(draft),
      ...(mayAssign && to !== null ? { assign: to, ...whyOf(assign) } : {}),
    })
    if (!done.ok) return
    const { assignment } = done.value
    const words = { name: draft.name || draft.phone, staff: assignment?.staffName ?? '' }
    toast(
      assignment?.staffId == null
        ? t('leads.added', words)
        : t(assignment.linked ? 'leads.addedLinked' : 'leads.addedTo', words),
    )
    if (!goesOn) return onDone()
    setDraft(nextDraft(draft))
    document.getElementById('lead-phone')?.focus()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('leads.add')}
      confirmLabel={t('common.save')}
      onConfirm={() => void save()}
      pending={add.pending}
      failure={add.failure}
      disabled={mayAssign && to === null}
    >
      <Stack gap="sm" mb="sm" ref={form}>
        <LeadFields draft={draft} onChange={setDraft} errors={errors} />
        {known ? (
          <Alert
            color="orange"
            variant="light"
            role="status"
            icon={<IconUserCheck size={16} aria-hidden />}
            p="sm"
            title={t('leads.known', { owner: known.ownerName ?? t('ui.nobody') })}
          >
            {t(waits ? 'leads.knownWaits' : 'leads.knownHint')}
          </Alert>
        ) : (
          mayAssign && <AssignFields ways={ways} draft={assign} onChange={setAssign} errors={errors} />
        )}
        <Checkbox
          size="xs"
          label={t('leads.addAnother')}
          checked={goesOn}
          onChange={(event) => setGoesOn(event.currentTarget.checked)}
        />
      </Stack>
    </ConfirmDialog>
  )
}
