import type { WritableStore } from '#main/store/handle.ts'
import { lastPoint } from '#main/store/read/verification-trail.ts'
import { inTransaction } from '#main/store/transaction.ts'
import { appendAudit } from '#main/store/write/audit.ts'
import type { TrainingStore } from './training-store.ts'

/**
 * Writes through the writers of the product, as one act with its entry in the trail: for rows that would take a real history
 * weeks, in a store that is verified afterwards. What goes past them (`writeRows`) is tampering, and found as such (S6).
 */
export const act = (store: TrainingStore, work: (store: WritableStore) => void): void =>
  inTransaction(store.application.store, (writable) => {
    work(writable)
    appendAudit(writable, {
      at: lastPoint(writable)?.at ?? 0,
      clockSuspect: false,
      staffId: null,
      call: 'tests.prepare',
      reason: null,
    })
  })
