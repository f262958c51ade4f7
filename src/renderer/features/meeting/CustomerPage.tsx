import { useTranslation } from 'react-i18next'
import { openPlanOf, type Card } from '../../ui/customer/card.ts'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { formatPhone } from '../../ui/marks/Phone.tsx'
import { ProtectionBar } from '../../ui/marks/ProtectionBar.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import type { AgendaPage, Violation } from './agenda.ts'
import { Contacts, NextPlan, OpenInstructions, Violations } from './CustomerParts.tsx'
import classes from './Meeting.module.css'
import { WhyHere } from './WhyHere.tsx'

interface CustomerPageProps {
  readonly page: AgendaPage
  readonly card: Card | undefined
  readonly error: unknown
  readonly onRetry: () => void
  readonly violations: readonly Violation[]
  readonly phoneShown: boolean
}

/** Everybody in the room reads this: a phone shows three digits and the tail until somebody asks for it. */
const hidden = (phone: string) => `${phone.slice(0, 3)}****${phone.slice(-4)}`

/** One customer: who he is, why he is here, what was said last, what comes next. */
export function CustomerPage({ page, card, error, onRetry, violations, phoneShown }: CustomerPageProps) {
  const { t } = useTranslation()
  const dates = useDates()
  if (!card && error)
    return (
      <div>
        <WhyHere page={page} />
        <ErrorState error={error} onRetry={onRetry} />
      </div>
    )
  if (!card) return <LoadingRows rows={8} rowHeight={60} />
  const { customer, protection } = card
  const discussed = new Set(page.lines.map(({ opportunityId }) => opportunityId))
  const opportunities = card.opportunities.filter(
    ({ opportunityId, status }) =>
      discussed.has(opportunityId) || status === 'open' || status === 'lost_waiting',
  )
  const phone = customer.mobile
  return (
    <article className={classes.columns}>
      <div className={classes.column} tabIndex={0} role="group" aria-label={t('meeting.why')}>
        <div className={classes.customer}>
          <span className={classes.grade}>
            <GradeBadge grade={customer.grade} size="lg" />
          </span>
          <h2 className={classes.name}>{customer.name ?? t('common.unknown')}</h2>
          <span className={classes.quiet}>
            {phone ? (phoneShown ? formatPhone(phone) : hidden(phone)) : t('common.none')}
          </span>
          {protection && (
            <span className={classes.protection}>
              <ProtectionBar daysLeft={protection.daysLeft} thinIce={protection.thinIce} />
            </span>
          )}
        </div>
        {opportunities.map((each) => (
          <p key={each.opportunityId} className={classes.wish}>
            <strong>{each.model ?? t('customers.noModel')}</strong>
            <span>{t('ui.gradeOf', { grade: each.grade })}</span>
            {each.expectedPurchaseDate && (
              <span className={classes.quiet}>
                {t('codes.field.expectedPurchaseDate')} {dates.withWeekday(each.expectedPurchaseDate)}
              </span>
            )}
            {each.remarkText && <span className={classes.quiet}>{each.remarkText}</span>}
          </p>
        ))}
        <WhyHere page={page} />
      </div>
      <div className={classes.column} tabIndex={0} role="group" aria-label={t('meeting.lastContacts')}>
        <Violations violations={violations} />
        <OpenInstructions card={card} />
        <NextPlan
          plans={opportunities.flatMap(({ opportunityId }) => openPlanOf(card, opportunityId) ?? [])}
        />
        <Contacts card={card} />
      </div>
    </article>
  )
}
