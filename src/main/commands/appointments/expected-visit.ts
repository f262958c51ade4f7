import { can, inScope } from '#shared/access/can.ts'
import type { ExpectedVisit } from '#shared/contract/appointments.ts'
import type { Context } from '#main/calls/context.ts'
import { isMissed } from '#main/rules/appointment.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findAppointmentAbout, findExpectedOf } from '#main/store/read/appointments.ts'
import { momentOf } from './appointment-plans.ts'

type Found = NonNullable<ReturnType<typeof findExpectedOf>>

function tell(context: Context, found: Found): ExpectedVisit {
  const { appointmentId, planId, on, time, confirmedOn, confirmDue, outcome, ownerId } = found
  const missed = outcome === null && isMissed(found, momentOf(context), context.policy)
  const marks = can(context.actor, 'appointment.mark')
  return {
    appointmentId,
    planId,
    on,
    time,
    confirmedOn,
    confirmDue,
    outcome,
    missed,
    callPlanIds: [found.confirmPlanId, found.callPlanId].filter((each) => each !== null),
    mayMark: missed && marks.yes && inScope(marks.scope, ownerId),
  }
}

/** When the customer of an opportunity is expected next. */
export function expectedVisitOf(
  store: ReadableStore,
  context: Context,
  opportunityId: string,
): ExpectedVisit | null {
  const found = findExpectedOf(store, opportunityId)
  return found ? tell(context, found) : null
}

/** The appointment that a plan is, or that it confirms. */
export function expectedVisitAbout(
  store: ReadableStore,
  context: Context,
  planId: string,
): ExpectedVisit | null {
  const found = findAppointmentAbout(store, planId)
  return found ? tell(context, found) : null
}
