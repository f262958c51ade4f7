import { can } from '#shared/access/can.ts'
import { refuseByRule, refuseField } from '#shared/errors.ts'
import { texts } from '#shared/text/index.ts'
import { fill, sayReason } from '#shared/text/say.ts'
import { reason } from '#shared/reasons.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { requireHelper } from '#main/commands/instructions/require-helper.ts'
import { checkInstructionOwner } from '#main/rules/instruction-loop.ts'
import { checkOpenException, checkRaiseException, exceptionIdentity } from '#main/rules/lead-exception.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { findCustomer, findOpportunity } from '#main/store/read/customers.ts'
import { findInstruction } from '#main/store/read/instructions.ts'
import { findOpenException, isExceptionRaised } from '#main/store/read/lead-exceptions.ts'
import { findStaff } from '#main/store/read/staff.ts'
import type { LeadExceptionRow, LeadRow } from '#main/store/rows.ts'
import { addLeadException, changeLeadException } from '#main/store/write/leads.ts'
import { addInstruction, changeInstruction } from '#main/store/write/supervision.ts'
import { getException, getLead, wordsOf } from './lead-scope.ts'

type Handlers = HandlersOf<'leads'>

/** 客户消极反应, or 主动提出: somebody raises an exception of a lead. */
export const raiseException: Handlers['raiseException'] = (store, { leadId, kind, note }, context) => {
  const { today, now, actor, newId } = context
  const lead = getLead(store, context, leadId)
  const identity = exceptionIdentity(leadId, kind, today)
  const opportunity = lead.opportunityId ? findOpportunity(store, lead.opportunityId) : undefined
  const refusals = checkRaiseException(
    { isAssigned: lead.customerId !== null, isOpen: opportunity?.status === 'open', name: lead.name },
    findOpenException(store, leadId),
    isExceptionRaised(store, identity),
  )
  if (refusals.length > 0) refuseByRule(...refusals)
  const exceptionId = newId()
  addLeadException(store, {
    exceptionId,
    leadId,
    identity,
    kind,
    raisedOn: today,
    raisedAt: now,
    raisedBy: actor.staffId,
    note,
  })
  return { exceptionId }
}

/** Who owns the customer of a lead, and so gets it back. */
function getOwner(store: ReadableStore, { customerId }: LeadRow) {
  const customer = customerId ? findCustomer(store, customerId) : undefined
  const owner = customer?.ownerId ? findStaff(store, customer.ownerId) : undefined
  const refusals = checkInstructionOwner(owner)
  return refusals.length > 0 || !owner || !customer ? refuseByRule(...refusals) : { customer, owner }
}

/** What the helper reads where nothing was written for him: the exception itself. */
function asText({ kind, raisedOn, note }: LeadExceptionRow, context: Context): string {
  const what = sayReason(
    reason('lead_exception_raised', { raisedOn, leadExceptionKind: kind }),
    wordsOf(context),
  )
  return note ? `${what}；${note}` : what
}

/** Ends the instruction by which a helper had it: answered with what is said, and closed by whoever may. */
function endInstruction(
  store: WritableStore,
  { actor, now }: Context,
  instructionId: string | null,
  said: string,
): void {
  const row = instructionId ? findInstruction(store, instructionId) : undefined
  if (!row || row.closedAt !== null) return
  const mayClose = can(actor, 'instruction.give').yes
  changeInstruction(store, row.instructionId, {
    ...(row.answeredAt === null ? { answer: said, answeredAt: now, answeredBy: actor.staffId } : {}),
    ...(row.seenAt === null ? { seenAt: now } : {}),
    ...(mayClose ? { closedAt: now, closedBy: actor.staffId } : {}),
  })
}

/** 主管指派他人协助跟进: an instruction brings the lead into the helper's list; the customer stays the owner's. */
export const nameHelper: Handlers['nameHelper'] = (
  store,
  { exceptionId, helperId, note, dueOn },
  context,
) => {
  const { today, now, actor, newId } = context
  const { exception, lead } = getException(store, context, exceptionId, 'reach')
  const over = checkOpenException(exception)
  if (over.length > 0) refuseByRule(...over)
  const { customer, owner } = getOwner(store, lead)
  const helper = requireHelper(store, context, helperId, owner.staffId)
  if (dueOn && dueOn < today) refuseField('dueOn', 'in_past', { today })
  const text = note || asText(exception, context)
  // Somebody else helps now: who was asked before has nothing to do any more.
  const instead = fill(texts[wordsOf(context)].records.leadHelperChanged, { name: helper.name })
  endInstruction(store, context, exception.instructionId, instead)
  const instructionId = newId()
  addInstruction(store, {
    instructionId,
    customerId: customer.customerId,
    followUpId: null,
    staffId: owner.staffId,
    givenBy: actor.staffId,
    givenOn: today,
    givenAt: now,
    text,
    dueOn: dueOn ?? null,
    proposedGrade: null,
    helperId: helper.staffId,
  })
  changeLeadException(store, exceptionId, {
    status: 'helping',
    helperId: helper.staffId,
    helperNamedBy: actor.staffId,
    helperNamedAt: now,
    instructionId,
  })
  return { instructionId }
}

/** 协助跟进完毕，交还原顾问: what came of it; the lead goes on with its consultant. */
export const endException: Handlers['endException'] = (store, { exceptionId, outcome }, context) => {
  const { now, actor } = context
  const { exception } = getException(store, context, exceptionId, 'reach_or_helper')
  const over = checkOpenException(exception)
  if (over.length > 0) refuseByRule(...over)
  endInstruction(store, context, exception.instructionId, outcome)
  changeLeadException(store, exceptionId, {
    status: 'done',
    doneAt: now,
    doneBy: actor.staffId,
    outcome,
  })
  return null
}
