import { addDays, latest } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { findCustomer } from '#main/store/read/customers.ts'
import { findLeave, listLeaveLines, listStandingLeaves } from '#main/store/read/leaves.ts'
import { listCoveredBy } from '#main/store/read/reassignments.ts'
import type { PlanRow } from '#main/store/rows.ts'
import { changeLeave, changeLeaveLine } from '#main/store/write/leaves.ts'
import { movePlanInLeave } from '#main/commands/leaves/move-plan.ts'
import { workCalendarOf } from '#main/commands/subjects.ts'

/**
 * Gives a plan that the leaver covers back to its owner. He is on leave on its day: then it is postponed to his first
 * working day after it, as by his own handoff, so that nothing is held against him for his leave.
 */
function giveBackCover(store: WritableStore, context: Context, plan: PlanRow): void {
  const { today, now } = context
  const ownerId = findCustomer(store, plan.customerId)?.ownerId ?? null
  const leave = plan.leaveId ? findLeave(store, plan.leaveId) : undefined
  const line = leave && listLeaveLines(store, leave.leaveId).find(({ planId }) => planId === plan.planId)
  const work = workCalendarOf(store, context, ownerId)
  const away = leave !== undefined && leave.confirmedAt !== null && leave.untilOn >= plan.dueOn
  if (line && away) {
    const movedTo = work.firstWorkingDayFrom(latest(today, addDays(leave.untilOn, 1)))
    movePlanInLeave(store, context, plan.planId, { assigneeId: ownerId, dueOn: movedTo })
    changeLeaveLine(store, line.lineId, { way: 'postponed', coveredBy: null, movedTo })
    return
  }
  if (line) changeLeaveLine(store, line.lineId, { returnedAt: now })
  const dueOn = plan.dueOn < today ? work.firstWorkingDayFrom(today) : plan.dueOn
  movePlanInLeave(store, context, plan.planId, { assigneeId: ownerId, leaveId: null, dueOn })
}

/** What somebody covers goes back to its owners: he cannot, or may not, do it any more. */
export function giveBackCovers(store: WritableStore, context: Context, staffId: string): void {
  for (const plan of listCoveredBy(store, staffId)) giveBackCover(store, context, plan)
}

/**
 * What a leaver leaves behind besides customers (离职, R-7.1): leaves of his that have not begun are cancelled, and what
 * he covers for colleagues goes back to them. A leave that has begun stays what it was.
 */
export function settleLeaver(store: WritableStore, context: Context, staffId: string): void {
  const { today, now } = context
  for (const { leaveId, confirmedAt, fromOn, untilOn } of listStandingLeaves(store, staffId)) {
    const begun = confirmedAt !== null && fromOn <= today
    if (begun || untilOn < today) continue
    changeLeave(store, leaveId, { cancelledAt: now, confirmedAt: null, confirmedBy: null })
  }
  giveBackCovers(store, context, staffId)
}
