import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { usePolicy } from '../../api/use-session.ts'
import { ErrorState } from '../states/ErrorState.tsx'
import { LoadingRows } from '../states/LoadingRows.tsx'
import { useWords } from '../words/use-words.ts'
import { openPlanOf, opportunitiesInOrder } from './card.ts'
import classes from './CompactCard.module.css'
import { CustomerHead } from './CustomerHead.tsx'
import { OpportunityFacts } from './OpportunityFacts.tsx'
import { TimeLine } from './TimeLine.tsx'

interface CompactCardProps {
  readonly customerId: string
  /** Buttons beside the name. */
  readonly actions?: ReactNode
  /** Said above everything else: why this line is in the list. */
  readonly children?: ReactNode
}

/** A customer beside a list: who, what is wanted, and the time line. */
export function CompactCard({ customerId, actions, children }: CompactCardProps) {
  const { t } = useTranslation()
  const words = useWords()
  const { grades } = usePolicy()
  const { data: card, error, refetch } = useQuery('customers.get', { customerId }, { keepLast: true })
  if (error && !card) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!card) return <LoadingRows rows={10} />
  const order = (code: string) => grades.find((grade) => grade.code === code)?.order ?? grades.length + 1
  return (
    <>
      <CustomerHead card={card} actions={actions} />
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('ui.detailsOf')}>
        {children}
        <section className={classes.section} aria-label={t('customers.opportunities')}>
          {opportunitiesInOrder(card, order).map((each) => (
            <OpportunityFacts
              key={each.opportunityId}
              opportunity={each}
              plan={openPlanOf(card, each.opportunityId)}
            />
          ))}
        </section>
        {card.emptyImportant.length > 0 && (
          <p className={classes.note}>
            {t('customers.emptyImportant', {
              fields: card.emptyImportant.map((field) => words.field(field)).join(t('ui.and')),
            })}
          </p>
        )}
        <TimeLine card={card} />
      </div>
    </>
  )
}
