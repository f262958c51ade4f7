import { refuse, refuseField } from '#shared/errors.ts'
import { gradesInOrder } from '#shared/policy/grades.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { addDays, eachDate, latest, type BusinessDate } from '#shared/time/business-date.ts'
import type { HandlersOf } from '#main/calls/context.ts'
import { planLimit } from '#main/rules/plan-limit.ts'
import { applyContact, limitOf, openingCadence } from '#main/rules/follow-up-limit.ts'
import {
  checkGradeDateChange,
  checkGradeDatePair,
  gradeForDate,
  proposeDateForGrade,
} from '#main/rules/grade-for-date.ts'
import { dayAfterLeave, shieldsOf } from '#main/rules/leave-shield.ts'
import { formalGradeAt, isWithinOpening, openingDayAfter } from '#main/rules/opening-sequence.ts'
import { checkDelivery } from '#main/rules/opportunity-end.ts'
import { proposePlan } from '#main/rules/propose-plan.ts'
import { findCustomer } from '#main/store/read/customers.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findLastLoss, loadByDate } from '#main/store/read/follow-ups.ts'
import type { OpportunityRow } from '#main/store/rows.ts'
import { changeOpportunity } from '#main/store/write/customers.ts'
import { getOpportunityToFollowUp } from '#main/commands/leaves/covered.ts'
import { changeGradeAndDate } from './grade-and-date.ts'
import {
  emptyImportantOf,
  readOpportunity,
  requireFields,
  requireGrade,
  requireStillFilled,
} from './intake.ts'
import { planningCalendarOf } from '#main/commands/leaves/leave-subject.ts'
import { makeOpportunity } from './make-opportunity.ts'
import { getCustomer, getOpportunity, getOwnerToBe, requireVersion } from '#main/commands/subjects.ts'

/**
 * The limit after a change of grade. One that was set later than the cadence says stays where a refused loss reopened
 * for that date, and not where only a former policy had it later: the new grade is one of the present policy. Within the
 * opening sequence no grade changes it.
 */
function limitAfter(
  store: ReadableStore,
  before: OpportunityRow,
  grade: string,
  policy: Policy,
): BusinessDate {
  if (grade === before.grade || isWithinOpening(before)) return before.limitOn
  const { limit } = limitOf({ ...before, grade }, policy)
  const refused = findLastLoss(store, before.opportunityId)?.decision === 'refused'
  const wasSet = refused && before.limitOn > limitOf(before, policy).limit
  return wasSet ? latest(limit, before.limitOn) : limit
}

export const opportunities: HandlersOf<'opportunities'> = {
  add: (store, { customerId, opportunity, plan, ...flat }, context) => {
    const input = { ...flat, ...opportunity }
    const customer = getCustomer(store, context, customerId)
    const data = readOpportunity(input, context.policy)
    requireFields(undefined, data, context.policy)
    const grade = data.grade ?? requireGrade('', context.policy)
    const made = makeOpportunity(store, context, customer, { ...data, grade }, plan)
    return { ...made, warnings: [...made.warnings] }
  },

  update: (store, { opportunityId, version, opportunity, ...flat }, context) => {
    const input = { ...flat, ...opportunity }
    const before = getOpportunity(store, context, opportunityId)
    requireVersion(before, version)
    const { policy, today } = context
    if (before.status !== 'open')
      refuse('RULE_REFUSED', { reasons: [{ code: 'opportunity_not_open', data: { status: before.status } }] })
    const {
      grade = before.grade,
      expectedPurchaseDate = before.expectedPurchaseDate,
      ...rest
    } = readOpportunity(input, policy, before.grade)
    requireStillFilled('opportunity', input, { ...before, ...rest, grade, expectedPurchaseDate }, policy)
    const after = { grade, expectedPurchaseDate }
    const { refusals, warnings } = checkGradeDateChange({ before, after }, policy, today)
    if (refusals.length > 0) refuse('RULE_REFUSED', { reasons: refusals })
    const limitOn = limitAfter(store, before, grade, policy)
    const changed = changeOpportunity(store, before, { ...rest, ...after, limitOn })
    changeGradeAndDate(store, context, before, after, null)
    return { version: changed.version, warnings: [...warnings] }
  },

  proposePlan: (store, input, context) => {
    const { policy, today } = context
    const known = input.opportunityId
      ? getOpportunityToFollowUp(store, context, input.opportunityId)
      : undefined
    const ownerId =
      known?.ownerId ??
      (known || !input.ownerId ? context.actor.staffId : getOwnerToBe(store, context, input.ownerId).staffId)
    const byDate = input.expectedPurchaseDate && gradeForDate(input.expectedPurchaseDate, policy, today)
    const coldest = gradesInOrder(policy).at(-1)?.code ?? ''
    const grade = input.grade ? requireGrade(input.grade, policy) : (byDate ?? known?.grade ?? coldest)
    const expected =
      input.expectedPurchaseDate ??
      (input.grade ? proposeDateForGrade(grade, policy, today) : known?.expectedPurchaseDate) ??
      null
    const pair = expected
      ? checkGradeDatePair({ grade, expectedPurchaseDate: expected }, policy, today)
      : undefined
    const agreement = [...(pair?.refusals ?? []), ...(pair?.warnings ?? [])]

    const contactedOn = input.contactedOn ?? today
    if (contactedOn > today) refuseField('contactedOn', 'in_future', { today })
    const cadence = known ?? openingCadence(today)
    const contacted =
      known && input.result
        ? applyContact(known, { result: input.result, contactedOn, grade }, policy)
        : undefined
    const after = contacted ?? limitOf({ ...cadence, grade }, policy)
    const state = contacted ?? cadence
    const opening = isWithinOpening(state) ? openingDayAfter(state, state.anchorOn, policy) : undefined
    const from = known && input.result ? contactedOn : cadence.anchorOn
    const calendar = planningCalendarOf(store, context, ownerId)
    const afterLeave = dayAfterLeave(after.limit, shieldsOf(calendar))
    const wall = planLimit({ from, limit: after.limit, today, afterLeave }, context.calendar)
    const proposal = proposePlan(
      {
        from,
        limit: after.limit,
        calendar,
        afterLeave,
        loadByDate: loadByDate(store, ownerId, today, latest(wall, today)),
        limitReasons: after.reasons,
        openingDay: opening?.day ?? null,
      },
      policy,
      today,
    )
    return {
      limit: proposal.limit,
      latest: proposal.latest,
      proposed: proposal.proposed,
      load: [...proposal.load],
      reasons: [...proposal.reasons],
      grade,
      expectedPurchaseDate: expected,
      agrees: agreement.length === 0,
      agreement,
      formalGradeAt:
        known && contacted && input.result === 'reached' ? formalGradeAt(known, contacted, policy) : null,
      daysOff: eachDate(today, addDays(proposal.latest, 1)).filter((date) => !calendar.isWorkingDay(date)),
    }
  },

  deliver: (store, { opportunityId, on }, context) => {
    const before = getOpportunity(store, context, opportunityId)
    const refusals = checkDelivery({ status: before.status, deliveredOn: on }, context.today)
    if (refusals.length > 0) refuse('RULE_REFUSED', { reasons: refusals })
    if (before.orderedOn && on < before.orderedOn) {
      refuse('VALIDATION_FAILED', {
        issues: [{ field: 'on', code: 'before_order', data: { orderedOn: before.orderedOn } }],
      })
    }
    changeOpportunity(store, before, { status: 'delivered', deliveredOn: on, endedOn: on })
    const customer = findCustomer(store, before.customerId)
    return { reminders: customer ? emptyImportantOf(customer, before, context) : [] }
  },
}
