import type { Policy } from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import type { Instant } from '#shared/time/instant.ts'

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
