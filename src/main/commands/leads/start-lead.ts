import { businessDateAt } from '#shared/time/instant.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { listAwaitedLeads } from '#main/store/read/leads.ts'
import { changeLead } from '#main/store/write/leads.ts'

/**
 * A follow-up of an opportunity is the first one of the leads that led to it, reached or not. One that tells of a contact before the
 * assignment starts nothing.
 */
export function startLeads(
  store: WritableStore,
  { now, store: file }: Context,
  contact: { readonly opportunityId: string; readonly contactedOn: BusinessDate },
): void {
  for (const lead of listAwaitedLeads(store, contact.opportunityId)) {
    const assignedOn = lead.assignedAt === null ? null : businessDateAt(lead.assignedAt, file.zone)
    if (assignedOn === null || contact.contactedOn < assignedOn) continue
    changeLead(store, lead, { status: 'started', firstFollowUpAt: now })
  }
}
