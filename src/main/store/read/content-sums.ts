import { sqliteOf, type ReadableStore } from '../handle.ts'
import { countRow, emptyTally, readSum, sumOf, withoutContent } from '../write/content-sums.ts'

export interface TableSum {
  readonly rows: number
  readonly sum: bigint
}
export type Sums = ReadonlyMap<string, TableSum>

/** The tables whose rows are in the sums, in order of their names. */
export const listSummedTables = (store: ReadableStore): string[] =>
  (
    sqliteOf(store)
      .prepare(
        `select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`,
      )
      .pluck()
      .all() as string[]
  ).filter((name) => !withoutContent.has(name))

/** Every row of a table as SQLite keeps it, in the order of its columns. */
export const eachStoredRow = (store: ReadableStore, table: string): IterableIterator<unknown[]> =>
  sqliteOf(store).prepare<[], unknown[]>(`select * from "${table}"`).raw().iterate()

/** The names of a table's columns, in their order. */
export const columnNames = (store: ReadableStore, table: string): string[] =>
  (sqliteOf(store).pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name)

/** S6 Counts a table anew; each row is also shown to whoever compares it with something else. */
export function countTable(
  store: ReadableStore,
  table: string,
  look: (stored: readonly unknown[]) => void = () => undefined,
): TableSum {
  const tally = emptyTally()
  for (const stored of eachStoredRow(store, table)) {
    countRow(tally, table, stored, 1)
    look(stored)
  }
  return { rows: tally.rows, sum: sumOf(tally) }
}

/** S6 Counts the whole store anew: seconds for a big one. */
export const countContent = (store: ReadableStore): Sums =>
  new Map(listSummedTables(store).map((table) => [table, countTable(store, table)]))

/** What the store says its tables hold. */
export const storedSums = (store: ReadableStore): Sums =>
  new Map(
    sqliteOf(store)
      .prepare<[], { name: string; rows: number; sum: string }>(
        'select table_name as name, rows, sum from content_sums',
      )
      .all()
      .map(({ name, rows, sum }) => [name, { rows, sum: readSum(sum) }]),
  )
