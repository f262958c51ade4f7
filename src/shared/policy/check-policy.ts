import { checkLabel, checkPenalties } from './check-penalties.ts'
import { checkSizes } from './check-sizes.ts'
import { gradeCodePattern, gradesInOrder, isGradeColor } from './grades.ts'
import type { Policy, Thresholds } from './policy.ts'
import type { PolicyProblem, Report } from './policy-problem.ts'

export { policyProblemCodes, type PolicyProblem, type PolicyProblemCode } from './policy-problem.ts'

/** How many grades the badges, keys and lists of the screens are made for. */
export const gradeCount = { min: 2, max: 8 } as const

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
  mergeUndoDays: 0,
  rotationMinConversionPercent: 0,
  rotationMinVisits: 1,
  leadFirstFollowUpHours: 1,
  leadValidCalls: 0,
  noShowAfterMinutes: 0,
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
const alwaysRequired = {
  customer: ['name', 'mobile'],
  opportunity: ['grade'],
  lead: ['name', 'phone'],
} as const

const checkRepeats = (policy: Policy, report: Report) => {
  policy.grades.forEach(({ code, order, color, label }, index) => {
    checkLabel(`grades.${index}.label`, label, report)
    if (!isGradeColor(color)) report(`grades.${index}.color`, 'color_unknown', { color })
    const earlier = policy.grades.slice(0, index)
    if (!gradeCodePattern.test(code)) {
      report(`grades.${index}.code`, 'grade_code_invalid', { grade: code })
    } else if (earlier.some((each) => each.code === code)) {
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
  for (const field of alwaysRequired.lead) {
    if (fieldLevels.lead[field] !== 'required')
      report(`fieldLevels.lead.${field}`, 'field_must_stay_required', { field })
  }
}

const checkOpening = ({ openingHours, openingSequence, leadShowroomDays }: Policy, report: Report) => {
  for (const [grade, value] of Object.entries(leadShowroomDays))
    if (value !== null && value < 1)
      report(`leadShowroomDays.${grade}`, 'threshold_too_small', { value, min: 1 })
  const { from, until } = openingHours
  if (!(from < until)) report('openingHours.until', 'opening_hours_empty', { from, until })
  if (openingSequence === null) return
  if (openingSequence.days.length === 0) report('openingSequence.days', 'opening_days_missing')
  openingSequence.days.forEach((day, index, days) => {
    const before = index === 0 ? 0 : (days[index - 1] ?? 0)
    if (day <= before) report(`openingSequence.days.${index}`, 'opening_days_not_increasing', { day, before })
  })
  if (openingSequence.gradeSetAfterContact < 1)
    report('openingSequence.gradeSetAfterContact', 'opening_grade_below_one')
}

/** An empty field of the editor is no number; stored as JSON it comes back as null. */
const checkNumbers = (value: unknown, at: string, report: Report) => {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) report(at, 'whole_number_missing')
  if (value === null && !mayBeNull.test(at)) report(at, 'whole_number_missing')
  if (value === null || typeof value !== 'object') return
  for (const [key, each] of Object.entries(value))
    checkNumbers(each, at === '' ? key : `${at}.${key}`, report)
}
const mayBeNull = /closeWithinDays$|Occasion$|monthlyCapFen$|^openingSequence$|^leadShowroomDays\./

/** Everything that keeps a policy from working, with the field and the reason; empty when it works. */
export const checkPolicy = (policy: Policy): PolicyProblem[] => {
  const problems: PolicyProblem[] = []
  const report: Report = (field, code, data = {}) => problems.push({ field, code, data })
  checkNumbers(policy, '', report)
  // What is no number cannot be compared either: it is filled in first.
  if (problems.length > 0) return problems
  checkGrades(policy, report)
  checkThresholds(policy, report)
  checkFields(policy, report)
  checkSizes(policy, report)
  checkOpening(policy, report)
  checkPenalties(policy, report)
  return problems
}
