import type { Thresholds } from '#shared/policy/policy.ts'

/** Numbers that nobody reads as the rules keep them: how much of them is one on the screen. */
export const thresholdUnits: Readonly<Partial<Record<keyof Thresholds, number>>> = {
  clockBehindToleranceMs: 60_000,
  clockAheadAskMs: 3_600_000,
}
