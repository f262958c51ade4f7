import type { Channel } from '#shared/domain/codes.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { judgeEffective, type ExecutedFollowUp } from './effective-follow-up.ts'

/** A call as it was recorded. */
export type Call = Omit<ExecutedFollowUp, 'hasRecording'> & { readonly channel: Channel }

/**
 * 有效电话: by phone, reached, with content, and in the system on its day. without the recording clause: a recording does not
 * save a call that was recorded late, so that the number of a day does not change afterwards (chosen).
 */
export const judgeCall = (
  { channel, ...call }: Call,
  policy: Policy,
): { readonly valid: boolean; readonly reasons: readonly Reason[] } => {
  const { yes, reasons } = judgeEffective({ ...call, hasRecording: false }, policy)
  const valid = yes && channel === 'phone'
  return { valid, reasons: valid ? [reason('call_valid')] : reasons }
}

/** A day of a lead consultant's calls. */
export type DayOfCalls = {
  readonly valid: number
  /** He works on the date: open, no rest day, no leave. */
  readonly onDuty: boolean
  /** The date has passed, or the store has closed on it. */
  readonly isOver: boolean
}

/** 有效电话数: how many are missing, and whether that is to be told: of whoever was on duty, when the day is over. */
export const judgeDayOfCalls = (
  { valid, onDuty, isOver }: DayOfCalls,
  { thresholds: { leadValidCalls: minimum } }: Policy,
): { readonly missing: number; readonly below: boolean; readonly reason: Reason | null } => {
  const missing = onDuty ? Math.max(0, minimum - valid) : 0
  const below = missing > 0 && isOver
  return { missing, below, reason: below ? reason('calls_below_minimum', { valid, minimum }) : null }
}

/** Whether the calls of a date are all made: it has passed, or the store has closed on it. */
export const isDayOver = (
  on: BusinessDate,
  now: { readonly today: BusinessDate; readonly time: string },
  { openingHours }: Policy,
): boolean => on < now.today || (on === now.today && now.time >= openingHours.until)
