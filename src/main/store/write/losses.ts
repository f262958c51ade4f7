import type { Instant } from '#shared/time/instant.ts'
import type { WritableStore } from '../handle.ts'
import { lossApplications } from '../schema/index.ts'
import { updateRow } from './rows.ts'

export interface LossDecision {
  readonly decision: 'approved' | 'refused'
  readonly decidedAt: Instant
  readonly decidedBy: string
  readonly decisionReason: string | null
}

/** Writes what the manager decided on an application. */
export const decideLoss = (store: WritableStore, lossId: string, decision: LossDecision): void => {
  updateRow(store, lossApplications, lossId, decision)
}
