import { can, inScope } from '#shared/access/can.ts'
import { maskName } from '#shared/domain/mask-name.ts'
import { maskPhone } from '#shared/domain/phone.ts'
import { refuse, refuseByRule, refuseField } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import { makeWorkCalendar, type WorkCalendar } from '#shared/time/store-calendar.ts'
import type { Context } from '#main/calls/context.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findCustomer, findOpportunity } from '#main/store/read/customers.ts'
import { findPlan } from '#main/store/read/follow-ups.ts'
import { confirmedLeaves, findStaff } from '#main/store/read/staff.ts'
import { suspendedUntil } from '#main/store/read/suspensions.ts'
import type { CustomerRow, OpportunityRow, PlanRow, StaffRow } from '#main/store/rows.ts'

/**
 * A customer of the asker's scope. Somebody else's is answered as if it were not there: what is not his
 * he does not even learn to exist.
 */
export function getCustomer(store: ReadableStore, context: Context, customerId: string): CustomerRow {
  const row = findCustomer(store, customerId)
  // A merged record is nobody any more (R-3.4a): only its card still leads somewhere.
  if (!row || row.mergedIntoId !== null || !inScope(context.scope, row.ownerId))
    return refuse('NOT_FOUND', { what: 'customer', id: customerId })
  // S7 Nothing is done any more with whoever was erased.
  return row.erasedOn === null ? row : refuseByRule(reason('customer_erased', { erasedOn: row.erasedOn }))
}

export { maskName }

/** Whether the asker may open a customer's card. */
export const mayOpen = ({ actor }: Context, customer: Pick<CustomerRow, 'ownerId'>): boolean => {
  const verdict = can(actor, 'customer.read')
  return verdict.yes && inScope(verdict.scope, customer.ownerId)
}

/**
 * The name of whoever has a phone, as the asker may know it: a consultant learns of another's customer only that he
 * belongs to somebody (section 13); the front desk, which learns owner and status only, neither.
 */
export const tellName = (context: Context, customer: Pick<CustomerRow, 'name' | 'ownerId'>): string =>
  mayOpen(context, customer) ? customer.name : maskName(customer.name)

/**
 * The phone of a customer in somebody's list, whole for that person and within the owner's reach: the supervisor of
 * a colleague who covers or helps does not learn the number of another team's customer by it.
 */
export const tellPhone = (
  { actor, scope }: Context,
  phone: string,
  of: { readonly staffId: string; readonly ownerId: string | null },
): string => (of.staffId === actor.staffId || inScope(scope, of.ownerId) ? phone : maskPhone(phone))

/** An opportunity of the asker's scope; see `getCustomer`. */
export function getOpportunity(
  store: ReadableStore,
  context: Context,
  opportunityId: string,
): OpportunityRow {
  const row = findOpportunity(store, opportunityId)
  if (!row || !inScope(context.scope, row.ownerId)) {
    return refuse('NOT_FOUND', { what: 'opportunity', id: opportunityId })
  }
  return row
}

/** A plan of the asker's scope, with its opportunity; see `getCustomer`. */
export function getPlan(
  store: ReadableStore,
  context: Context,
  planId: string,
): { readonly plan: PlanRow; readonly opportunity: OpportunityRow } {
  const plan = findPlan(store, planId)
  const opportunity = plan && findOpportunity(store, plan.opportunityId)
  if (!plan || !opportunity || !inScope(context.scope, opportunity.ownerId))
    return refuse('NOT_FOUND', { what: 'plan', id: planId })
  return { plan, opportunity }
}

/** Refuses with STALE_VERSION, carrying what is there now, when somebody saved first. */
export function requireVersion(row: { readonly version: number }, version: number | undefined): void {
  if (version !== undefined && version !== row.version) {
    refuse('STALE_VERSION', { version: row.version, current: { ...row } })
  }
}

/** The working days of somebody from today on. Nobody's: the store's own. */
export function workCalendarOf(store: ReadableStore, context: Context, staffId: string | null): WorkCalendar {
  const staff = staffId ? findStaff(store, staffId) : undefined
  return makeWorkCalendar(context.calendar, {
    restWeekdays: staff?.restWeekdays ?? [],
    leaves: staff ? confirmedLeaves(store, staff.staffId, context.today) : [],
  })
}

/**
 * Who will own what is registered: a consultant himself; for everybody else the consultant named, who must be active
 * and within reach. Names the field otherwise.
 */
export function getOwnerToBe(
  store: ReadableStore,
  context: Context,
  ownerId: string | null | undefined,
): StaffRow {
  const { actor } = context
  // Whoever may register for a consultant may also ask when he has time for it.
  const registers = can(actor, 'customer.register')
  const wanted = ownerId ?? (actor.role === 'consultant' ? actor.staffId : undefined)
  if (!wanted) return refuseField('ownerId', 'required')
  const owner = findStaff(store, wanted)
  if (!owner || owner.status !== 'active' || owner.role !== 'consultant')
    return refuseField('ownerId', 'not_a_consultant')
  if (registers.yes && inScope(registers.scope, owner.staffId)) {
    // Whoever is suspended for study gets no new customers meanwhile.
    const until = suspendedUntil(store, owner.staffId, context.today)
    return until ? refuseByRule(reason('suspended_for_study', { field: 'ownerId', until })) : owner
  }
  const code = actor.role === 'consultant' ? 'not_your_customer' : 'not_your_team'
  return refuse('PERMISSION_DENIED', { reasons: [reason(code, { field: 'ownerId' })] })
}
