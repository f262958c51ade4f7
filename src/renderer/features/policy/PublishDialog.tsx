import { Alert, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { useToday } from '../../api/use-session.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import { useEditor } from './editor.ts'
import { usePreview } from './use-preview.ts'

interface PublishDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly from: BusinessDate
  readonly onFrom: (from: BusinessDate) => void
  readonly onPublished: (version: number) => void
}

/** Publishes what is being edited: from when, why, and once more what it will do. */
export function PublishDialog({ opened, onClose, from, onFrom, onPublished }: PublishDialogProps) {
  const { t } = useTranslation()
  const { policy } = useEditor()
  const today = useToday()
  const [note, setNote] = useState('')
  const publish = useCommand('policies.publish')
  const errors = useFieldErrors(publish.failure)
  const close = () => {
    publish.reset()
    onClose()
  }
  const run = async () => {
    const done = await publish.run({ policy, effectiveFrom: from, note: note.trim() || null })
    if (done.ok) {
      setNote('')
      onPublished(done.value.version)
    }
  }
  return (
    <ConfirmDialog
      opened={opened}
      onClose={close}
      title={t('policy.publishTitle')}
      confirmLabel={t('policy.publish')}
      onConfirm={() => void run()}
      pending={publish.pending}
      failure={publish.failure}
    >
      <Stack gap="sm" mb="sm">
        <DateField
          id="publish-from"
          label={t('policy.publishFrom')}
          value={from}
          min={today}
          onChange={(chosen) => chosen && chosen >= today && onFrom(chosen)}
          error={errors('effectiveFrom')}
        />
        <Textarea
          label={t('policy.publishNote')}
          description={t('policy.publishNoteHint')}
          value={note}
          onChange={({ currentTarget: { value } }) => setNote(value)}
          autosize
          data-autofocus
          minRows={2}
          error={errors('note')}
        />
        {opened && <Effect from={from} />}
      </Stack>
    </ConfirmDialog>
  )
}

function Effect({ from }: { readonly from: BusinessDate }) {
  const { t } = useTranslation()
  const today = useToday()
  const dates = useDates()
  const { data } = usePreview(from, true)
  const versions = useQuery('policies.list')
  const coming = (versions.data?.rows ?? []).filter(({ state }) => state === 'coming')
  if (!data) return <LoadingRows rows={2} />
  const grades = data.gradeChanges.reduce((sum, { count }) => sum + count, 0)
  return (
    <Alert variant="light" p="sm" role="status">
      <Text>{t('policy.publishWill', { plans: data.beyondLimit.total, grades })}</Text>
      <Text mt={4}>
        {from === today
          ? t('policy.publishToday')
          : t('policy.publishLater', { from: dates.withWeekday(from) })}
      </Text>
      {coming.map(({ version, effectiveFrom }) => (
        <Text key={version} mt={4} fw={700}>
          {t(effectiveFrom >= from ? 'policy.publishReplaces' : 'policy.publishAfter', {
            version,
            from: dates.withWeekday(effectiveFrom),
          })}
        </Text>
      ))}
    </Alert>
  )
}
