import type { AttentionSource } from './source.ts'

/** Instructions that were answered and wait to be closed. */
export const instructionsAttention: AttentionSource = () => []
