import type { BusinessDate } from '#shared/time/business-date.ts'
import type { StoreCalendar } from '#shared/time/store-calendar.ts'

/**
 * 日结: the open dates whose roll has not run, oldest first. The roll of a date judges everything that fell due
 * as of the end of the day before it, so what it raises is dated with that date. `firstOn` is the first date from
 * which anybody answers for anything; its own roll would find nothing.
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
  let date = calendar.firstOpenAfter(lastRolledOn ?? firstOn)
  while (date <= today) {
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
