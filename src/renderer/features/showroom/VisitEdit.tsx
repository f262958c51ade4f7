import { Button, Group, TextInput, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { visitKinds } from '#shared/domain/codes.ts'
import { useCommand } from '../../api/use-command.ts'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { Form } from '../../ui/fields/Form.tsx'
import { SaveOrCancel } from '../../ui/fields/SaveOrCancel.tsx'
import { toast } from '../../ui/toast.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { CallerField } from './CallerField.tsx'
import classes from './Showroom.module.css'
import { OthersChanges } from './OthersChanges.tsx'
import { changeableFields, changesOf, draftOfVisit } from './visit-draft.ts'
import type { Visit } from './visit.ts'
import { VisitFields } from './VisitFields.tsx'

interface VisitEditProps {
  /** The line as it stands now; it may move on while it is being completed. */
  readonly visit: Visit
  /** Its date has passed: a change needs its reason. */
  readonly needsReason: boolean
  readonly onClose: () => void
  readonly onOpenVisit: (visitId: string) => void
}

/** Completes or corrects a line. Only what was changed is sent, so that nobody's change is lost. */
export function VisitEdit({ visit, needsReason, onClose, onOpenVisit }: VisitEditProps) {
  const { t } = useTranslation()
  const update = useCommand('visits.update')
  const errors = useFieldErrors(update.failure)
  const [opened, setOpened] = useState({ version: visit.version, draft: draftOfVisit(visit) })
  const [draft, setDraft] = useState(opened.draft)
  const [reason, setReason] = useState('')
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))

  const save = async (after = draft, before = opened) => {
    const changes = changesOf(before.draft, after)
    if (Object.keys(changes).length === 0) return onClose()
    const done = await update.run({
      visitId: visit.visitId,
      version: before.version,
      ...changes,
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    })
    if (!done.ok) return
    toast(t('showroom.saved'))
    onClose()
  }
  const { failure } = update
  const isStale = failure?.code === 'STALE_VERSION'
  /** What they changed and nobody changed here is theirs; what is typed here stays. */
  const settle = (keepsMine: boolean) => {
    const theirs = { version: visit.version, draft: draftOfVisit(visit) }
    const mine = changeableFields.filter(
      (field) =>
        draft[field] !== opened.draft[field] && (keepsMine || theirs.draft[field] === opened.draft[field]),
    )
    const settled = { ...theirs.draft, ...Object.fromEntries(mine.map((field) => [field, draft[field]])) }
    setOpened(theirs)
    setDraft(settled)
    void save(settled, theirs)
  }
  useEffect(() => {
    document.getElementById('visit-phone')?.focus()
  }, [])
  useShortcuts(t('showroom.complete'), [
    {
      keys: 'mod+Enter',
      label: t('common.save'),
      run: () => void save(),
      inFields: true,
      when: !isStale,
    },
  ])
  const earlier = failure?.reasons?.find(({ code }) => code === 'earlier_visit_uncarded')?.data['visitId']
  return (
    <Form
      label={t('showroom.complete')}
      className={classes.edit}
      failure={isStale ? null : failure}
      onSave={() => void save()}
      onLeave={onClose}
    >
      <Title order={2} size="h3">
        {t('showroom.complete')} · {visit.arrivedTime}
      </Title>
      <div className={classes.editLine}>
        <TextInput
          id="visit-phone"
          label={t('codes.field.phone')}
          value={draft.phone}
          onChange={(event) => change({ phone: event.currentTarget.value })}
          error={errors('phone')}
          inputMode="tel"
          autoComplete="off"
        />
        <CallerField
          id="visit-caller"
          value={draft.callerName}
          onChange={(callerName) => change({ callerName })}
          error={errors('callerName')}
        />
        <ChoiceGroup
          id="visit-kind"
          label={t('showroom.kind')}
          choices={visitKinds.map((value) => ({ value, label: t(`codes.visitKind.${value}`) }))}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          error={errors('kind')}
        />
        <TextInput
          id="visit-size"
          label={t('showroom.partySize')}
          value={draft.partySize}
          onChange={(event) => change({ partySize: event.currentTarget.value })}
          error={errors('partySize')}
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
      <VisitFields idPrefix="visit" draft={draft} onChange={change} errors={errors} asksOccasion={false} />
      {needsReason && (
        <TextInput
          id="visit-reason"
          label={t('showroom.reasonForPast')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={errors('reason')}
          withAsterisk
          autoComplete="off"
        />
      )}
      {isStale ? (
        <OthersChanges
          before={opened.draft}
          mine={draft}
          theirs={draftOfVisit(visit)}
          onKeep={() => settle(true)}
          onTake={() => settle(false)}
          pending={update.pending}
        />
      ) : (
        <FailureAlert failure={failure}>
          {typeof earlier === 'string' && (
            <Group mt="xs">
              <Button onClick={() => onOpenVisit(earlier)}>{t('showroom.openEarlier')}</Button>
            </Group>
          )}
        </FailureAlert>
      )}
      {!isStale && <SaveOrCancel pending={update.pending} onCancel={onClose} />}
    </Form>
  )
}
