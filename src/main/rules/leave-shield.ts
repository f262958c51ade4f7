import { addDays, compareDates, latest, type BusinessDate } from '#shared/time/business-date.ts'
import type { WorkCalendar } from '#shared/time/store-calendar.ts'
import type { Shield } from './judge/judged-opportunity.ts'

/** The days that the leaves of a calendar shield: each from its first day to the first working day after it. */
export const shieldsOf = (work: WorkCalendar): Shield[] =>
  [...work.leaves]
    .sort((a, b) => compareDates(a.from, b.from))
    .map(({ from, until }) => ({ from, until: work.firstWorkingDayFrom(addDays(until, 1)) }))

/**
 * 休假前完成: where the limit of a new plan falls within a leave, or on the days off right after it, the plan may be
 * on the first working day after the leave. Null where no leave holds the limit.
 */
export const dayAfterLeave = (limit: BusinessDate, leaves: readonly Shield[]): BusinessDate | null => {
  const holding = leaves.filter(({ from, until }) => from <= limit && limit < until)
  const [first, ...rest] = holding.map(({ until }) => until)
  return first === undefined ? null : latest(first, ...rest)
}
