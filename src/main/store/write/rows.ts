import {
  eq,
  getTableColumns,
  getTableName,
  sql,
  type InferInsertModel,
  type InferSelectModel,
  type SQL,
} from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { changesOf, drizzleOf, type Drizzle, type WritableStore } from '../handle.ts'

/**
 * The only three ways in which rows are written. Each notes what the row was and what it is, so that no write
 * can miss the audit trail.
 */

type Row = Readonly<Record<string, unknown>>

function primaryColumn(table: SQLiteTable): [string, SQLiteColumn] {
  const found = Object.entries(getTableColumns(table)).find(([, column]) => column.primary)
  if (!found) throw new Error(`${getTableName(table)} has no single primary key`)
  return [found[0], found[1] as SQLiteColumn]
}

const note = (
  store: WritableStore,
  table: SQLiteTable,
  id: unknown,
  before: Row | null,
  after: Row | null,
) => {
  changesOf(store).push({ table: getTableName(table), id: String(id), before, after })
}

interface Insert {
  readonly run: (values: Record<string, unknown>) => unknown
}
const inserts = new WeakMap<Drizzle, Map<string, Insert>>()

/** Prepared once per table and set of columns: an import writes a hundred thousand rows. */
function preparedInsert(db: Drizzle, table: SQLiteTable, keys: readonly string[]): Insert {
  const known = inserts.get(db) ?? new Map<string, Insert>()
  inserts.set(db, known)
  const name = `${getTableName(table)}(${keys.join(',')})`
  let insert = known.get(name)
  if (!insert) {
    const values = Object.fromEntries(keys.map((key) => [key, sql.placeholder(key)]))
    insert = db
      .insert(table)
      .values(values as never)
      .prepare()
    known.set(name, insert)
  }
  return insert
}

/** Inserts a row. */
export function insertRow<T extends SQLiteTable>(
  store: WritableStore,
  table: T,
  row: InferInsertModel<T>,
): void {
  const values = Object.fromEntries(
    Object.entries(row as Row).filter(([, value]) => value !== undefined && value !== null),
  )
  preparedInsert(drizzleOf(store), table, Object.keys(values)).run(values)
  const key = Object.entries(getTableColumns(table)).find(([, column]) => column.primary)?.[0]
  note(store, table, key ? values[key] : '', null, values)
}

/**
 * Changes a row by its primary key and returns it as it is now. Only columns that really change are noted.
 * Throws when there is no such row: the caller has just read it.
 */
export function updateRow<T extends SQLiteTable>(
  store: WritableStore,
  table: T,
  id: string | number,
  patch: Partial<InferInsertModel<T>>,
): InferSelectModel<T> {
  const [, column] = primaryColumn(table)
  const db = drizzleOf(store)
  const before = db
    .select()
    .from(table as SQLiteTable)
    .where(eq(column, id))
    .get()
  if (!before) throw new Error(`${getTableName(table)} has no row ${id}`)
  const changed = Object.entries(patch).filter(
    ([key, value]) => value !== undefined && JSON.stringify(before[key]) !== JSON.stringify(value),
  )
  if (changed.length > 0) {
    const values = Object.fromEntries(changed)
    db.update(table)
      .set(values as never)
      .where(eq(column, id))
      .run()
    note(store, table, id, Object.fromEntries(changed.map(([key]) => [key, before[key]])), values)
  }
  return { ...before, ...Object.fromEntries(changed) } as InferSelectModel<T>
}

/** Deletes a row by its primary key, keeping what it was in the trail. */
export function deleteRow(store: WritableStore, table: SQLiteTable, id: string | number): void {
  const [, column] = primaryColumn(table)
  const db = drizzleOf(store)
  const before = db.select().from(table).where(eq(column, id)).get()
  if (!before) return
  db.delete(table).where(eq(column, id)).run()
  note(store, table, id, before, null)
}

/** Deletes all rows that match, keeping what each was in the trail. Returns how many there were. */
export function deleteRows(store: WritableStore, table: SQLiteTable, where: SQL): number {
  const [key] = primaryColumn(table)
  const db = drizzleOf(store)
  const rows = db.select().from(table).where(where).all()
  db.delete(table).where(where).run()
  for (const row of rows) note(store, table, row[key], row, null)
  return rows.length
}
