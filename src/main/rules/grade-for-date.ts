import { gradesInOrder, findGrade, hasCloseWindows } from '#shared/policy/grades.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import { addDays, daysBetween, type BusinessDate } from '#shared/time/business-date.ts'

/**
 * 预购日期和意向等级相对应. The grade for a date: the first whose close window reaches it, else the
 * last. Undefined under a policy without close windows, which does not tie the two.
 */
export const gradeForDate = (
  expected: BusinessDate,
  policy: Policy,
  today: BusinessDate,
): string | undefined => {
  if (!hasCloseWindows(policy)) return undefined
  const daysLeft = daysBetween(today, expected)
  const ordered = gradesInOrder(policy)
  const reaching = ordered.find(
    ({ closeWithinDays }) => closeWithinDays !== null && daysLeft <= closeWithinDays,
  )
  return (reaching ?? ordered.at(-1))?.code
}

/**
 * The date a grade proposes: the last day of its close window; for the last grade, which has none,
 * the first day beyond the widest window (chosen: the nearest date that agrees with it).
 */
export const proposeDateForGrade = (
  grade: string,
  policy: Policy,
  today: BusinessDate,
): BusinessDate | undefined => {
  const chosen = findGrade(policy, grade)
  if (chosen === undefined || !hasCloseWindows(policy)) return undefined
  if (chosen.closeWithinDays !== null) return addDays(today, chosen.closeWithinDays)
  const widest = Math.max(...policy.grades.map(({ closeWithinDays }) => closeWithinDays ?? 0))
  return addDays(today, widest + 1)
}

/** What speaks against a pair: refusals under `strict`, warnings under `warn`. */
export type GradeDateCheck = { readonly refusals: readonly Reason[]; readonly warnings: readonly Reason[] }

/** Checks a grade and an expected purchase date 预购日期 that are being set together. */
export const checkGradeDatePair = (
  pair: { readonly grade: string; readonly expectedPurchaseDate: BusinessDate },
  policy: Policy,
  today: BusinessDate,
): GradeDateCheck => {
  const { grade, expectedPurchaseDate: expected } = pair
  if (findGrade(policy, grade) === undefined) {
    return { refusals: [reason('grade_unknown', { field: 'opportunity.grade', grade })], warnings: [] }
  }
  const gradeByDate = gradeForDate(expected, policy, today)
  if (gradeByDate === undefined || gradeByDate === grade) return { refusals: [], warnings: [] }
  const disagreement = reason('grade_date_disagree', {
    field: 'opportunity.grade',
    grade,
    expected,
    gradeByDate,
  })
  return policy.gradeDateAgreement === 'strict'
    ? { refusals: [disagreement], warnings: [] }
    : { refusals: [], warnings: [disagreement] }
}

/** 不允许出现过期销售机会: an expected purchase date that is being set is not before today. */
export const checkExpectedDate = (expected: BusinessDate, today: BusinessDate): Reason[] =>
  expected < today
    ? [
        reason('expected_date_before_today', {
          field: 'opportunity.expectedPurchaseDate',
          expected,
          today,
        }),
      ]
    : []

/** Grade and expected date as they stand and as they are to be. */
export type GradeDateChange = {
  readonly before: { readonly grade: string; readonly expectedPurchaseDate: BusinessDate | null } | null
  readonly after: { readonly grade: string; readonly expectedPurchaseDate: BusinessDate | null }
}

/** Checks what is being set: a pair in which both stay as they were is not looked at. */
export const checkGradeDateChange = (
  { before, after }: GradeDateChange,
  policy: Policy,
  today: BusinessDate,
): GradeDateCheck => {
  const { grade, expectedPurchaseDate } = after
  const gradeSet = before?.grade !== grade
  const dateSet = before?.expectedPurchaseDate !== expectedPurchaseDate
  if (!gradeSet && !dateSet) return { refusals: [], warnings: [] }
  if (expectedPurchaseDate === null) {
    return findGrade(policy, grade) === undefined
      ? { refusals: [reason('grade_unknown', { field: 'opportunity.grade', grade })], warnings: [] }
      : { refusals: [], warnings: [] }
  }
  const tooEarly = dateSet ? checkExpectedDate(expectedPurchaseDate, today) : []
  const { refusals, warnings } = checkGradeDatePair({ grade, expectedPurchaseDate }, policy, today)
  return { refusals: [...tooEarly, ...refusals], warnings }
}

/** How far an opportunity has drifted from its grade. */
export type GradeDrift = { readonly gradeByDate: string; readonly daysLeft: number; readonly reason: Reason }

/**
 * 等级不符 Whether the days that passed have put the grade out of step with the expected date.
 * A date that has passed is not drift but an expired opportunity (chosen), so it is not named twice.
 */
export const gradeOutOfStep = (
  facts: { readonly grade: string; readonly expectedPurchaseDate: BusinessDate | null },
  policy: Policy,
  today: BusinessDate,
): GradeDrift | undefined => {
  const { grade, expectedPurchaseDate: expected } = facts
  if (expected === null || expected < today) return undefined
  const gradeByDate = gradeForDate(expected, policy, today)
  if (gradeByDate === undefined || gradeByDate === grade) return undefined
  const daysLeft = daysBetween(today, expected)
  return {
    gradeByDate,
    daysLeft,
    reason: reason('grade_out_of_step', { grade, gradeByDate, daysLeft, expected }),
  }
}
