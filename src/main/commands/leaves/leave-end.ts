import type { Input, Output } from '#shared/contract/index.ts'
import { refuse } from '#shared/errors.ts'
import { addDays, latest, type BusinessDate } from '#shared/time/business-date.ts'
import type { WorkCalendar } from '#shared/time/store-calendar.ts'
import type { Context } from '#main/calls/context.ts'
import { checkLeaveCancel, checkLeaveShorten } from '#main/rules/leave-acts.ts'
import { returnPlan, withinLimit } from '#main/rules/leave-return.ts'
import { spreadPostponed } from '#main/rules/leave-spread.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { findAppointmentOfPlan } from '#main/store/read/appointments.ts'
import { findPlan } from '#main/store/read/follow-ups.ts'
import { listPlansMadePast } from '#main/store/read/leaves.ts'
import type { LeaveLineRow, LeaveRow, PlanRow } from '#main/store/rows.ts'
import { changeLeave, changeLeaveLine } from '#main/store/write/leaves.ts'
import { listHandoff, type FoundLine } from './leave-handoff.ts'
import { factsOf, getLeave, planningCalendarOf } from './leave-subject.ts'
import { movePlanInLeave } from './move-plan.ts'

type Moved = Output<'leaves', 'cancel'>['lines']
type Standing = FoundLine & { readonly line: LeaveLineRow; readonly plan: PlanRow }

/** What this leave moved or gave away and is not worked on since. */
const standingOf = (store: WritableStore, leave: LeaveRow): Standing[] =>
  listHandoff(store, leave).filter(
    (found): found is Standing =>
      found.line?.returnedAt === null &&
      found.line.way !== null &&
      found.plan?.status === 'open' &&
      found.plan.leaveId === leave.leaveId &&
      found.opportunity.ownerId === leave.staffId,
  )

/** Gives a plan back to its owner and its days. */
function bringBack(
  store: WritableStore,
  context: Context,
  { line, plan, opportunity, onBefore }: Standing,
  work: WorkCalendar,
): Moved {
  const { now, today } = context
  const kept = line.way === 'covered' && plan.dueOn >= today
  const limitBefore = line.limitBefore ?? opportunity.limitOn
  // Nobody but the customer moves the day for which he is expected.
  const isExpected = findAppointmentOfPlan(store, plan.planId)?.outcome === null && onBefore >= today
  const on = kept
    ? plan.dueOn
    : isExpected
      ? work.firstWorkingDayFrom(onBefore)
      : returnPlan({ onBefore, limitBefore }, work, today)
  movePlanInLeave(store, context, plan.planId, { dueOn: on, assigneeId: opportunity.ownerId, leaveId: null })
  changeLeaveLine(store, line.lineId, { returnedAt: now })
  return [{ planId: plan.planId, from: plan.dueOn, on }]
}

/** Plans made for the time after the leave beyond their limit: they wait no longer than the leave lets them. */
function bringNearer(
  store: WritableStore,
  context: Context,
  leave: LeaveRow,
  { before, after }: { before: WorkCalendar; after: WorkCalendar },
  shortened: BusinessDate | null,
): Moved {
  const { today } = context
  const until = before.firstWorkingDayFrom(addDays(leave.untilOn, 1))
  const back = shortened && after.firstWorkingDayFrom(addDays(shortened, 1))
  return listPlansMadePast(store, { staffId: leave.staffId, from: leave.fromOn, until }).flatMap(
    ({ planId, limitOn, on: from }) => {
      const shields = back !== null && limitOn < back
      const on = shields ? latest(back, today) : withinLimit(limitOn, after, today)
      if (!findPlan(store, planId) || on >= from) return []
      movePlanInLeave(store, context, planId, { dueOn: on })
      return [{ planId, from, on }]
    },
  )
}

/** A cancelled leave shields nothing, and what it moved comes back. */
export function cancel(
  store: WritableStore,
  { leaveId, reason: why }: Input<'leaves', 'cancel'>,
  context: Context,
): Output<'leaves', 'cancel'> {
  const leave = getLeave(store, context, leaveId)
  const { today, now, because } = context
  const refusals = checkLeaveCancel(factsOf(leave), today)
  if (refusals.length > 0) refuse('RULE_REFUSED', { reasons: refusals })
  if (why) because(why)
  const standing = standingOf(store, leave)
  const before = planningCalendarOf(store, context, leave.staffId)
  changeLeave(store, leaveId, { cancelledAt: now, confirmedAt: null, confirmedBy: null })
  const after = planningCalendarOf(store, context, leave.staffId)
  const back = standing.flatMap((each) => bringBack(store, context, each, after))
  const nearer = bringNearer(store, context, leave, { before, after }, null)
  return { lines: [...back, ...nearer] }
}

/** What still falls within the shorter leave waits for its new end; a cover that is over goes back. */
function keepWithin(
  store: WritableStore,
  context: Context,
  kept: readonly Standing[],
  until: BusinessDate,
  work: WorkCalendar,
): Moved {
  const { policy, today, now } = context
  const postponed = kept.filter(({ line }) => line.way === 'postponed')
  const plans = postponed.map(({ plan, opportunity, onBefore }) => ({
    planId: plan.planId,
    grade: opportunity.grade,
    on: onBefore,
  }))
  const spread = spreadPostponed(plans, { until, work }, policy, today)
  const nearer = postponed.flatMap(({ line, plan }): Moved => {
    const on = spread.get(plan.planId) ?? plan.dueOn
    if (on >= plan.dueOn) return []
    movePlanInLeave(store, context, plan.planId, { dueOn: on })
    changeLeaveLine(store, line.lineId, { movedTo: on })
    return [{ planId: plan.planId, from: plan.dueOn, on }]
  })
  const covered = until < today ? kept.filter(({ line }) => line.way === 'covered') : []
  const returned = covered.map(({ line, plan, opportunity }) => {
    const on = work.firstWorkingDayFrom(latest(addDays(until, 1), today))
    movePlanInLeave(store, context, plan.planId, {
      dueOn: on,
      assigneeId: opportunity.ownerId,
      leaveId: null,
    })
    changeLeaveLine(store, line.lineId, { returnedAt: now })
    return { planId: plan.planId, from: plan.dueOn, on }
  })
  return [...nearer, ...returned]
}

/** A shorter leave: what fell on the days that are free again comes back. */
export function shorten(
  store: WritableStore,
  { leaveId, until }: Input<'leaves', 'shorten'>,
  context: Context,
): Output<'leaves', 'shorten'> {
  const leave = getLeave(store, context, leaveId)
  const { today } = context
  const refusals = checkLeaveShorten(factsOf(leave), until, today)
  if (refusals.length > 0) refuse('RULE_REFUSED', { reasons: refusals })
  const standing = standingOf(store, leave)
  const before = planningCalendarOf(store, context, leave.staffId)
  changeLeave(store, leaveId, { untilOn: until, untilBefore: leave.untilBefore ?? leave.untilOn })
  const after = planningCalendarOf(store, context, leave.staffId)
  const free = standing.filter(({ onBefore }) => onBefore > until)
  const kept = standing.filter(({ onBefore }) => onBefore <= until)
  return {
    lines: [
      ...free.flatMap((each) => bringBack(store, context, each, after)),
      ...keepWithin(store, context, kept, until, after),
      ...bringNearer(store, context, leave, { before, after }, until),
    ],
  }
}
