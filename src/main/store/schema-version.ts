import { sqliteOf, type ReadableStore } from './handle.ts'

/** How many migrations the file has seen; 0 for a new one. This is its schema version. */
export function schemaVersion(store: ReadableStore): number {
  const sqlite = sqliteOf(store)
  const known = sqlite
    .prepare("select 1 from sqlite_schema where type = 'table' and name = '__drizzle_migrations'")
    .get()
  return known ? Number(sqlite.prepare('select count(*) from __drizzle_migrations').pluck().get()) : 0
}
