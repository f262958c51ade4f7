import type { AttentionSource } from './source.ts'

/** Leaves that begin unconfirmed, and who is away. */
export const leavesAttention: AttentionSource = () => []
