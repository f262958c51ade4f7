import { getTableName, is, SQL, Table } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { ReadableStore } from '../handle.ts'
import * as schema from '../schema/index.ts'
import { idOf, readerOf, shapeOf, type Row, type StoredRow } from '../write/table-shape.ts'
import { columnNames } from './content-sums.ts'

const tables: ReadonlyMap<string, SQLiteTable> = new Map(
  Object.values(schema).flatMap((each) =>
    is(each, Table) ? [[getTableName(each), each as SQLiteTable] as const] : [],
  ),
)

/** The key of a row as the trail names it. */
export function keyOfRow(table: string, row: Row): string {
  const known = tables.get(table)
  return known ? idOf(shapeOf(known), row) : ''
}

/** Reads the stored rows of a table in the program's names; undefined for a table the program does not know. */
export function rowReader(
  store: ReadableStore,
  table: string,
): ((stored: StoredRow) => { readonly id: string; readonly row: Row }) | undefined {
  const known = tables.get(table)
  if (!known) return undefined
  const shape = shapeOf(known)
  const read = readerOf(shape, columnNames(store, table))
  return (stored) => {
    const row = read(stored)
    return { id: idOf(shape, row), row }
  }
}

/** What a column holds in a row that was added without it; undefined where the file alone decides. */
export function defaultsOf(table: string): Row {
  const known = tables.get(table)
  if (!known) return {}
  return Object.fromEntries(
    Object.entries(shapeOf(known).columns).map(([key, column]) => {
      const value: unknown = column.default
      return [key, is(value, SQL) ? undefined : (value ?? null)]
    }),
  )
}
