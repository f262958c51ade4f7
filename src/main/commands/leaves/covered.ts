import { inScope } from '#shared/access/can.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { findAppointmentOfPlan } from '#main/store/read/appointments.ts'
import { findCustomer, findOpportunity } from '#main/store/read/customers.ts'
import { findPlan } from '#main/store/read/follow-ups.ts'
import { listCoveredOf } from '#main/store/read/leave-cover.ts'
import { findLeave } from '#main/store/read/leaves.ts'
import type { CustomerRow, OpportunityRow, PlanRow } from '#main/store/rows.ts'
import { addLeaveLine, movePlanForLeave } from '#main/store/write/leaves.ts'
import { planningCalendarOf } from './leave-subject.ts'
import { getCustomer, getOpportunity, getPlan } from '#main/commands/subjects.ts'

/**
 * 代跟进: whoever covers a plan for a colleague may open the customer and execute the follow-up, for as long as the
 * plan stands with him; everything else of the customer stays the owner's.
 */

/** The plans of a customer that the asker covers; none where the customer is within his reach anyway. */
export const coveredPlansOf = (
  store: ReadableStore,
  { actor, scope }: Context,
  customer: Pick<CustomerRow, 'customerId' | 'ownerId'>,
) => (inScope(scope, customer.ownerId) ? [] : listCoveredOf(store, customer.customerId, actor.staffId))

/** A customer of the asker's scope, or one for whom he covers a plan; of one who was erased (S7) the figures that stay. */
export function getCustomerToRead(store: ReadableStore, context: Context, customerId: string): CustomerRow {
  const row = findCustomer(store, customerId)
  if (row && row.erasedOn !== null && row.mergedIntoId === null && inScope(context.scope, row.ownerId))
    return row
  return row && coveredPlansOf(store, context, row).length > 0 ? row : getCustomer(store, context, customerId)
}

/** An opportunity of the asker's scope, or one of which he covers a plan. */
export function getOpportunityToFollowUp(
  store: ReadableStore,
  context: Context,
  opportunityId: string,
): OpportunityRow {
  const row = findOpportunity(store, opportunityId)
  const covered = row ? coveredPlansOf(store, context, row) : []
  return row && covered.some((each) => each.opportunityId === opportunityId)
    ? row
    : getOpportunity(store, context, opportunityId)
}

/** A plan of the asker's scope, or one that he covers, with its opportunity. */
export function getPlanToFollowUp(
  store: ReadableStore,
  context: Context,
  planId: string,
): { readonly plan: PlanRow; readonly opportunity: OpportunityRow } {
  const plan = findPlan(store, planId)
  const opportunity = plan && findOpportunity(store, plan.opportunityId)
  const covered = opportunity ? coveredPlansOf(store, context, opportunity) : []
  return plan && opportunity && covered.some((each) => each.planId === planId)
    ? { plan, opportunity }
    : getPlan(store, context, planId)
}

/** For whom a contact counts that a colleague makes in cover: the owner; null for anybody else's. */
export const countsFor = (
  store: ReadableStore,
  context: Context,
  plan: PlanRow | undefined,
  customer: Pick<CustomerRow, 'customerId' | 'ownerId'>,
): string | null =>
  plan && coveredPlansOf(store, context, customer).some(({ planId }) => planId === plan.planId)
    ? customer.ownerId
    : null

/** The leave and the colleague with whom the next plan after one that he covered stays; null where it is the owner's. */
export function coverOfNext(
  store: ReadableStore,
  context: Context,
  before: PlanRow | undefined,
  on: BusinessDate,
) {
  const leave = before?.leaveId ? findLeave(store, before.leaveId) : undefined
  const ownerId = leave?.staffId
  const coveredBy = before?.assigneeId
  if (!leave || !coveredBy || coveredBy === ownerId || context.actor.staffId === ownerId) return null
  const within = leave.cancelledAt === null && leave.fromOn <= on && on <= leave.untilOn
  const isThere = !planningCalendarOf(store, context, coveredBy).isOnLeave(on)
  return context.policy.switches.cover && within && isThere ? { leave, coveredBy } : null
}

/** The plans of an appointment that was made with a plan, itself the first. */
function withCalls(store: ReadableStore, planId: string): PlanRow[] {
  const appointment = findAppointmentOfPlan(store, planId)
  return [planId, appointment?.confirmPlanId, appointment?.callPlanId].flatMap((each) =>
    each ? (findPlan(store, each) ?? []) : [],
  )
}

/**
 * The next plan after one that was covered stays with the colleague while it falls within the leave: the owner is not
 * there to do it, nor to make the calls of an appointment. Each becomes a line of the handoff as the first one was.
 */
export function keepCovered(
  store: WritableStore,
  context: Context,
  before: PlanRow | undefined,
  next: { readonly planId: string; readonly limit: BusinessDate },
): void {
  const { actor, now, newId } = context
  for (const { planId, opportunityId, dueOn } of withCalls(store, next.planId)) {
    const cover = coverOfNext(store, context, before, dueOn)
    if (!cover) {
      movePlanForLeave(store, planId, { assigneeId: findOpportunity(store, opportunityId)?.ownerId ?? null })
      continue
    }
    const { leave, coveredBy } = cover
    movePlanForLeave(store, planId, { assigneeId: coveredBy, leaveId: leave.leaveId })
    addLeaveLine(store, {
      lineId: newId(),
      leaveId: leave.leaveId,
      opportunityId,
      planId,
      onBefore: dueOn,
      limitBefore: next.limit,
      way: 'covered',
      movedTo: null,
      coveredBy,
      resolvedAt: now,
      resolvedBy: actor.staffId,
      returnedAt: null,
    })
  }
}
