import { can } from '#shared/access/can.ts'
import type { AttentionLine } from '#shared/contract/supervision.ts'
import { reason } from '#shared/reasons.ts'
import { addDays } from '#shared/time/business-date.ts'
import { businessDateAt, instantAt, timeOfDayAt } from '#shared/time/instant.ts'
import { makeWorkCalendar } from '#shared/time/store-calendar.ts'
import type { Context } from '#main/calls/context.ts'
import { isMissed, missedFrom } from '#main/rules/appointment.ts'
import { isDayOver, judgeCall, judgeDayOfCalls } from '#main/rules/lead-calls.ts'
import { leadDueAt } from '#main/rules/lead-clock.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { listCalls } from '#main/store/read/lead-calls.ts'
import { listUnhelped } from '#main/store/read/lead-exceptions.ts'
import { listUnkept } from '#main/store/read/lead-no-shows.ts'
import { countWaitingThen, listLateLeads } from '#main/store/read/leads.ts'
import { confirmedLeaves, findStaff } from '#main/store/read/staff.ts'
import type { StaffRow } from '#main/store/rows.ts'
import type { CheckDate } from '../check-date.ts'
import { attentionOf, type AttentionSource } from './source.ts'

type Part = (
  store: ReadableStore,
  context: Context,
  date: CheckDate,
  /** The first moment of which the sheet tells no more: after now, or the end of its date. */
  at: number,
  staff: readonly StaffRow[],
) => AttentionLine[]

/** A line of whoever is on the sheet; of anybody else none. */
const lineOf = (
  staff: readonly StaffRow[],
  staffId: string,
  line: Parameters<typeof attentionOf>[1],
): AttentionLine[] => {
  const owner = staff.find((each) => each.staffId === staffId)
  return owner ? [attentionOf(owner, line)] : []
}

/** Leads that nobody has, once for whoever may assign them: they are nobody's on the sheet. */
const unassigned: Part = (store, { actor }, _date, at) => {
  if (!can(actor, 'lead.assign').yes) return []
  const { n: count, oldest } = countWaitingThen(store, at)
  const staff = findStaff(store, actor.staffId)
  if (oldest === null || !staff) return []
  const reasons = [reason('leads_unassigned', { count, oldest })]
  return [attentionOf(staff, { kind: 'leads_unassigned', on: oldest, reasons })]
}

const millisecondsPerHour = 3_600_000

/** Leads whose first follow-up had not begun when the hours were over. */
const late: Part = (store, { store: file }, { policy }, at, staff) => {
  const allowed = policy.thresholds.leadFirstFollowUpHours
  return listLateLeads(store, at - 1 - leadDueAt(0, policy), at).flatMap((lead) => {
    const { staffId, leadId: refId, customerId, customerName, assignedAt } = lead
    const hours = Math.floor((at - assignedAt) / millisecondsPerHour)
    const on = businessDateAt(leadDueAt(assignedAt, policy), file.zone)
    const reasons = [reason('lead_late', { hours, allowed })]
    return lineOf(staff, staffId, { kind: 'lead_late', refId, customerId, customerName, on, reasons })
  })
}

/** Exceptions for which nobody had been named to help. */
const unhelped: Part = (store, _context, _date, at, staff) =>
  listUnhelped(store, at).flatMap(({ staffId, leadId, customerId, customerName, kind, raisedOn }) =>
    lineOf(staff, staffId, {
      kind: 'lead_exception',
      refId: leadId,
      customerId,
      customerName,
      on: raisedOn,
      reasons: [reason('lead_exception_raised', { raisedOn, leadExceptionKind: kind })],
    }),
  )

/** No-shows of the date that nobody had followed up, also those that nobody had marked: not to say it hides nobody. */
const noShows: Part = (store, { store: file }, { on, policy }, at, staff) => {
  const moment = { today: businessDateAt(at - 1, file.zone), time: timeOfDayAt(at - 1, file.zone) }
  const missedAt = (time: string | null) => instantAt(on, missedFrom({ time }, policy) ?? '00:00', file.zone)
  const dayIsOver = at >= instantAt(addDays(on, 1), '00:00', file.zone)
  return listUnkept(store, on, at)
    .filter(({ time, markedAt }) => markedAt !== null || dayIsOver || isMissed({ on, time }, moment, policy))
    .filter(
      ({ time, markedAt, followedAt }) => followedAt === null || followedAt < (markedAt ?? missedAt(time)),
    )
    .flatMap(({ staffId, appointmentId, customerId, customerName, time }) =>
      lineOf(staff, staffId, {
        kind: 'no_show',
        refId: appointmentId,
        customerId,
        customerName,
        on,
        reasons: [reason('no_show_not_followed', { on, time: time ?? '' })],
      }),
    )
}

/** Too few valid calls of whoever takes leads and was on duty, once the day is over. */
const calls: Part = (store, { calendar, today, now, store: file }, { on, endsAt, policy }, _at, staff) => {
  const isOver = isDayOver(on, { today, time: timeOfDayAt(now, file.zone) }, policy)
  if (!isOver) return []
  return staff
    .filter(({ takesLeads, status }) => takesLeads && status === 'active')
    .flatMap((each) => {
      const leaves = confirmedLeaves(store, each.staffId, on)
      const { restWeekdays } = each
      const onDuty = makeWorkCalendar(calendar, { restWeekdays, leaves }).isWorkingDay(on)
      const made = listCalls(store, each.staffId, on, endsAt)
      const valid = made.filter((call) => judgeCall(call, policy).valid).length
      const { reason: why } = judgeDayOfCalls({ valid, onDuty, isOver }, policy)
      return why ? [attentionOf(each, { kind: 'calls_below_minimum', on, reasons: [why] })] : []
    })
}

/** R-10 Leads of the date: to assign, late, exceptions, no-shows, too few valid calls. */
export const leadsAttention: AttentionSource = (store, context, date, staff) => {
  const at = date.book === 'today' ? context.now + 1 : date.endsAt
  return [unassigned, late, unhelped, noShows, calls].flatMap((part) => part(store, context, date, at, staff))
}
