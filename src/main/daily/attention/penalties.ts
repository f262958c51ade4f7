import type { AttentionSource } from './source.ts'

/** Violations to decide, objections, penalties to approve, reports missing or to review, suspensions, entries that differ. */
export const penaltiesAttention: AttentionSource = () => []
