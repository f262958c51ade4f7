import { sqliteOf, type ReadableStore } from '#main/store/handle.ts'
import { countRows, listContentTables } from '#main/store/read/verification.ts'
import type { Head } from './acknowledged.ts'

/** The last entry of the trail; nothing has happened yet at 0. */
export function headOf(store: ReadableStore): Head {
  const sql = 'select sequence, hash from audit_entries order by sequence desc limit 1'
  const row = sqliteOf(store).prepare<[], Head>(sql).get()
  return row ?? { sequence: 0, hash: '' }
}

/** The hash of an entry of the trail; undefined where the trail does not reach so far. */
export const hashAt = (store: ReadableStore, sequence: number): string | undefined =>
  sqliteOf(store)
    .prepare<[number], string>('select hash from audit_entries where sequence = ?')
    .pluck()
    .get(sequence)

/** How many rows each table has: an act that was written in part has other counts than one that was written whole. */
export const countsOf = (store: ReadableStore): Record<string, number> =>
  Object.fromEntries(
    [...listContentTables(store), 'command_answers', 'sessions'].map((table) => [
      table,
      countRows(store, table),
    ]),
  )
