import type { BusinessDate } from '#shared/time/business-date.ts'
import type { WritableStore } from '../handle.ts'
import type { ClaimRow } from '../rows.ts'
import { claims, customers } from '../schema/index.ts'
import { insertRow, updateRow } from './rows.ts'

/** Files a claim (工作联系单, R-5.3). */
export const addClaim = (store: WritableStore, row: ClaimRow): void => insertRow(store, claims, row)

/** Answers, withdraws or decides a claim. */
export const changeClaim = (
  store: WritableStore,
  claimId: string,
  patch: Partial<
    Pick<
      ClaimRow,
      | 'status'
      | 'seenAt'
      | 'answer'
      | 'answeredAt'
      | 'answerRecordingId'
      | 'decidedAt'
      | 'decidedBy'
      | 'decisionReason'
      | 'recordingId'
      | 'withoutRecording'
    >
  >,
): ClaimRow => updateRow(store, claims, claimId, patch)

/**
 * Notes that somebody reached a customer. The version stays: nothing that a form shows has changed, and whoever has his
 * card open is not to be told that somebody saved first.
 */
export const noteReached = (store: WritableStore, customerId: string, lastContactOn: BusinessDate): void => {
  updateRow(store, customers, customerId, { lastContactOn })
}
