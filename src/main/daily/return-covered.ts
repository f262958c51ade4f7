import { addDays } from '#shared/time/business-date.ts'
import { makeWorkCalendar } from '#shared/time/store-calendar.ts'
import type { Context } from '#main/calls/context.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { listCoversOver } from '#main/store/read/leave-cover.ts'
import { findLeave } from '#main/store/read/leaves.ts'
import { confirmedLeaves, findStaff } from '#main/store/read/staff.ts'
import { changeLeaveLine, movePlanForLeave } from '#main/store/write/leaves.ts'

/**
 * The leave is over: what the colleague has not done goes back to the owner, due on his first working day, which
 * is the day up to which the leave shields it.
 */
export function returnCovered(store: WritableStore, context: Context): void {
  for (const { lineId, planId, leaveId, staffId } of listCoversOver(store, context.today)) {
    const leave = findLeave(store, leaveId)
    const restWeekdays = findStaff(store, staffId)?.restWeekdays ?? []
    if (!leave) continue
    const leaves = confirmedLeaves(store, staffId, leave.fromOn)
    const work = makeWorkCalendar(context.calendar, { restWeekdays, leaves })
    const dueOn = work.firstWorkingDayFrom(addDays(leave.untilOn, 1))
    movePlanForLeave(store, planId, { dueOn, assigneeId: staffId, leaveId: null })
    changeLeaveLine(store, lineId, { returnedAt: context.now })
  }
}
