import { useTranslation } from 'react-i18next'
import { DueDate } from '../marks/DueDate.tsx'
import { GradeBadge } from '../marks/GradeBadge.tsx'
import { StatusBadge, Tag } from '../marks/StatusBadge.tsx'
import { useDates } from '../words/use-dates.ts'
import { AppointmentTag } from './AppointmentTag.tsx'
import type { CardOpportunity, CardPlan } from './card.ts'
import { OpeningTag } from './OpeningTag.tsx'
import classes from './OpportunityFacts.module.css'

interface OpportunityFactsProps {
  readonly opportunity: CardOpportunity
  readonly plan: CardPlan | undefined
}

/** One opportunity in two or three lines: grade, model, when, where it stands, what is planned. */
export function OpportunityFacts({ opportunity, plan }: OpportunityFactsProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const { grade, model, status, expectedPurchaseDate, outOfStep, gradeByDate, remarkText, limit } =
    opportunity
  const isOpen = status === 'open'
  return (
    <div className={classes.root}>
      <div className={classes.line}>
        <GradeBadge grade={grade} />
        <strong className={classes.model}>{model ?? t('customers.noModel')}</strong>
        <StatusBadge opportunity={status} />
        <OpeningTag opening={opportunity.opening} />
        {opportunity.appointment && <AppointmentTag appointment={opportunity.appointment} />}
        {outOfStep && <Tag tone="warn">{t('customers.gradeByDate', { grade: gradeByDate })}</Tag>}
      </div>
      <dl className={classes.facts}>
        <dt>{t('codes.field.expectedPurchaseDate')}</dt>
        <dd>
          <DueDate on={expectedPurchaseDate} due={isOpen} />
        </dd>
        {plan && (
          <>
            <dt>{t('customers.planAhead')}</dt>
            <dd>
              <DueDate on={plan.on} /> {plan.time} {t(`codes.channel.${plan.channel}`)}
              {plan.purpose && ` · ${plan.purpose}`}
            </dd>
          </>
        )}
        {isOpen && (
          <>
            <dt>{t('customers.limit')}</dt>
            <dd>{dates.withWeekday(limit)}</dd>
          </>
        )}
        {remarkText && (
          <>
            <dt>{t('codes.field.remark')}</dt>
            <dd className={classes.text}>{opportunity.remark}</dd>
          </>
        )}
      </dl>
    </div>
  )
}
