import { sqliteOf, type ReadableStore, type WritableStore } from './handle.ts'

/**
 * What an erasure leaves behind once it is committed (S7): the old contents of pages that are free now, and those in the
 * write-ahead log. The header of the file says that they are still to be overwritten, set in the act itself, so that a crash in
 * between changes nothing: the next opening goes on. A header is no row, so the trail needs not tell of it.
 */
const mark = 1

/** Whether an erasure has left pages that are still to be overwritten. */
export const hasRemains = (store: ReadableStore): boolean =>
  sqliteOf(store).pragma('user_version', { simple: true }) === mark

/** Notes it, within the act. */
export const noteRemains = (store: WritableStore): void =>
  void sqliteOf(store).pragma(`user_version = ${mark}`)

/** From now on whatever is deleted is overwritten with zeros; costs more writing, so only around an erasure. */
export const overwriteDeleted = (store: ReadableStore): void =>
  void sqliteOf(store).pragma('secure_delete = ON')

/** Deleting costs again what it does everywhere else. */
export const overwriteNoMore = (store: ReadableStore): void =>
  void sqliteOf(store).pragma('secure_delete = OFF')

/**
 * Writes the file anew without its free pages and empties the log; nothing of what was deleted is in either afterwards. Takes
 * seconds on a big store, in which it can be read and not be written: on a connection of its own. Answers false, and leaves the mark, where somebody else was reading meanwhile.
 */
export function overwriteRemains(store: ReadableStore): boolean {
  const sqlite = sqliteOf(store)
  const emptied = () => {
    const [answer] = sqlite.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    return answer?.busy === 0
  }
  sqlite.exec('vacuum')
  if (!emptied()) return false
  sqlite.pragma('user_version = 0')
  return emptied()
}
