import type { Context } from '#main/calls/context.ts'
import { followAppointment } from '#main/commands/appointments/appointment-plans.ts'
import { findAppointmentOfPlan } from '#main/store/read/appointments.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import type { PlanRow } from '#main/store/rows.ts'
import { movePlanForLeave } from '#main/store/write/leaves.ts'

/** Moves a plan for a leave, and with an appointment to visit the calls that go with it. */
export function movePlanInLeave(
  store: WritableStore,
  context: Context,
  planId: string,
  patch: Parameters<typeof movePlanForLeave>[2],
): void {
  followAppointment(store, context, movePlanForLeave(store, planId, patch))
}

/** Whether a plan is a call that goes with an appointment whose own plan is among some plans: then it goes along with that. */
export function goesAlong(
  store: ReadableStore,
  plans: readonly (Pick<PlanRow, 'planId'> | null)[],
): (planId: string) => boolean {
  const calls = new Set(
    plans.flatMap((plan) => {
      const appointment = plan && findAppointmentOfPlan(store, plan.planId)
      return appointment?.outcome === null ? [appointment.confirmPlanId, appointment.callPlanId] : []
    }),
  )
  return (planId) => calls.has(planId)
}
