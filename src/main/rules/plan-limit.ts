import { addDays, latest, type BusinessDate } from '#shared/time/business-date.ts'
import type { StoreCalendar } from '#shared/time/store-calendar.ts'

/**
 * The last date a plan may have. It is the limit, with exceptions that leave a way to go on
 * (chosen): when the store is closed on every date between the contact and the limit, the next open date, from
 * which a breach is judged; when the limit has passed already, the next open date from today on; and when the
 * limit falls within a leave of the owner, the first working day after it.
 */
export const planLimit = (
  dates: {
    readonly from: BusinessDate
    readonly limit: BusinessDate
    readonly today: BusinessDate
    /** The first working day after the owner's leave that holds the limit. */
    readonly afterLeave?: BusinessDate | null
  },
  store: StoreCalendar,
): BusinessDate => {
  const wall = limitWithoutLeave(dates, store)
  return dates.afterLeave ? latest(wall, dates.afterLeave) : wall
}

const limitWithoutLeave = (
  dates: { readonly from: BusinessDate; readonly limit: BusinessDate; readonly today: BusinessDate },
  store: StoreCalendar,
): BusinessDate => {
  const { from, limit, today } = dates
  if (limit < today) return store.nextOpen(today)
  const firstPossible = latest(addDays(from, 1), today)
  return store.previousOpen(limit) >= firstPossible ? limit : store.nextOpen(limit)
}
