import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '../../api/use-session.ts'
import { allowablePlanOf, type Card, type CardOpportunity, type CardPlan } from '../../ui/customer/card.ts'
import { typedValue } from '../../ui/fields/field-values.ts'
import { useShownValue } from '../../ui/fields/use-shown-value.ts'
import { OpportunityFacts } from '../../ui/customer/OpportunityFacts.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { MovePlanDialog } from '../../ui/planner/MovePlanDialog.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { AllowDialog } from './AllowDialog.tsx'
import { DeliverDialog } from './DeliverDialog.tsx'
import { OpportunityForm } from './OpportunityForm.tsx'
import classes from './OpportunityPanel.module.css'

interface OpportunityPanelProps {
  readonly card: Card
  readonly opportunity: CardOpportunity
  readonly plan: CardPlan | undefined
  readonly onExecute: () => void
  /** The one that the keys of the card mean. */
  readonly isFirst: boolean
}
type Act = 'edit' | 'deliver' | 'move' | 'allow' | null

/** One opportunity on the card: where it stands, and what can be done with it. */
export function OpportunityPanel({ card, opportunity, plan, onExecute, isFirst }: OpportunityPanelProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const today = useToday()
  const [act, setAct] = useState<Act>(null)
  const { abilities } = card
  const { status, model } = opportunity
  const isOpen = status === 'open'
  const close = () => setAct(null)
  const allowable = allowablePlanOf(card, opportunity.opportunityId)
  const canMove = isOpen && abilities.update && plan !== undefined && plan.on > today
  const acts: readonly { readonly act: NonNullable<Act>; readonly keys: string; readonly label: string }[] = [
    ...(isOpen && abilities.update
      ? [{ act: 'edit' as const, keys: 'o', label: t('customers.editOpportunity') }]
      : []),
    ...(canMove ? [{ act: 'move' as const, keys: 'm', label: t('customers.movePlan') }] : []),
    ...(isOpen && abilities.allowBeyondLimit && (allowable === undefined || allowable.on > today)
      ? [{ act: 'allow' as const, keys: 'l', label: t('customers.allowBeyond') }]
      : []),
    ...(status === 'ordered' && abilities.update
      ? [{ act: 'deliver' as const, keys: 'd', label: t('customers.deliver') }]
      : []),
  ]
  useShortcuts(
    t('customers.opportunityOf', { model: model ?? '' }),
    acts.map(({ act: wanted, keys, label }) => ({
      keys,
      label,
      run: () => setAct(wanted),
      when: isFirst && act === null,
    })),
  )
  if (act === 'edit') return <OpportunityForm opportunity={opportunity} onClose={close} />
  return (
    <article className={classes.root} aria-label={model ?? t('customers.noModel')}>
      <OpportunityFacts opportunity={opportunity} plan={plan} />
      <MoreFacts opportunity={opportunity} />
      <LossState opportunity={opportunity} />
      <div className={classes.actions}>
        {isOpen && abilities.execute && (
          <Button variant="default" onClick={onExecute}>
            {t('customers.execute')}
          </Button>
        )}
        {acts.map(({ act: wanted, keys, label }) => (
          <Button
            key={wanted}
            variant="default"
            onClick={() => setAct(wanted)}
            rightSection={isFirst ? <KeyHint keys={keys} /> : undefined}
          >
            {label}
          </Button>
        ))}
      </div>
      <p className={classes.quiet}>
        {[
          opportunity.orderedOn && t('customers.orderedOn', { on: dates.short(opportunity.orderedOn) }),
          opportunity.deliveredOn && t('customers.deliveredAt', { on: dates.short(opportunity.deliveredOn) }),
          isOpen &&
            opportunity.attemptsSinceReached > 0 &&
            t('customers.attempts', { count: opportunity.attemptsSinceReached }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {act === 'move' && plan && (
        <MovePlanDialog
          plan={plan}
          limit={opportunity.limit}
          title={t('customers.movePlanTitle', { on: dates.withWeekday(plan.on) })}
          onClose={close}
        />
      )}
      {act === 'allow' && <AllowDialog opportunity={opportunity} plan={allowable} onClose={close} />}
      {act === 'deliver' && <DeliverDialog opportunity={opportunity} card={card} onClose={close} />}
    </article>
  )
}

const moreFields = [
  'purchaseType',
  'competitor',
  'budget',
  'quotationFen',
  'payment',
  'use',
  'tradeInCar',
] as const

function MoreFacts({ opportunity }: { readonly opportunity: CardOpportunity }) {
  const { t } = useTranslation()
  const shownValue = useShownValue()
  const facts = moreFields.flatMap((field) => {
    const value = typedValue(field, opportunity[field])
    return value === '' ? [] : [`${t(`codes.field.${field}`)} ${shownValue(field, value)}`]
  })
  return facts.length > 0 ? <p className={classes.quiet}>{facts.join(' · ')}</p> : null
}

function LossState({ opportunity: { loss, status } }: { readonly opportunity: CardOpportunity }) {
  const { t } = useTranslation()
  if (!loss || (status !== 'lost' && status !== 'lost_waiting')) return null
  const details = [t(`codes.lossReason.${loss.reason}`), loss.competitor, loss.note]
    .filter(Boolean)
    .join(' · ')
  return (
    <p className={classes.loss}>
      {t(loss.decision === 'waiting' ? 'customers.lossWaiting' : 'customers.lossApplied')} · {details}
    </p>
  )
}
