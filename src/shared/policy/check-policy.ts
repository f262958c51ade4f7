import { gradesInOrder } from './grades.ts'
import type { Policy, Thresholds } from './policy.ts'

/** How many grades the badges, keys and lists of the screens are made for. */
export const gradeCount = { min: 2, max: 8 } as const

export const policyProblemCodes = [
  'grades_missing',
  'grade_count',
  'grade_code_repeated',
  'grade_order_repeated',
  'close_window_missing',
  'close_window_below_one',
  'close_windows_not_increasing',
  'revisit_below_one',
  'revisit_beyond_close_window',
  'last_grade_with_window',
  'threshold_too_small',
  'thin_ice_beyond_protection',
  'field_must_stay_required',
  'opening_days_not_increasing',
  'percent_out_of_range',
] as const
export type PolicyProblemCode = (typeof policyProblemCodes)[number]

/** Why a policy cannot work, and which field says so, e.g. `grades.1.closeWithinDays`. */
export type PolicyProblem = {
  readonly field: string
  readonly code: PolicyProblemCode
  readonly data: Readonly<Record<string, string | number>>
}

type Report = (field: string, code: PolicyProblemCode, data?: PolicyProblem['data']) => void

/** The smallest value with which each rule still says something. */
const smallest: Thresholds = {
  effectiveContentMinLength: 1,
  dormantAfterDays: 1,
  thinIceDays: 0,
  attemptsBeforeRegular: 1,
  attemptDueWithinDays: 1,
  planSpreadPart: 1,
  planSpreadMinDays: 1,
  repeatedPostponements: 1,
  postponementWindowDays: 1,
  postponedSpreadDays: 1,
  reassignmentUndoDays: 0,
  reportDueDays: 0,
  recordingMatchMinutes: 0,
  burstFollowUps: 2,
  burstMinutes: 1,
  sameTextCustomers: 2,
  changeBeforeOrderDays: 0,
  previewDays: 1,
  clockBehindToleranceMs: 0,
  clockAheadAskMs: 0,
}

/** What identifies a customer and carries the cadence cannot be left out of the form. */
const alwaysRequired = { customer: ['name', 'mobile'], opportunity: ['grade'] } as const

const checkRepeats = (policy: Policy, report: Report) => {
  policy.grades.forEach(({ code, order }, index) => {
    const earlier = policy.grades.slice(0, index)
    if (earlier.some((each) => each.code === code)) {
      report(`grades.${index}.code`, 'grade_code_repeated', { grade: code })
    }
    if (earlier.some((each) => each.order === order)) {
      report(`grades.${index}.order`, 'grade_order_repeated', { grade: code, order })
    }
  })
}

const checkGrades = (policy: Policy, report: Report) => {
  const count = policy.grades.length
  if (count === 0) return report('grades', 'grades_missing')
  if (count < gradeCount.min || count > gradeCount.max) {
    report('grades', 'grade_count', { count, ...gradeCount })
  }
  checkRepeats(policy, report)
  const ordered = gradesInOrder(policy)
  const tied = ordered.some((each) => each.closeWithinDays !== null)
  let widest = 0
  ordered.forEach((each, place) => {
    const { code, closeWithinDays: window, revisitEveryDays: every } = each
    const at = `grades.${policy.grades.indexOf(each)}`
    const isLast = place === ordered.length - 1
    if (every < 1) report(`${at}.revisitEveryDays`, 'revisit_below_one', { grade: code, every })
    if (window === null) {
      if (tied && !isLast) report(`${at}.closeWithinDays`, 'close_window_missing', { grade: code })
      return
    }
    const windowField = `${at}.closeWithinDays`
    if (isLast) report(windowField, 'last_grade_with_window', { grade: code, window })
    if (window < 1) report(windowField, 'close_window_below_one', { grade: code, window })
    else if (window <= widest)
      report(windowField, 'close_windows_not_increasing', { grade: code, window, before: widest })
    if (every > window)
      report(`${at}.revisitEveryDays`, 'revisit_beyond_close_window', { grade: code, every, window })
    widest = Math.max(widest, window)
  })
}

const checkThresholds = ({ thresholds }: Policy, report: Report) => {
  for (const name of Object.keys(smallest) as (keyof Thresholds)[]) {
    const [value, min] = [thresholds[name], smallest[name]]
    if (value < min) report(`thresholds.${name}`, 'threshold_too_small', { value, min })
  }
  const { thinIceDays, dormantAfterDays } = thresholds
  if (thinIceDays > dormantAfterDays) {
    report('thresholds.thinIceDays', 'thin_ice_beyond_protection', { thinIceDays, dormantAfterDays })
  }
}

const checkFields = ({ fieldLevels }: Policy, report: Report) => {
  for (const field of alwaysRequired.customer) {
    if (fieldLevels.customer[field] !== 'required')
      report(`fieldLevels.customer.${field}`, 'field_must_stay_required', { field })
  }
  for (const field of alwaysRequired.opportunity) {
    if (fieldLevels.opportunity[field] !== 'required')
      report(`fieldLevels.opportunity.${field}`, 'field_must_stay_required', { field })
  }
}

/** Everything that keeps a policy from working, with the field and the reason; empty when it works. */
export const checkPolicy = (policy: Policy): PolicyProblem[] => {
  const problems: PolicyProblem[] = []
  const report: Report = (field, code, data = {}) => problems.push({ field, code, data })
  checkGrades(policy, report)
  checkThresholds(policy, report)
  checkFields(policy, report)
  policy.openingSequence?.days.forEach((day, index, days) => {
    const before = index === 0 ? 0 : (days[index - 1] ?? 0)
    if (day <= before) report(`openingSequence.days.${index}`, 'opening_days_not_increasing', { day, before })
  })
  const { managerSharePercent: percent } = policy.penalties
  if (percent < 0 || percent > 100)
    report('penalties.managerSharePercent', 'percent_out_of_range', { percent })
  return problems
}
