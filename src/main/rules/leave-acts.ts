import type { LeaveKind, LeaveStatus } from '#shared/domain/codes.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import { addDays, latest, type BusinessDate } from '#shared/time/business-date.ts'
import type { LeaveSpan } from '#shared/time/store-calendar.ts'

/** What the acts on a leave look at. */
export type LeaveFacts = LeaveSpan & { readonly kind: LeaveKind; readonly status: LeaveStatus }

/** Only sick leave may begin before today. The days of two leaves never overlap. */
export const checkLeaveRequest = (
  asked: LeaveSpan & { readonly kind: LeaveKind },
  others: readonly LeaveSpan[],
  today: BusinessDate,
): Reason[] => {
  const overlapping = others.find(({ from, until }) => from <= asked.until && asked.from <= until)
  if (overlapping) {
    return [reason('leave_overlaps', { field: 'from', from: overlapping.from, until: overlapping.until })]
  }
  const late = asked.from < today && asked.kind !== 'sick'
  return late ? [reason('leave_before_today', { field: 'from', from: asked.from, today })] : []
}

const checkNotCancelled = ({ status, from, until }: LeaveFacts): Reason[] =>
  status === 'cancelled' ? [reason('leave_cancelled', { from, until })] : []

/** Whether it is too late to confirm: its first day has passed, and it is no sick leave. */
const hasBegun = ({ from, kind }: LeaveFacts, today: BusinessDate) => today > from && kind !== 'sick'

/** Why a leave cannot be confirmed now: lines are left, or it has begun and is no sick leave. */
export const checkLeaveConfirm = (leave: LeaveFacts, unresolved: number, today: BusinessDate): Reason[] => {
  const { status, from, until } = leave
  if (status === 'confirmed') return [reason('leave_already_confirmed', { from, until })]
  const refusals = checkNotCancelled(leave)
  if (refusals.length > 0) return refusals
  if (hasBegun(leave, today)) return [reason('leave_begun', { from, today })]
  return unresolved > 0 ? [reason('leave_unresolved', { count: unresolved })] : []
}

/** Whether lines can be resolved: not of what is cancelled, is over, or began without being confirmed. */
export const checkLeaveResolve = (leave: LeaveFacts, today: BusinessDate): Reason[] => {
  const refusals = checkNotCancelled(leave)
  if (refusals.length > 0) return refusals
  const { from, until, status } = leave
  if (status === 'confirmed') return today > until ? [reason('leave_over', { until })] : []
  return hasBegun(leave, today) ? [reason('leave_begun', { from, today })] : []
}

/** A leave that has begun and is confirmed is shortened, not cancelled. */
export const checkLeaveCancel = (leave: LeaveFacts, today: BusinessDate): Reason[] => {
  const refusals = checkNotCancelled(leave)
  if (refusals.length > 0) return refusals
  const begun = leave.status === 'confirmed' && today > leave.from
  return begun ? [reason('leave_to_shorten', { from: leave.from, today })] : []
}

/** The new last day: earlier than it was, and not before yesterday or the first day. */
export const checkLeaveShorten = (leave: LeaveFacts, until: BusinessDate, today: BusinessDate): Reason[] => {
  const refusals = checkNotCancelled(leave)
  if (refusals.length > 0) return refusals
  const earliest = latest(leave.from, addDays(today, -1))
  const latestDay = addDays(leave.until, -1)
  const fits = earliest <= until && until <= latestDay
  if (fits) return []
  return earliest > latestDay
    ? [reason('leave_over', { until: leave.until })]
    : [reason('leave_shorten_range', { field: 'until', earliest, latest: latestDay })]
}
