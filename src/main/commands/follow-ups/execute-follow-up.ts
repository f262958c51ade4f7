import type { Input, Output } from '#shared/contract/index.ts'
import type { Channel } from '#shared/domain/codes.ts'
import { refuse, refuseField } from '#shared/errors.ts'
import { latest } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import { checkContactChannel, checkPlanChannel } from '#main/rules/closed-channel.ts'
import {
  executeFollowUp,
  type FollowUpDecision,
  type FollowUpInput,
  type Next,
} from '#main/rules/execute-follow-up.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { findCustomer } from '#main/store/read/customers.ts'
import { hadEffectiveOn, listOpenPlans } from '#main/store/read/follow-ups.ts'
import type { CustomerRow, OpportunityRow, PlanRow } from '#main/store/rows.ts'
import { changeCustomer, changeOpportunity } from '#main/store/write/customers.ts'
import { addFollowUp, addLoss, endPlan } from '#main/store/write/follow-ups.ts'
import {
  countsFor,
  coverOfNext,
  keepCovered,
  getOpportunityToFollowUp,
  getPlanToFollowUp,
} from '#main/commands/leaves/covered.ts'
import { saveCustomerData } from '#main/commands/customers/customer-data.ts'
import { changeGradeAndDate, listDateMoves } from '#main/commands/customers/grade-and-date.ts'
import { emptyImportantOf, readOpportunity, requireStillFilled } from '#main/commands/customers/intake.ts'
import { plansToKeep, settleAppointments } from '#main/commands/appointments/appointment-follow-up.ts'
import { startLeads } from '#main/commands/leads/start-lead.ts'
import { leavesAhead } from '#main/commands/leaves/leave-subject.ts'
import { makePlan } from '#main/commands/customers/make-opportunity.ts'
import { renewFamily } from '#main/commands/customers/relatives.ts'
import { requireVersion } from '#main/commands/subjects.ts'

type Execution = Input<'followUps', 'execute'>

/** The opportunity that is followed up, and the plan that is executed: the one named, else the next one. */
function getSubject(store: ReadableStore, context: Context, { planId, opportunityId }: Execution) {
  if (planId) {
    const named = getPlanToFollowUp(store, context, planId)
    if (opportunityId && opportunityId !== named.opportunity.opportunityId)
      return refuseField('planId', 'one_of_plan_or_opportunity')
    return named
  }
  if (!opportunityId) return refuseField('planId', 'one_of_plan_or_opportunity')
  const opportunity = getOpportunityToFollowUp(store, context, opportunityId)
  return { opportunity, plan: listOpenPlans(store, opportunityId)[0] }
}

const asNext = (next: Execution['next']): Next => {
  if (next.kind === 'plan') return { kind: 'plan', on: next.on }
  if (next.kind === 'ordered' || next.kind === 'keep') return next
  return { kind: 'lost', reason: next.reason, note: next.note ?? next.competitor ?? null }
}

/** What is wrong with the channels of the contact and of the one to come. */
const againstChannels = ({ channel, inbound, result, next }: Execution, closed: readonly Channel[]) => [
  ...checkContactChannel({ channel, inbound: inbound ?? false, result, field: 'channel' }, closed),
  ...(next.kind === 'plan' ? checkPlanChannel({ channel: next.channel, field: 'next.channel' }, closed) : []),
]

const pick = <K extends FollowUpDecision['kind']>(decisions: readonly FollowUpDecision[], kind: K) =>
  decisions.find((each): each is Extract<FollowUpDecision, { kind: K }> => each.kind === kind)

