import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, type BusinessDate } from '#shared/time/business-date.ts'
import { useCommand } from '../../api/use-command.ts'
import type { CardOpportunity, CardPlan } from '../../ui/customer/card.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'

interface AllowDialogProps {
  readonly opportunity: CardOpportunity
  readonly plan: CardPlan | undefined
  readonly onClose: () => void
}

/** A manager allows a plan beyond its limit, with a reason. */
export function AllowDialog({ opportunity, plan, onClose }: AllowDialogProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const allow = useCommand('followUps.allowBeyondLimit')
  const errors = useFieldErrors(allow.failure)
  const [on, setOn] = useState<BusinessDate | null>(plan?.on ?? null)
  const save = async (reason: string) => {
    if (!on) return
    const done = await allow.run({ opportunityId: opportunity.opportunityId, on, reason })
    if (!done.ok) return
    toast(t('customers.allowed'))
    onClose()
  }
  return (
    <ReasonDialog
      onClose={onClose}
      title={t('customers.allowTitle', { limit: dates.withWeekday(opportunity.limit) })}
      id="allow-reason"
      label={t('customers.allowReason')}
      need="awaited"
      confirmLabel={t('customers.allowBeyond')}
      onConfirm={save}
      command={allow}
      disabled={on === null}
    >
      <Text c="dimmed">{t('customers.allowHint')}</Text>
      <DateField
        id="allow-on"
        label={t('customers.newDate')}
        value={on}
        onChange={setOn}
        min={addDays(opportunity.limit, 1)}
        error={errors('on')}
        data-autofocus
      />
    </ReasonDialog>
  )
}
