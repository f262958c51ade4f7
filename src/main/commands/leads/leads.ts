import type { LeadAssignment } from '#shared/contract/leads.ts'
import { maskName } from '#shared/domain/mask-name.ts'
import { refuse, refuseByRule, refuseField } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { requireVersion } from '#main/commands/subjects.ts'
import { checkFieldLevels } from '#main/rules/field-levels.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { countLeads, findLead, findWaitingLead, listLeads } from '#main/store/read/leads.ts'
import { changeLead } from '#main/store/write/leads.ts'
import { assignLead } from './lead-assignment.ts'
import { callLines, calls } from './lead-calls.ts'
import { endException, nameHelper, raiseException } from './lead-exceptions.ts'
import { importLeads, previewLeads } from './lead-import.ts'
import { leadImports, undoLeadImport } from './lead-import-undo.ts'
import { readLead, requireLeadFields } from './lead-intake.ts'
import { tellExceptions, tellLead, writeClosing } from './lead-row.ts'
import { getAssignee, getLead, leadAsker, seesWaiting } from './lead-scope.ts'
import { receiveLead } from './receive-lead.ts'

/** One lead for a phone at a time waits for its assignment. */
function requireNoneWaits(store: WritableStore, context: Context, phone: string): void {
  const other = findWaitingLead(store, phone)
  if (!other) return
  const knows = seesWaiting(context) || other.receivedBy === context.actor.staffId
  refuseByRule(
    reason('lead_waits_already', {
      field: 'phone',
      leadId: other.leadId,
      name: knows ? other.name : maskName(other.name),
      receivedOn: other.receivedOn,
    }),
  )
}

/** R-10 Leads from phone and web 线索. */
export const leads: HandlersOf<'leads'> = {
  add: (store, { assign, reason: why, ...input }, context) => {
    const { actor, policy } = context
    const data = readLead(input, policy)
    const reminders = requireLeadFields(data, policy)
    requireNoneWaits(store, context, data.phone ?? '')
    const to = assign ?? (actor.role === 'consultant' ? actor.staffId : 'later')
    const assignee = to === 'later' || to === 'rotation' ? to : getAssignee(store, context, to, 'assign')
    const lead = receiveLead(store, context, data)
    if (why) context.because(why)
    if (assignee === 'later') return { leadId: lead.leadId, assignment: null, reminders }
    // Whoever keeps what he found himself takes no turn for it.
    const hand = { note: why, takesTurn: to !== actor.staffId }
    const assignment = assignLead(store, context, lead, assignee, hand)
    return { leadId: lead.leadId, assignment, reminders }
  },

  assign: (store, { leadIds, to, reason: why }, context) => {
    const assignee = to === 'rotation' ? to : getAssignee(store, context, to, 'to')
    if (why) context.because(why)
    const hand = { note: why, takesTurn: true }
    const rows = [...new Set(leadIds)].map((leadId): LeadAssignment =>
      assignLead(store, context, getLead(store, context, leadId), assignee, hand),
    )
    return { rows }
  },

  list: (store, input, context) => {
    const asker = leadAsker(context)
    const asked = readPage(input)
    const { mine, ...filter } = input ?? {}
    const wanted = mine ? { ...filter, ownerId: context.actor.staffId } : filter
    const { rows, total } = listLeads(store, asker, wanted, asked)
    const counts = { unassigned: 0, assigned: 0, started: 0, closed: 0, late: 0, exceptions: 0 }
    for (const { status, n, late, exceptions } of countLeads(store, asker)) {
      counts[status] += n
      counts.late += late
      counts.exceptions += exceptions
    }
    const told = rows.map((row) => tellLead(store, context, row))
    return { ...pageOf(asked, told, total), counts }
  },

  get: (store, { leadId }, context) => {
    const [named] = listLeads(store, leadAsker(context), { leadId }, { limit: 1, offset: 0 }).rows
    const lead = findLead(store, leadId)
    if (!named || !lead) return refuse('NOT_FOUND', { what: 'lead', id: leadId })
    return {
      ...tellLead(store, context, named),
      exceptions: tellExceptions(store, context, lead),
      missing: [...checkFieldLevels({ lead }, context.policy).important],
    }
  },

  update: (store, { leadId, version, ...input }, context) => {
    const before = getLead(store, context, leadId)
    requireVersion(before, version)
    const { name } = before
    if (before.status === 'closed') refuseByRule(reason('lead_is_closed', { name }))
    const data = readLead(input, context.policy)
    const onCard = (['phone', 'grade'] as const).find(
      (field) => data[field] !== undefined && data[field] !== before[field],
    )
    if (before.customerId !== null && onCard) refuseByRule(reason('lead_has_a_card', { field: onCard, name }))
    const reminders = requireLeadFields({ ...before, ...data }, context.policy)
    if (data.phone !== undefined && data.phone !== before.phone) requireNoneWaits(store, context, data.phone)
    return { version: changeLead(store, before, data).version, reminders }
  },

  close: (store, { leadId, reason: why, note }, context) => {
    const { now, actor } = context
    const lead = getLead(store, context, leadId)
    const { name } = lead
    if (lead.status === 'closed') refuseByRule(reason('lead_is_closed', { name }))
    if (lead.customerId !== null) refuseByRule(reason('lead_has_a_card', { name }))
    if (why === 'other' && !note) refuseField('note', 'required')
    changeLead(store, lead, {
      status: 'closed',
      closedAt: now,
      closedBy: actor.staffId,
      closedReason: writeClosing(why, note),
    })
    if (note) context.because(note)
    return null
  },

  raiseException,
  nameHelper,
  endException,
  calls,
  callLines,
  preview: previewLeads,
  import: importLeads,
  imports: leadImports,
  undoImport: undoLeadImport,
}
