import type { OpportunityStatus, PlanStatus, Result } from '#shared/domain/codes.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import { compareDates, type BusinessDate } from '#shared/time/business-date.ts'
import type { StoreCalendar } from '#shared/time/store-calendar.ts'
import { checkPlan } from './check-plan.ts'
import { isLateRecorded, judgeEffective, type Effectiveness } from './effective-follow-up.ts'
import { applyContact, type Cadence, type Limit } from './follow-up-limit.ts'
import { checkGradeDateChange } from './grade-for-date.ts'
import type { Shield } from './judge/judged-opportunity.ts'
import { judgePostponement, type DateMove } from './judge/unrealistic-postponement.ts'
import { dayAfterLeave } from './leave-shield.ts'
import { formalGradeAt } from './opening-sequence.ts'
import { checkLoss, lossStatus, type Loss } from './opportunity-end.ts'
import { planLimit } from './plan-limit.ts'

/** What is known of the opportunity before the act. */
export type FollowUpFacts = Cadence & {
  readonly status: OpportunityStatus
  readonly grade: string
  readonly expectedPurchaseDate: BusinessDate | null
  readonly openedOn: BusinessDate
  /** Earlier moves of the expected purchase date, in any order. */
  readonly dateMoves: readonly DateMove[]
  /** Whether the owner has had an effective follow-up today already. */
  readonly effectiveToday: boolean
  /** The plan being executed; null for a contact nobody planned. */
  readonly plan: { readonly status: PlanStatus; readonly dueOn: BusinessDate } | null
  /** Leaves of the owner, asked for or confirmed, each up to the first working day after it. */
  readonly leaves?: readonly Shield[]
  /** Further open plans that may be kept; `placed`: a manager or a leave has put one beyond its limit. */
  readonly otherPlans?: readonly { readonly dueOn: BusinessDate; readonly placed: boolean }[]
}

export type Next =
  | { readonly kind: 'plan'; readonly on: BusinessDate }
  /** What is planned already stands. */
  | { readonly kind: 'keep' }
  | { readonly kind: 'ordered' }
  | ({ readonly kind: 'lost' } & Loss)

/** What the consultant enters. */
export type FollowUpInput = {
  readonly result: Result
  readonly content: string
  readonly contactedOn: BusinessDate
  readonly hasRecording: boolean
  /** Absent means: as it is. */
  readonly grade?: string
  readonly expectedPurchaseDate?: BusinessDate
  readonly next: Next | null
}

export type FollowUpDecision =
  | {
      readonly kind: 'follow-up-recorded'
      readonly effective: Effectiveness
      readonly lateRecorded: boolean
      readonly after: Cadence & Limit
      readonly reasons: readonly Reason[]
    }
  | {
      readonly kind: 'grade-changed'
      readonly from: string
      readonly to: string
      readonly reasons: readonly Reason[]
    }
  | {
      readonly kind: 'expected-date-moved'
      readonly from: BusinessDate | null
      readonly to: BusinessDate
      /** Why the move is suspected to be unrealistic; empty when it is not. */
      readonly suspicion: readonly Reason[]
      readonly reasons: readonly Reason[]
    }
  | {
      readonly kind: 'plan-made'
      readonly on: BusinessDate
      readonly limit: BusinessDate
      readonly reasons: readonly Reason[]
    }
  | { readonly kind: 'plan-kept'; readonly on: BusinessDate; readonly reasons: readonly Reason[] }
  | { readonly kind: 'ordered'; readonly reasons: readonly Reason[] }
  | { readonly kind: 'loss-applied' | 'lost'; readonly loss: Loss; readonly reasons: readonly Reason[] }

export type FollowUpOutcome =
  | { readonly ok: false; readonly refusals: readonly Reason[] }
  | {
      readonly ok: true
      readonly decisions: readonly FollowUpDecision[]
      /** What a policy that only warns has to say. */
      readonly warnings: readonly Reason[]
    }

/** What is wrong with a contact as it is entered, field by field. */
export const checkContact = (
  facts: Pick<FollowUpFacts, 'openedOn' | 'plan'>,
  input: Pick<FollowUpInput, 'result' | 'content' | 'contactedOn'>,
  today: BusinessDate,
): Reason[] => {
  const { result, content, contactedOn } = input
  const { openedOn, plan } = facts
  const refusals: Reason[] = []
  if (plan !== null && plan.status !== 'open') {
    refusals.push(reason('plan_not_open', { field: 'planId', dueOn: plan.dueOn }))
  }
  if (result === 'reached' && content.trim() === '') {
    refusals.push(reason('content_required', { field: 'content' }))
  }
  if (contactedOn > today) {
    refusals.push(reason('contact_in_future', { field: 'contactedOn', contactedOn, today }))
  }
  if (contactedOn < openedOn) {
    refusals.push(reason('contact_before_opening', { field: 'contactedOn', contactedOn, openedOn }))
  }
  return refusals
}

/** The plan that is kept: the first that is not overdue itself. */
const keptPlan = ({ otherPlans = [] }: FollowUpFacts, store: StoreCalendar, today: BusinessDate) =>
  [...otherPlans]
    .sort((a, b) => compareDates(a.dueOn, b.dueOn))
    .find(({ dueOn }) => store.nextOpen(dueOn) >= today)

/**
 * What is planned may stand only while there is something, and within the limit of the contact. After an attempt it stands
 * in any case (chosen): nobody loses his appointment because he was not reached, and the limit of goes on.
 */
