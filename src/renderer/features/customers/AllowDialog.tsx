import { Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, type BusinessDate } from '#shared/time/business-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import type { CardOpportunity, CardPlan } from '../../ui/customer/card.ts'
import { DateField } from '../../ui/DateField.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/use-dates.ts'
import { useFieldErrors } from '../../ui/use-field-errors.ts'

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
  const [reason, setReason] = useState('')
  const save = async () => {
    if (!on) return
    const done = await allow.run({ opportunityId: opportunity.opportunityId, on, reason: reason.trim() })
    if (!done.ok) return
    toast(t('customers.allowed'))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('customers.allowTitle', { limit: dates.withWeekday(opportunity.limit) })}
      confirmLabel={t('customers.allowBeyond')}
      onConfirm={() => void save()}
      pending={allow.pending}
      failure={allow.failure}
      disabled={on === null || reason.trim() === ''}
    >
      <Stack gap="sm">
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
        <Textarea
          id="allow-reason"
          label={t('customers.allowReason')}
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
