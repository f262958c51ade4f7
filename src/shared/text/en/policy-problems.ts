import type { policyProblems as zh } from '../zh-CN/policy-problems.ts'

/** Why a policy cannot work, keyed by code. */
export const policyProblems: Readonly<Record<keyof typeof zh, string>> = {
  grades_missing: 'The policy has no grades',
  grade_count: 'A policy has {{min}} to {{max}} grades; this one has {{count}}',
  grade_code_repeated: 'The grade code "{{grade}}" is repeated',
  grade_order_repeated: 'The place {{order}} of grade "{{grade}}" is repeated',
  close_window_missing: 'Grade "{{grade}}" has no close window; only the last grade may have none',
  close_window_below_one: 'The close window of grade "{{grade}}" is at least 1 day',
  close_windows_not_increasing:
    'The close window {{window}} of grade "{{grade}}" must be longer than {{before}}, that of the grade before',
  revisit_below_one: 'The revisit interval of grade "{{grade}}" is at least 1 day',
  revisit_beyond_close_window:
    'The revisit interval {{every}} of grade "{{grade}}" is longer than its close window {{window}}',
  last_grade_with_window:
    'The last grade "{{grade}}" may have no close window ({{window}}): later dates would have no grade',
  threshold_too_small: 'The value {{value}} is too small; at least {{min}}',
  number_too_large: 'The value {{value}} is too large; at most {{max}}',
  thin_ice_beyond_protection:
    'The warning of {{thinIceDays}} days is longer than the protection of {{dormantAfterDays}}',
  field_must_stay_required: 'The field "{{field}}" must stay required',
  opening_days_missing: 'The opening sequence needs at least one day',
  opening_days_not_increasing: 'The days of the opening sequence must rise: {{day}} cannot follow {{before}}',
  percent_out_of_range: 'A percentage is between 0 and 100; this one is {{percent}}',
  whole_number_missing: 'Enter a whole number',
  label_missing: 'Enter a name',
  grade_code_invalid:
    'The grade code "{{grade}}" must be 1 to 4 capital letters or digits, beginning with a letter',
  color_unknown: 'The colour "{{color}}" must be one of the palette, or #rrggbb',
  amount_negative: 'The amount cannot be below zero',
  factor_below_one: 'The factor is at least 1; this one is {{factor}}',
  occasion_below_one: 'The occasion is at least 1; this one is {{occasion}}',
  cap_negative: 'The monthly cap cannot be below zero',
  ladder_kinds_changed: 'The kinds of violation of a ladder cannot be changed',
  opening_hours_empty: 'Closing time {{until}} must be later than opening time {{from}}',
  opening_grade_below_one: 'The formal grade is set after the first contact or later',
}
