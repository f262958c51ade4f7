import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { openPlanOf, type Card } from '../../ui/customer/card.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import type { ExecutionProps } from '../../ui/ExecutionSlot.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { OpenForm } from './OpenForm.tsx'

/** 执行跟进: one act from the result of the contact to the next plan or the end. */
export function ExecutionForm(props: ExecutionProps) {
  const { t } = useTranslation()
  const { customerId, opportunityId, planId, onCancel } = props
  const { data, error, isFetching, refetch } = useQuery('customers.get', { customerId })
  // The form keeps the card it was opened with: what others save meanwhile is compared when it is saved.
  const [opened, setOpened] = useState<Card | null>(null)
  if (!opened && data && !isFetching) setOpened(data)
  const card = opened ?? undefined
  const opportunity = card?.opportunities.find((each) => each.opportunityId === opportunityId)

  if (error && !card) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!card) return <LoadingRows rows={10} />
  if (opportunity?.status !== 'open') {
    return (
      <EmptyState title={t('execution.notOpen')} hint={t('execution.notOpenHint')}>
        <Button variant="default" onClick={onCancel}>
          {t('common.back')}
        </Button>
      </EmptyState>
    )
  }
  const plan = card.plans.find((each) => each.planId === planId) ?? openPlanOf(card, opportunityId)
  return <OpenForm {...props} card={card} opportunity={opportunity} plan={plan} />
}
