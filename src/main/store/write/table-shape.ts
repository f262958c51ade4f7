import { getTableColumns, getTableName } from 'drizzle-orm'
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import type Database from 'better-sqlite3'
import { sqliteOf, type ReadableStore } from '../handle.ts'

/** A row as the program names it, and as SQLite keeps it: in the order of the table's columns in this file. */
export type Row = Readonly<Record<string, unknown>>
export type StoredRow = readonly unknown[]

/** What writing a table needs to know of it. */
export interface TableShape {
  readonly name: string
  readonly columns: Readonly<Record<string, SQLiteColumn>>
  /** Names of the columns of its key, in the key's order. */
  readonly key: readonly string[]
}

const shapes = new WeakMap<SQLiteTable, TableShape>()

export function shapeOf(table: SQLiteTable): TableShape {
  const known = shapes.get(table)
  if (known) return known
  const columns = getTableColumns(table) as Readonly<Record<string, SQLiteColumn>>
  const own = Object.entries(columns).find(([, column]) => column.primary)?.[0]
  const together = getTableConfig(table).primaryKeys[0]?.columns ?? []
  const nameOf = (column: SQLiteColumn) =>
    Object.entries(columns).find(([, each]) => each.name === column.name)?.[0] ?? column.name
  const shape = {
    name: getTableName(table),
    columns,
    key: own === undefined ? together.map(nameOf) : [own],
  }
  shapes.set(table, shape)
  return shape
}

export function columnOf({ name, columns }: TableShape, key: string): SQLiteColumn {
  const column = columns[key]
  if (!column) throw new Error(`${name} has no column ${key}`)
  return column
}

/** How a row is named in the trail: by its key, or by the parts of it. */
export const idOf = ({ key }: TableShape, row: Row): string => key.map((name) => String(row[name])).join(':')

/** A value as SQLite keeps it. */
export const toStored = (column: SQLiteColumn, value: unknown): unknown =>
  value === null || value === undefined ? null : column.mapToDriverValue(value)

/** A statement that answers with whole rows as SQLite keeps them. */
export interface RowStatement {
  readonly get: (...values: unknown[]) => StoredRow | undefined
  /** The row in the program's names and types. */
  readonly read: (stored: StoredRow) => Row
  /** Where each column stands in a stored row. */
  readonly places: Readonly<Record<string, number>>
}

const statements = new WeakMap<Database.Database, Map<string, RowStatement>>()

/**
 * A statement prepared once per connection: an act writes a handful of rows, an import 100,000. It must answer with `*` of the
 * table, as `returning *` does.
 */
export function rowStatement(store: ReadableStore, shape: TableShape, text: string): RowStatement {
  const sqlite = sqliteOf(store)
  let known = statements.get(sqlite)
  if (!known) statements.set(sqlite, (known = new Map()))
  const found = known.get(text)
  if (found) return found
  const statement = sqlite.prepare<unknown[], StoredRow>(text).raw()
  const places = placesOf(shape, statement.columns())
  const made = { get: statement.get.bind(statement), read: makeReader(shape, places), places }
  known.set(text, made)
  return made
}

const plain = new WeakMap<Database.Database, Map<string, Database.Statement>>()

/** A statement that answers with nothing, prepared once per connection. */
export function plainStatement(store: ReadableStore, text: string): Database.Statement {
  const sqlite = sqliteOf(store)
  let known = plain.get(sqlite)
  if (!known) plain.set(sqlite, (known = new Map()))
  let statement = known.get(text)
  if (!statement) known.set(text, (statement = sqlite.prepare(text)))
  return statement
}

/** Runs a writing statement of the query builder, and answers with the whole rows it wrote or removed. */
export function returned(
  store: ReadableStore,
  shape: TableShape,
  built: { readonly sql: string; readonly params: unknown[] },
): { readonly rows: StoredRow[]; readonly read: (stored: StoredRow) => Row } {
  const statement = sqliteOf(store).prepare<unknown[], StoredRow>(`${built.sql} returning *`).raw()
  const places = placesOf(shape, statement.columns())
  return { rows: statement.all(...built.params), read: makeReader(shape, places) }
}

const placesOf = (shape: TableShape, found: readonly { readonly name: string }[]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(shape.columns).map(([key, column]) => {
      const place = found.findIndex(({ name }) => name === column.name)
      if (place < 0) throw new Error(`${shape.name} has no column ${column.name}`)
      return [key, place]
    }),
  )

/** Reads stored rows whose columns come in this order; what somebody made unreadable is answered as it is stored. */
export const readerOf = (shape: TableShape, columns: readonly string[]): ((stored: StoredRow) => Row) =>
  makeReader(
    shape,
    placesOf(
      shape,
      columns.map((name) => ({ name })),
    ),
    readOrLeave,
  )

const readStored = (column: SQLiteColumn, value: unknown): unknown => column.mapFromDriverValue(value)
function readOrLeave(column: SQLiteColumn, value: unknown): unknown {
  try {
    return readStored(column, value)
  } catch {
    return value
  }
}

function makeReader(shape: TableShape, places: Readonly<Record<string, number>>, readValue = readStored) {
  const columns = Object.entries(shape.columns).map(
    ([key, column]) => [key, column, places[key] ?? 0] as const,
  )
  return (stored: StoredRow): Row => {
    const row: Record<string, unknown> = {}
    for (const [key, column, place] of columns) {
      const value = stored[place]
      row[key] = value === null || value === undefined ? null : readValue(column, value)
    }
    return row
  }
}
