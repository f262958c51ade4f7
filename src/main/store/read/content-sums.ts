import { sqliteOf, type ReadableStore } from '../handle.ts'
import {
  countRow,
  differedBefore,
  emptyTally,
  modulus,
  readContent,
  readSum,
  sumOf,
  total,
  withoutContent,
  type Content,
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

/** Told now and then how many rows are counted, and of how many. */
export type Counted = (done: number, total: number) => void
/** Rows counted between two words of it: some hundredths of a second. */
const toldEvery = 5_000

/** S6 Counts the whole store anew: seconds for a big one, which is told of it as it goes on. */
export function countContent(store: ReadableStore, counted?: Counted): Sums {
  const tables = listSummedTables(store)
  const all = counted ? tables.reduce((sum, table) => sum + rowsOf(store, table), 0) : 0
  let done = 0
  const look = () => {
    done += 1
    if (done % toldEvery === 0) counted?.(done, all)
  }
  return new Map(tables.map((table) => [table, countTable(store, table, counted && look)]))
}
const rowsOf = (store: ReadableStore, table: string): number =>
  Number(sqliteOf(store).prepare(`select count(*) from "${table}"`).pluck().get())

const lastContent = preparedSql<{ contentDigest: string | null; sequence: number }, []>(
  'select sequence, content_digest as contentDigest from audit_entries order by sequence desc limit 1',
)
/** What the last entry of the trail says the store holds, null where it says nothing; undefined where there is no entry. */
export function lastContentOf(
  store: ReadableStore,
): { readonly sequence: number; readonly content: Content | null } | undefined {
  const last = lastContent(store).get()
  if (!last) return undefined
  return { sequence: last.sequence, content: last.contentDigest ? readContent(last.contentDigest) : null }
}

const noted = preparedSql<{ rows: number }, [string]>('select rows from content_sums where table_name = ?')
/** Before which migration the content was found to be other than the trail said; undefined where it never was. */
export const differedBeforeOf = (store: ReadableStore): number | undefined =>
  noted(store).get(differedBefore)?.rows

/** S6 Whether the content is what the last entry says, in a store whose entries say it; it counts the whole store. */
export function contentHolds(store: ReadableStore, counted?: Counted): boolean | undefined {
  const last = sqliteOf(store)
    .prepare("select 1 from pragma_table_info('audit_entries') where name = 'content_digest'")
    .get()
    ? lastContentOf(store)
    : undefined
  return last?.content ? isContent(countContent(store, counted), last.content) : undefined
}

/** Whether what was counted is what an entry says. */
export const isContent = (counted: Sums, { sum }: Content): boolean => total(counted) % modulus === sum

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
