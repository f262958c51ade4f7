import type { Clock } from '#main/platform/clock.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { schemaVersion } from '#main/store/schema-version.ts'
import { countContent, differedBeforeOf, lastContentOf, type Counted } from '#main/store/read/content-sums.ts'
import { inTransaction } from '#main/store/transaction.ts'
import { appendCounted } from '#main/store/write/audit.ts'
import { clockOfCall } from './clock-of-call.ts'
import { couldNotWrite } from './failure.ts'

/** The entry of the trail that says from where on, and by which schema, the content is counted (S6). */
export interface CountedAnew {
  /** How many migrations there were when the content was last counted; null where it never was. */
  readonly from: number | null
  readonly to: number
  /** Whether the content was then what the trail said. */
  readonly content: 'first' | 'as_recorded' | 'differed'
}

/**
 * S6 Counts the content of a store that has no sums yet, or has seen a migration since: one more column is another digest of every
 * row. Once after each migration, in one act with an entry of its own.
 */
export function startSums(store: ReadableStore, clock: Clock, counted?: Counted): void {
  const to = schemaVersion(store)
  const last = lastContentOf(store)
  if (!last || last.content?.countedWith === to) return
  try {
    inTransaction(store, (writable) => {
      const differed = differedBeforeOf(store) !== undefined
      const said: CountedAnew = {
        from: last.content?.countedWith ?? null,
        to,
        content: last.content === null ? 'first' : differed ? 'differed' : 'as_recorded',
      }
      const { now, behind } = clockOfCall(store, clock, {})
      const facts = { at: now, clockSuspect: behind, staffId: null, call: 'store.migrate' }
      appendCounted(writable, { ...facts, reason: JSON.stringify(said) }, countContent(store, counted))
    })
  } catch (error) {
    // A store that can only be read is still shown; it is counted when it can be written.
    if (!couldNotWrite(error)) throw error
  }
}
