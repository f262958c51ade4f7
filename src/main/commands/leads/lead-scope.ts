import { can, inScope } from '#shared/access/can.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { refuse, refuseByRule, refuseField } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import { businessDateAt } from '#shared/time/instant.ts'
import type { Context } from '#main/calls/context.ts'
import { workCalendarOf } from '#main/commands/subjects.ts'
import { leadDueAt } from '#main/rules/lead-clock.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findCustomer } from '#main/store/read/customers.ts'
import { findLeadException } from '#main/store/read/lead-exceptions.ts'
import { findLead, type LeadAsker } from '#main/store/read/leads.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { suspendedUntil } from '#main/store/read/suspensions.ts'
import type { LeadExceptionRow, LeadRow, StaffRow } from '#main/store/rows.ts'

/** Whose lead it is: the owner of its customer, who may have changed since; nobody's while it waits. */
export const ownerOf = (store: ReadableStore, lead: LeadRow): string | null =>
  (lead.customerId ? findCustomer(store, lead.customerId)?.ownerId : null) ?? lead.assigneeId

/** The language in which words of the store are kept, whoever asks. */
export const wordsOf = ({ store }: Context): Locale => (store.locale === 'en' ? 'en' : 'zh-CN')

/** He assigns leads, and so sees those that wait. */
export const seesWaiting = ({ actor }: Context): boolean => can(actor, 'lead.assign').yes

/** What a reader of leads is asked with. */
export const leadAsker = (context: Context): LeadAsker => ({
  me: context.actor.staffId,
  scope: context.scope,
  seesWaiting: seesWaiting(context),
  lateBefore: context.now - leadDueAt(0, context.policy),
})

/** Whether the asker may work on a lead: within his reach, or nobody's yet and his to assign or taken down by him. */
export function mayWorkOn(store: ReadableStore, context: Context, lead: LeadRow): boolean {
  const owner = ownerOf(store, lead)
  if (owner !== null) return inScope(context.scope, owner)
  return seesWaiting(context) || lead.receivedBy === context.actor.staffId
}

/** A lead the asker may work on; any other is answered as if there were none. */
export function getLead(store: ReadableStore, context: Context, leadId: string): LeadRow {
  const lead = findLead(store, leadId)
  return lead && mayWorkOn(store, context, lead) ? lead : refuse('NOT_FOUND', { what: 'lead', id: leadId })
}

/** An exception with its lead, for those who may work on the lead and, where it is meant for him too, the helper. */
export function getException(
  store: ReadableStore,
  context: Context,
  exceptionId: string,
  who: 'reach' | 'reach_or_helper',
): { readonly exception: LeadExceptionRow; readonly lead: LeadRow } {
  const exception = findLeadException(store, exceptionId)
  const lead = exception && findLead(store, exception.leadId)
  const helps = who === 'reach_or_helper' && exception?.helperId === context.actor.staffId
  if (!exception || !lead || !(helps || mayWorkOn(store, context, lead)))
    return refuse('NOT_FOUND', { what: 'leadException', id: exceptionId })
  return { exception, lead }
}

/**
 * Who is to have a lead, chosen by hand: an active consultant within reach who works before its first follow-up is due.
 * Names the field otherwise.
 */
export function getAssignee(
  store: ReadableStore,
  context: Context,
  staffId: string,
  field: 'assign' | 'to',
): StaffRow {
  const { actor, scope, policy, today, now, store: file } = context
  const staff = findStaff(store, staffId)
  if (!staff || staff.status !== 'active' || staff.role !== 'consultant')
    return refuseField(field, 'not_a_consultant')
  if (!inScope(scope, staffId)) {
    const code = actor.role === 'consultant' ? 'not_your_customer' : 'not_your_team'
    return refuse('PERMISSION_DENIED', { reasons: [reason(code, { field })] })
  }
  const until = suspendedUntil(store, staffId, today)
  if (until) return refuseByRule(reason('suspended_for_study', { field, until }))
  const dueOn = businessDateAt(leadDueAt(now, policy), file.zone)
  const works = workCalendarOf(store, context, staffId).lastWorkingDayUpTo(dueOn, today)
  // Whoever enters his own lead is here, whatever his calendar says.
  if (works === undefined && staffId !== actor.staffId)
    return refuseByRule(reason('lead_assignee_away', { field, name: staff.name, dueOn }))
  return staff
}
