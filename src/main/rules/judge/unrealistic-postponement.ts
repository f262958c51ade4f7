import { findGrade } from '#shared/policy/grades.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import { addDays, compareDates, daysBetween, type BusinessDate } from '#shared/time/business-date.ts'

/** One earlier change of an expected purchase date; `order` tells changes of one day apart. */
export type DateMove = {
  readonly on: BusinessDate
  readonly from: BusinessDate | null
  readonly to: BusinessDate
  readonly order?: number
}

export type PostponementFacts = {
  readonly on: BusinessDate
  readonly from: BusinessDate | null
  readonly to: BusinessDate
  /** The grade the opportunity has before this change. */
  readonly grade: string
  readonly effectiveOnSameDay: boolean
  readonly earlierMoves: readonly DateMove[]
}

const isLater = ({ from, to }: Pick<DateMove, 'from' | 'to'>): boolean => from !== null && to > from

/** How many moves later came in a row directly before this one, within the days that count. */
const postponedInARow = ({ on, earlierMoves }: PostponementFacts, windowDays: number): number => {
  const newestFirst = [...earlierMoves].sort(
    (a, b) => compareDates(b.on, a.on) || (b.order ?? 0) - (a.order ?? 0),
  )
  const windowStart = addDays(on, -windowDays)
  const end = newestFirst.findIndex((move) => !isLater(move) || move.on < windowStart)
  return end === -1 ? newestFirst.length : end
}

/**
 * 推迟很长时间，明显和实际不符: why a change of the expected purchase date is suspected, for a person to
 * judge; empty when it is not. A grade without a close window cannot be exceeded.
 */
export const judgePostponement = (facts: PostponementFacts, policy: Policy): Reason[] => {
  const { from, to, grade, effectiveOnSameDay } = facts
  if (effectiveOnSameDay || from === null || to <= from) return []
  const { repeatedPostponements, postponementWindowDays: windowDays } = policy.thresholds
  const found: Reason[] = []
  const days = daysBetween(from, to)
  const window = findGrade(policy, grade)?.closeWithinDays ?? null
  if (window !== null && days > window) {
    found.push(reason('postponed_beyond_close_window', { from, to, days, grade, window }))
  }
  const times = postponedInARow(facts, windowDays) + 1
  if (times >= repeatedPostponements) {
    found.push(reason('postponed_repeatedly', { from, to, times, windowDays }))
  }
  return found
}

/** Identity of a suspicion: the change itself, so that one change is raised once. */
export const postponementIdentity = (changeId: string): string => `unrealistic_postponement:${changeId}`

/** The suspicion that goes with every plan a manager allowed beyond its limit. */
export const suspectAllowedPlan = (plan: {
  readonly on: BusinessDate
  readonly limit: BusinessDate
}): Reason[] => [reason('postponed_plan_beyond_limit', plan)]
