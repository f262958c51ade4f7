import type { AttentionSource } from './source.ts'

/** Ownership claims that wait. */
export const claimsAttention: AttentionSource = () => []
