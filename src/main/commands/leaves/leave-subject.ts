import { can, inScope } from '#shared/access/can.ts'
import type { LeaveRow as ToldLeave } from '#shared/contract/leaves.ts'
import type { LeaveStatus } from '#shared/domain/codes.ts'
import { refuse, refuseField } from '#shared/errors.ts'
import { addDays } from '#shared/time/business-date.ts'
import { makeWorkCalendar, type LeaveSpan, type WorkCalendar } from '#shared/time/store-calendar.ts'
import type { Context } from '#main/calls/context.ts'
import type { Shield } from '#main/rules/judge/judged-opportunity.ts'
import {
  checkLeaveCancel,
  checkLeaveConfirm,
  checkLeaveResolve,
  checkLeaveShorten,
  type LeaveFacts,
} from '#main/rules/leave-acts.ts'
import { shieldsOf } from '#main/rules/leave-shield.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findLeave, listStandingLeaves } from '#main/store/read/leaves.ts'
import { findStaff } from '#main/store/read/staff.ts'
import type { LeaveRow, StaffRow } from '#main/store/rows.ts'

/** A leave of the asker's scope; somebody else's is answered as if there were none. */
export function getLeave(store: ReadableStore, { scope }: Context, leaveId: string): LeaveRow {
  const row = findLeave(store, leaveId)
  if (!row || !inScope(scope, row.staffId)) return refuse('NOT_FOUND', { what: 'leave', id: leaveId })
  return row
}

/** Whose leave it is about: the one named, else the asker himself. Only consultants have a book to hand over. */
export function getLeaveTaker(
  store: ReadableStore,
  { actor, scope }: Context,
  staffId: string | undefined,
): StaffRow {
  const wanted = staffId ?? actor.staffId
  const staff = findStaff(store, wanted)
  if (!staff || !inScope(scope, wanted)) return refuse('NOT_FOUND', { what: 'staff', id: wanted })
  const fits = staff.role === 'consultant' && staff.status === 'active'
  return fits ? staff : refuseField('staffId', 'not_a_consultant')
}

/** Where a leave stands. */
export const statusOf = ({ cancelledAt, confirmedAt }: LeaveRow): LeaveStatus =>
  cancelledAt !== null ? 'cancelled' : confirmedAt !== null ? 'confirmed' : 'requested'

export const spanOf = ({ fromOn, untilOn }: LeaveRow): LeaveSpan => ({ from: fromOn, until: untilOn })

export const factsOf = (leave: LeaveRow): LeaveFacts => ({
  ...spanOf(leave),
  kind: leave.kind,
  status: statusOf(leave),
})

/** Whether a leave may still come: confirmed, or asked for and not too late to be confirmed. */
const isToCome = (leave: LeaveRow, { today }: Context): boolean =>
  leave.confirmedAt !== null || leave.kind === 'sick' || leave.fromOn >= today

/** The days on which somebody will work by what is known now: also leaves that are only asked for keep plans off. */
export function planningCalendarOf(
  store: ReadableStore,
  context: Context,
  staffId: string | null,
): WorkCalendar {
  const staff = staffId ? findStaff(store, staffId) : undefined
  const leaves = staff ? listStandingLeaves(store, staff.staffId) : []
  return makeWorkCalendar(context.calendar, {
    restWeekdays: staff?.restWeekdays ?? [],
    leaves: leaves.filter((leave) => isToCome(leave, context)).map(spanOf),
  })
}

/** The leaves of an owner that let a new plan wait for his return, each up to the first working day after it. */
export const leavesAhead = (
  store: ReadableStore,
  context: Context,
  ownerId: string | null,
): readonly Shield[] => shieldsOf(planningCalendarOf(store, context, ownerId))

/** A leave as the asker sees it, with what is left of its handoff. */
export function tellLeave(
  store: ReadableStore,
  context: Context,
  leave: LeaveRow,
  counted: { readonly unresolved: number; readonly resolved: number },
): ToldLeave {
  const { actor, today } = context
  const facts = factsOf(leave)
  const reaches = (permission: 'leave.request' | 'leave.confirm') => {
    const verdict = can(actor, permission)
    return verdict.yes && inScope(verdict.scope, leave.staffId)
  }
  const his = reaches('leave.request')
  const nameOf = (staffId: string | null) => (staffId ? (findStaff(store, staffId)?.name ?? null) : null)
  return {
    leaveId: leave.leaveId,
    staffId: leave.staffId,
    staffName: nameOf(leave.staffId) ?? '',
    ...spanOf(leave),
    kind: leave.kind,
    status: facts.status,
    note: leave.note,
    untilBefore: leave.untilBefore,
    requestedOn: leave.requestedOn,
    confirmedBy: nameOf(leave.confirmedBy),
    ...counted,
    backOn: planningCalendarOf(store, context, leave.staffId).firstWorkingDayFrom(addDays(leave.untilOn, 1)),
    abilities: {
      resolve: his && checkLeaveResolve(facts, today).length === 0,
      confirm: reaches('leave.confirm') && facts.status === 'requested',
      cancel: his && checkLeaveCancel(facts, today).length === 0,
      shorten: his && checkLeaveShorten(facts, addDays(facts.until, -1), today).length === 0,
    },
    obstacles: checkLeaveConfirm(facts, counted.unresolved, today),
  }
}
