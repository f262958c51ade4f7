import Database from 'better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { Refusal } from '#shared/errors.ts'
import { describeStore } from './backup.ts'
import { sqliteOf, type ReadableStore } from './handle.ts'
import { findPageDamage } from './page-damage.ts'
import { schemaVersion } from './schema-version.ts'

/** Where drizzle notes what a file has seen; drizzle-kit and older programs know it by this name. */
const noted = '__drizzle_migrations'

/** Runs what a file has not seen, as drizzle's own migrator would, which ends its transaction before anybody has looked at the result. */
function applyPending(sqlite: Database.Database, migrationsFolder: string): void {
  sqlite.exec(
    `create table if not exists ${noted} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`,
  )
  const last = Number(sqlite.prepare(`select max(created_at) from ${noted}`).pluck().get() ?? 0)
  const note = sqlite.prepare(`insert into ${noted} (hash, created_at) values (?, ?)`)
  for (const { sql, hash, folderMillis } of readMigrationFiles({ migrationsFolder })) {
    if (folderMillis <= last) continue
    for (const statement of sql) sqlite.exec(statement)
    note.run(hash, folderMillis)
  }
}

/** What a migrated store must be before it may stay migrated; undefined when it is. */
function whyNotSound(store: ReadableStore, before: ReturnType<typeof describeStore>): string | undefined {
  const broken = sqliteOf(store).pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) return `${broken.length} rows refer to nothing after the migration`
  const damage = findPageDamage(store)
  if (damage !== undefined) return damage
  const { counts, auditHead } = describeStore(store)
  const fewer = Object.entries(before.counts).find(
    ([name, count]) => counts[name as keyof typeof counts] < count,
  )
  if (fewer) return `there are fewer ${fewer[0]} after the migration than before`
  return auditHead?.hash === before.auditHead?.hash
    ? undefined
    : 'the trail ends elsewhere after the migration'
}

/** What speaks of the data or of the program. A disk that is full or went away is told as what it is. */
const isOfTheData = (code: string) => /^SQLITE_(CONSTRAINT|ERROR|MISMATCH|TOOBIG|RANGE)/.test(code)

/**
 * Brings a file to the present schema in one transaction that is kept only if the result is sound (P3): its references lead
 * somewhere, its pages are whole, nothing is missing that was there. Otherwise it is rolled back, so that the file is what it was, and the next
 * start meets the same. Foreign keys are to be off. Refuses STORE_NOT_MIGRATED.
 */
export function applyMigrations(store: ReadableStore, migrationsFolder: string, known: number): void {
  const sqlite = sqliteOf(store)
  const from = schemaVersion(store)
  const before = describeStore(store)
  const say = (detail: string) => new Refusal('STORE_NOT_MIGRATED', { detail, schemaVersion: from, known })
  try {
    sqlite
      .transaction(() => {
        applyPending(sqlite, migrationsFolder)
        const problem = whyNotSound(store, before)
        if (problem !== undefined) throw say(problem)
      })
      .immediate()
  } catch (error) {
    // A new store that cannot be made is no store that cannot be upgraded.
    if (from === 0 || !(error instanceof Database.SqliteError) || !isOfTheData(error.code)) throw error
    throw say(error.message)
  }
}
