import type { Input, Output } from '#shared/contract/index.ts'
import { refuse, refuseByRule, refuseField } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import { gradeForDate } from '#main/rules/grade-for-date.ts'
import { checkLeaveResolve } from '#main/rules/leave-acts.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { findStaff } from '#main/store/read/staff.ts'
import type { LeaveLineRow, LeaveRow } from '#main/store/rows.ts'
import { addLeaveLine, changeLeaveLine, movePlanForLeave } from '#main/store/write/leaves.ts'
import { listHandoff, spreadOf, unresolvedOf, type FoundLine } from './leave-handoff.ts'
import { factsOf, getLeave, planningCalendarOf, spanOf } from './leave-subject.ts'
import { goesAlong, movePlanInLeave } from './move-plan.ts'
import { opportunities } from '#main/commands/customers/opportunities.ts'
import { getOpportunity, getPlan } from '#main/commands/subjects.ts'

type Resolution = Input<'leaves', 'resolve'>

/** A line that nothing is recorded of yet, as a row. */
export const bareLine = (
  context: Context,
  leave: LeaveRow,
  found: Pick<FoundLine, 'onBefore'> & { readonly planId: string | null; readonly opportunityId: string },
): LeaveLineRow => ({
  lineId: context.newId(),
  leaveId: leave.leaveId,
  opportunityId: found.opportunityId,
  planId: found.planId,
  onBefore: found.onBefore,
  limitBefore: null,
  way: null,
  movedTo: null,
  coveredBy: null,
  resolvedAt: null,
  resolvedBy: null,
  returnedAt: null,
})

/** Records how a line was resolved, and the line itself where it came up after the leave was asked for. */
function record(
  store: WritableStore,
  context: Context,
  leave: LeaveRow,
  found: FoundLine,
  done: Pick<LeaveLineRow, 'way' | 'movedTo' | 'coveredBy' | 'limitBefore'>,
): void {
  const { plan, opportunity, onBefore } = found
  const line =
    found.line ??
    bareLine(context, leave, {
      onBefore,
      planId: plan?.planId ?? null,
      opportunityId: opportunity.opportunityId,
    })
  if (!found.line) addLeaveLine(store, line)
  const by = { resolvedAt: context.now, resolvedBy: context.actor.staffId, returnedAt: null }
  changeLeaveLine(store, line.lineId, { ...done, ...by })
}

/** Way 2: the plan moves to its place after the leave. */
function postpone(
  store: WritableStore,
  context: Context,
  leave: LeaveRow,
  found: FoundLine,
  on: BusinessDate,
): void {
  if (!found.plan) throw new Error('a purchase date cannot be postponed')
  const { opportunity } = found
  movePlanInLeave(store, context, found.plan.planId, { dueOn: on, leaveId: leave.leaveId })
  const done = { way: 'postponed', movedTo: on, coveredBy: null, limitBefore: opportunity.limitOn } as const
  record(store, context, leave, found, done)
}

/** The colleague who is to cover: an active consultant, somebody else, and there on the day of the plan. */
function getColleague(
  store: ReadableStore,
  context: Context,
  leave: LeaveRow,
  staffId: string | undefined,
  on: BusinessDate,
) {
  const { policy, today } = context
  if (!policy.switches.cover) return refuseByRule(reason('cover_switched_off', { field: 'way' }))
  if (!staffId) return refuseField('staffId', 'required')
  const staff = findStaff(store, staffId)
  if (!staff || staff.role !== 'consultant' || staff.status !== 'active')
    return refuseField('staffId', 'not_a_consultant')
  if (staffId === leave.staffId) return refuseByRule(reason('cover_same_person', { field: 'staffId' }))
  if (on < today) return refuseByRule(reason('cover_day_passed', { field: 'way', on }))
  const away = planningCalendarOf(store, context, staffId).isOnLeave(on)
  return away
    ? refuseByRule(reason('cover_colleague_away', { field: 'staffId', name: staff.name, on }))
    : staff
}

/** Way 3: the plan goes into the colleague's list; the customer stays the owner's. */
function cover(
  store: WritableStore,
  context: Context,
  leave: LeaveRow,
  found: FoundLine,
  staffId: string | undefined,
): BusinessDate {
  const { plan, opportunity } = found
  if (!plan) throw new Error('a purchase date cannot be covered')
  const colleague = getColleague(store, context, leave, staffId, plan.dueOn)
  movePlanForLeave(store, plan.planId, { assigneeId: colleague.staffId, leaveId: leave.leaveId })
  record(store, context, leave, found, {
    way: 'covered',
    movedTo: null,
    coveredBy: colleague.staffId,
    limitBefore: opportunity.limitOn,
  })
  return plan.dueOn
}

