import { Alert, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { forgetDraftsOf } from '../../api/drafts.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import type { Card } from '../../ui/customer/card.ts'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { Reasons } from '../../ui/Why.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import classes from './Privacy.module.css'

/** 抹除: what goes, what stays, and the name typed once more before what cannot be taken back. */
export function EraseDialog({ card, onClose }: { readonly card: Card; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { customerId } = card.customer
  const name = card.customer.name ?? ''
  const preview = useQuery('privacy.previewErasure', { customerId })
  const erase = useCommand('privacy.erase')
  const errors = useFieldErrors(erase.failure)
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState('')
  const isBlocked = !preview.data || preview.data.refusals.length > 0
  const save = async () => {
    if (!preview.data) return
    const { version } = preview.data
    const done = await erase.run({ customerId, version, reason, name: typed })
    if (!done.ok) return
    forgetDraftsOf(customerId)
    toast(t('privacy.erased'))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('privacy.eraseTitle', { name })}
      confirmLabel={t('privacy.eraseDo')}
      onConfirm={() => void save()}
      pending={erase.pending}
      failure={erase.failure}
      disabled={isBlocked || reason.trim().length < 2 || typed.trim() !== name}
      danger
      wide
    >
      <Stack gap="sm">
        <Text>{t('privacy.eraseHint')}</Text>
        {preview.error ? <ErrorState error={preview.error} onRetry={() => void preview.refetch()} /> : null}
        {preview.isPending && <Text c="dimmed">{t('privacy.reading')}</Text>}
        {preview.data && <Preview preview={preview.data} />}
        {preview.data && !isBlocked && (
          <>
            <TextInput
              label={t('privacy.eraseReason')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              error={errors('reason')}
              withAsterisk
              data-autofocus
            />
            <TextInput
              label={t('privacy.eraseConfirm', { name })}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              error={errors('name')}
              autoComplete="off"
              withAsterisk
            />
            {erase.pending && <Text c="dimmed">{t('privacy.erasing')}</Text>}
          </>
        )}
      </Stack>
    </ConfirmDialog>
  )
}

type Previewed = CallOutput<'privacy.previewErasure'>
const goes = [
  ['phones', 'goesPhones'],
  ['texts', 'goesTexts'],
  ['recordings', 'goesRecordings'],
  ['relatives', 'goesRelatives'],
  ['merged', 'goesMerged'],
] as const
const stays = [
  ['opportunities', 'staysOpportunities'],
  ['followUps', 'staysFollowUps'],
  ['plans', 'staysPlans'],
  ['visits', 'staysVisits'],
  ['leads', 'staysLeads'],
  ['violations', 'staysViolations'],
  ['claims', 'staysClaims'],
  ['instructions', 'staysInstructions'],
  ['recordings', 'staysRecordings'],
] as const

function Preview({ preview }: { readonly preview: Previewed }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { trail, sheets, kept, refusals } = preview
  return (
    <>
      {refusals.length > 0 && (
        <Alert color="orange" variant="light" title={t('privacy.eraseBlocked')}>
          <Reasons reasons={refusals} />
        </Alert>
      )}
      <div className={classes.columns}>
        <section aria-label={t('privacy.eraseGoes')}>
          <h3>{t('privacy.eraseGoes')}</h3>
          <ul>
            {goes
              .filter(([key]) => preview[key] > 0)
              .map(([key, word]) => (
                <li key={key}>{t(`privacy.${word}`, { count: preview[key] })}</li>
              ))}
            <li>{t('privacy.goesTrail', { trail, sheets })}</li>
          </ul>
        </section>
        <section aria-label={t('privacy.eraseStays')}>
          <h3>{t('privacy.eraseStays')}</h3>
          <ul>
            {stays
              .filter(([key]) => kept[key] > 0)
              .map(([key, word]) => (
                <li key={key}>{t(`privacy.${word}`, { count: kept[key] })}</li>
              ))}
          </ul>
        </section>
      </div>
      <Text c="dimmed">{t('privacy.eraseBackups', { on: dates.full(preview.backupsUntil) })}</Text>
    </>
  )
}
