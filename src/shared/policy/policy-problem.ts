/** What can keep a policy from working. */
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
  'number_too_large',
  'thin_ice_beyond_protection',
  'field_must_stay_required',
  'opening_days_not_increasing',
  'opening_days_missing',
  'percent_out_of_range',
  'whole_number_missing',
  'label_missing',
  'grade_code_invalid',
  'color_unknown',
  'amount_negative',
  'factor_below_one',
  'occasion_below_one',
  'cap_negative',
  'ladder_kinds_changed',
  'opening_hours_empty',
  'opening_grade_below_one',
] as const
export type PolicyProblemCode = (typeof policyProblemCodes)[number]

/** Why a policy cannot work, and which field says so, e.g. `grades.1.closeWithinDays`. */
export type PolicyProblem = {
  readonly field: string
  readonly code: PolicyProblemCode
  readonly data: Readonly<Record<string, string | number>>
}

export type Report = (field: string, code: PolicyProblemCode, data?: PolicyProblem['data']) => void
