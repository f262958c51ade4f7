import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { usePolicy, useToday } from '../../api/use-session.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import type { Card, CardOpportunity } from '../../ui/customer/card.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import { missingFields } from '../../ui/fields/field-values.ts'
import { toast } from '../../ui/toast.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'

interface DeliverDialogProps {
  readonly card: Card
  readonly opportunity: CardOpportunity
  readonly onClose: () => void
}

/** Hands the car over; asks once more for what is still empty, all at once. */
export function DeliverDialog({ card, opportunity, onClose }: DeliverDialogProps) {
  const { t } = useTranslation()
  const today = useToday()
  const deliver = useCommand('opportunities.deliver')
  const errors = useFieldErrors(deliver.failure)
  const [on, setOn] = useState<BusinessDate | null>(today)
  const missing = missingFields(usePolicy(), { customer: card.customer, opportunity })
  const save = async () => {
    if (!on) return
    const done = await deliver.run({ opportunityId: opportunity.opportunityId, on })
    if (!done.ok) return
    toast(t('customers.delivered'))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('customers.deliverTitle', { model: opportunity.model ?? '' })}
      confirmLabel={t('customers.deliver')}
      onConfirm={() => void save()}
      pending={deliver.pending}
      failure={deliver.failure}
      disabled={on === null}
    >
      <Stack gap="sm">
        <DateField
          id="deliver-on"
          label={t('customers.deliveredOn')}
          value={on}
          onChange={setOn}
          lean="past"
          max={today}
          {...(opportunity.orderedOn ? { min: opportunity.orderedOn } : {})}
          error={errors('on')}
          data-autofocus
        />
        {missing.length > 0 && (
          <Text c="orange">
            {t('customers.deliverNote', {
              fields: missing.map(({ field }) => t(`codes.field.${field}`)).join(t('ui.and')),
            })}
          </Text>
        )}
      </Stack>
    </ConfirmDialog>
  )
}
