import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { latest, type BusinessDate } from '#shared/time/business-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { useToday } from '../../api/use-session.ts'
import { DateField } from '../fields/DateField.tsx'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { toast } from '../toast.ts'
import { useDates } from '../words/use-dates.ts'
import { useFieldErrors } from '../fields/use-field-errors.ts'

interface MovePlanDialogProps {
  readonly plan: { readonly planId: string; readonly on: BusinessDate }
  readonly limit: BusinessDate
  readonly title: string
  readonly onClose: () => void
}

/** Moves a plan whose date has not come: earlier, or later within its limit. */
export function MovePlanDialog({ plan, limit, title, onClose }: MovePlanDialogProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const today = useToday()
  const move = useCommand('followUps.move')
  const errors = useFieldErrors(move.failure)
  const [on, setOn] = useState<BusinessDate | null>(plan.on)
  const save = async (reason: string) => {
    if (!on) return
    const done = await move.run({ planId: plan.planId, on, reason })
    if (!done.ok) return
    toast(t('customers.moved', { on: dates.withWeekday(done.value.on) }))
    onClose()
  }
  return (
    <ReasonDialog
      onClose={onClose}
      title={title}
      id="move-reason"
      label={t('customers.moveReason')}
      need="required"
      confirmLabel={t('customers.movePlan')}
      onConfirm={save}
      command={move}
      disabled={on === null}
    >
      <Text c="dimmed">{t('customers.moveHint', { limit: dates.withWeekday(limit) })}</Text>
      <DateField
        id="move-on"
        label={t('customers.newDate')}
        value={on}
        onChange={setOn}
        min={today}
        max={latest(limit, plan.on)}
        error={errors('on')}
        data-autofocus
      />
    </ReasonDialog>
  )
}
