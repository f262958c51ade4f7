import type { AttentionSource } from './source.ts'

/** Honesty signs of the date. */
export const honestyAttention: AttentionSource = () => []
