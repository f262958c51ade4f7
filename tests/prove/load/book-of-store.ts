import { sqliteOf, type ReadableStore } from '#main/store/handle.ts'
import { listSummedTables } from '#main/store/read/content-sums.ts'
import { countRows } from '#main/store/read/verification.ts'
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
    [...listSummedTables(store), 'command_answers', 'sessions'].map((table) => [
      table,
      countRows(store, table),
    ]),
  )

/** Rows that no entry of the trail tells of, as `table id`; tables whose key is several columns are counted elsewhere. */
export function rowsWithoutEntry(store: ReadableStore): string[] {
  const sqlite = sqliteOf(store)
  const told = new Set<string>()
  for (const text of sqlite.prepare<[], string>('select changes from audit_entries').pluck().iterate()) {
    const changes: unknown = JSON.parse(text)
    if (!Array.isArray(changes)) continue
    for (const { table, id, after } of changes as { table: string; id: string; after: unknown }[])
      if (after) told.add(`${table} ${id}`)
  }
  return listSummedTables(store).flatMap((table) => {
    const key = (sqlite.pragma(`table_info("${table}")`) as { name: string; pk: number }[]).filter(
      ({ pk }) => pk > 0,
    )
    const [only, ...more] = key
    if (!only || more.length > 0) return []
    const ids = sqlite.prepare<[], string | number>(`select "${only.name}" from "${table}"`).pluck().all()
    return ids.map((id) => `${table} ${id}`).filter((row) => !told.has(row))
  })
}
