import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openApplication } from '#main/application/open-application.ts'
import { verifyStore } from '#main/application/verify/index.ts'
import { backupFolderOf } from '#main/store/backup.ts'
import { makeReadable } from '#main/store/handle.ts'
import { findBackups, removeBackup } from '#main/store/manifest.ts'
import { knownSchemaVersion, migrateStore } from '#main/store/migrate.ts'
import { schemaVersion } from '#main/store/schema-version.ts'
import { closeStore, openStore } from '#main/store/open.ts'
import * as schema from '#main/store/schema/index.ts'
import { Refusal } from '#shared/errors.ts'
import { columnsOf, contentOf, readOnly, versionOf } from '#tests/support/files/store-content.ts'
import { pastStores, unpackPastStore } from '#tests/support/files/past-stores.ts'
import { stateOf } from '#tests/support/files/closed-with-backup.ts'
import { digestOfFile, hostStore } from '#tests/support/hosted-store.ts'
import { intake, migrationsFolder } from '#tests/support/training-store.ts'

const known = knownSchemaVersion(migrationsFolder)
/** Schemas that no program ever stood at: these migrations came in one commit with the one after them. */
const neverAlone = new Set([1, 3, 6])

const folder = () => {
  const made = mkdtempSync(path.join(tmpdir(), 'showroom-migrations-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** The backups that were made of a file before it was migrated. */
const backupsOf = (file: string) =>
  findBackups(backupFolderOf(file), path.basename(file)).filter(
    ({ manifest }) => manifest?.reason === 'before_migration',
  )
const before = (file: string, version: number) => {
  const [made, ...others] = backupsOf(file)
  if (!made || others.length > 0) throw new Error('there is not exactly one backup')
  expect(made.manifest).toMatchObject({ schemaVersion: version, problem: null })
  return made.path
}

describe('a filled store of a past schema (P3)', () => {
  it('is kept for every schema that a program has ever stood at', () => {
    const needed = Array.from({ length: known }, (_, n) => n).filter((n) => n > 0 && !neverAlone.has(n))
    expect(pastStores.map(({ version }) => version)).toEqual(expect.arrayContaining(needed))
  })

  const older = pastStores.filter(({ version }) => version < known)
  it.each(older)('of schema $version keeps every row and every value through the migrations', (past) => {
    const file = unpackPastStore(past, folder())
    const columns = readOnly(file, columnsOf)
    const was = contentOf(file, columns)
    expect(was['customers']?.rows).toBeGreaterThanOrEqual(60)
    expect(versionOf(file)).toBe(past.version)
    const store = openStore(file, { migrationsFolder })
    expect(schemaVersion(store)).toBe(known)
    const { problems } = verifyStore(store, 'en')
    closeStore(store)
    expect(problems).toEqual([])
    expect(contentOf(file, columns)).toEqual(was)
    expect(readOnly(file, (db) => db.pragma('foreign_key_check'))).toEqual([])
    expect(readOnly(file, (db) => db.pragma('quick_check', { simple: true }))).toBe('ok')
  })

  it.each(older)('of schema $version lies beside it as it was before', (past) => {
    const file = unpackPastStore(past, folder())
    const was = contentOf(file)
    closeStore(openStore(file, { migrationsFolder }))
    expect(contentOf(before(file, past.version))).toEqual(was)
  })

  it.each(older)('of schema $version answers calls afterwards', (past) => {
    const application = openApplication({ file: unpackPastStore(past, folder()), migrationsFolder })
    onTestFinished(() => application.close())
    const signedIn = application.answer('session.signIn', { login: 'director', password: '123456' }, {})
    expect(signedIn).toMatchObject({ ok: true })
    const { token } = (signedIn as { value: { token: string } }).value
    expect(application.answer('customers.search', { text: '王' }, { token })).toMatchObject({ ok: true })
  })

  it('of the present schema is opened without a copy', () => {
    const [oldest] = pastStores
    if (!oldest) throw new Error('no past store')
    const file = unpackPastStore(oldest, folder())
    closeStore(openStore(file, { migrationsFolder }))
    removeBackup(before(file, oldest.version))
    closeStore(openStore(file, { migrationsFolder }))
    expect(backupsOf(file)).toEqual([])
  })

  it('whose pages are damaged is refused before anything is changed', () => {
    const youngest = older.at(-1)
    if (!youngest) throw new Error('no past store')
    const file = unpackPastStore(youngest, folder())
    const bytes = readFileSync(file)
    // The middle of the file: tables and indexes, past the schema that has to be read to open it.
    bytes.fill(0x5a, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 64 * 1024)
    writeFileSync(file, bytes)
    expect(() => openStore(file, { migrationsFolder })).toThrow(Refusal)
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })
})

/** A migrations folder of two steps, the second of which rebuilds a parent the way drizzle-kit writes it. */
function syntheticMigrations(third?: string): { readonly first: string; readonly both: string } {
  const steps = [
    `CREATE TABLE parents (id text PRIMARY KEY NOT NULL, name text);--> statement-breakpoint
     CREATE TABLE children (id text PRIMARY KEY NOT NULL, parent_id text NOT NULL,
       FOREIGN KEY (parent_id) REFERENCES parents(id) ON DELETE CASCADE);`,
    `PRAGMA foreign_keys=OFF;--> statement-breakpoint
     CREATE TABLE __new_parents (id text PRIMARY KEY NOT NULL, name text NOT NULL);--> statement-breakpoint
     INSERT INTO __new_parents (id, name) SELECT id, name FROM parents;--> statement-breakpoint
     DROP TABLE parents;--> statement-breakpoint
     ALTER TABLE __new_parents RENAME TO parents;--> statement-breakpoint
     PRAGMA foreign_keys=ON;`,
    ...(third === undefined ? [] : [third]),
  ]
  const made = (count: number) => {
    const target = folder()
    mkdirSync(path.join(target, 'meta'))
    const entries = steps.slice(0, count).map((sql, idx) => {
      writeFileSync(path.join(target, `000${idx}_step.sql`), sql)
      return { idx, version: '6', when: 1000 + idx, tag: `000${idx}_step`, breakpoints: true }
    })
    writeFileSync(
      path.join(target, 'meta/_journal.json'),
      JSON.stringify({ version: '7', dialect: 'sqlite', entries }),
    )
    return target
  }
  return { first: made(1), both: made(steps.length) }
}

/** The migrations of this program and one more. */
function brokenMigrations(sql: string): string {
  const target = folder()
  cpSync(migrationsFolder, target, { recursive: true })
  const file = path.join(target, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8')) as {
    entries: { idx: number; when: number; tag: string }[]
  }
  const last = journal.entries.at(-1)
  if (!last) throw new Error('no migrations')
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: 'broken' })
  writeFileSync(path.join(target, 'broken.sql'), sql)
  writeFileSync(file, JSON.stringify(journal))
  return target
}

describe('the trap of a parent that is rebuilt (P3)', () => {
  /** A file at the first step, with one parent of three children. */
  function family(first: string) {
    const file = path.join(folder(), 'family.db')
    const sqlite = new Database(file)
    onTestFinished(() => void sqlite.close())
    const db = drizzle(sqlite, { schema })
    migrate(db, { migrationsFolder: first })
    sqlite.exec(`insert into parents values ('p', 'parent');
      insert into children values ('a', 'p'), ('b', 'p'), ('c', 'p');`)
    const count = () => sqlite.prepare('select count(*) from children').pluck().get()
    return { file, sqlite, db, count }
  }

  it('loses every child without an error under the migrator alone, which is why the store does not use it alone', () => {
    const { first, both } = syntheticMigrations()
    const { sqlite, db, count } = family(first)
    sqlite.pragma('foreign_keys = ON')
    expect(() => migrate(db, { migrationsFolder: both })).not.toThrow()
    expect(count()).toBe(0)
  })

  it('loses no child when the store migrates, and references are kept again afterwards', () => {
    const { first, both } = syntheticMigrations()
    const { file, sqlite, db, count } = family(first)
    sqlite.pragma('foreign_keys = ON')
    migrateStore(makeReadable(sqlite, db), file, { migrationsFolder: both })
    expect(count()).toBe(3)
    expect(sqlite.pragma('foreign_key_check')).toEqual([])
    expect(() => sqlite.exec(`insert into children values ('d', 'nobody')`)).toThrow(/FOREIGN KEY/)
  })

  it('is refused, before anything is changed, where a reference was broken already', () => {
    const { first, both } = syntheticMigrations()
    const { file, sqlite, db } = family(first)
    sqlite.pragma('foreign_keys = OFF')
    sqlite.exec(`insert into children values ('d', 'nobody')`)
    const store = makeReadable(sqlite, db)
    const again = () => migrateStore(store, file, { migrationsFolder: both })
    expect(again).toThrow(Refusal)
    // Nor does it open the second time.
    expect(again).toThrow(Refusal)
    expect(schemaVersion(store)).toBe(1)
  })

  it('stays as it was where the migrated store is not sound, today and at the next start', () => {
    const { first, both } = syntheticMigrations(`DELETE FROM parents; CREATE TABLE half_way (id text);`)
    const { file, sqlite, db, count } = family(first)
    const store = makeReadable(sqlite, db)
    const again = () => migrateStore(store, file, { migrationsFolder: both })
    for (let start = 0; start < 2; start += 1) {
      expect(again).toThrow(expect.objectContaining({ code: 'STORE_NOT_MIGRATED' }))
      expect(schemaVersion(store)).toBe(1)
      expect(count()).toBe(3)
      expect(sqlite.prepare('select count(*) from parents').pluck().get()).toBe(1)
      expect(sqlite.prepare("select 1 from sqlite_schema where name = 'half_way'").get()).toBeUndefined()
    }
  })
})

describe('a migration that goes wrong (P3)', () => {
  it('leaves the store of before, says so at every start, and makes one backup of it', async () => {
    const store = hostStore((filled) => void filled.ok('chen', 'customers.register', intake()))
    const held = digestOfFile(store.file)
    store.host().close()
    const broken = brokenMigrations('DELETE FROM `staff`;')
    for (let start = 0; start < 2; start += 1) {
      store.restart({ migrationsFolder: broken })
      expect(await stateOf(store)).toMatchObject({
        state: 'failed',
        failure: { code: 'STORE_NOT_MIGRATED', kind: 'not_migrated' },
      })
      expect(backupsOf(store.file)).toHaveLength(1)
      store.host().close()
    }
    // The program of before goes on with it.
    store.restart()
    expect(await stateOf(store)).toMatchObject({ state: 'open' })
    expect(digestOfFile(store.file)).toBe(held)
  })
})
