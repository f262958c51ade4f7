import { Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { useSession } from '../../api/use-session.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'

/** A director says that the clock, which is behind the last record, is right, and why. */
export function SettleClockDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { store } = useSession()
  const settle = useCommand('store.settleClock')
  const errors = useFieldErrors(settle.failure)
  const [reason, setReason] = useState('')
  const save = async () => {
    const done = await settle.run({ reason })
    if (!done.ok) return
    toast(t('clock.settled'))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('clock.settleTitle')}
      confirmLabel={t('clock.settle')}
      onConfirm={() => void save()}
      pending={settle.pending}
      failure={settle.failure}
      disabled={reason.trim() === ''}
    >
      <Stack gap="sm">
        <Text>
          {t('clock.behindBy', {
            now: dates.moment(store.now),
            last: store.lastRecordedAt === null ? '' : dates.moment(store.lastRecordedAt),
          })}
        </Text>
        <Text c="dimmed">{t('clock.settleHint')}</Text>
        <Textarea
          label={t('ui.field.reason')}
          required
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={errors('reason')}
          data-autofocus
        />
      </Stack>
    </ConfirmDialog>
  )
}
