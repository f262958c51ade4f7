import { sqliteOf, type ReadableStore, type RowChange } from '../../handle.ts'
import type { AuditRow } from '../audit.ts'

/** Entries of the trail: these, and all after one. */
export interface Entries {
  readonly sequences: readonly number[]
  readonly after: number
}

/** Reads some entries of the trail, in order. */
export function someEntries(store: ReadableStore, { sequences, after }: Entries): AuditRow[] {
  const rows = sqliteOf(store)
    .prepare<[number, string], Omit<AuditRow, 'clockSuspect'> & { clockSuspect: number }>(
      `select sequence, at, clock_suspect as clockSuspect, staff_id as staffId, call, changes, reason,
         previous_hash as previousHash, content_digest as contentDigest
       from audit_entries where sequence > ? or sequence in (select value from json_each(?)) order by sequence`,
    )
    .all(after, JSON.stringify(sequences))
  return rows.map((row) => ({ ...row, clockSuspect: row.clockSuspect === 1 }))
}

/** The rows that acts after an entry wrote, by their tables; undefined where the trail does not name each of them. */
export function rowsWrittenAfter(store: ReadableStore, after: number): Map<string, string[]> | undefined {
  const written = new Map<string, string[]>()
  for (const { changes } of someEntries(store, { sequences: [], after })) {
    const said = JSON.parse(changes) as unknown
    if (!Array.isArray(said)) return undefined
    for (const { table, id } of said as RowChange[]) written.set(table, [...(written.get(table) ?? []), id])
  }
  return written
}
