import { addDays, type BusinessDate } from '#shared/time/business-date.ts'
import { makeWorkCalendar } from '#shared/time/store-calendar.ts'
import type { Context } from '#main/calls/context.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { listCoversOver } from '#main/store/read/leave-cover.ts'
import { findLeave } from '#main/store/read/leaves.ts'
import { confirmedLeaves, findStaff } from '#main/store/read/staff.ts'
import { changeLeaveLine, movePlanForLeave } from '#main/store/write/leaves.ts'

/**
 * The leave is over on a date: what the colleague has not done goes back to the owner, due on his first working day,
 * which is the day up to which the leave shields it. One that nobody confirmed shields nothing: then its date stays.
 * Returns how many went back.
 */
export function returnCovered(
  store: WritableStore,
  { calendar, now }: Pick<Context, 'calendar' | 'now'>,
  on: BusinessDate,
): number {
  const over = listCoversOver(store, on)
  for (const { lineId, planId, leaveId, staffId } of over) {
    const leave = findLeave(store, leaveId)
    if (!leave) continue
    const restWeekdays = findStaff(store, staffId)?.restWeekdays ?? []
    const leaves = confirmedLeaves(store, staffId, leave.fromOn)
    const work = makeWorkCalendar(calendar, { restWeekdays, leaves })
    const back = { assigneeId: staffId, leaveId: null }
    const dueOn = work.firstWorkingDayFrom(addDays(leave.untilOn, 1))
    movePlanForLeave(store, planId, leave.confirmedAt === null ? back : { ...back, dueOn })
    changeLeaveLine(store, lineId, { returnedAt: now })
  }
  return over.length
}
