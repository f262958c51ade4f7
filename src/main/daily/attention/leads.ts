import type { AttentionSource } from './source.ts'

/** Leads of the date: late, exceptions, no-shows, too few valid calls. */
export const leadsAttention: AttentionSource = () => []
