import { compareGrades, gradeOrLast } from '#shared/policy/grades.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { addDays, compareDates, eachDate, type BusinessDate } from '#shared/time/business-date.ts'
import type { WorkCalendar } from '#shared/time/store-calendar.ts'
import { lastPartOf, leastLoaded, proposePlan, type LoadByDate } from './propose-plan.ts'

export type PlanToSpread = { readonly id: string; readonly grade: string; readonly limit: BusinessDate }
export type SpreadPlan = {
  readonly id: string
  readonly on: BusinessDate
  /** The limit it was placed by: its own, or the one it starts again with. */
  readonly limit: BusinessDate
}

/** Fewer days than this cannot spread anything. */
const fewestDays = 2

const workingDaysFor = (limit: BusinessDate, calendar: WorkCalendar, policy: Policy, today: BusinessDate) => {
  const isWorking = (date: BusinessDate) => calendar.isWorkingDay(date)
  const lastPart = lastPartOf(today, limit, policy).filter(isWorking)
  if (lastPart.length >= fewestDays) return lastPart
  const later = eachDate(addDays(today, 1), limit).filter(isWorking)
  return later.length >= fewestDays ? later : eachDate(today, limit).filter(isWorking)
}

const compareIds = (a: PlanToSpread, b: PlanToSpread) => (a.id < b.id ? -1 : 1)

/**
 * The first plans of many opportunities that come to one consultant at once: each on the least loaded
 * working day of the last third of its interval, or of the whole interval when that part has but one, so that
 * they never fall on one day and never later than their limit. A limit that has passed or is today starts
 * again from today (chosen): what came in late is not late from the first day on.
 */
export const spreadPlans = (
  plans: readonly PlanToSpread[],
  facts: { readonly calendar: WorkCalendar; readonly loadByDate: LoadByDate },
  policy: Policy,
  today: BusinessDate,
): SpreadPlan[] => {
  const { calendar } = facts
  const load = new Map(facts.loadByDate)
  const restarted = plans.map((plan) => {
    if (plan.limit > today) return plan
    const { revisitEveryDays } = gradeOrLast(policy, plan.grade)
    return { ...plan, limit: addDays(today, revisitEveryDays) }
  })
  // Tightest first, so that those who can wait make room; ids keep the outcome independent of order.
  const tightestFirst = restarted.sort(
    (a, b) => compareDates(a.limit, b.limit) || compareGrades(policy, a.grade, b.grade) || compareIds(a, b),
  )
  const daysByLimit = new Map<BusinessDate, BusinessDate[]>()
  return tightestFirst.map(({ id, limit }) => {
    const days = daysByLimit.get(limit) ?? workingDaysFor(limit, calendar, policy, today)
    daysByLimit.set(limit, days)
    const on =
      leastLoaded(days, load) ??
      proposePlan({ from: today, limit, calendar, loadByDate: load }, policy, today).proposed
    load.set(on, (load.get(on) ?? 0) + 1)
    return { id, on, limit }
  })
}
