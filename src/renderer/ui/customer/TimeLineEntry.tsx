import { IconCircleCheckFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DueDate } from '../marks/DueDate.tsx'
import { GradeBadge } from '../marks/GradeBadge.tsx'
import { InstructionActs } from '../instructions/InstructionActs.tsx'
import { InstructionText } from '../instructions/InstructionText.tsx'
import { Tag } from '../marks/StatusBadge.tsx'
import { useDates } from '../words/use-dates.ts'
import { useWords } from '../words/use-words.ts'
import type { CardFollowUp, CardPlan } from './card.ts'
import { ContactRecordings, RecordingBadge } from '../recordings/ContactRecordings.tsx'
import { useAttaching } from '../recordings/use-attaching.ts'
import type { Entry } from './time-line.ts'
import classes from './TimeLine.module.css'
import { useOwnerReason } from './use-owner-reason.ts'

/** What one line of the time line says. */
export function TimeLineEntry({
  entry,
  model,
  mayAttach = false,
}: {
  readonly entry: Entry
  readonly model: string | null
  /** A recording may be added to a contact here. */
  readonly mayAttach?: boolean
}) {
  return (
    <>
      <Dot entry={entry} />
      <div className={classes.body}>
        {model && <span className={classes.model}>{model}</span>}
        <Content entry={entry} mayAttach={mayAttach} />
      </div>
    </>
  )
}

/** Hollow is ahead, filled has been done, a stroke is neither. */
function Dot({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation()
  if (entry.kind === 'followUp' && entry.followUp.effective.yes) {
    return (
      <span className={classes.dot} data-look="effective">
        <IconCircleCheckFilled size={14} role="img" aria-label={t('reasons.effective')} />
      </span>
    )
  }
  return (
    <span
      className={classes.dot}
      data-look={entry.kind === 'plan' ? 'plan' : entry.kind === 'followUp' ? 'done' : 'event'}
    />
  )
}

function Content({ entry, mayAttach }: { readonly entry: Entry; readonly mayAttach: boolean }) {
  const { t } = useTranslation()
  const dates = useDates()
  const reasonOf = useOwnerReason()
  switch (entry.kind) {
    case 'plan':
      return <PlanLine plan={entry.plan} />
    case 'followUp':
      return <FollowUpLine followUp={entry.followUp} mayAttach={mayAttach} />
    case 'change':
      return <ChangeLine change={entry.change} />
    case 'owner': {
      const { ownerName, untilOn, reason, mergedFrom } = entry.owner
      return (
        <p className={classes.quiet}>
          {t('customers.ownerFrom', { name: ownerName })} · {reasonOf(reason)}
          {untilOn && ` · ${t('customers.ownerUntil', { on: dates.short(untilOn) })}`}
          {mergedFrom !== null && ` ${t('customers.ownerOfMerged', { name: mergedFrom })}`}
        </p>
      )
    }
    case 'opened':
      return (
        <p className={classes.quiet}>
          {t('customers.opened', { model: entry.opportunity.model ?? t('common.none') })}
        </p>
      )
    case 'ordered':
    case 'delivered':
      return (
        <p>
          <Tag tone="ok">{t(`codes.opportunityStatus.${entry.kind}`)}</Tag> {entry.opportunity.model}
        </p>
      )
    case 'instruction':
      return (
        <>
          <InstructionText instruction={entry.instruction} />
          <InstructionActs instruction={entry.instruction} />
        </>
      )
    case 'loss':
      return <LossLine loss={entry.loss} />
    default:
      return null
  }
}

function PlanLine({ plan }: { readonly plan: CardPlan }) {
  const { t } = useTranslation()
  return (
    <>
      <p className={classes.head}>
        <strong>{t('customers.planAhead')}</strong>
        <DueDate on={plan.on} />
        {plan.time && <strong>{plan.time}</strong>}
        <span className={classes.quiet}>{t(`codes.channel.${plan.channel}`)}</span>
      </p>
      {plan.purpose && <p>{plan.purpose}</p>}
      {plan.beyondLimitReason && (
        <p className={classes.warn}>{t('customers.allowedBeyond', { reason: plan.beyondLimitReason })}</p>
      )}
    </>
  )
}

function FollowUpLine({
  followUp,
  mayAttach,
}: {
  readonly followUp: CardFollowUp
  readonly mayAttach: boolean
}) {
  const { t } = useTranslation()
  const words = useWords()
  const { result, channel, inbound, content, feedback, effective, lateRecorded, staffName, imported } =
    followUp
  const attaching = useAttaching(followUp, mayAttach)
  const who = imported ? t('customers.fromLedger') : staffName
  return (
    <>
      <p className={classes.head}>
        <strong>{t(`codes.result.${result}`)}</strong>
        <span className={classes.quiet}>
          {[t(`codes.channel.${channel}`), inbound ? t('privacy.byInbound') : null, who]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {lateRecorded && <Tag tone="warn">{t('codes.figure.lateRecorded')}</Tag>}
        <RecordingBadge attaching={attaching} />
      </p>
      {content && <p className={classes.said}>{content}</p>}
      {feedback && (
        <p className={classes.said}>
          <span className={classes.quiet}>{t('customers.feedback')}</span> {feedback}
        </p>
      )}
      {!effective.yes && !imported && (
        <p className={classes.quiet}>{effective.reasons.map((each) => words.reason(each)).join(' · ')}</p>
      )}
      <ContactRecordings attaching={attaching} />
    </>
  )
}

function ChangeLine({ change }: { readonly change: Extract<Entry, { kind: 'change' }>['change'] }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { gradeBefore, gradeAfter, expectedBefore, expectedAfter, staffName } = change
  const shown = (on: typeof expectedBefore) => (on ? dates.short(on) : t('common.none'))
  return (
    <p className={classes.head}>
      {gradeBefore !== gradeAfter && (
        <span className={classes.step}>
          <GradeBadge grade={gradeBefore} /> → <GradeBadge grade={gradeAfter} />
        </span>
      )}
      {expectedBefore !== expectedAfter && (
        <span>
          {t('codes.field.expectedPurchaseDate')} {shown(expectedBefore)} → {shown(expectedAfter)}
        </span>
      )}
      <span className={classes.quiet}>{staffName}</span>
    </p>
  )
}

function LossLine({ loss }: { readonly loss: Extract<Entry, { kind: 'loss' }>['loss'] }) {
  const { t } = useTranslation()
  const details = [t(`codes.lossReason.${loss.reason}`), loss.competitor, loss.note]
    .filter(Boolean)
    .join(' · ')
  const decision =
    loss.decision === 'waiting'
      ? t('customers.lossWaiting')
      : t(loss.decision === 'approved' ? 'customers.lossApproved' : 'customers.lossRefused', {
          name: loss.decidedBy ?? t('customers.byPolicy'),
        })
  return (
    <>
      <p className={classes.head}>
        <Tag tone={loss.decision === 'waiting' ? 'warn' : 'quiet'}>{t('customers.lossApplied')}</Tag>
        <span className={classes.quiet}>{loss.appliedBy}</span>
      </p>
      <p>{details}</p>
      <p className={classes.quiet}>{decision}</p>
    </>
  )
}
