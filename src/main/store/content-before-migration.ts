import type { ReadableStore } from './handle.ts'
import { contentHolds, type Counted } from './read/content-sums.ts'
import { inTransaction } from './transaction.ts'
import { noteDiffered } from './write/content-sums.ts'

/**
 * S6 A migration makes new rows of all, and the content is counted anew after it: whatever was changed past the program before would
 * then look as if it had always been so. Therefore it is compared first, and a difference is noted for the entry to come.
 */
export function compareBeforeMigration(store: ReadableStore, version: number, counted?: Counted): void {
  if (contentHolds(store, counted) === false)
    inTransaction(store, (writable) => noteDiffered(writable, version))
}