/** Saves what the rule decided: the follow-up, the opportunity, the old plan's end, the next plan or the end. */
function save(
  store: WritableStore,
  context: Context,
  input: Execution,
  subject: {
    readonly opportunity: OpportunityRow
    readonly plan: PlanRow | undefined
    readonly customer: CustomerRow
  },
  read: FollowUpInput & { readonly rest: Partial<OpportunityRow> },
  decisions: readonly FollowUpDecision[],
) {
  const { today, now, newId, actor } = context
  const { opportunity, customer } = subject
  const countsForId = countsFor(store, context, subject.plan, customer)
  const recorded = pick(decisions, 'follow-up-recorded')
  if (!recorded) throw new Error('a follow-up was allowed without being recorded')
  const { after, effective, lateRecorded } = recorded
  const followUpId = newId()
  const grade = read.grade ?? opportunity.grade
  const expectedPurchaseDate = read.expectedPurchaseDate ?? opportunity.expectedPurchaseDate
  addFollowUp(store, {
    followUpId,
    opportunityId: opportunity.opportunityId,
    customerId: customer.customerId,
    staffId: actor.staffId,
    planId: subject.plan?.planId ?? null,
    contactedOn: read.contactedOn,
    recordedOn: today,
    recordedAt: now,
    result: input.result,
    channel: input.channel,
    content: read.content,
    feedback: input.feedback?.trim() ? input.feedback : null,
    effective: effective.yes,
    effectiveReasons: effective.reasons,
    lateRecorded,
    gradeBefore: opportunity.grade,
    gradeAfter: grade,
    importBatchId: null,
    countsForId,
    inbound: input.inbound ?? false,
  })
  const reached = input.result === 'reached'
  const end = pick(decisions, 'ordered')
    ? 'ordered'
    : (pick(decisions, 'loss-applied') ?? pick(decisions, 'lost'))
      ? 'lost'
      : null
  const lost = pick(decisions, 'lost')
  const status = end === 'ordered' ? 'ordered' : end === null ? 'open' : lost ? 'lost' : 'lost_waiting'
  const lastContactOn = reached
    ? latest(read.contactedOn, opportunity.lastContactOn ?? read.contactedOn)
    : opportunity.lastContactOn
  changeOpportunity(store, opportunity, {
    ...read.rest,
    grade,
    expectedPurchaseDate,
    status,
    anchorOn: after.anchorOn,
    attemptsSinceReached: after.attemptsSinceReached,
    lastAttemptOn: after.lastAttemptOn,
    limitOn: after.limit,
    openingContacts: after.openingContacts ?? null,
    openingFrom: after.openingFrom ?? opportunity.openingFrom,
    lastContactOn,
    ...(status === 'ordered' ? { orderedOn: read.contactedOn } : {}),
    ...(status === 'lost' ? { endedOn: today } : {}),
  })
  const suspicion = pick(decisions, 'expected-date-moved')?.suspicion ?? []
  changeGradeAndDate(store, context, opportunity, { grade, expectedPurchaseDate }, followUpId, suspicion)
  // counts the owner's own follow-ups and those made in cover for him; a manager's call does not renew.
  const renews = effective.yes && (countsForId ?? actor.staffId) === customer.ownerId
  if (reached) {
    changeCustomer(store, customer, {
      lastContactOn: latest(read.contactedOn, customer.lastContactOn ?? read.contactedOn),
      ...(renews
        ? { lastEffectiveOn: latest(read.contactedOn, customer.lastEffectiveOn ?? read.contactedOn) }
        : {}),
    })
    if (renews) renewFamily(store, customer, read.contactedOn)
  }
  if (subject.plan) endPlan(store, subject.plan.planId, { status: 'executed', endedOn: today, followUpId })
  settleAppointments(store, context, {
    opportunityId: opportunity.opportunityId,
    planId: subject.plan?.planId,
    result: input.result,
    channel: input.channel,
    contactedOn: read.contactedOn,
    next: input.next,
  })
  if (end !== null) {
    for (const plan of listOpenPlans(store, opportunity.opportunityId))
      endPlan(store, plan.planId, { status: 'dropped', endedOn: today })
  }
  if (input.next.kind === 'lost') {
    addLoss(store, {
      lossId: newId(),
      opportunityId: opportunity.opportunityId,
      reason: input.next.reason,
      competitor: input.next.competitor ?? null,
      note: input.next.note ?? null,
      appliedOn: today,
      appliedAt: now,
      appliedBy: actor.staffId,
      decision: lost ? 'approved' : 'waiting',
      decidedAt: lost ? now : null,
      decidedBy: null,
      decisionReason: null,
    })
  }
  const { next } = input
  const cover = next.kind === 'plan' ? coverOfNext(store, context, subject.plan, next.on) : null
  const ownerId = cover?.coveredBy ?? opportunity.ownerId
  const nextPlanId =
    next.kind === 'plan'
      ? makePlan(store, context, { ...opportunity, ownerId }, next)
      : next.kind === 'keep'
        ? listOpenPlans(store, opportunity.opportunityId)[0]?.planId
        : undefined
  if (nextPlanId && cover)
    keepCovered(store, context, subject.plan, { planId: nextPlanId, limit: after.limit })
  return { followUpId, effective, ...(nextPlanId ? { nextPlanId, limit: after.limit } : {}) }
}

