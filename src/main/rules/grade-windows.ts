import { gradesInOrder, hasCloseWindows } from '#shared/policy/grades.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { addDays, type BusinessDate } from '#shared/time/business-date.ts'

/** The purchase dates that belong to a grade on a day; an open end reaches for ever. */
export type GradeWindow = {
  readonly grade: string
  readonly from: BusinessDate
  readonly until: BusinessDate | null
}

/**
 * The windows of all grades on a day, hottest first, so that a list can look for what is out of step
 * by dates. Empty under a policy that does not tie the two.
 */
export const gradeWindows = (policy: Policy, today: BusinessDate): GradeWindow[] => {
  if (!hasCloseWindows(policy)) return []
  const windows: GradeWindow[] = []
  let from = today
  for (const { code, closeWithinDays } of gradesInOrder(policy)) {
    const until = closeWithinDays === null ? null : addDays(today, closeWithinDays)
    windows.push({ grade: code, from, until })
    if (until === null) break
    from = addDays(until, 1)
  }
  return windows
}
