import type { ToDoItem } from '#shared/contract/to-do.ts'
import type { Context } from '#main/calls/context.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { leadingOpportunity } from '#main/store/read/customer-list.ts'
import { listOpportunities } from '#main/store/read/customers.ts'
import { listOpenPlans } from '#main/store/read/follow-ups.ts'
import { findLastFollowUp } from '#main/store/read/to-do.ts'

const leadingOf = (store: ReadableStore, { policy }: Context, customerId: string) =>
  leadingOpportunity(listOpportunities(store, customerId), policy)

/**
 * How a customer stands, for the colleague who is to help with him: what he wants, and what was said last.
 * The card stays the owner's, so the line names no customer to open.
 */
export function briefingOf(
  store: ReadableStore,
  context: Context,
  customerId: string,
): Partial<
  Pick<ToDoItem, 'model' | 'grade' | 'expectedPurchaseDate' | 'lastContactOn' | 'lastResult' | 'lastContent'>
> {
  const leading = leadingOf(store, context, customerId)
  if (!leading) return {}
  const last = findLastFollowUp(store, leading.opportunityId)
  return {
    model: leading.model,
    grade: leading.grade,
    expectedPurchaseDate: leading.expectedPurchaseDate,
    lastContactOn: leading.lastContactOn,
    lastResult: last?.result ?? null,
    lastContent: last?.content ?? null,
  }
}

/** When the owner means to speak with him next, so that the two do not call him on one day. */
export function nextPlanOf(store: ReadableStore, context: Context, customerId: string) {
  const leading = leadingOf(store, context, customerId)
  const plan = leading && listOpenPlans(store, leading.opportunityId)[0]
  return plan ? { on: plan.dueOn, channel: plan.channel, purpose: plan.purpose } : null
}
