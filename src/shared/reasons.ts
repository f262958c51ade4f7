import { z } from 'zod'

/** Every reason a rule can give, with the rule that gives it. Wording lives in `text/`, keyed by code. */
export const reasonRule = {
  // 1 Time
  clock_behind: 'R-1.6',
  limit_on_closed_date: 'R-1.4',
  // 3 Intake and the customer's record
  field_required: 'R-3.1',
  important_fields_empty: 'R-3.1',
  phone_empty: 'R-3.3',
  phone_has_other_characters: 'R-3.3',
  phone_mobile_invalid: 'R-3.3',
  phone_landline_invalid: 'R-3.3',
  phone_foreign_invalid: 'R-3.3',
  grade_unknown: 'R-3.7',
  grade_date_disagree: 'R-3.8',
  grade_proposed_for_date: 'R-3.8',
  date_proposed_for_grade: 'R-3.8',
  grade_out_of_step: 'R-3.9',
  expected_date_before_today: 'R-3.10',
  // 4 Follow-ups and cadence
  limit_by_grade: 'R-4.1',
  limit_by_attempt: 'R-4.7',
  limit_after_attempts: 'R-4.7',
  plan_missing: 'R-4.3',
  plan_before_today: 'R-4.2',
  plan_beyond_limit: 'R-4.5',
  plan_on_closed_date: 'R-1.4',
  plan_allowed_beyond_limit: 'R-4.5',
  plan_within_limit: 'R-4.5',
  plan_not_open: 'R-4.6',
  plan_move_on_its_day: 'R-4.6',
  plan_move_unchanged: 'R-4.6',
  reason_required: 'R-4.5',
  opportunity_not_open: 'R-4.3',
  content_required: 'R-4.3',
  contact_in_future: 'R-4.10',
  contact_before_opening: 'R-4.10',
  follow_up_recorded: 'R-4.3',
  follow_up_late_recorded: 'R-4.10',
  grade_changed: 'R-4.1',
  expected_date_moved: 'R-3.8',
  ordered: 'R-4.3',
  loss_note_required: 'R-4.11',
  loss_applied_for: 'R-4.11',
  loss_recorded: 'R-4.11',
  loss_not_waiting: 'R-4.11',
  loss_approved: 'R-4.11',
  loss_refused: 'R-4.11',
  delivery_needs_order: 'R-4.3',
  delivery_in_future: 'R-4.3',
  proposal_least_load: 'R-4.8',
  proposal_only_day: 'R-4.8',
  proposal_before_last_part: 'R-4.8',
  proposal_no_working_day: 'R-4.8',
  proposal_limit_has_passed: 'R-4.8',
  proposal_before_closed_dates: 'R-1.4',
  // 5 Effective follow-up and ownership
  effective: 'R-5.1',
  not_effective_not_reached: 'R-5.1',
  not_effective_content_too_short: 'R-5.1',
  not_effective_late_recorded: 'R-4.10',
  protected_until: 'R-5.2',
  protection_on_thin_ice: 'R-5.7',
  dormant_since: 'R-5.2',
  // 7 Resignation
  owns_open_opportunities: 'R-7.1',
  leads_a_team: 'R-9.4',
  // 8 Violations
  overdue_follow_up: 'R-8.1',
  expired_opportunity: 'R-8.1',
  missing_plan: 'R-8.1',
  frequency_breach: 'R-8.1',
  uncarded_visit: 'R-8.1',
  postponed_beyond_close_window: 'R-8.3',
  postponed_repeatedly: 'R-8.3',
  postponed_plan_beyond_limit: 'R-8.3',
  // 9 Daily check
  limit_passed: 'R-9.1',
  done_today: 'R-9.1',
  due_today: 'R-9.1',
  check_already_signed: 'R-9.2',
  instruction_unanswered: 'R-9.5',
  // 13 Who may what
  not_your_role: 'R-13.1',
  must_change_password: 'R-13.1',
  not_your_customer: 'R-13.1',
  not_your_team: 'R-13.1',
} as const
export type ReasonCode = keyof typeof reasonRule

export const reasonCodes = Object.keys(reasonRule) as [ReasonCode, ...ReasonCode[]]

export const reasonData = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
export type ReasonData = Readonly<Record<string, string | number | boolean | null>>

/** Why something was decided, refused, proposed or raised: a code and what its wording needs. */
export const reasonSchema = z.strictObject({ code: z.enum(reasonCodes), data: reasonData })
/** A refusal of one field names it as `data.field`, e.g. `next.on`. */
export type Reason = { readonly code: ReasonCode; readonly data: ReasonData }

/** Makes a reason. */
export const reason = (code: ReasonCode, data: ReasonData = {}): Reason => ({ code, data })
