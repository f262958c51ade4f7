import { refuse, refuseField } from '#shared/errors.ts'
import { addDays, type BusinessDate } from '#shared/time/business-date.ts'
import type { LeaveSpan } from '#shared/time/store-calendar.ts'
import type { HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { checkLeaveRequest } from '#main/rules/leave-acts.ts'
import { loadByDate } from '#main/store/read/follow-ups.ts'
import { listDatesInside, listLeaves, listPlansInside, listStandingLeaves } from '#main/store/read/leaves.ts'
import { listStaff } from '#main/store/read/staff.ts'
import type { LeaveRow } from '#main/store/rows.ts'
import { addLeave, addLeaveLine } from '#main/store/write/leaves.ts'
import { briefings } from './leave-briefings.ts'
import { calendar } from './leave-calendar.ts'
import { confirm } from './leave-confirm.ts'
import { cancel, shorten } from './leave-end.ts'
import { listHandoff, spreadOf, tellLine, tellWithLines, unresolvedOf } from './leave-handoff.ts'
import { bareLine, postponeRest, resolve } from './leave-resolve.ts'
import { getLeave, getLeaveTaker, planningCalendarOf, spanOf } from './leave-subject.ts'
import { whileAway } from './while-away.ts'

/** Nobody asks for days further ahead; beyond the last date of a calendar nobody could come back. */
const furthestDays = 730

/** Refuses days that are no span, or further ahead than anybody plans. */
function requireDays({ from, until }: LeaveSpan, today: BusinessDate): void {
  if (until < from) refuseField('until', 'from_after_until')
  const furthest = addDays(today, furthestDays)
  if (until > furthest) refuseField('until', 'too_large', { max: furthest })
}

/** Leaves 休假 and their handoff 交接 (section 6). */
export const leaves: HandlersOf<'leaves'> = {
  list: (store, input, context) => {
    const page = readPage(input)
    const { rows, total } = listLeaves(store, context.scope, input ?? {}, page)
    return pageOf(
      page,
      rows.map((leave) => tellWithLines(store, context, leave)),
      total,
    )
  },

  get: (store, { leaveId }, context) => tellWithLines(store, context, getLeave(store, context, leaveId)),

  preview: (store, { staffId, from, until }, context) => {
    const staff = getLeaveTaker(store, context, staffId)
    requireDays({ from, until }, context.today)
    const days = { staffId: staff.staffId, from, until }
    const work = planningCalendarOf(store, context, staff.staffId)
    const others = listStandingLeaves(store, staff.staffId).map(spanOf)
    return {
      plans: listPlansInside(store, days).length,
      dates: listDatesInside(store, days).length,
      backOn: work.firstWorkingDayFrom(addDays(until, 1)),
      overlapping: others.find((each) => each.from <= until && from <= each.until) ?? null,
    }
  },

  request: (store, { staffId, from, until, kind, note }, context) => {
    const { today, now, actor, newId } = context
    const staff = getLeaveTaker(store, context, staffId)
    requireDays({ from, until }, today)
    const others = listStandingLeaves(store, staff.staffId).map(spanOf)
    const refusals = checkLeaveRequest({ from, until, kind }, others, today)
    if (refusals.length > 0) refuse('RULE_REFUSED', { reasons: refusals })
    const leave: LeaveRow = {
      leaveId: newId(),
      staffId: staff.staffId,
      fromOn: from,
      untilOn: until,
      kind,
      confirmedAt: null,
      confirmedBy: null,
      note: note?.trim() ? note : null,
      requestedOn: today,
      requestedAt: now,
      requestedBy: actor.staffId,
      cancelledAt: null,
      untilBefore: null,
    }
    addLeave(store, leave)
    const days = { staffId: staff.staffId, from, until }
    const found = [
      ...listPlansInside(store, days),
      ...listDatesInside(store, days).map((each) => ({ ...each, planId: null })),
    ]
    for (const { planId, opportunityId, on: onBefore } of found)
      addLeaveLine(store, bareLine(context, leave, { planId, opportunityId, onBefore }))
    return { leaveId: leave.leaveId, unresolved: found.length }
  },

  handoff: (store, { leaveId }, context) => {
    const leave = getLeave(store, context, leaveId)
    const lines = listHandoff(store, leave)
    const spread = spreadOf(store, context, leave, lines)
    const tell = (each: (typeof lines)[number]) => tellLine(store, context, leave, each, spread)
    const coverAllowed = context.policy.switches.cover
    const others = listStaff(store).filter(
      ({ staffId, role, status }) =>
        role === 'consultant' && status === 'active' && staffId !== leave.staffId,
    )
    const { from, until } = spanOf(leave)
    const loadOf = (staffId: string) =>
      [...loadByDate(store, staffId, from, until).values()].reduce((sum, count) => sum + count, 0)
    return {
      leave: tellWithLines(store, context, leave, lines),
      unresolved: unresolvedOf(lines).map(tell),
      resolved: lines.filter(({ resolved }) => resolved).map(tell),
      coverAllowed,
      colleagues: coverAllowed
        ? others.map(({ staffId, name }) => ({ staffId, name, load: loadOf(staffId) }))
        : [],
    }
  },

  resolve,
  postponeRest,
  confirm,
  cancel,
  shorten,
  calendar,
  briefings,
  whileAway,
}
