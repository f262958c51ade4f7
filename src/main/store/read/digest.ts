import { createHash } from 'node:crypto'
import { sqliteOf, type ReadableStore } from '../handle.ts'
import { listSummedTables } from './content-sums.ts'

/**
 * SHA-256 over the content of all tables, the trail and the file's own bookkeeping aside: two stores that say the same have the
 * same digest, whatever happened to them on the way.
 */
export function digestTables(store: ReadableStore): string {
  const sqlite = sqliteOf(store)
  const digest = createHash('sha256')
  for (const table of listSummedTables(store)) {
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
