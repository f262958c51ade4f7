import { Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { RecordingPicker } from '../../ui/recordings/RecordingPicker.tsx'
import { useFieldErrors } from '../../ui/use-field-errors.ts'
import type { Violation } from './violation.ts'

export type Act = 'confirm' | 'lower' | 'waive' | 'object'

interface ActDialogProps {
  readonly act: Act
  readonly about: readonly Violation[]
  readonly onClose: () => void
  readonly onDone: (message: string) => void
}

/** What becomes of the chosen violations, and the words that go with it. */
export function ActDialog({ act, about, onClose, onDone }: ActDialogProps) {
  const { t } = useTranslation()
  const confirm = useCommand('violations.confirm')
  const waive = useCommand('violations.waive')
  const object = useCommand('violations.object')
  const [text, setText] = useState('')
  const [recordingId, setRecordingId] = useState<string | null>(null)
  const command = act === 'waive' ? waive : act === 'object' ? object : confirm
  const errors = useFieldErrors(command.failure)
  const count = about.length
  const violationIds = about.map((each) => each.violationId)
  const reason = text.trim()
  // A recording is heard of one customer.
  const [first] = about
  const customerId =
    first && about.every((each) => each.customerId === first.customerId) ? first.customerId : null

  const run = async () => {
    if (act === 'waive') {
      const done = await waive.run({ violationIds, reason })
      if (done.ok) onDone(t('violations.waived', { count }))
    } else if (act === 'object') {
      const done = await object.run({ violationIds, reason, ...(recordingId ? { recordingId } : {}) })
      if (done.ok) onDone(t('violations.objected', { count }))
    } else {
      const done = await confirm.run({
        violationIds,
        ...(reason ? { reason } : {}),
        ...(act === 'lower' ? { lowerSuspension: true } : {}),
      })
      if (done.ok) onDone(t('violations.confirmed', { count }))
    }
  }
  const isNeeded = act === 'waive' || act === 'object'
  const label =
    act === 'object'
      ? t('violations.objectionText')
      : t(isNeeded ? 'violations.reason' : 'violations.reasonOptional')
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(`violations.${act}Title`, { count })}
      confirmLabel={t(`violations.${act}`)}
      onConfirm={() => void run()}
      pending={command.pending}
      failure={command.failure}
    >
      <Stack gap="sm">
        <Text>{t(`violations.${act}Hint`)}</Text>
        <Textarea
          id="violations-reason"
          label={label}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={errors('reason')}
          required={isNeeded}
          data-autofocus
          autosize
          minRows={2}
        />
        {act === 'object' && customerId !== null && (
          <RecordingPicker
            customerId={customerId}
            label={t('violations.recording')}
            value={recordingId}
            onChange={setRecordingId}
            allowNone
          />
        )}
      </Stack>
    </ConfirmDialog>
  )
}
