import { inScope } from '#shared/access/can.ts'
import type { Input, Output } from '#shared/contract/index.ts'
import { refuse } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import type { Context } from '#main/calls/context.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { listFollowUpsOfCustomer } from '#main/store/read/follow-ups.ts'
import { listCovered, type CoveredPlan } from '#main/store/read/leave-cover.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { tellPhone } from '#main/commands/subjects.ts'

/** 三行简报: his wish, what was last said, what is to do. */
function linesOf(store: ReadableStore, covered: CoveredPlan) {
  const { model, grade, expectedPurchaseDate: expected, openedOn, on, channel, purpose } = covered
  const last = listFollowUpsOfCustomer(store, covered.customerId).find(
    ({ followUp }) => followUp.opportunityId === covered.opportunityId,
  )?.followUp
  return [
    reason('briefing_wish', { model, grade, expected }),
    last
      ? reason('briefing_last_contact', { on: last.contactedOn, result: last.result, content: last.content })
      : reason('briefing_no_contact', { openedOn }),
    reason('briefing_plan', { on, channel, purpose: purpose === '' ? null : purpose }),
  ]
}

/** Three lines about each customer that somebody covers at present. */
export function briefings(
  store: ReadableStore,
  input: Input<'leaves', 'briefings'>,
  context: Context,
): Output<'leaves', 'briefings'> {
  const { actor, scope } = context
  const staffId = input?.staffId ?? actor.staffId
  if (!findStaff(store, staffId) || !inScope(scope, staffId))
    return refuse('NOT_FOUND', { what: 'staff', id: staffId })
  return {
    rows: listCovered(store, staffId).map((each) => ({
      planId: each.planId,
      customerId: each.customerId,
      customerName: each.customerName,
      phone: tellPhone(context, each.phone, { staffId, ownerId: each.ownerId }),
      model: each.model,
      grade: each.grade,
      on: each.on,
      ownerName: each.ownerName,
      lines: linesOf(store, each),
    })),
  }
}
