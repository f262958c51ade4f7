import type { BusinessDate } from '#shared/time/business-date.ts'
import type { StoreCalendar } from '#shared/time/store-calendar.ts'

/**
 * 日结: the open dates to judge, oldest first. A date is judged as of its end, so it is rolled only on the
 * next open date or later; what the roll of a date raises is dated with that next open date. A store that
 * never rolled starts at `firstOn`, the date it was made or its book came in.
 */
export const datesToRoll = (
  facts: {
    readonly lastRolledOn: BusinessDate | null
    readonly firstOn: BusinessDate
    readonly today: BusinessDate
  },
  calendar: StoreCalendar,
): BusinessDate[] => {
  const { lastRolledOn, firstOn, today } = facts
  const dates: BusinessDate[] = []
  let date = lastRolledOn === null ? calendar.nextOpen(firstOn) : calendar.firstOpenAfter(lastRolledOn)
  while (calendar.firstOpenAfter(date) <= today) {
    dates.push(date)
    date = calendar.firstOpenAfter(date)
  }
  return dates
}

/** An open date on which a due date is judged: itself, or the next open one. */
export const judgedDueOn = (dueOn: BusinessDate, calendar: StoreCalendar): BusinessDate =>
  calendar.nextOpen(dueOn)

/** The first open date on which a fault stands that fell due on `dueOn`. */
export const faultStandsFrom = (dueOn: BusinessDate, calendar: StoreCalendar): BusinessDate =>
  calendar.firstOpenAfter(judgedDueOn(dueOn, calendar))
