import type { ReadableStore } from '#main/store/handle.ts'
import { eachAuditEntry } from '#main/store/read/verification.ts'
import { readTrail, type TrailChange } from '#main/store/read/verification-chain.ts'
import { untold } from '#main/store/write/audit.ts'
import { blackened } from '#main/store/write/erasing/held.ts'

/** What the trail says a row holds now: all of it where it tells how the row came, else the columns that were changed since. */
export interface ToldRow {
  readonly fields: Record<string, unknown>
  readonly whole: boolean
}
export interface ToldTable {
  readonly rows: Map<string, ToldRow>
  readonly gone: Set<string>
  /** The trail tells of every row: no act in bulk has touched the table, and no row was told without its key. */
  complete: boolean
}
export type Told = ReadonlyMap<string, ToldTable>

/**
 * S6 Plays the trail: what each row of these tables must hold after everything that was written, as far as the trail says so. After an
 * act in bulk, of which it keeps counts and a digest only, it begins again with what comes then.
 */
export function replayTrail(
  store: ReadableStore,
  tables: ReadonlySet<string>,
  keyOf: (table: string, row: Readonly<Record<string, unknown>>) => string,
): Told {
  const told = new Map<string, ToldTable>(
    [...tables].map((table) => [table, { rows: new Map(), gone: new Set(), complete: true }]),
  )
  for (const { changes } of eachAuditEntry(store)) {
    const { rows, bulk } = readTrail(changes)
    for (const name of bulk) forget(told.get(name))
    for (const row of rows) {
      const table = told.get(row.table)
      if (table && bulk.length === 0) play(table, row, keyOf)
    }
  }
  return told
}

function forget(table: ToldTable | undefined): void {
  if (!table) return
  table.rows.clear()
  table.gone.clear()
  table.complete = false
}

function play(
  table: ToldTable,
  { table: name, id: stated, before, after }: TrailChange,
  keyOf: (table: string, row: Readonly<Record<string, unknown>>) => string,
): void {
  if (stated === untold || stated.includes(blackened)) {
    table.complete = false
    return
  }
  // Rows with several columns in their key were once told without it.
  const id = stated === '' ? keyOf(name, after ?? before ?? {}) : stated
  if (after === null) {
    table.rows.delete(id)
    table.gone.add(id)
    return
  }
  const known = before === null ? undefined : table.rows.get(id)
  if (known) Object.assign(known.fields, after)
  else table.rows.set(id, { fields: { ...after }, whole: before === null })
  table.gone.delete(id)
}
