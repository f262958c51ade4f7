import type { AttentionSource } from './source.ts'

/** The visit register of the date: not closed, not countersigned. */
export const showroomAttention: AttentionSource = () => []
