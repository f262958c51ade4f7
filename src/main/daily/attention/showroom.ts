import { can } from '#shared/access/can.ts'
import { reason } from '#shared/reasons.ts'
import { timeOfDayAt } from '#shared/time/instant.ts'
import { isDayOver } from '#main/rules/lead-calls.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { findRegisterDay, listVisitsOn } from '#main/store/read/visits.ts'
import { attentionOf, type AttentionSource } from './source.ts'

/**
 * The visit register of the date, for whoever signs it: not totalled by the desk although the showroom has closed, or not
 * countersigned. Of a date that has passed it is what it was at its end. It is about whoever wrote, or signed, it.
 */
export const showroomAttention: AttentionSource = (store, context, { on, endsAt, book, policy }) => {
  const { actor, now, today, store: file } = context
  if (!can(actor, 'register.close').yes) return []
  const lines = listVisitsOn(store, on).filter(({ arrivedTime }) => arrivedTime !== null)
  const visits = lines.length
  if (visits === 0 || !isDayOver(on, { today, time: timeOfDayAt(now, file.zone) }, policy)) return []
  const at = book === 'today' ? now + 1 : endsAt
  const day = findRegisterDay(store, on)
  const closed = day && day.closedAt < at ? day : undefined
  if (closed?.countersignedAt && closed.countersignedAt < at) return []
  const kind = closed ? 'register_to_countersign' : 'register_open'
  const writer = closed?.closedBy ?? lines.at(-1)?.registeredBy ?? actor.staffId
  const staff = findStaff(store, writer) ?? findStaff(store, actor.staffId)
  return staff ? [attentionOf(staff, { kind, on, refId: on, reasons: [reason(kind, { on, visits })] })] : []
}
