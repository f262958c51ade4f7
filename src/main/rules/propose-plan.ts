import type { Policy } from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import {
  addDays,
  compareDates,
  daysBetween,
  eachDate,
  latest,
  type BusinessDate,
} from '#shared/time/business-date.ts'
import type { WorkCalendar } from '#shared/time/store-calendar.ts'
import { planLimit } from './plan-limit.ts'

/** The plans a consultant has already, by date. */
export type LoadByDate = ReadonlyMap<BusinessDate, number>

export type ProposalFacts = {
  /** The date of the contact, or of the opening, from which the interval runs. */
  readonly from: BusinessDate
  readonly limit: BusinessDate
  readonly calendar: WorkCalendar
  readonly loadByDate: LoadByDate
  /** The first working day after the owner's leave that holds the limit. */
  readonly afterLeave?: BusinessDate | null
  /** Why the limit is what it is; shown before the reasons of the proposal. */
  readonly limitReasons?: readonly Reason[]
  /** The limit is this day of the opening sequence: it is proposed itself wherever he works on it. */
  readonly openingDay?: number | null
}

export type Proposal = {
  readonly proposed: BusinessDate
  readonly limit: BusinessDate
  /** The last date a plan may have: the wall on the screen. */
  readonly latest: BusinessDate
  readonly load: readonly { readonly on: BusinessDate; readonly count: number }[]
  /** The days up to the wall on which the consultant does not work. */
  readonly daysOff: readonly BusinessDate[]
  readonly reasons: readonly Reason[]
}

/** The least loaded of some dates, the latest of them when several are equal. */
export const leastLoaded = (
  dates: readonly BusinessDate[],
  loadByDate: LoadByDate,
): BusinessDate | undefined =>
  [...dates].sort((a, b) => (loadByDate.get(a) ?? 0) - (loadByDate.get(b) ?? 0) || compareDates(b, a))[0]

/** The dates of the last part of the interval that ends on `until`, `until` included. */
export const lastPartOf = (from: BusinessDate, until: BusinessDate, policy: Policy): BusinessDate[] => {
  const { planSpreadPart, planSpreadMinDays } = policy.thresholds
  const days = Math.max(Math.ceil(daysBetween(from, until) / planSpreadPart), planSpreadMinDays)
  return eachDate(latest(addDays(from, 1), addDays(until, 1 - days)), until)
}

type Choice = { readonly on: BusinessDate; readonly why: Reason }

const chooseUpTo = (
  openLimit: BusinessDate,
  facts: ProposalFacts,
  policy: Policy,
  today: BusinessDate,
): Choice => {
  const { from, limit, calendar, loadByDate } = facts
  const firstPossible = latest(addDays(from, 1), today)
  const working = lastPartOf(from, openLimit, policy).filter(
    (date) => date >= firstPossible && calendar.isWorkingDay(date),
  )
  const best = leastLoaded(working, loadByDate)
  if (best !== undefined) {
    const code = working.length === 1 ? 'proposal_only_day' : 'proposal_least_load'
    return { on: best, why: reason(code, { proposed: best, limit, count: loadByDate.get(best) ?? 0 }) }
  }
  // Down to today itself: a second call on the same day comes before work on a rest day.
  const before = calendar.lastWorkingDayUpTo(openLimit, today)
  if (before !== undefined) {
    return { on: before, why: reason('proposal_before_last_part', { proposed: before, limit }) }
  }
  const open = eachDate(firstPossible, openLimit).filter(calendar.store.isOpen)
  const left = open.findLast((date) => !calendar.isOnLeave(date)) ?? open.at(-1) ?? openLimit
  return { on: left, why: reason('proposal_no_working_day', { proposed: left, limit }) }
}

/**
 * The date proposed for the next plan 下一次活动的时间: of the last third of the interval, the working day
 * with the least load, the latest of equals; an earlier working day when that part has none; a rest day or
 * leave day only when no other day is left. Never later than the limit (R-1.4: on an open date before it), but for
 * the first working day after a leave that leaves no working day before it. A day of the opening sequence is proposed
 * itself.
 */
export const proposePlan = (facts: ProposalFacts, policy: Policy, today: BusinessDate): Proposal => {
  const { from, limit, calendar, loadByDate, afterLeave = null, limitReasons = [] } = facts
  const { store } = calendar
  const wall = planLimit({ from, limit, today }, store)
  const openLimit = store.previousOpen(wall)
  const reasons: Reason[] = [...limitReasons]
  const worksBefore = calendar.lastWorkingDayUpTo(openLimit, latest(addDays(from, 1), today)) !== undefined
  let choice: Choice
  if (afterLeave !== null && !worksBefore) {
    choice = { on: afterLeave, why: reason('proposal_after_leave', { proposed: afterLeave, limit }) }
  } else if (wall === limit) {
    if (openLimit < limit) reasons.push(reason('proposal_before_closed_dates', { limit, openLimit }))
    const { openingDay: day = null } = facts
    choice =
      day !== null && limit > from && limit >= today && calendar.isWorkingDay(limit)
        ? { on: limit, why: reason('proposal_opening_day', { proposed: limit, day }) }
        : chooseUpTo(openLimit, facts, policy, today)
  } else {
    const code = limit < today ? 'proposal_limit_has_passed' : 'proposal_no_working_day'
    choice = { on: wall, why: reason(code, { proposed: wall, limit }) }
  }
  const last = planLimit({ from, limit, today, afterLeave }, store)
  if (last > wall && choice.on !== last) reasons.push(reason('limit_after_leave', { limit, latest: last }))
  const days = eachDate(latest(from, today), last)
  return {
    proposed: choice.on,
    limit,
    latest: last,
    load: days.map((on) => ({ on, count: loadByDate.get(on) ?? 0 })),
    daysOff: days.filter((on) => !calendar.isWorkingDay(on)),
    reasons: [...reasons, choice.why],
  }
}
