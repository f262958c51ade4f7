import { eachDate, latest, type BusinessDate } from '#shared/time/business-date.ts'
import type { WorkCalendar } from '#shared/time/store-calendar.ts'

/** A plan that a leave moved or gave away, with what it was before. */
export type MovedPlan = {
  readonly onBefore: BusinessDate
  readonly limitBefore: BusinessDate
}

/**
 * The date of a plan whose leave was cancelled, or shortened so that its day is free again: the earliest working
 * day within its original limit, not before the date it had (chosen) while that can still be kept; where no such day
 * is left, today, or the next open date.
 */
export const returnPlan = (plan: MovedPlan, work: WorkCalendar, today: BusinessDate): BusinessDate => {
  const { onBefore, limitBefore } = plan
  // A plan that was allowed beyond its limit had its own date for a limit.
  const until = latest(onBefore, limitBefore)
  const from = latest(onBefore, today)
  return (
    eachDate(from, until).find(work.isWorkingDay) ??
    eachDate(today, until).findLast(work.isWorkingDay) ??
    work.store.nextOpen(today)
  )
}
