import { refuse, refuseByRule } from '#shared/errors.ts'
import { reason, type Reason, type ReasonCode } from '#shared/reasons.ts'
import { addDays } from '#shared/time/business-date.ts'
import { businessDateAt } from '#shared/time/instant.ts'
import type { Context } from '#main/calls/context.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { findCustomer, listOpportunities } from '#main/store/read/customers.ts'
import { isCoverStanding } from '#main/store/read/reassignments.ts'
import {
  findReassignment,
  listMoves,
  listWorkedOn,
  type WorkedOn,
} from '#main/store/read/reassignment-acts.ts'
import { listOpenInstructions, readTransferred } from '#main/store/read/reassignments.ts'
import { findStaff } from '#main/store/read/staff.ts'
import type { ReassignmentMoveRow, ReassignmentRow } from '#main/store/rows.ts'
import type { TransferSnapshot } from '#main/store/schema/ownership.ts'
import { changeCustomer, changeOpportunity } from '#main/store/write/customers.ts'
import { markUndone, moveInstruction, movePlan, restoreOwner } from '#main/store/write/reassignments.ts'
import { reopenClaims } from './overtaken-claims.ts'
import { lastEffectiveFor } from './transfer-customer.ts'

/** Named in a refusal; what else there is, is counted. */
const namedAtMost = 20

const codeOf: Readonly<Record<WorkedOn, ReasonCode>> = {
  transferred: 'moved_transferred_since',
  contacted: 'moved_contacted_since',
  planned: 'moved_planned_since',
  changed: 'moved_changed_since',
  answered: 'moved_answered_since',
}

type Undoable = Pick<ReassignmentRow, 'reassignmentId' | 'fromStaffId' | 'appliedOn' | 'undoneAt'>

/** Why a reassignment cannot be undone, or not any more; nothing while it can. */
export function obstaclesTo(
  store: ReadableStore,
  { today, policy, store: file }: Context,
  { reassignmentId, fromStaffId, appliedOn, undoneAt }: Undoable,
): Reason[] {
  if (undoneAt !== null) return [reason('reassignment_undone', { on: businessDateAt(undoneAt, file.zone) })]
  const days = policy.thresholds.reassignmentUndoDays
  const until = addDays(appliedOn, days)
  if (today > until) return [reason('reassignment_too_old', { until, days })]
  const sender = findStaff(store, fromStaffId)
  const mayOwn = sender?.role === 'consultant' && sender.status !== 'resigned'
  if (!mayOwn) return [reason('sender_cannot_own', { name: sender?.name ?? '' })]
  const worked = listWorkedOn(store, reassignmentId)
  const more = worked.length - namedAtMost
  return [
    ...worked.slice(0, namedAtMost).map(({ customerName, what }) => reason(codeOf[what], { customerName })),
    ...(more > 0 ? [reason('and_more_customers', { count: more })] : []),
  ]
}

type PlanThen = TransferSnapshot['plans'][number]

/** A plan as it was. What a leave gave to a colleague goes back to him only while that still stands. */
function restorePlan(store: WritableStore, plan: PlanThen, from: string): void {
  const { planId, dueOn, dueAnewOn } = plan
  const stands = plan.leaveId === null || isCoverStanding(store, planId, plan.leaveId)
  movePlan(store, planId, {
    assigneeId: stands ? plan.assigneeId : from,
    leaveId: stands ? plan.leaveId : null,
    dueOn: dueOn,
    dueAnewOn: dueAnewOn,
  })
}

/** Gives one customer back as he was; nothing of him has been worked on since. */
function giveBack(
  store: WritableStore,
  { customerId, snapshot }: ReassignmentMoveRow,
  { fromStaffId: from }: ReassignmentRow,
): void {
  const customer = findCustomer(store, customerId)
  if (!customer) throw new Error(`a reassignment moved ${customerId}, who is gone`)
  const found = readTransferred(store, customerId, from)
  restoreOwner(store, snapshot)
  changeCustomer(store, customer, {
    ownerId: from,
    ownerSinceOn: snapshot.customer.ownerSinceOn,
    // A recording may have made a contact effective since.
    lastEffectiveOn: lastEffectiveFor(store, customer, from, found),
  })
  const answerable = new Map(snapshot.opportunities.map((each) => [each.opportunityId, each.answerableFrom]))
  for (const each of listOpportunities(store, customerId)) {
    const answerableFrom = answerable.get(each.opportunityId) ?? each.answerableFrom
    changeOpportunity(store, each, { ownerId: from, answerableFrom: answerableFrom })
  }
  for (const plan of snapshot.plans) restorePlan(store, plan, from)
  reopenClaims(store, customerId, snapshot.claims ?? [])
  const asked = new Map(snapshot.instructions.map((each) => [each.instructionId, each]))
  const open = found.instructions > 0 ? listOpenInstructions(store, customerId) : []
  for (const { instructionId } of open) {
    const then = asked.get(instructionId)
    moveInstruction(store, instructionId, {
      staffId: then?.staffId ?? from,
      seenAt: then?.seenAt ?? null,
    })
  }
}

/** 撤销再分配: the book as it was before. Refused with everything that stands against it, by name. */
export function undoReassignment(
  store: WritableStore,
  context: Context,
  reassignmentId: string,
  why: string | undefined,
): { readonly restored: number } {
  const { now, actor, because } = context
  const row =
    findReassignment(store, reassignmentId) ??
    refuse('NOT_FOUND', { what: 'reassignment', id: reassignmentId })
  const obstacles = obstaclesTo(store, context, row)
  if (obstacles.length > 0) refuseByRule(...obstacles)
  if (why) because(why)
  const moves = listMoves(store, reassignmentId)
  for (const move of moves) giveBack(store, move, row)
  markUndone(store, reassignmentId, { undoneAt: now, undoneBy: actor.staffId })
  return { restored: moves.length }
}
