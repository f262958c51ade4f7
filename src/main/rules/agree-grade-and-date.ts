import { lastGrade } from '#shared/policy/grades.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import { daysBetween, type BusinessDate } from '#shared/time/business-date.ts'
import { checkExpectedDate, checkGradeDatePair, gradeForDate, proposeDateForGrade } from './grade-for-date.ts'

export type GradeAndDate = {
  readonly grade: string
  readonly expectedPurchaseDate: BusinessDate | null
  /** Whether grade and date agree, or are tied by nothing. */
  readonly agrees: boolean
  /** Why one was proposed for the other, or why they do not agree. */
  readonly reasons: readonly Reason[]
}

/**
 * 预购日期和意向等级相对应: choosing one proposes the other; with both chosen, says whether they agree.
 * With neither, the coldest grade is where a form starts (chosen).
 */
export const agreeGradeAndDate = (
  chosen: { readonly grade?: string; readonly expectedPurchaseDate?: BusinessDate },
  policy: Policy,
  today: BusinessDate,
): GradeAndDate => {
  const { expectedPurchaseDate: expected } = chosen
  const coldest = lastGrade(policy)?.code ?? ''
  if (expected === undefined) {
    const grade = chosen.grade ?? coldest
    const date = proposeDateForGrade(grade, policy, today) ?? null
    const reasons = date === null ? [] : [reason('date_proposed_for_grade', { grade, expected: date })]
    return { grade, expectedPurchaseDate: date, agrees: true, reasons }
  }
  const tooEarly = checkExpectedDate(expected, today)
  if (chosen.grade !== undefined) {
    const { refusals, warnings } = checkGradeDatePair(
      { grade: chosen.grade, expectedPurchaseDate: expected },
      policy,
      today,
    )
    const reasons = [...tooEarly, ...refusals, ...warnings]
    return { grade: chosen.grade, expectedPurchaseDate: expected, agrees: reasons.length === 0, reasons }
  }
  const byDate = gradeForDate(expected, policy, today)
  const daysLeft = daysBetween(today, expected)
  const proposed =
    byDate === undefined ? [] : [reason('grade_proposed_for_date', { grade: byDate, expected, daysLeft })]
  return {
    grade: byDate ?? coldest,
    expectedPurchaseDate: expected,
    agrees: tooEarly.length === 0,
    reasons: tooEarly.length === 0 ? proposed : tooEarly,
  }
}
