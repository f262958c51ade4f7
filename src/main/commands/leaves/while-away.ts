import { inScope } from '#shared/access/can.ts'
import type { Input, Output } from '#shared/contract/index.ts'
import { refuse } from '#shared/errors.ts'
import { latest } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import {
  countWhileAway,
  listContactsByOthers,
  listGivenInstructions,
  listWaitingPlans,
} from '#main/store/read/leave-calendar.ts'
import { listStandingLeaves } from '#main/store/read/leaves.ts'
import { findStaff } from '#main/store/read/staff.ts'
import type { LeaveRow } from '#main/store/rows.ts'
import { tellWithLines } from './leave-handoff.ts'
import { getLeave } from './leave-subject.ts'

/** The leave that is named, else the last one that has begun. */
function findWhich(
  store: ReadableStore,
  context: Context,
  input: Input<'leaves', 'whileAway'>,
): LeaveRow | undefined {
  if (input?.leaveId) return getLeave(store, context, input.leaveId)
  const { actor, scope, today } = context
  const staffId = input?.staffId ?? actor.staffId
  if (!findStaff(store, staffId) || !inScope(scope, staffId))
    return refuse('NOT_FOUND', { what: 'staff', id: staffId })
  return listStandingLeaves(store, staffId).findLast(
    ({ fromOn, confirmedAt }) => confirmedAt !== null && fromOn <= today,
  )
}

/** 休假期间: what happened while he was away, and what waits for him. */
export function whileAway(
  store: ReadableStore,
  input: Input<'leaves', 'whileAway'>,
  context: Context,
): Output<'leaves', 'whileAway'> {
  const leave = findWhich(store, context, input)
  if (!leave) return { leave: null, contacts: [], plans: [], instructions: [], claims: 0, violations: 0 }
  const { staffId, leaveId } = leave
  const told = tellWithLines(store, context, leave)
  const days = { staffId, from: leave.fromOn, until: leave.untilOn }
  return {
    leave: told,
    contacts: listContactsByOthers(store, days).map((row) => ({ ...row, effective: row.effective === 1 })),
    plans: listWaitingPlans(store, { staffId, leaveId, until: latest(context.today, told.backOn) }),
    instructions: listGivenInstructions(store, days),
    ...countWhileAway(store, days),
  }
}
