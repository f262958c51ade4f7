import type { Context } from '#main/calls/context.ts'
import type { WritableStore } from '#main/store/handle.ts'

/**
 * The visit of a customer keeps his appointment of that date: its outcome is `kept`, the calls that went with it are dropped. The
 * plan of the appointment itself stays open, to be executed by whoever receives him. Returns the appointment that was kept.
 */
export function keepAppointment(
  _store: WritableStore,
  _context: Context,
  _came: { readonly customerId: string; readonly visitId: string },
): string | null {
  return null
}
