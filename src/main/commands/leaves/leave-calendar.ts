import { inScope } from '#shared/access/can.ts'
import type { Input, Output } from '#shared/contract/index.ts'
import { refuseField } from '#shared/errors.ts'
import { daysBetween, eachDate, type BusinessDate } from '#shared/time/business-date.ts'
import { makeWorkCalendar } from '#shared/time/store-calendar.ts'
import type { Context } from '#main/calls/context.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { loadByDate } from '#main/store/read/follow-ups.ts'
import { listSuspendedDays } from '#main/store/read/leave-calendar.ts'
import { listStandingLeaves } from '#main/store/read/leaves.ts'
import { listStaff } from '#main/store/read/staff.ts'
import type { StaffRow } from '#main/store/rows.ts'

/** More days than this fit no screen and no sheet of paper. */
const longestSpan = 100

type Days = Output<'leaves', 'calendar'>['people'][number]['days']

/** The days of one consultant: the strongest of what keeps him away, and how many open plans fall on each. */
function daysOf(
  store: ReadableStore,
  context: Context,
  { staffId, restWeekdays }: StaffRow,
  from: BusinessDate,
  until: BusinessDate,
): Days {
  const leaves = listStandingLeaves(store, staffId)
  const suspended = listSuspendedDays(store, { staffId, from, until })
  const work = makeWorkCalendar(context.calendar, { restWeekdays, leaves: [] })
  const load = loadByDate(store, staffId, from, until)
  return eachDate(from, until).map((on) => {
    const leave = leaves.find(({ fromOn, untilOn }) => fromOn <= on && on <= untilOn)
    const away = !context.calendar.isOpen(on)
      ? 'closed'
      : leave
        ? leave.confirmedAt === null
          ? 'leave_requested'
          : 'leave'
        : suspended.some((each) => each.from <= on && on <= each.until)
          ? 'suspended'
          : work.isRestDay(on)
            ? 'rest'
            : null
    return { on, away, leaveId: leave?.leaveId ?? null, load: load.get(on) ?? 0 }
  })
}

/** 团队日历: the days of everybody within reach. */
export function calendar(
  store: ReadableStore,
  { from, until }: Input<'leaves', 'calendar'>,
  context: Context,
): Output<'leaves', 'calendar'> {
  if (until < from) refuseField('until', 'from_after_until')
  if (daysBetween(from, until) >= longestSpan) refuseField('until', 'too_large', { max: longestSpan })
  const people = listStaff(store).filter(
    ({ staffId, role, status }) =>
      role === 'consultant' && status === 'active' && inScope(context.scope, staffId),
  )
  return {
    people: people.map((staff) => ({
      staffId: staff.staffId,
      name: staff.name,
      days: daysOf(store, context, staff, from, until),
    })),
  }
}
