import type { Grade, Policy } from './policy.ts'

/** The colours that grades 等级 have on every screen and sheet, made for both schemes; `#rrggbb` goes as well. */
export const gradePalette = [
  'vermilion',
  'amber',
  'blue',
  'slate',
  'teal',
  'violet',
  'olive',
  'grey',
] as const

export const isGradeColor = (color: string): boolean =>
  gradePalette.some((each) => each === color) || /^#[0-9a-f]{6}$/i.test(color)

/** A code short enough for a badge: `H`, `A1`. */
export const gradeCodePattern = /^[A-Z][A-Z0-9]{0,3}$/

/** The grades of a policy, hottest first. */
export const gradesInOrder = (policy: Policy): Grade[] =>
  [...policy.grades].sort((first, second) => first.order - second.order)

/** The grade with a code; undefined when the policy has none (a book imported under another policy). */
export const findGrade = (policy: Policy, code: string): Grade | undefined =>
  policy.grades.find((each) => each.code === code)

/** The coldest grade, which has no close window and takes every later date. */
export const lastGrade = (policy: Policy): Grade | undefined => gradesInOrder(policy).at(-1)

/** The grade the rules use for a code: the coldest one stands in for a code the policy does not have. */
export const gradeOrLast = (policy: Policy, code: string): Grade => {
  const found = findGrade(policy, code) ?? lastGrade(policy)
  if (found === undefined) throw new Error('a policy without grades is in force')
  return found
}

/** Whether the policy ties grade and expected purchase date at all. */
export const hasCloseWindows = (policy: Policy): boolean =>
  policy.grades.some((each) => each.closeWithinDays !== null)

/** Order for sorting grade codes, hottest first; codes the policy does not have come last. */
export const compareGrades = (policy: Policy, first: string, second: string): number => {
  const place = (code: string) => findGrade(policy, code)?.order ?? Number.MAX_SAFE_INTEGER
  return place(first) - place(second)
}

/** The hottest of several grade codes: the customer's grade from his open opportunities. */
export const highestGrade = (policy: Policy, codes: readonly string[]): string | undefined =>
  [...codes].sort((first, second) => compareGrades(policy, first, second)).at(0)