const checkKeep = (
  facts: FollowUpFacts,
  { result, contactedOn }: FollowUpInput,
  { limit, afterLeave }: { readonly limit: BusinessDate; readonly afterLeave: BusinessDate | null },
  store: StoreCalendar,
  today: BusinessDate,
): Reason[] => {
  const kept = keptPlan(facts, store, today)
  if (!kept) return [reason('no_plan_to_keep', { field: 'next' })]
  if (result !== 'reached' || kept.placed) return []
  const wall = planLimit({ from: contactedOn, limit, today, afterLeave }, store)
  const on = kept.dueOn
  return on > wall ? [reason('plan_beyond_limit', { field: 'next', on, limit, latest: wall })] : []
}

/** 正式定级: from its contact on, the grade is one that somebody named. */
const checkFormalGrade = (facts: FollowUpFacts, input: FollowUpInput, after: Cadence, policy: Policy) => {
  const contact = input.result === 'reached' ? formalGradeAt(facts, after, policy) : null
  return contact === null || input.grade !== undefined
    ? []
    : [reason('formal_grade_needed', { field: 'opportunity.grade', contact })]
}

const decideNext = (
  next: Exclude<Next, { kind: 'keep' }>,
  limit: Limit,
  policy: Policy,
): FollowUpDecision => {
  if (next.kind === 'plan') {
    return { kind: 'plan-made', on: next.on, limit: limit.limit, reasons: limit.reasons }
  }
  if (next.kind === 'ordered') return { kind: 'ordered', reasons: [reason('ordered')] }
  const { kind: _, ...loss } = next
  return lossStatus(policy) === 'lost_waiting'
    ? { kind: 'loss-applied', loss, reasons: [reason('loss_applied_for', { reason: loss.reason })] }
    : { kind: 'lost', loss, reasons: [reason('loss_recorded', { reason: loss.reason })] }
}

/**
 * 完成跟踪: executing a follow-up is one act. Either everything that is wrong with it,
 * field by field, or everything that follows from it; an open opportunity always comes out with a plan or
 * an end. A contact and a grade change in the same act use the new grade.
 */
export const executeFollowUp = (
  facts: FollowUpFacts,
  input: FollowUpInput,
  store: StoreCalendar,
  policy: Policy,
  today: BusinessDate,
): FollowUpOutcome => {
  if (facts.status !== 'open') {
    return { ok: false, refusals: [reason('opportunity_not_open', { status: facts.status })] }
  }
  const { result, contactedOn, next } = input
  const grade = input.grade ?? facts.grade
  const expectedPurchaseDate = input.expectedPurchaseDate ?? facts.expectedPurchaseDate
  const before = { grade: facts.grade, expectedPurchaseDate: facts.expectedPurchaseDate }
  const pair = checkGradeDateChange({ before, after: { grade, expectedPurchaseDate } }, policy, today)
  const after = applyContact(facts, { result, contactedOn, grade }, policy)
  const refusals = [
    ...checkContact(facts, input, today),
    ...checkFormalGrade(facts, input, after, policy),
    ...pair.refusals,
  ]
  if (next === null) refusals.push(reason('plan_missing', { field: 'next' }))
  const afterLeave = dayAfterLeave(after.limit, facts.leaves ?? [])
  if (next?.kind === 'plan') {
    const dates = { on: next.on, from: contactedOn, limit: after.limit, afterLeave }
    refusals.push(...checkPlan(dates, store, today))
  }
  if (next?.kind === 'keep')
    refusals.push(...checkKeep(facts, input, { limit: after.limit, afterLeave }, store, today))
  if (next?.kind === 'lost') refusals.push(...checkLoss(next))
  if (refusals.length > 0 || next === null) return { ok: false, refusals }

  const effective = judgeEffective({ ...input, recordedOn: today }, policy)
  const lateRecorded = isLateRecorded({ contactedOn, recordedOn: today })
  const recorded = reason(lateRecorded ? 'follow_up_late_recorded' : 'follow_up_recorded', {
    contactedOn,
    recordedOn: today,
  })
  const decisions: FollowUpDecision[] = [
    { kind: 'follow-up-recorded', effective, lateRecorded, after, reasons: [recorded, ...effective.reasons] },
  ]
  if (grade !== facts.grade) {
    const change = { from: facts.grade, to: grade }
    decisions.push({ kind: 'grade-changed', ...change, reasons: [reason('grade_changed', change)] })
  }
  if (expectedPurchaseDate !== null && expectedPurchaseDate !== facts.expectedPurchaseDate) {
    const move = { from: facts.expectedPurchaseDate, to: expectedPurchaseDate }
    const suspicion = judgePostponement(
      {
        ...move,
        on: today,
        grade: facts.grade,
        effectiveOnSameDay: facts.effectiveToday || (effective.yes && contactedOn === today),
        earlierMoves: facts.dateMoves,
      },
      policy,
    )
    decisions.push({
      kind: 'expected-date-moved',
      ...move,
      suspicion,
      reasons: [reason('expected_date_moved', move)],
    })
  }
  if (next.kind === 'keep') {
    const on = keptPlan(facts, store, today)?.dueOn ?? today
    decisions.push({ kind: 'plan-kept', on, reasons: [reason('plan_kept', { on })] })
  } else decisions.push(decideNext(next, after, policy))
  return { ok: true, decisions, warnings: pair.warnings }
}
