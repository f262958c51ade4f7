import type { Context } from '#main/calls/context.ts'
import type { WritableStore } from '#main/store/handle.ts'
import type { LeadRow } from '#main/store/rows.ts'
import { addLead } from '#main/store/write/leads.ts'
import type { LeadData } from './lead-intake.ts'

/** Writes down a lead that nobody has yet; one of a ledger has its id from it. */
export function receiveLead(
  store: WritableStore,
  context: Context,
  data: Partial<LeadData>,
  leadId = context.newId(),
): LeadRow {
  const { today, now, actor } = context
  const lead: LeadRow = {
    leadId,
    receivedOn: today,
    receivedAt: now,
    receivedBy: actor.staffId,
    name: '',
    phone: '',
    source: null,
    model: null,
    area: null,
    campaign: null,
    remark: null,
    grade: null,
    ...data,
    status: 'unassigned',
    assigneeId: null,
    assignedAt: null,
    assignedBy: null,
    assignedWay: null,
    customerId: null,
    opportunityId: null,
    firstFollowUpAt: null,
    closedAt: null,
    closedBy: null,
    closedReason: null,
    version: 1,
  }
  addLead(store, lead)
  return lead
}
