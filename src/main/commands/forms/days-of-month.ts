import type { DayKind } from '#shared/contract/forms.ts'
import { addDays, eachDate, isoWeekday, type BusinessDate } from '#shared/time/business-date.ts'
import { makeWorkCalendar, type WorkCalendar } from '#shared/time/store-calendar.ts'
import type { Context } from '#main/calls/context.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { confirmedLeaves, findStaff } from '#main/store/read/staff.ts'

/** First and last date of a month `yyyy-mm`. */
export function spanOfMonth(month: string): { readonly first: BusinessDate; readonly last: BusinessDate } {
  const first = `${month}-01` as BusinessDate
  const next = addDays(first, 31)
  // From the first, 31 days on always lies in the next month.
  return { first, last: addDays(`${next.slice(0, 7)}-01` as BusinessDate, -1) }
}

/** The working days of somebody from a date on, also one that has passed; everybody's: the store's own. */
export function calendarFrom(
  store: ReadableStore,
  context: Context,
  staffId: string | null,
  from: BusinessDate,
): WorkCalendar {
  const staff = staffId ? findStaff(store, staffId) : undefined
  return makeWorkCalendar(context.calendar, {
    restWeekdays: staff?.restWeekdays ?? [],
    leaves: staff ? confirmedLeaves(store, staff.staffId, from) : [],
  })
}

const kindOf = (calendar: WorkCalendar, on: BusinessDate): DayKind => {
  if (!calendar.store.isOpen(on)) return 'closed'
  if (calendar.isOnLeave(on)) return 'leave'
  return calendar.isRestDay(on) ? 'rest' : 'open'
}

/** The columns of the month: each date with its weekday and whether it is worked on. */
export const daysOfMonth = (calendar: WorkCalendar, first: BusinessDate, last: BusinessDate) =>
  eachDate(first, last).map((on) => ({ on, weekday: isoWeekday(on), kind: kindOf(calendar, on) }))
