import {
  changesOf,
  makeWritable,
  sqliteOf,
  type ReadableStore,
  type RowChange,
  type WritableStore,
} from './handle.ts'

/**
 * Runs one business act as one IMMEDIATE transaction (P2). Nothing in it may wait: from BEGIN to COMMIT is one turn.
 * A throw rolls everything back.
 */
export function inTransaction<T>(store: ReadableStore, act: (store: WritableStore) => T): T {
  const sqlite = sqliteOf(store)
  const value = sqlite.transaction(() => act(makeWritable(store, []))).immediate()
  writes.set(sqlite, (writes.get(sqlite) ?? 0) + 1)
  return value
}

/** Refuses, in SQLite's words, a store that takes no writing: a read-only disk, folder or file (P6). */
export const demandWritable = (store: ReadableStore): void => inTransaction(store, () => undefined)

const writes = new WeakMap<object, number>()
/** How many acts this connection has committed: what is remembered of the store is read again when it rises. */
export const writeCount = (store: ReadableStore): number => writes.get(sqliteOf(store)) ?? 0

/** What the act has written so far. */
export const changesSoFar = (store: WritableStore): readonly RowChange[] => changesOf(store)
