import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'

/** The columns of each table of a file, and what stands in them. */
export type Columns = Readonly<Record<string, readonly string[]>>
export interface Content {
  readonly rows: number
  readonly digest: string
}

/** Reads a file that nobody has open, of whatever schema. */
export function readOnly<T>(file: string, read: (db: Database.Database) => T): T {
  const db = new Database(file, { readonly: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}

/** The tables of a file and their columns, but for those that tell how it was worked with. */
export const columnsOf = (db: Database.Database): Columns =>
  Object.fromEntries(
    db
      .prepare<[], string>(
        "select name from sqlite_schema where type = 'table' and name not like '%drizzle%' and name not like 'sqlite%'",
      )
      .pluck()
      .all()
      .map((table) => [
        table,
        (db.pragma(`table_info("${table}")`) as { name: string }[]).map((c) => c.name),
      ]),
  )

/** Rows and digest of these columns, table by table, in the order of the rows. */
export const contentOf = (file: string, columns?: Columns): Record<string, Content> =>
  readOnly(file, (db) => {
    const contents = Object.entries(columns ?? columnsOf(db)).map(([table, names]): [string, Content] => {
      const listed = names.map((name) => `"${name}"`).join(', ')
      const hash = createHash('sha256')
      let rows = 0
      for (const row of db.prepare(`select ${listed} from "${table}" order by ${listed}`).raw().iterate()) {
        hash.update(`${JSON.stringify(row)}\n`)
        rows += 1
      }
      return [table, { rows, digest: hash.digest('hex') }]
    })
    return Object.fromEntries(contents)
  })

/** How many migrations a file has seen. */
export const versionOf = (file: string): number =>
  readOnly(file, (db) => Number(db.prepare('select count(*) from __drizzle_migrations').pluck().get()))
