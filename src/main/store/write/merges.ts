import { eq, getTableColumns, getTableName, is, or, Table } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Instant } from '#shared/time/instant.ts'
import { changesOf, drizzleOf, type RowChange, type WritableStore } from '../handle.ts'
import type { CustomerRow, MergeRow, RelativeRow } from '../rows.ts'
import * as schema from '../schema/index.ts'
import { deleteRow, insertRow, updateRow } from './rows.ts'

const {
  appointments,
  claims,
  customers,
  followUps,
  identityChanges,
  instructions,
  leads,
  merges,
  opportunities,
  plans,
  relatives,
  testDrives,
  violations,
  visits,
} = schema

/**
 * R-3.4a Every table whose rows say whose they are, beside the phones and the relatives, which have rules of their own. The chain of
 * owners, the moves of reassignments and the dismissed pairs stay with the record of which they tell.
 */
const moving = [
  opportunities,
  plans,
  followUps,
  instructions,
  claims,
  visits,
  testDrives,
  appointments,
  leads,
  violations,
  identityChanges,
] as const

const keyOf = (table: SQLiteTable): readonly [string, SQLiteColumn] => {
  const found = Object.entries(getTableColumns(table)).find(([, column]) => column.primary)
  if (!found) throw new Error(`${getTableName(table)} has no single primary key`)
  return [found[0], found[1] as SQLiteColumn]
}

/** Gives everything of one record to another. The first must be marked as merged already: the file lets contacts move only then. */
export function moveEverything(store: WritableStore, fromId: string, toId: string): void {
  for (const table of moving) {
    const [, key] = keyOf(table)
    const rows = drizzleOf(store).select({ id: key }).from(table).where(eq(table.customerId, fromId)).all()
    for (const { id } of rows) updateRow(store, table, id as string, { customerId: toId })
  }
}

/** Links of relatives that name a record. */
export const linksOf = (store: WritableStore, customerId: string): RelativeRow[] =>
  drizzleOf(store)
    .select()
    .from(relatives)
    .where(or(eq(relatives.customerId, customerId), eq(relatives.relativeId, customerId)))
    .all()
export const changeLink = (
  store: WritableStore,
  linkId: string,
  patch: Pick<RelativeRow, 'customerId' | 'relativeId'>,
): void => {
  updateRow(store, relatives, linkId, patch)
}

/** Marks a record as taken in by another one. */
export const markMerged = (store: WritableStore, row: CustomerRow, keptId: string): void => {
  updateRow(store, customers, row.customerId, {
    mergedIntoId: keptId,
    familyId: null,
    version: row.version + 1,
  })
}

export const addMerge = (store: WritableStore, row: MergeRow): void => insertRow(store, merges, row)
export const markMergeUndone = (
  store: WritableStore,
  mergeId: string,
  undone: { readonly undoneAt: Instant; readonly undoneBy: string },
): void => {
  updateRow(store, merges, mergeId, undone)
}
export const giveViolation = (store: WritableStore, violationId: string, customerId: string): void => {
  updateRow(store, violations, violationId, { customerId })
}

/** How many changes the act has made by now: what follows is what it did from here on. */
export const changesSoFar = (store: WritableStore): number => changesOf(store).length
export const changesSince = (store: WritableStore, mark: number): readonly RowChange[] =>
  changesOf(store).slice(mark)

const tableByName: ReadonlyMap<string, SQLiteTable> = new Map(
  Object.values(schema).flatMap((each) =>
    is(each, Table) ? [[getTableName(each), each as SQLiteTable] as const] : [],
  ),
)

/** Takes changes back, the last one first: added rows go, removed ones come back, changed columns are what they were. */
export function takeBack(store: WritableStore, changes: readonly RowChange[]): void {
  for (const { table: name, id, before, after } of changes.toReversed()) {
    const table = tableByName.get(name)
    if (!table) throw new Error(`a change of ${name}, which is no table`)
    if (before === null) deleteRow(store, table, id)
    else if (after === null) insertRow(store, table, before as never)
    else updateRow(store, table, id, before as never)
  }
}
