import { useTranslation } from 'react-i18next'
import type { Card, CardPlan } from '../../ui/customer/card.ts'
import { DueDate } from '../../ui/marks/DueDate.tsx'
import { InstructionText } from '../../ui/instructions/InstructionText.tsx'
import { StatusBadge } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useWords } from '../../ui/words/use-words.ts'
import type { Violation } from './agenda.ts'
import classes from './Meeting.module.css'

/** How many contacts the room is shown. */
const lastContacts = 3

export function Violations({ violations }: { readonly violations: readonly Violation[] }) {
  const { t } = useTranslation()
  const dates = useDates()
  const words = useWords()
  if (violations.length === 0) return null
  return (
    <section>
      <h3>{t('meeting.violations')}</h3>
      {violations.map(({ violationId, kind, on, status, reasons, objection }) => (
        <div key={violationId} className={classes.entry}>
          <p className={classes.entryHead}>
            <strong>{t(`codes.violationKind.${kind}`)}</strong>
            <span className={classes.badge}>
              <StatusBadge violation={status} />
            </span>
            <span className={classes.quiet}>{dates.near(on)}</span>
          </p>
          {reasons.map((each) => (
            <p key={`${each.code} ${JSON.stringify(each.data)}`}>{words.reason(each)}</p>
          ))}
          {objection && <p className={classes.said}>{objection}</p>}
        </div>
      ))}
    </section>
  )
}

export function OpenInstructions({ card }: { readonly card: Card }) {
  const { t } = useTranslation()
  const open = card.instructions.filter(({ status }) => status !== 'closed')
  if (open.length === 0) return null
  return (
    <section>
      <h3>{t('meeting.openInstructions')}</h3>
      {open.map((each) => (
        <div key={each.instructionId} className={classes.instruction}>
          <InstructionText instruction={each} />
        </div>
      ))}
    </section>
  )
}

export function NextPlan({ plans }: { readonly plans: readonly CardPlan[] }) {
  const { t } = useTranslation()
  return (
    <section>
      <h3>{t('meeting.nextPlan')}</h3>
      {plans.length === 0 && <p className={classes.warn}>{t('meeting.noPlan')}</p>}
      {plans.map((plan) => (
        <p key={plan.planId} className={classes.entryHead}>
          <DueDate on={plan.on} /> {plan.time}
          <span>{[t(`codes.channel.${plan.channel}`), plan.purpose].filter(Boolean).join(' · ')}</span>
        </p>
      ))}
    </section>
  )
}

export function Contacts({ card }: { readonly card: Card }) {
  const { t } = useTranslation()
  const dates = useDates()
  const last = card.followUps.slice(0, lastContacts)
  return (
    <section>
      <h3>{t('meeting.lastContacts')}</h3>
      {last.length === 0 && <p className={classes.quiet}>{t('meeting.neverContacted')}</p>}
      {last.map((each) => (
        <div key={each.followUpId} className={classes.entry}>
          <p className={classes.entryHead}>
            <strong>{dates.near(each.contactedOn)}</strong>
            <span>{t(`codes.result.${each.result}`)}</span>
            <span className={classes.quiet}>
              {[t(`codes.channel.${each.channel}`), each.staffName].filter(Boolean).join(' · ')}
            </span>
          </p>
          {each.content && <p className={classes.said}>{each.content}</p>}
        </div>
      ))}
    </section>
  )
}
