import { eachDate, latest, type BusinessDate } from '#shared/time/business-date.ts'
import type { WorkCalendar } from '#shared/time/store-calendar.ts'

/** A plan that a leave moved or gave away, with what it was before. */
export type MovedPlan = {
  readonly onBefore: BusinessDate
  readonly limitBefore: BusinessDate
}

/**
 * The date of a plan whose leave was cancelled, or shortened so that its day is free again: the earliest working
 * day from today on within its original limit, as the rule says, though that may be before the date it had; where no
 * such day is left, today, or the next open date.
 */
export const returnPlan = (
  { onBefore, limitBefore }: MovedPlan,
  work: WorkCalendar,
  today: BusinessDate,
): BusinessDate =>
  // A plan that was allowed beyond its limit had its own date for a limit.
  eachDate(today, latest(onBefore, limitBefore)).find(work.isWorkingDay) ?? work.store.nextOpen(today)

/**
 * A plan that was made for the time after a leave, and whose leave lets it wait no longer: the latest working
 * day up to its limit (chosen), else today, or the next open date.
 */
export const withinLimit = (limit: BusinessDate, work: WorkCalendar, today: BusinessDate): BusinessDate =>
  work.lastWorkingDayUpTo(limit, today) ?? work.store.nextOpen(today)
