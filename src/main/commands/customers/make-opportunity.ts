import type { PlanInput } from '#shared/contract/pieces.ts'
import { refuse } from '#shared/errors.ts'
import type { Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import { checkPlan } from '#main/rules/check-plan.ts'
import { checkPlanChannel } from '#main/rules/closed-channel.ts'
import { limitOf, openingCadence } from '#main/rules/follow-up-limit.ts'
import { checkGradeDateChange } from '#main/rules/grade-for-date.ts'
import { beginOpening } from '#main/rules/opening-sequence.ts'
import { dayAfterLeave } from '#main/rules/leave-shield.ts'
import type { WritableStore } from '#main/store/handle.ts'
import type { CustomerRow, PlanRow } from '#main/store/rows.ts'
import { addOpportunity } from '#main/store/write/customers.ts'
import { addPlan } from '#main/store/write/follow-ups.ts'
import type { OpportunityData } from './intake.ts'
import { closedChannelsOf } from '#main/commands/privacy/channels.ts'
import { followAppointment } from '#main/commands/appointments/appointment-plans.ts'
import { leavesAhead } from '#main/commands/leaves/leave-subject.ts'

export interface MadeOpportunity {
  readonly opportunityId: string
  readonly planId: string
  readonly limit: BusinessDate
  readonly version: number
  readonly warnings: readonly Reason[]
}

/**
 * Registers an opportunity with its first plan in the same act: grade and date agree, the plan is within
 * the limit. One that begins with a lead is opened by the sequence of the policy, where it has one. Refuses with
 * RULE_REFUSED and every reason.
 */
export function makeOpportunity(
  store: WritableStore,
  context: Context,
  customer: Pick<CustomerRow, 'customerId' | 'ownerId'>,
  data: Partial<OpportunityData> & { readonly grade: string },
  plan: PlanInput,
  {
    ofLead = false,
    importBatchId = null,
  }: { readonly ofLead?: boolean; readonly importBatchId?: string | null } = {},
): MadeOpportunity {
  const { policy, today, calendar } = context
  const expectedPurchaseDate = data.expectedPurchaseDate ?? null
  const pair = checkGradeDateChange(
    { before: null, after: { grade: data.grade, expectedPurchaseDate } },
    policy,
    today,
  )
  const cadence = openingCadence(today)
  const { limit } = limitOf({ ...cadence, grade: data.grade }, policy)
  const afterLeave = dayAfterLeave(limit, leavesAhead(store, context, customer.ownerId))
  const refusals = [
    ...pair.refusals,
    ...checkPlan({ on: plan.on, from: today, limit, afterLeave, field: 'plan.on' }, calendar, today),
    ...checkPlanChannel(
      { channel: plan.channel, field: 'plan.channel' },
      closedChannelsOf(store, customer.customerId),
    ),
  ]
  if (refusals.length > 0) refuse('RULE_REFUSED', { reasons: refusals })
  const opportunityId = context.newId()
  addOpportunity(store, {
    opportunityId,
    customerId: customer.customerId,
    ownerId: customer.ownerId,
    status: 'open',
    model: data.model ?? null,
    grade: data.grade,
    expectedPurchaseDate,
    purchaseType: data.purchaseType ?? null,
    remark: data.remark ?? '',
    competitor: data.competitor ?? null,
    budget: data.budget ?? null,
    payment: data.payment ?? null,
    use: data.use ?? null,
    tradeInCar: data.tradeInCar ?? null,
    quotationFen: data.quotationFen ?? null,
    ...(ofLead ? beginOpening(policy) : { openingContacts: null, openingFrom: null }),
    openedOn: today,
    ...cadence,
    lastContactOn: null,
    limitOn: limit,
    answerableFrom: today,
    planMissingSince: null,
    orderedOn: null,
    deliveredOn: null,
    endedOn: null,
    importBatchId,
    version: 1,
  })
  const planId = makePlan(store, context, { opportunityId, ...customer }, { ...plan, importBatchId })
  return { opportunityId, planId, limit, version: 1, warnings: pair.warnings }
}

/** Writes a plan into the owner's to-do list, an appointment to visit with its calls. Whoever calls has checked its date. */
export function makePlan(
  store: WritableStore,
  context: Context,
  subject: { readonly opportunityId: string; readonly customerId: string; readonly ownerId: string | null },
  plan: PlanInput & Partial<Pick<PlanRow, 'beyondLimitReason' | 'importBatchId'>>,
): string {
  const row = {
    planId: context.newId(),
    opportunityId: subject.opportunityId,
    customerId: subject.customerId,
    assigneeId: subject.ownerId,
    dueOn: plan.on,
    dueTime: plan.time ?? null,
    channel: plan.channel,
    purpose: plan.purpose,
    status: 'open' as const,
    beyondLimitReason: plan.beyondLimitReason ?? null,
    madeOn: context.today,
    madeAt: context.now,
    madeBy: context.actor.staffId,
    endedOn: null,
    followUpId: null,
    importBatchId: plan.importBatchId ?? null,
  }
  addPlan(store, row)
  followAppointment(store, context, row)
  return row.planId
}
