import { Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { useToday } from '../../api/use-session.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/use-dates.ts'
import { useFieldErrors } from '../../ui/use-field-errors.ts'
import type { ProgressRow } from './form.ts'

interface MovePlanProps {
  readonly row: ProgressRow
  readonly planId: string
  readonly on: BusinessDate
  readonly onClose: () => void
}

/** Moves a star of the progress sheet: earlier, or later within the limit, while its date has not come. */
export function MovePlan({ row, planId, on: before, onClose }: MovePlanProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const today = useToday()
  const move = useCommand('followUps.move')
  const errors = useFieldErrors(move.failure)
  const [on, setOn] = useState<BusinessDate | null>(before)
  const [reason, setReason] = useState('')
  const save = async () => {
    if (!on) return
    const done = await move.run({ planId, on, reason: reason.trim() })
    if (!done.ok) return
    toast(t('forms.progress.moved', { on: dates.withWeekday(done.value.on) }))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('forms.progress.moveTitle', { name: row.name })}
      confirmLabel={t('forms.progress.move')}
      onConfirm={() => void save()}
      pending={move.pending}
      failure={move.failure}
      disabled={on === null}
    >
      <Stack gap="sm">
        <Text c="dimmed">
          {t('forms.progress.moveHint', {
            on: dates.withWeekday(before),
            limit: dates.withWeekday(row.limit),
          })}
        </Text>
        <DateField
          id="form-move-on"
          label={t('forms.progress.newDate')}
          value={on}
          onChange={setOn}
          min={today}
          max={row.limit > before ? row.limit : before}
          error={errors('on')}
          data-autofocus
        />
        <Textarea
          id="form-move-reason"
          label={t('forms.progress.moveReason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={errors('reason')}
          withAsterisk
          autosize
          minRows={2}
        />
      </Stack>
    </ConfirmDialog>
  )
}
