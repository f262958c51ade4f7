import { can } from '#shared/access/can.ts'
import type { LeadException, LeadRow as ToldLead } from '#shared/contract/leads.ts'
import { leadCloseReason, type LeadCloseReason } from '#shared/domain/codes.ts'
import { maskPhone } from '#shared/domain/phone.ts'
import type { Context } from '#main/calls/context.ts'
import { findCustomerByPhone } from '#main/store/read/customers.ts'
import { mayOpen } from '#main/commands/subjects.ts'
import { leadClock } from '#main/rules/lead-clock.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { listExceptionsOfLead, type NamedLeadException } from '#main/store/read/lead-exceptions.ts'
import { findLead, type NamedLead } from '#main/store/read/leads.ts'
import type { LeadRow } from '#main/store/rows.ts'
import { mayWorkOn } from './lead-scope.ts'

/** Why a lead was closed as it is kept: the code, and what was said beside it on a further line. */
export const writeClosing = (reason: LeadCloseReason, note: string | undefined): string =>
  note ? `${reason}\n${note}` : reason

function readClosing(closed: string | null) {
  const [code = '', ...note] = closed?.split('\n') ?? []
  const read = leadCloseReason.safeParse(code)
  return { closedReason: read.success ? read.data : null, closedNote: note.join('\n') || null }
}

/** An exception with what the asker may do with it. */
function tellException(
  context: Context,
  { leadId: _leadId, helperId, helperName, ...row }: NamedLeadException,
  works: boolean,
): LeadException {
  const { actor } = context
  const isOpen = row.status !== 'done'
  const helps = helperId === actor.staffId
  return {
    ...row,
    helper: helperId === null ? null : { staffId: helperId, name: helperName ?? helperId },
    abilities: {
      nameHelper: isOpen && works && can(actor, 'lead.nameHelper').yes,
      end: isOpen && (works || helps) && can(actor, 'lead.work').yes,
    },
  }
}

/** All exceptions of a lead as the asker may see them, the newest first. */
export function tellExceptions(store: ReadableStore, context: Context, lead: LeadRow): LeadException[] {
  const works = mayWorkOn(store, context, lead)
  return listExceptionsOfLead(store, lead.leadId).map((row) => tellException(context, row, works))
}

const noClock = { dueAt: null, minutesLeft: null, hoursLeft: null, late: false, startedLate: false }

/** How much time is left for the first follow-up; nothing runs before the assignment. */
function clockOf(lead: LeadRow, { policy, now }: Context) {
  const { assignedAt, firstFollowUpAt } = lead
  return assignedAt === null ? noClock : leadClock({ assignedAt, firstFollowUpAt }, policy, now)
}

/** A lead with the names around it, its clock, its open exception, and what the asker may do with it. */
export function tellLead(store: ReadableStore, context: Context, named: NamedLead): ToldLead {
  const lead = findLead(store, named.leadId)
  if (!lead) throw new Error(`lead ${named.leadId} was listed and is not there`)
  const { actor } = context
  const { planId, planOn, planTime, planChannel, planPurpose, ...names } = named
  const {
    closedReason: closed,
    closedBy: _closedBy,
    receivedBy: _receivedBy,
    assignedBy: _assignedBy,
    ...facts
  } = lead
  const works = mayWorkOn(store, context, lead) && can(actor, 'lead.work').yes
  const exceptions = tellExceptions(store, context, lead)
  const exception = exceptions.find(({ status }) => status !== 'done') ?? null
  const isWaiting = lead.status === 'unassigned'
  // Whoever waits for everybody may be somebody's customer already: then his phone is that owner's.
  const known = isWaiting ? findCustomerByPhone(store, lead.phone) : undefined
  const isForeign =
    known !== undefined && lead.receivedBy !== actor.staffId && !mayOpen(context, known.customer)
  const seesPhone =
    (mayWorkOn(store, context, lead) && !isForeign) || exception?.helper?.staffId === actor.staffId
  const isOpen = names.opportunityStatus === 'open'
  return {
    ...facts,
    ...names,
    ...readClosing(closed),
    ...clockOf(lead, context),
    phone: seesPhone ? lead.phone : maskPhone(lead.phone),
    masked: !seesPhone,
    nextPlan:
      planId && planOn && planChannel
        ? { planId, on: planOn, time: planTime, channel: planChannel, purpose: planPurpose ?? '' }
        : null,
    exception,
    abilities: {
      assign: isWaiting && can(actor, 'lead.assign').yes,
      update: works && lead.status !== 'closed',
      close: works && isWaiting,
      openCard: lead.customerId !== null && mayOpen(context, { ownerId: names.ownerId }),
      raiseException: works && !isWaiting && isOpen && exception === null,
    },
  }
}
