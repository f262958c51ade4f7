import type { Context } from '#main/calls/context.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { findAppointment, listUnmarkedBefore } from '#main/store/read/appointments.ts'
import { closeAppointment } from '#main/store/write/appointments.ts'

/**
 * 爽约: whoever had not come by the end of his day is a no-show, also where nobody said so. The plan itself stays open and is
 * overdue; the calls before it have lost their sense and are dropped. Returns how many.
 */
export function markMissed(store: WritableStore, { today: on, now: at }: Context): number {
  const missed = listUnmarkedBefore(store, on)
  for (const appointmentId of missed) {
    const appointment = findAppointment(store, appointmentId)
    if (appointment) closeAppointment(store, appointment, { outcome: 'no_show', on, at, staffId: null })
  }
  return missed.length
}
