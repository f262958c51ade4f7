import type { InferInsertModel, InferSelectModel, SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { changesOf, drizzleOf, type WritableStore } from '../handle.ts'
import { noteContent } from './content-sums.ts'
import { keptTable } from './kept-rows.ts'
import {
  columnOf,
  idOf,
  plainStatement,
  returned,
  rowStatement,
  shapeOf,
  toStored,
  type Row,
  type StoredRow,
  type TableShape,
} from './table-shape.ts'

/**
 * The only ways in which rows are written. Each notes what the row was and what it is, so that no write can miss the audit trail,
 * and tells the sums of the store's content the same of the whole row as SQLite keeps it (S6).
 */

interface Written {
  readonly id: unknown
  /** What the trail is told: of a changed row the columns that changed. */
  readonly before: Row | null
  readonly after: Row | null
  /** The whole row. */
  readonly was: StoredRow | null
  readonly is: StoredRow | null
}

function note(store: WritableStore, { name }: TableShape, { id, before, after, was, is }: Written): void {
  changesOf(store).push({ table: name, id: String(id), before, after })
  noteContent(store, name, was, is)
}

const quoted = (shape: TableShape, key: string): string => `"${columnOf(shape, key).name}"`
const whereKey = (shape: TableShape): string =>
  shape.key.map((key) => `${quoted(shape, key)} = ?`).join(' and ')
const keyValues = (shape: TableShape, row: Row): unknown[] =>
  shape.key.map((key) => toStored(columnOf(shape, key), row[key]))

/** The key of a table that has a single column for it. */
function singleKey(shape: TableShape): string {
  const [key, more] = shape.key
  if (key === undefined || more !== undefined) throw new Error(`${shape.name} has no single primary key`)
  return key
}

/** Inserts a row. */
export function insertRow<T extends SQLiteTable>(
  store: WritableStore,
  table: T,
  row: InferInsertModel<T>,
): void {
  const shape = shapeOf(table)
  const values: Record<string, unknown> = {}
  for (const key in row) {
    const value = (row as Row)[key]
    if (value !== undefined && value !== null) values[key] = value
  }
  const kept = keptTable(store, shape)
  const foreseen = kept?.foresee(values)
  if (kept && foreseen) kept.insert(foreseen)
  const is = foreseen ?? insertAndAsk(store, shape, values)
  note(store, shape, { id: idOf(shape, values), before: null, after: values, was: null, is })
}

/** Inserts a row of which SQLite has to tell what it kept. */
function insertAndAsk(store: WritableStore, shape: TableShape, values: Row): StoredRow | null {
  const given = Object.entries(values)
  const names = given.map(([key]) => quoted(shape, key)).join(', ')
  const places = given.map(() => '?').join(', ')
  const insert = rowStatement(
    store,
    shape,
    `insert into "${shape.name}" (${names}) values (${places}) returning *`,
  )
  return insert.get(...given.map(([key, value]) => toStored(columnOf(shape, key), value))) ?? null
}

/** Changes a row by its key; only columns that really change are written and noted. */
function change(store: WritableStore, shape: TableShape, key: Row, patch: Row): Row {
  const select = rowStatement(store, shape, `select * from "${shape.name}" where ${whereKey(shape)}`)
  const was = select.get(...keyValues(shape, key))
  if (!was) throw new Error(`${shape.name} has no row ${idOf(shape, key)}`)
  const before = select.read(was)
  const changed = Object.entries(patch).filter(
    ([name, value]) => value !== undefined && JSON.stringify(before[name]) !== JSON.stringify(value),
  )
  if (changed.length === 0) return before
  const sets = changed.map(([name]) => `${quoted(shape, name)} = ?`).join(', ')
  const text = `update "${shape.name}" set ${sets} where ${whereKey(shape)}`
  const values = [
    ...changed.map(([name, value]) => toStored(columnOf(shape, name), value)),
    ...keyValues(shape, key),
  ]
  const foreseen = keptTable(store, shape)?.foreseeChange(was, changed)
  if (foreseen) plainStatement(store, text).run(...values)
  const is = foreseen ?? rowStatement(store, shape, `${text} returning *`).get(...values)
  const after = Object.fromEntries(changed)
  const wasOf = Object.fromEntries(changed.map(([name]) => [name, before[name]]))
  note(store, shape, { id: idOf(shape, key), before: wasOf, after, was, is: is ?? null })
  return { ...before, ...after }
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
  const shape = shapeOf(table)
  return change(store, shape, { [singleKey(shape)]: id }, patch) as InferSelectModel<T>
}

/** As `updateRow`, for a table whose key is several columns: a place of the rotation has desk and person. */
export function updateKeyedRow<T extends SQLiteTable>(
  store: WritableStore,
  table: T,
  key: Partial<InferSelectModel<T>>,
  patch: Partial<InferInsertModel<T>>,
): void {
  change(store, shapeOf(table), key, patch)
}

/** As `deleteRow`, for a table whose key is several columns. */
export function deleteKeyedRow<T extends SQLiteTable>(
  store: WritableStore,
  table: T,
  key: Partial<InferSelectModel<T>>,
): void {
  const shape = shapeOf(table)
  const remove = rowStatement(
    store,
    shape,
    `delete from "${shape.name}" where ${whereKey(shape)} returning *`,
  )
  const was = remove.get(...keyValues(shape, key))
  if (was) note(store, shape, { id: idOf(shape, key), before: remove.read(was), after: null, was, is: null })
}

/**
 * Changes one column of many rows whose present value the caller has just read: what a change of the policy does to the
 * whole open book would take seconds row by row. Throws where a row is not what was read.
 */
export function updateColumn<T extends SQLiteTable>(
  store: WritableStore,
  table: T,
  key: keyof InferSelectModel<T> & string,
  changed: readonly { readonly id: string; readonly from: string; readonly to: string }[],
): void {
  const shape = shapeOf(table)
  const column = quoted(shape, key)
  const update = rowStatement(
    store,
    shape,
    `update "${shape.name}" set ${column} = ? where ${quoted(shape, singleKey(shape))} = ? and ${column} = ? returning *`,
  )
  const place = update.places[key] ?? -1
  for (const { id, from, to } of changed) {
    const is = update.get(to, id, from)
    if (!is) throw new Error(`${shape.name} has no row ${id} whose ${key} is ${from}`)
    note(store, shape, { id, before: { [key]: from }, after: { [key]: to }, was: is.with(place, from), is })
  }
}

/** Deletes a row by its primary key, keeping what it was in the trail. */
export function deleteRow(store: WritableStore, table: SQLiteTable, id: string | number): void {
  deleteKeyedRow(store, table, { [singleKey(shapeOf(table))]: id })
}

/** Deletes all rows that match, keeping what each was in the trail. Returns how many there were. */
export function deleteRows(store: WritableStore, table: SQLiteTable, where: SQL): number {
  const shape = shapeOf(table)
  const { rows, read } = returned(store, shape, drizzleOf(store).delete(table).where(where).toSQL())
  for (const was of rows) {
    const before = read(was)
    note(store, shape, { id: idOf(shape, before), before, after: null, was, is: null })
  }
  return rows.length
}
