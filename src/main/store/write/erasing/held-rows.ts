import { getTableColumns, getTableName } from 'drizzle-orm'
import { sqliteOf, type ReadableStore } from '../../handle.ts'
import { listsOf, type Reach } from '../../read/erasure.ts'
import type { Held } from './held.ts'

export type Row = Readonly<Record<string, unknown>>

/** Columns that are read of each table, its key first. */
function columnsOf({ table, words, instead = {}, told = [] }: Held) {
  const columns = Object.entries(getTableColumns(table))
  // The ledger is kept in order of its sequence, and its rows are named by their id.
  const key = columns.find(([, column]) => column.primary)
  if (!key) throw new Error(`${getTableName(table)} has no single key`)
  const named = [...words, ...Object.keys(instead), ...told]
  return { key, read: columns.filter(([name]) => named.includes(name)) }
}

/** A row as SQLite keeps it, texts as they are: JSON is not read. */
export interface StoredRow {
  readonly key: string | number
  readonly row: Row
}

/** The rows of a table that answer a condition, with the columns that may tell of a person. */
export function* rowsOf(
  store: ReadableStore,
  each: Held,
  where: string,
  reach: Reach,
  only?: readonly string[],
): Generator<StoredRow> {
  const { key, read } = columnsOf(each)
  const columns = [
    `"${key[1].name}" as "the key"`,
    ...read.map(([name, column]) => `"${column.name}" as "${name}"`),
  ]
  const among = only === undefined ? '' : ` and "${key[1].name}" in (select value from json_each(@only))`
  const rows = sqliteOf(store)
    .prepare<[Record<string, string>], Record<string, unknown>>(
      `select ${columns.join(', ')} from "${getTableName(each.table)}" where (${where})${among}`,
    )
    .iterate({ ...listsOf(reach), only: JSON.stringify(only ?? []) })
  for (const { 'the key': id, ...row } of rows) yield { key: id as string | number, row }
}
