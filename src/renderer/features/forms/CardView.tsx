import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { CardPaper } from './CardPaper.tsx'
import { Desk } from './Desk.tsx'
import type { FormChoice } from './use-form-choice.ts'
import { ViewFrame } from './ViewFrame.tsx'

/** The card of a customer, front and back. */
export function CardView({ choice }: { readonly choice: FormChoice }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { customerId } = choice
  const query = useQuery(
    'forms.card',
    { customerId: customerId ?? '' },
    { enabled: customerId !== null, keepLast: true },
  )
  const name = query.data?.customer.name
  return (
    <ViewFrame
      choice={choice}
      query={query}
      form={customerId === null ? null : { form: 'customer_card', customerId }}
      name={name ?? ''}
      customerName={name}
      onPrint={() =>
        customerId && void navigate({ to: '/print/customer-card/$customerId', params: { customerId } })
      }
      idle={
        customerId === null && (
          <EmptyState title={t('forms.chooseCustomer')} hint={t('forms.chooseCustomerHint')} />
        )
      }
    >
      {(card) => (
        <Desk shape="upright">
          <CardPaper card={card} />
        </Desk>
      )}
    </ViewFrame>
  )
}