/**
 * Executes a follow-up: one act, saved whole or not at all. Refuses with RULE_REFUSED and every reason,
 * with STALE_VERSION when somebody changed the opportunity first.
 */
export function execute(
  store: WritableStore,
  input: Execution,
  context: Context,
): Output<'followUps', 'execute'> {
  const { policy, today, calendar } = context
  const { opportunity, plan } = getSubject(store, context, input)
  requireVersion(opportunity, input.opportunityVersion)
  const found = findCustomer(store, opportunity.customerId)
  if (!found) throw new Error(`opportunity ${opportunity.opportunityId} has no customer`)
  const { grade, expectedPurchaseDate, ...rest } = readOpportunity(
    input.opportunity ?? {},
    policy,
    opportunity.grade,
  )
  if (input.opportunity)
    requireStillFilled(
      'opportunity',
      input.opportunity,
      {
        ...opportunity,
        ...rest,
        grade: grade ?? opportunity.grade,
        // A lead begins without a date; the one that is named here fills it.
        expectedPurchaseDate: expectedPurchaseDate ?? opportunity.expectedPurchaseDate,
      },
      policy,
    )
  const read: FollowUpInput = {
    result: input.result,
    content: input.content ?? '',
    contactedOn: input.contactedOn ?? today,
    hasRecording: false,
    ...(grade ? { grade } : {}),
    ...(expectedPurchaseDate ? { expectedPurchaseDate } : {}),
    next: asNext(input.next),
  }
  const outcome = executeFollowUp(
    {
      ...opportunity,
      dateMoves: listDateMoves(store, opportunity.opportunityId),
      effectiveToday: hadEffectiveOn(store, opportunity.opportunityId, today),
      plan: plan ?? null,
      leaves: leavesAhead(store, context, opportunity.ownerId),
      otherPlans: plansToKeep(store, opportunity.opportunityId, plan).map((each) => ({
        dueOn: each.dueOn,
        placed: each.beyondLimitReason !== null || each.leaveId !== null,
      })),
    },
    read,
    calendar,
    policy,
    today,
  )
  const closed = againstChannels(input, found.doNotContact)
  if (!outcome.ok) return refuse('RULE_REFUSED', { reasons: [...outcome.refusals, ...closed] })
  if (closed.length > 0) return refuse('RULE_REFUSED', { reasons: closed })
  const customer = input.customer ? saveCustomerData(store, context, found, input.customer) : found
  const saved = save(
    store,
    context,
    input,
    { opportunity, plan, customer },
    { ...read, rest },
    outcome.decisions,
  )
  startLeads(store, context, {
    opportunityId: opportunity.opportunityId,
    contactedOn: read.contactedOn,
  })
  return {
    ...saved,
    effective: { yes: saved.effective.yes, reasons: [...saved.effective.reasons] },
    reminders: emptyImportantOf(customer, { ...opportunity, ...rest }, context),
    warnings: [...outcome.warnings],
  }
}
