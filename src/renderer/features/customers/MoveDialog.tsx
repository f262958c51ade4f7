import { Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { useToday } from '../../api/use-session.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import type { CardPlan } from '../../ui/customer/card.ts'
import { DateField } from '../../ui/DateField.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/use-dates.ts'
import { useFieldErrors } from '../../ui/use-field-errors.ts'

interface MoveDialogProps {
  readonly plan: CardPlan
  readonly limit: BusinessDate
  readonly onClose: () => void
}

/** Moves a plan whose date has not come: earlier, or later within its limit. */
export function MoveDialog({ plan, limit, onClose }: MoveDialogProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const today = useToday()
  const move = useCommand('followUps.move')
  const errors = useFieldErrors(move.failure)
  const [on, setOn] = useState<BusinessDate | null>(plan.on)
  const [reason, setReason] = useState('')
  const save = async () => {
    if (!on) return
    const done = await move.run({ planId: plan.planId, on, reason: reason.trim() })
    if (!done.ok) return
    toast(t('customers.moved', { on: dates.withWeekday(done.value.on) }))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('customers.movePlanTitle', { on: dates.withWeekday(plan.on) })}
      confirmLabel={t('customers.movePlan')}
      onConfirm={() => void save()}
      pending={move.pending}
      failure={move.failure}
      disabled={on === null}
    >
      <Stack gap="sm">
        <Text c="dimmed">{t('customers.moveHint', { limit: dates.withWeekday(limit) })}</Text>
        <DateField
          id="move-on"
          label={t('customers.newDate')}
          value={on}
          onChange={setOn}
          min={today}
          max={limit > plan.on ? limit : plan.on}
          error={errors('on')}
          data-autofocus
        />
        <Textarea
          id="move-reason"
          label={t('customers.moveReason')}
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
