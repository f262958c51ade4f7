import { can, inScope } from '#shared/access/can.ts'
import type { InstructionRow as ToldInstruction } from '#shared/contract/instructions.ts'
import { refuse, refuseByRule, refuseField } from '#shared/errors.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import {
  checkInstructionAnswer,
  checkInstructionClose,
  checkInstructionOwner,
  instructionStatusOf,
} from '#main/rules/instruction-loop.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import {
  customerOfFollowUp,
  findInstruction,
  listInstructions,
  type NamedInstruction,
} from '#main/store/read/instructions.ts'
import { findStaff } from '#main/store/read/staff.ts'
import type { CustomerRow, InstructionRow } from '#main/store/rows.ts'
import { addInstruction, changeInstruction } from '#main/store/write/supervision.ts'
import { requireGrade } from '#main/commands/customers/intake.ts'
import { getCustomer, maskName, mayOpen } from '#main/commands/subjects.ts'
import { requireHelper } from './require-helper.ts'

type Concerned = Pick<InstructionRow, 'staffId' | 'helperId' | 'givenBy'>

/** Who may answer: the owner, and the colleague who was named to help. */
const answers = ({ actor }: Context, { staffId, helperId }: Concerned): boolean =>
  can(actor, 'instruction.answer').yes && (actor.staffId === staffId || actor.staffId === helperId)

/** Who may close: the giver wherever the customer has gone, the consultant's manager, a director. */
function closes({ actor }: Context, { staffId, givenBy }: Concerned): boolean {
  const verdict = can(actor, 'instruction.give')
  return verdict.yes && (givenBy === actor.staffId || inScope(verdict.scope, staffId))
}

/** An instruction with what the asker may do with it. */
export function tellInstruction(row: NamedInstruction, context: Context): ToldInstruction {
  const { giverName, helperId, helperName, ownerId, ...rest } = row
  const mayAnswer = answers(context, row)
  const opens = mayOpen(context, { ownerId })
  return {
    ...rest,
    // Closed, it gives nobody a reason any more to know somebody else's customer by name.
    customerName: opens || row.closedAt === null ? row.customerName : maskName(row.customerName),
    status: instructionStatusOf(row),
    givenBy: { staffId: row.givenBy, name: giverName },
    helper: helperId === null ? null : { staffId: helperId, name: helperName ?? helperId },
    late: row.answeredAt === null && row.dueOn !== null && row.dueOn < context.today,
    mayOpenCard: opens,
    abilities: {
      see: mayAnswer && row.seenAt === null,
      answer: mayAnswer && checkInstructionAnswer(row).length === 0,
      close: closes(context, row) && checkInstructionClose(row).length === 0,
    },
  }
}

/** An instruction that the asker may act on; any other is answered as if there were none. */
function getInstruction(
  store: ReadableStore,
  context: Context,
  instructionId: string,
  mayAct: (context: Context, row: Concerned) => boolean,
): InstructionRow {
  const row = findInstruction(store, instructionId)
  if (!row || !mayAct(context, row)) return refuse('NOT_FOUND', { what: 'instruction', id: instructionId })
  return row
}

/** The customer an instruction is about: named, or that of a follow-up. */
function subjectOf(
  store: ReadableStore,
  context: Context,
  {
    customerId,
    followUpId,
  }: { readonly customerId?: string | undefined; readonly followUpId?: string | undefined },
): CustomerRow {
  if (customerId && !followUpId) return getCustomer(store, context, customerId)
  if (!followUpId || customerId) return refuseField('customerId', 'one_of_customer_or_follow_up')
  const owned = customerOfFollowUp(store, followUpId)
  return owned
    ? getCustomer(store, context, owned)
    : refuse('NOT_FOUND', { what: 'followUp', id: followUpId })
}

/** The loop of an instruction 批注: given, seen, answered, closed. */
export const instructions: HandlersOf<'instructions'> = {
  list: (store, input, context) => {
    const page = readPage(input)
    const asker = { scope: context.scope, me: context.actor.staffId }
    const { rows, total } = listInstructions(store, asker, input ?? {}, page)
    return pageOf(
      page,
      rows.map((row) => tellInstruction(row, context)),
      total,
    )
  },

  add: (store, { text, dueOn, proposedGrade, helperId, ...subject }, context) => {
    const { actor, now, today, policy, newId } = context
    const customer = subjectOf(store, context, subject)
    const owner = customer.ownerId ? findStaff(store, customer.ownerId) : undefined
    const refusals = checkInstructionOwner(owner)
    if (refusals.length > 0 || !owner) return refuseByRule(...refusals)
    if (dueOn && dueOn < today) refuseField('dueOn', 'in_past', { today })
    const instructionId = newId()
    addInstruction(store, {
      instructionId,
      customerId: customer.customerId,
      followUpId: subject.followUpId ?? null,
      staffId: owner.staffId,
      givenBy: actor.staffId,
      givenOn: today,
      givenAt: now,
      text,
      dueOn: dueOn ?? null,
      proposedGrade: proposedGrade ? requireGrade(proposedGrade, policy, 'proposedGrade') : null,
      helperId: helperId ? requireHelper(store, context, helperId, owner.staffId).staffId : null,
    })
    return { instructionId }
  },

  see: (store, { instructionIds }, context) => {
    for (const row of instructionIds.map((each) => getInstruction(store, context, each, answers)))
      if (row.seenAt === null) changeInstruction(store, row.instructionId, { seenAt: context.now })
    return null
  },

  answer: (store, { instructionId, text }, context) => {
    const { actor, now } = context
    const row = getInstruction(store, context, instructionId, answers)
    const refusals = checkInstructionAnswer(row)
    if (refusals.length > 0) refuseByRule(...refusals)
    changeInstruction(store, instructionId, {
      answer: text,
      answeredBy: actor.staffId,
      // The first answer ends the silence; a better one does not move its date.
      answeredAt: row.answeredAt ?? now,
      seenAt: row.seenAt ?? now,
    })
    return null
  },

  close: (store, { instructionId }, context) => {
    const row = getInstruction(store, context, instructionId, closes)
    const refusals = checkInstructionClose(row)
    if (refusals.length > 0) refuseByRule(...refusals)
    changeInstruction(store, instructionId, { closedAt: context.now, closedBy: context.actor.staffId })
    return null
  },
}
