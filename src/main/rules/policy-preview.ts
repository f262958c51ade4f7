import { findGrade, lastGrade } from '#shared/policy/grades.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { addDays, daysBetween, eachDate, type BusinessDate } from '#shared/time/business-date.ts'
import type { StoreCalendar } from '#shared/time/store-calendar.ts'
import { gradeForDate } from './grade-for-date.ts'
import {
  changePolicy,
  type LoadByPerson,
  type MovedPlan,
  type OpenBook,
  type OpenOpportunity,
  type PolicyChange,
} from './policy-change.ts'

export type GradeChange = { readonly from: string; readonly to: string; readonly count: number }
export type DayLoad = { readonly on: BusinessDate; readonly old: number; readonly new: number }
export type PolicyEffect = {
  readonly openOpportunities: number
  readonly movedPlans: number
  /** The worst first: those whose plan lies furthest beyond the new limit. */
  readonly worst: readonly MovedPlan[]
  readonly gradeChanges: readonly GradeChange[]
  readonly load: readonly { readonly staffId: string; readonly days: readonly DayLoad[] }[]
}

/**
 * The grade an opportunity would have to have: by its date, where old and new policy disagree about it; for a code the
 * new policy does not know, by its date or the last one. Undefined when nothing changes for it.
 */
export const gradeChangeOf = (
  { grade, expectedPurchaseDate: expected }: Pick<OpenOpportunity, 'grade' | 'expectedPurchaseDate'>,
  { before, after, on }: PolicyChange,
): { readonly from: string; readonly to: string } | undefined => {
  // An expired date says nothing of a grade.
  const byDate = (policy: Policy) =>
    expected === null || expected < on ? undefined : gradeForDate(expected, policy, on)
  const to = byDate(after)
  if (findGrade(after, grade) === undefined) {
    const standIn = to ?? lastGrade(after)?.code
    return standIn === undefined ? undefined : { from: grade, to: standIn }
  }
  const from = byDate(before)
  return from === undefined || to === undefined || from === to ? undefined : { from, to }
}

const countChanges = (opportunities: OpenBook['opportunities'], change: PolicyChange): GradeChange[] => {
  const counts = new Map<string, { from: string; to: string; count: number }>()
  for (const each of opportunities) {
    const found = gradeChangeOf(each, change)
    if (!found) continue
    const key = `${found.from} ${found.to}`
    const there = counts.get(key)
    if (there) there.count += 1
    else counts.set(key, { ...found, count: 1 })
  }
  return [...counts.values()].sort(
    (a, b) => b.count - a.count || (`${a.from}${a.to}` < `${b.from}${b.to}` ? -1 : 1),
  )
}

const loadOf = (
  people: readonly string[],
  days: readonly BusinessDate[],
  oldLoad: LoadByPerson,
  newLoad: LoadByPerson,
) =>
  people.map((staffId) => ({
    staffId,
    days: days.map((on) => ({
      on,
      old: oldLoad.get(staffId)?.get(on) ?? 0,
      new: newLoad.get(staffId)?.get(on) ?? 0,
    })),
  }))

/**
 * 预览: what a policy would do to the open book as it stands, from its date on. It is the change itself, worked out and
 * not written: what it tells is what publishing it on the same day does.
 */
export const previewPolicy = (
  book: OpenBook,
  change: PolicyChange,
  calendar: StoreCalendar,
  limit: number,
): PolicyEffect => {
  const { moves, oldLoad, newLoad } = changePolicy(book, change, calendar)
  const beyond = (move: MovedPlan) => daysBetween(move.newLimit, move.from)
  const worst = [...moves]
    .sort((a, b) => beyond(b) - beyond(a) || (a.planId < b.planId ? -1 : 1))
    .slice(0, limit)
  const days = eachDate(change.on, addDays(change.on, change.after.thresholds.previewDays - 1))
  return {
    openOpportunities: book.opportunities.length,
    movedPlans: moves.length,
    worst,
    gradeChanges: countChanges(book.opportunities, change),
    load: loadOf(
      book.staff.map(({ staffId }) => staffId),
      days,
      oldLoad,
      newLoad,
    ),
  }
}
