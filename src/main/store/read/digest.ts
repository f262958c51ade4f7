import { createHash } from 'node:crypto'
import { sqliteOf, type ReadableStore } from '../handle.ts'

/** What is no content: the trail, the file's own bookkeeping, and how people come in. */
const aside = [
  '__drizzle_migrations',
  'audit_entries',
  'clock_state',
  'command_answers',
  'sessions',
  'sign_in_failures',
]

/**
 * SHA-256 over the content of all tables, the trail aside: two stores that say the same have the same digest,
 * whatever happened to them on the way.
 */
export function digestTables(store: ReadableStore): string {
  const sqlite = sqliteOf(store)
  const tables = sqlite
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name",
    )
    .pluck()
    .all() as string[]
  const digest = createHash('sha256')
  for (const table of tables.filter((name) => !aside.includes(name))) {
    const keys = sqlite
      .prepare(`select name from pragma_table_info(?) where pk > 0 order by pk`)
      .pluck()
      .all(table) as string[]
    digest.update(`${table}\n`)
    const order = keys.map((key) => `"${key}"`).join(', ')
    for (const row of sqlite.prepare(`select * from "${table}" order by ${order}`).raw().iterate())
      digest.update(`${JSON.stringify(row)}\n`)
  }
  return digest.digest('hex')
}
