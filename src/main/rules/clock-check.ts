import type { Policy } from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import type { Instant } from '#shared/time/instant.ts'

/**
 * The last recorded moment before a jump ahead that has to be asked about; null where there is none. `aheadFrom` is
 * that of a jump which was found before and is not confirmed yet: work that goes on meanwhile does not answer the question.
 */
export const aheadSince = (
  facts: {
    readonly now: Instant
    readonly highestRecordedAt: Instant | null
    readonly aheadFrom: Instant | null
  },
  policy: Policy,
): Instant | null => {
  const { now, highestRecordedAt, aheadFrom } = facts
  if (aheadFrom !== null) return aheadFrom
  if (highestRecordedAt === null) return null
  return now - highestRecordedAt > policy.thresholds.clockAheadAskMs ? highestRecordedAt : null
}

export type ClockCheck = {
  readonly state: 'ok' | 'behind'
  readonly behindMs: number
  readonly reasons: readonly Reason[]
}

/**
 * Whether the clock is behind the last recorded moment by more than the tolerance. Work goes on then,
 * marked clock-suspect, but nothing is judged, approved or signed.
 */
export const checkClock = (
  facts: { readonly now: Instant; readonly highestRecordedAt: Instant | null },
  policy: Policy,
): ClockCheck => {
  const { now, highestRecordedAt } = facts
  const behindMs = Math.max(0, (highestRecordedAt ?? now) - now)
  return behindMs > policy.thresholds.clockBehindToleranceMs
    ? { state: 'behind', behindMs, reasons: [reason('clock_behind', { behindMs })] }
    : { state: 'ok', behindMs, reasons: [] }
}