/** A purchase date within the leave moves out of it, under the rules of every such change. */
function moveDate(
  store: WritableStore,
  context: Context,
  leave: LeaveRow,
  found: FoundLine,
  { expectedPurchaseDate: on, grade }: Resolution,
): BusinessDate {
  if (!on) return refuseByRule(reason('leave_date_not_plan', { field: 'expectedPurchaseDate' }))
  const { from, until } = spanOf(leave)
  if (from <= on && on <= until)
    return refuseByRule(reason('leave_date_inside', { field: 'expectedPurchaseDate', on, from, until }))
  const { opportunity } = found
  const byDate = gradeForDate(on, context.policy, context.today) ?? opportunity.grade
  const after = { expectedPurchaseDate: on, grade: grade ?? byDate }
  const { opportunityId, version } = opportunity
  opportunities.update(store, { opportunityId, version, opportunity: after }, context)
  record(store, context, leave, found, { way: 'updated', movedTo: on, coveredBy: null, limitBefore: null })
  return on
}

/** The line that is meant: of the plan named, else of the opportunity; refuses what is not of this leave. */
function getLine(
  store: ReadableStore,
  context: Context,
  lines: readonly FoundLine[],
  { planId, opportunityId, expectedPurchaseDate }: Resolution,
): FoundLine {
  if (planId) getPlan(store, context, planId)
  else if (opportunityId) getOpportunity(store, context, opportunityId)
  else return refuseField('planId', 'one_of_plan_or_opportunity')
  const named = lines.filter(
    ({ plan, opportunity }) =>
      (planId === undefined || plan?.planId === planId) &&
      (opportunityId === undefined || opportunity.opportunityId === opportunityId),
  )
  const wanted = expectedPurchaseDate && !planId ? 'expected_date' : 'plan'
  const open = unresolvedOf(named)
  const found = open.find(({ kind }) => kind === wanted) ?? open[0] ?? named[0]
  if (!found)
    return refuseByRule(reason('leave_line_unknown', { field: planId ? 'planId' : 'opportunityId' }))
  return found
}

/** Resolves one line of the handoff (R-6.1 … ). */
export function resolve(
  store: WritableStore,
  input: Resolution,
  context: Context,
): Output<'leaves', 'resolve'> {
  const leave = getLeave(store, context, input.leaveId)
  const refusals = checkLeaveResolve(factsOf(leave), context.today)
  if (refusals.length > 0) refuse('RULE_REFUSED', { reasons: refusals })
  const lines = listHandoff(store, leave)
  const found = getLine(store, context, lines, input)
  if (found.resolved) refuseByRule(reason('leave_line_resolved', { on: found.onBefore }))
  const { way = 'postpone', staffId, expectedPurchaseDate } = input
  let on: BusinessDate
  if (found.kind === 'expected_date') on = moveDate(store, context, leave, found, input)
  else if (expectedPurchaseDate)
    return refuseByRule(reason('leave_plan_not_date', { field: 'expectedPurchaseDate' }))
  else if (way === 'cover' || (typeof way === 'object' && ('cover' in way || way.kind === 'cover'))) {
    const named = typeof way === 'object' ? ('cover' in way ? way.cover.staffId : way.staffId) : undefined
    on = cover(store, context, leave, found, named ?? staffId)
  } else {
    on = spreadOf(store, context, leave, lines).get(found.plan?.planId ?? '') ?? context.today
    postpone(store, context, leave, found, on)
  }
  return { on, unresolved: unresolvedOf(listHandoff(store, leave)).length }
}

/**
 * Postpones every plan that is left, in one act; purchase dates stay to be done one by one. The calls of an appointment go
 * along with it.
 */
export function postponeRest(
  store: WritableStore,
  { leaveId }: Input<'leaves', 'postponeRest'>,
  context: Context,
): Output<'leaves', 'postponeRest'> {
  const leave = getLeave(store, context, leaveId)
  const refusals = checkLeaveResolve(factsOf(leave), context.today)
  if (refusals.length > 0) refuse('RULE_REFUSED', { reasons: refusals })
  const lines = listHandoff(store, leave)
  const isCall = goesAlong(
    store,
    unresolvedOf(lines).map(({ plan }) => plan),
  )
  const own = lines.filter(({ plan }) => !plan || !isCall(plan.planId))
  const spread = spreadOf(store, context, leave, own)
  const moved = unresolvedOf(own).flatMap((found) => {
    const { plan, opportunity } = found
    const on = plan && spread.get(plan.planId)
    if (!plan || !on) return []
    postpone(store, context, leave, found, on)
    return [{ planId: plan.planId, opportunityId: opportunity.opportunityId, from: plan.dueOn, on }]
  })
  return { lines: moved, unresolved: unresolvedOf(listHandoff(store, leave)).length }
}
