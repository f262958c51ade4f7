import type { AttentionSource } from './source.ts'

/** Recordings whose file is missing or changed. */
export const recordingsAttention: AttentionSource = () => []
