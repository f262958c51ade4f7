import {
  and,
  eq,
  getTableColumns,
  getTableName,
  sql,
  type InferInsertModel,
  type InferSelectModel,
  type SQL,
} from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { changesOf, drizzleOf, sqliteOf, type Drizzle, type WritableStore } from '../handle.ts'

/**
 * The only ways in which rows are written. Each notes what the row was and what it is, so that no write
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

interface Write {
  readonly run: (values: Record<string, unknown>) => unknown
}
interface Read {
  readonly get: (values: Record<string, unknown>) => Row | undefined
}

/** Something that is prepared once per connection and name: an act writes a handful of rows, an import 100,000. */
function preparedOnce<S>(): (db: Drizzle, name: string, prepare: () => S) => S {
  const byConnection = new WeakMap<Drizzle, Map<string, S>>()
  return (db, name, prepare) => {
    const known = byConnection.get(db) ?? new Map<string, S>()
    byConnection.set(db, known)
    const statement = known.get(name) ?? prepare()
    known.set(name, statement)
    return statement
  }
}
const writes = preparedOnce<Write>()
const reads = preparedOnce<Read>()

function preparedInsert(db: Drizzle, table: SQLiteTable, keys: readonly string[]): Write {
  return writes(db, `insert ${getTableName(table)}(${keys.join(',')})`, () => {
    const values = Object.fromEntries(keys.map((key) => [key, sql.placeholder(key)]))
    return db
      .insert(table)
      .values(values as never)
      .prepare()
  })
}

const preparedById = (db: Drizzle, table: SQLiteTable, column: SQLiteColumn): Read =>
  reads(db, getTableName(table), () =>
    db
      .select()
      .from(table)
      .where(eq(column, sql.placeholder('where')))
      .prepare(),
  )

/** A column that is emptied is written out: a placeholder would pass the null through the column's own encoding. */
function preparedUpdate(
  db: Drizzle,
  table: SQLiteTable,
  column: SQLiteColumn,
  changed: readonly (readonly [string, unknown])[],
): Write {
  const name = changed.map(([key, value]) => (value === null ? `${key}=null` : key)).join(',')
  return writes(db, `update ${getTableName(table)}(${name})`, () => {
    const values = changed.map(([key, value]) => [key, value === null ? null : sql.placeholder(key)])
    return db
      .update(table)
      .set(Object.fromEntries(values) as never)
      .where(eq(column, sql.placeholder('where')))
      .prepare()
  })
}

const preparedDelete = (db: Drizzle, table: SQLiteTable, column: SQLiteColumn): Write =>
  writes(db, `delete ${getTableName(table)}`, () =>
    db
      .delete(table)
      .where(eq(column, sql.placeholder('where')))
      .prepare(),
  )

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
  const before = preparedById(db, table, column).get({ where: id })
  if (!before) throw new Error(`${getTableName(table)} has no row ${id}`)
  const changed = Object.entries(patch).filter(
    ([key, value]) => value !== undefined && JSON.stringify(before[key]) !== JSON.stringify(value),
  )
  if (changed.length > 0) {
    const values = Object.fromEntries(changed)
    preparedUpdate(db, table, column, changed).run({ ...values, where: id })
    note(store, table, id, Object.fromEntries(changed.map(([key]) => [key, before[key]])), values)
  }
  return { ...before, ...Object.fromEntries(changed) } as InferSelectModel<T>
}

/** The condition and the name of a row whose key is several columns. */
function keyedBy(table: SQLiteTable, key: Row): { readonly where: SQL | undefined; readonly id: string } {
  const columns = getTableColumns(table)
  const parts = Object.entries(key).map(([name, value]) => {
    const column = columns[name]
    if (!column) throw new Error(`${getTableName(table)} has no column ${name}`)
    return eq(column, value)
  })
  return { where: and(...parts), id: Object.values(key).join(':') }
}

/** As `updateRow`, for a table whose key is several columns: a place of the rotation has desk and person. */
export function updateKeyedRow<T extends SQLiteTable>(
  store: WritableStore,
  table: T,
  key: Partial<InferSelectModel<T>>,
  patch: Partial<InferInsertModel<T>>,
): void {
  const { where, id } = keyedBy(table, key)
  const db = drizzleOf(store)
  const before = db.select().from(table).where(where).get() as Row | undefined
  if (!before) throw new Error(`${getTableName(table)} has no row ${id}`)
  const changed = Object.entries(patch).filter(
    ([name, value]) => value !== undefined && before[name] !== value,
  )
  if (changed.length === 0) return
  const values = Object.fromEntries(changed)
  db.update(table)
    .set(values as never)
    .where(where)
    .run()
  note(store, table, id, Object.fromEntries(changed.map(([name]) => [name, before[name]])), values)
}

/** As `deleteRow`, for a table whose key is several columns. */
export function deleteKeyedRow<T extends SQLiteTable>(
  store: WritableStore,
  table: T,
  key: Partial<InferSelectModel<T>>,
): void {
  const { where, id } = keyedBy(table, key)
  const db = drizzleOf(store)
  const before = db.select().from(table).where(where).get() as Row | undefined
  if (!before) return
  db.delete(table).where(where).run()
  note(store, table, id, before, null)
}

/**
 * Changes one column of many rows whose present value the caller has just read: what a change of the policy does to the
 * whole open book would take seconds row by row.
 */
export function updateColumn<T extends SQLiteTable>(
  store: WritableStore,
  table: T,
  key: keyof InferSelectModel<T> & string,
  changed: readonly { readonly id: string; readonly from: string; readonly to: string }[],
): void {
  const [, primary] = primaryColumn(table)
  const column = getTableColumns(table)[key]
  if (!column) throw new Error(`${getTableName(table)} has no column ${key}`)
  const update = sqliteOf(store).prepare<[string, string]>(
    `update "${getTableName(table)}" set "${column.name}" = ? where "${primary.name}" = ?`,
  )
  for (const { id, from, to } of changed) {
    update.run(to, id)
    note(store, table, id, { [key]: from }, { [key]: to })
  }
}

/** Deletes a row by its primary key, keeping what it was in the trail. */
export function deleteRow(store: WritableStore, table: SQLiteTable, id: string | number): void {
  const [, column] = primaryColumn(table)
  const db = drizzleOf(store)
  const before = preparedById(db, table, column).get({ where: id })
  if (!before) return
  preparedDelete(db, table, column).run({ where: id })
  note(store, table, id, before, null)
}

/** Deletes all rows that match, keeping what each was in the trail. Returns how many there were. */
export function deleteRows(store: WritableStore, table: SQLiteTable, where: SQL): number {
  // A row whose key has several columns tells by itself which it was.
  const key = Object.entries(getTableColumns(table)).find(([, column]) => column.primary)?.[0]
  const db = drizzleOf(store)
  const rows = db.select().from(table).where(where).all()
  db.delete(table).where(where).run()
  for (const row of rows) note(store, table, key ? row[key] : '', row, null)
  return rows.length
}
