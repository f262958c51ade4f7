import type { reasons as zh } from '../zh-CN/reasons.ts'

/** Reasons given by the rules, keyed by code; dates, grades and results are filled in by the screen. */
export const reasons: Readonly<Record<keyof typeof zh, string>> = {
  clock_behind: 'The clock is behind the last recorded moment; set it right first',
  clock_not_behind: 'The clock is not behind; there is nothing to settle',
  clock_not_ahead: 'The clock has made no jump that needs confirming',
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
  limit_by_former_policy: 'The limit {{limitOn}} had passed before the policy changed, and stays',
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
  recording_already_attached: 'This recording is attached to this contact of {{contactedOn}} already',
  recording_of_another_contact:
    'This recording already proves another contact, of {{contactedOn}}; one call proves one contact',
  recording_missing: 'Recording file missing: {{fileName}}',
  recording_changed: 'Recording file changed: {{fileName}}',
  protected_until:
    'Ownership protected until {{protectedUntil}}, {{daysLeft}} days left; an effective follow-up renews it',
  protection_on_thin_ice:
    'Only {{daysLeft}} days of protection left (until {{protectedUntil}}); an effective follow-up renews it',
  dormant_since: 'Dormant since {{dormantFrom}}: no effective follow-up for more than {{days}} days',
  claim_customer_protected: 'This customer is still protected; a claim is possible from {{from}}',
  claim_contact_while_protected:
    'The contact of {{contactedOn}} fell within the protection; a claim needs an effective follow-up from {{from}} on',
  claim_contact_not_effective: 'The contact of {{contactedOn}} is not effective and cannot carry a claim',
  claim_own_customer: 'The customer belongs to the claimant already',
  claim_already_open: 'Your claim of {{filedOn}} on this customer is not decided yet',
  claim_not_open: 'This claim has been decided or withdrawn',
  claim_needs_evidence:
    'A decision names the recording it rests on or states that there is none: one of the two',
  claim_recording_not_of_customer: 'This recording belongs to no contact with this customer',
  claim_recording_lost: 'The file of recording {{fileName}} is missing or changed and proves nothing',
  claim_claimant_not_active:
    'The claimant {{name}} is no longer an active consultant and cannot take the customer',
  claim_owner_renewed:
    "Since it was filed, the owner's effective follow-up moved the protection: dormant only from {{from}} (last effective {{lastEffectiveOn}})",
  claim_owner_changed: 'Since it was filed, the customer went to {{name}}',
  claim_waits_for_answer:
    'Claim by {{claimant}} of {{filedOn}}: {{owner}} has not answered, the director has not decided',
  claim_waits_for_decision:
    'Claim by {{claimant}} of {{filedOn}}: {{owner}} has answered, the director has not decided',
  customer_is_yours: 'This customer is yours: execute his plan instead',
  contact_by_another: 'Made by {{name}}, who is not the owner: does not protect',
  contact_by_unknown: 'The imported record does not say who made it: does not protect',
  contact_before_ownership: 'Made before he became the owner ({{ownerSince}}): does not protect',
  protection_since_contact: "{{days}} days from the owner's last effective follow-up on {{since}}",
  protection_since_owner: '{{days}} days from the day he became the owner, {{since}}',
  protection_since_opening: '{{days}} days from the day the customer was registered, {{since}}',
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
  violation_cannot_be_confirmed:
    '{{kind}} of {{staff}}, {{on}}, is {{violationStatus}} and cannot be confirmed',
  violation_cannot_be_waived: '{{kind}} of {{staff}}, {{on}}, is {{violationStatus}} and cannot be waived',
  violation_cannot_be_objected: '{{kind}} of {{on}} is {{violationStatus}}; it is too late to object',
  violation_cannot_be_approved:
    '{{kind}} of {{staff}}, {{on}}, is {{violationStatus}}; only what is confirmed can be approved',
  violation_of_your_own: 'Nobody decides on a violation of his own',
  violation_without_penalty: '{{kind}} of {{staff}}, {{on}}, is recorded and has no penalty',
  violations_older_wait: '{{count}} earlier violations wait for a decision, the oldest of {{oldest}}',
  violation_objection_waits: 'Objection: {{text}}',
  penalties_wait: '{{count}} confirmed violations wait for approval, the oldest of {{oldest}}',
  penalty_first_occasion:
    'Occasion {{occasion}} on the ladder “{{ladder}}”: no date before {{on}} counts (policy version {{policyVersion}})',
  penalty_occasion:
    'Occasion {{occasion}} on the ladder “{{ladder}}”: approved before it are {{dates}} (policy version {{policyVersion}})',
  penalty_occasion_shared:
    'Occasion {{occasion}} on the ladder “{{ladder}}”: shared with what is approved for {{on}} (policy version {{policyVersion}})',
  penalty_money:
    '{{items}} at {{perItem}} each, {{gross}} in all ({{first}} each on the first occasion, ×{{factor}} on each further one)',
  penalty_points:
    '{{items}} at {{perItem}} points each, {{gross}} in all ({{first}} each on the first occasion, ×{{factor}} on each further one)',
  penalty_no_amount: '{{items}} in all; this ladder takes neither money nor points',
  penalty_cap: 'The cap of {{month}} is {{cap}}; {{charged}} is charged already, so {{taken}} is taken off',
  penalty_manager_share:
    'The manager at that date bears {{percent}}%: {{share}} of {{amount}} (policy version {{policyVersion}})',
  penalty_report: 'A rectification report is due from occasion {{from}} on',
  penalty_suspension: 'A suspension for study is proposed from occasion {{from}} on',
  penalty_suspension_lowered:
    'A suspension would be proposed from occasion {{from}} on; the manager lowered it',
  penalty_earlier_date_waits:
    '{{on}} of {{staff}} must wait: on the ladder “{{ladder}}” {{earlier}} is confirmed and not yet approved',
  penalty_amount_too_large:
    'Occasion {{occasion}} of {{staff}} on the ladder “{{ladder}}” is too large to be told exactly; waive it, or let the count start again by policy',
  penalty_reversed: 'Reversed: {{why}}',
  penalty_already_reversed: 'This entry of {{staff}}, {{on}}, has been reversed already',
  penalty_reversal_stays: 'What takes an entry back is not reversed itself; approve anew instead',
  penalty_kept_not_reversed: 'A violation to be kept does not belong to the entries that are reversed',
  penalty_differs: 'The ledger says {{amount}}; worked out again it is {{recomputed}}',
  limit_passed: 'The limit {{limit}} has passed without a contact after {{anchorOn}}',
  done_today: 'Followed up today',
  due_today: 'Due today',
  instruction_unanswered: 'The instruction of {{givenOn}} has no answer yet: {{text}}',
  instruction_answered:
    'The instruction of {{givenOn}} “{{text}}” was answered by {{name}} on {{answeredOn}}: {{answer}}',
  instruction_not_answered: 'The instruction has no answer yet; it can be closed once it has one',
  instruction_closed: 'The instruction is closed',
  instruction_needs_owner:
    'No sales consultant works for this customer; the director must reassign him first',
  report_not_to_write: 'This rectification report is not to be written now',
  report_deadline_before_today: 'The deadline {{deadlineOn}} is before today, {{today}}',
  report_not_to_review: 'This rectification report does not wait for a review',
  report_return_needs_note: 'Say what is missing when you return it',
  report_missing: 'The rectification report of {{on}} was due by {{dueOn}} and is missing',
  report_to_review: 'The rectification report of {{on}} waits for a review',
  suspension_not_proposed: 'This suspension for study is settled already',
  suspension_lowered_needs_note: 'Say why it is lowered',
  suspension_date_required: 'Enter the dates of the suspension',
  suspension_before_today: 'The suspension cannot begin before today, {{today}}',
  suspension_ends_before: 'The last day {{until}} is before the first, {{from}}',
  suspension_proposed: 'Occasion {{occasion}} of {{on}}: suspension for study proposed, the director decides',
  suspended_for_study: 'Suspended for study until {{until}}; gets no new customers until then',
  honesty_burst: '{{count}} follow-ups recorded between {{from}} and {{until}}',
  honesty_same_text: 'The same text “{{text}}” for {{count}} customers: {{customers}}',
  honesty_only_unreached_before_leave:
    'On the last working day before the leave from {{from}} none of {{count}} follow-ups reached anybody',
  honesty_name_changed_before_order:
    'On {{changedOn}} the name “{{before}}” became “{{after}}”; ordered on {{orderedOn}}',
  honesty_mobile_changed_before_order:
    'On {{changedOn}} the phone {{before}} became {{after}}; ordered on {{orderedOn}}',
  honesty_visit_outside_opening_hours:
    'The visit of {{visitor}} was registered at {{time}}; opening hours are {{opens}}–{{closes}}',
  honesty_visit_on_closed_date: 'The visit of {{visitor}} was registered on {{on}}, when the store is closed',
  owns_open_opportunities: 'Still owns {{count}} open opportunities; a director must reassign them first',
  leads_a_team: 'Still leads {{count}} people; give them another manager first',
  check_already_signed: 'The daily check of {{on}} is signed already',
  not_your_role: 'Your role may not do this',
  must_change_password: 'Replace the one-time secret with a password of your own first',
  not_your_customer: 'This customer belongs to another consultant',
  not_your_team: 'This customer is not in your team',
}
