import { sqliteOf, type ReadableStore } from '../handle.ts'
import {
  countedWith,
  countRow,
  differedBefore,
  emptyTally,
  readSum,
  sumOf,
  sumText,
  total,
  withoutContent,
} from '../write/content-sums.ts'
import { preparedSql } from '../prepared.ts'

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

const lastContent = preparedSql<{ contentDigest: string | null; sequence: number }, []>(
  'select sequence, content_digest as contentDigest from audit_entries order by sequence desc limit 1',
)
/** What the last entry of the trail says the store holds; undefined where there is no entry. */
export const lastContentOf = (store: ReadableStore) => lastContent(store).get()

const noted = preparedSql<{ rows: number }, [string]>('select rows from content_sums where table_name = ?')
/** With how many migrations the content was counted; undefined where it never was. */
export const countedWithOf = (store: ReadableStore): number | undefined => noted(store).get(countedWith)?.rows
/** Before which migration the content was found to be other than the trail said; undefined where it never was. */
export const differedBeforeOf = (store: ReadableStore): number | undefined =>
  noted(store).get(differedBefore)?.rows

/** S6 Whether the content is what the last entry says, in a store whose entries say it; it counts the whole store. */
export function contentHolds(store: ReadableStore): boolean | undefined {
  const last = sqliteOf(store)
    .prepare("select 1 from pragma_table_info('audit_entries') where name = 'content_digest'")
    .get()
    ? lastContentOf(store)
    : undefined
  if (!last?.contentDigest) return undefined
  return sumText(total(countContent(store))) === last.contentDigest
}

/** What the store says its tables hold. */
export const storedSums = (store: ReadableStore): Sums =>
  new Map(
    sqliteOf(store)
      .prepare<[], { name: string; rows: number; sum: string }>(
        `select table_name as name, rows, sum from content_sums where table_name not like '#%'`,
      )
      .all()
      .map(({ name, rows, sum }) => [name, { rows, sum: readSum(sum) }]),
  )
