import type { reasons as zh } from '../zh-CN/reasons.ts'

/** Reasons given by the rules, keyed by code; dates, grades and results are filled in by the screen. */
export const reasons: Readonly<Record<keyof typeof zh, string>> = {
  clock_behind: 'The clock is behind the last recorded moment; set it right first',
  limit_on_closed_date: 'The store is closed on the limit {{limit}}; it is judged from {{judgedOn}} only',
  field_required: 'The required field "{{field}}" is empty',
  important_fields_empty: 'Important fields are still empty: {{fields}}',
  phone_empty: 'Enter a phone number',
  phone_has_other_characters: 'The phone number contains more than digits',
  phone_mobile_invalid: 'A mobile has 11 digits and starts with 13–19; this one has {{length}}',
  phone_landline_invalid: 'A landline is an area code and 7 or 8 digits',
  phone_foreign_invalid: 'A foreign number starts with + and has 7 to 15 digits',
  grade_unknown: 'The policy in force has no grade "{{grade}}"',
  grade_date_disagree:
    'Grade {{grade}} and the expected date {{expected}} do not agree; by date it is {{gradeByDate}}',
  grade_proposed_for_date: 'Expected {{expected}}, in {{daysLeft}} days: grade {{grade}}',
  date_proposed_for_grade: 'Grade {{grade}} proposes the purchase date {{expected}}',
  grade_out_of_step:
    'Grade out of step: {{grade}}, but with {{daysLeft}} days to the expected date it is {{gradeByDate}}',
  expected_date_before_today: 'The expected date {{expected}} is before today, {{today}}',
  limit_by_grade: 'Grade {{grade}}: within {{days}} days of {{anchorOn}}, by {{limit}}',
  limit_by_attempt:
    'Attempt {{attempts}} did not reach the customer; again within {{days}} days, by {{limit}}',
  limit_after_attempts:
    '{{attempts}} attempts did not reach the customer; back to grade {{grade}}, within {{days}} days, by {{limit}}',
  plan_missing: 'Make the next plan, or end the opportunity',
  plan_before_today: 'The plan on {{on}} is before today, {{today}}',
  plan_beyond_limit: 'The plan on {{on}} is later than its limit {{limit}}',
  plan_on_closed_date: 'The store is closed on {{on}}',
  plan_allowed_beyond_limit: 'The manager allows the plan on {{on}}, later than its limit {{limit}}',
  plan_within_limit: 'The plan on {{on}} is within its limit {{limit}} and needs no permission',
  plan_not_open: 'This plan has been executed or dropped',
  plan_move_on_its_day: "The plan of {{dueOn}} cannot be moved on its day: today's work is done today",
  plan_move_unchanged: 'The plan is on {{on}} already',
  reason_required: 'Give the reason',
  opportunity_not_open: 'This opportunity is no longer being followed up ({{status}})',
  content_required: 'The customer was reached: say what was said',
  contact_in_future: 'The contact on {{contactedOn}} is after today, {{today}}',
  contact_before_opening: 'The contact on {{contactedOn}} is before the opening on {{openedOn}}',
  follow_up_recorded: 'Follow-up recorded ({{contactedOn}})',
  follow_up_late_recorded: 'Recorded late: contact of {{contactedOn}}, entered {{recordedOn}}',
  grade_changed: 'Grade changed from {{from}} to {{to}}',
  expected_date_moved: 'Expected date moved from {{from}} to {{to}}',
  ordered: 'The customer has ordered',
  loss_note_required: 'The loss reason "{{reason}}" needs a note',
  loss_applied_for: 'Loss applied for; the manager decides',
  loss_recorded: 'Recorded as lost',
  loss_not_waiting: 'No loss of this opportunity waits for approval',
  loss_approved: 'Loss approved',
  loss_refused: 'Loss refused; followed up again, next plan {{on}}',
  delivery_needs_order: 'A car is delivered only after it was ordered',
  delivery_in_future: 'The delivery on {{deliveredOn}} is after today, {{today}}',
  proposal_least_load:
    '{{proposed}} proposed: the fewest plans ({{count}}) of the days before the limit {{limit}}',
  proposal_only_day: '{{proposed}} proposed: the only working day of the days before the limit {{limit}}',
  proposal_before_last_part:
    '{{proposed}} proposed: the days before the limit {{limit}} are rest days or leave, so it comes earlier',
  proposal_no_working_day:
    '{{proposed}} proposed: there is no working day up to the limit {{limit}}, so no other day is left',
  proposal_limit_has_passed: 'The limit {{limit}} has passed; {{proposed}} is the earliest day possible',
  proposal_before_closed_dates: 'The store is closed on the limit {{limit}}; proposed by {{openLimit}}',
  effective: 'Effective follow-up',
  not_effective_not_reached: 'The customer was not reached ({{result}}): not effective',
  not_effective_content_too_short:
    'The content has {{length}} characters; an effective follow-up has at least {{minLength}}',
  not_effective_late_recorded:
    'The contact of {{contactedOn}} was recorded on {{recordedOn}}; it counts only with a call recording',
  protected_until:
    'Ownership protected until {{protectedUntil}}, {{daysLeft}} days left; an effective follow-up renews it',
  protection_on_thin_ice:
    'Only {{daysLeft}} days of protection left (until {{protectedUntil}}); an effective follow-up renews it',
  dormant_since: 'Dormant since {{dormantFrom}}: no effective follow-up for more than {{days}} days',
  overdue_follow_up: 'Overdue follow-up: the plan of {{dueOn}} was not executed',
  expired_opportunity: 'Expired opportunity: the expected date {{expected}} has passed',
  missing_plan: 'Missing plan: no next follow-up is planned since {{since}}',
  frequency_breach:
    'Frequency breach: after {{anchorOn}} the next contact was due by {{limit}} (grade {{grade}})',
  uncarded_visit: 'Visit without a card: the visit of {{visitedOn}} had an intent and got no card that day',
  postponed_beyond_close_window:
    'Expected date moved from {{from}} to {{to}}, {{days}} days, more than the {{window}} days of grade {{grade}}, without an effective follow-up that day',
  postponed_repeatedly:
    'Expected date moved later {{times}} times within {{windowDays}} days (now {{from}} → {{to}}), without an effective follow-up that day',
  postponed_plan_beyond_limit: 'The plan on {{on}} was allowed beyond its limit {{limit}}',
  limit_passed: 'The limit {{limit}} has passed without a contact after {{anchorOn}}',
  done_today: 'Followed up today',
  due_today: 'Due today',
  instruction_unanswered: 'The instruction of {{givenOn}} has no answer yet: {{text}}',
  owns_open_opportunities: 'Still owns {{count}} open opportunities; a director must reassign them first',
  leads_a_team: 'Still leads {{count}} people; give them another manager first',
  check_already_signed: 'The daily check of {{on}} is signed already',
  not_your_role: 'Your role may not do this',
  must_change_password: 'Replace the one-time secret with a password of your own first',
  not_your_customer: 'This customer belongs to another consultant',
  not_your_team: 'This customer is not in your team',
}
