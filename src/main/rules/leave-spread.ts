import { compareGrades } from '#shared/policy/grades.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { addDays, compareDates, latest, type BusinessDate } from '#shared/time/business-date.ts'
import type { WorkCalendar } from '#shared/time/store-calendar.ts'

export type PlanToPostpone = {
  readonly planId: string
  readonly grade: string
  /** The date it had before the leave moved it. */
  readonly on: BusinessDate
}

/** The first `count` working days after a leave, none before today. */
const daysAfter = (
  until: BusinessDate,
  work: WorkCalendar,
  count: number,
  today: BusinessDate,
): BusinessDate[] => {
  const days: BusinessDate[] = []
  let day = latest(addDays(until, 1), today)
  while (days.length < count) {
    const working = work.firstWorkingDayFrom(day)
    days.push(working)
    day = addDays(working, 1)
  }
  return days
}

/**
 * 延期: where the plans of a leave go. The first working day after it, and from the second plan on spread evenly
 * over at most `postponedSpreadDays` working days: hottest grade first, then the oldest date. A day never has fewer
 * than a later one. `work` holds this leave and whatever other leaves he has asked for.
 */
export const spreadPostponed = (
  plans: readonly PlanToPostpone[],
  leave: { readonly until: BusinessDate; readonly work: WorkCalendar },
  policy: Policy,
  today: BusinessDate,
): ReadonlyMap<string, BusinessDate> => {
  const days = daysAfter(leave.until, leave.work, policy.thresholds.postponedSpreadDays, today)
  const hottestFirst = [...plans].sort(
    (a, b) =>
      compareGrades(policy, a.grade, b.grade) || compareDates(a.on, b.on) || (a.planId < b.planId ? -1 : 1),
  )
  const [few, more] = [Math.floor(plans.length / days.length), plans.length % days.length]
  const places = days.flatMap((day, place) => Array.from({ length: few + (place < more ? 1 : 0) }, () => day))
  return new Map(hottestFirst.map(({ planId }, place) => [planId, places[place] ?? days[0] ?? today]))
}
