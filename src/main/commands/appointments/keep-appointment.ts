import type { Context } from '#main/calls/context.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { findAppointment, findKeptBy } from '#main/store/read/appointments.ts'
import { endAppointment } from './appointment-plans.ts'

/**
 * The visit of a customer keeps his appointment of that date: its outcome is `kept`, the calls that went with it are dropped. The
 * plan of the appointment itself stays open, to be executed by whoever receives him. One that was taken for a no-show is taken back.
 * Returns the appointment that was kept.
 */
export function keepAppointment(
  store: WritableStore,
  context: Context,
  came: { readonly customerId: string; readonly visitId: string },
): string | null {
  const appointmentId = findKeptBy(store, came)
  const appointment = appointmentId === undefined ? undefined : findAppointment(store, appointmentId)
  if (!appointment) return null
  endAppointment(store, context, appointment, 'kept', {
    staffId: context.actor.staffId,
    visitId: came.visitId,
  })
  return appointment.appointmentId
}
