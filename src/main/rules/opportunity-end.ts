import type { LossReason, OpportunityStatus } from '#shared/domain/codes.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import { addDays, type BusinessDate } from '#shared/time/business-date.ts'
import type { WorkCalendar } from '#shared/time/store-calendar.ts'

export type Loss = { readonly reason: LossReason; readonly note?: string | null }

/** Reasons that say nothing without a note: which competitor, what else. */
const needsNote: readonly LossReason[] = ['competitor', 'other']

/** 战败 What a loss lacks. */
export const checkLoss = (loss: Loss): Reason[] =>
  needsNote.includes(loss.reason) && (loss.note ?? '').trim() === ''
    ? [reason('loss_note_required', { field: 'next.note', reason: loss.reason })]
    : []

/** Where a loss puts the opportunity: waiting for the manager, or lost at once (policy switch). */
export const lossStatus = (policy: Policy): Extract<OpportunityStatus, 'lost_waiting' | 'lost'> =>
  policy.switches.lossNeedsApproval ? 'lost_waiting' : 'lost'

/** Whether a manager can decide on the loss: it must be waiting. */
export const checkLossDecision = (status: OpportunityStatus): Reason[] =>
  status === 'lost_waiting' ? [] : [reason('loss_not_waiting', { status })]

/** A refused loss reopens with a plan for the next working day. */
export const planAfterRefusedLoss = (
  calendar: WorkCalendar,
  today: BusinessDate,
): { readonly on: BusinessDate; readonly reasons: readonly Reason[] } => {
  const on = calendar.firstWorkingDayFrom(addDays(today, 1))
  return { on, reasons: [reason('loss_refused', { on })] }
}

/** 交车: delivered follows ordered, and not on a date still to come. */
export const checkDelivery = (
  facts: { readonly status: OpportunityStatus; readonly deliveredOn: BusinessDate },
  today: BusinessDate,
): Reason[] => {
  if (facts.status !== 'ordered') return [reason('delivery_needs_order', { status: facts.status })]
  const { deliveredOn } = facts
  return deliveredOn > today ? [reason('delivery_in_future', { field: 'on', deliveredOn, today })] : []
}
