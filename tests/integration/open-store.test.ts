import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sqliteOf } from '#main/store/handle.ts'
import { closeStore, openStore } from '#main/store/open.ts'
import { Refusal } from '#shared/errors.ts'
import { intake, migrationsFolder, openTrainingStore } from '#tests/support/training-store.ts'

const refusalOf = (open: () => unknown): Refusal => {
  try {
    open()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('it opened')
}

const folder = () => {
  const made = mkdtempSync(path.join(tmpdir(), 'showroom-open-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** A closed store file with a customer in it. */
function closedStore(): string {
  const store = openTrainingStore()
  store.ok('chen', 'customers.register', intake())
  store.application.close()
  const file = path.join(folder(), 'store.db')
  copyFileSync(store.file, file)
  return file
}

describe('opening a store file', () => {
  it('writes ahead with synchronous FULL and foreign keys on (P1)', () => {
    const store = openTrainingStore()
    const db = new Database(store.file)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    db.close()
    // The pragmas of the application's own connection are asserted on open; a broken assertion throws.
    store.application.close()
    expect(() => closeStore(openStore(store.file, { migrationsFolder }))).not.toThrow()
  })

  it('refuses a file of a newer version, and leaves every byte as it was (P3)', () => {
    const file = closedStore()
    const db = new Database(file)
    db.exec(`insert into __drizzle_migrations (hash, created_at) values ('future', 99999999999999)`)
    db.pragma('wal_checkpoint(truncate)')
    db.close()
    const before = readFileSync(file)
    expect(refusalOf(() => openStore(file, { migrationsFolder })).code).toBe('STORE_FROM_FUTURE')
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('names a file that is no store, and one that is damaged', () => {
    const file = path.join(folder(), 'x.db')
    writeFileSync(file, 'this is a letter, not a store'.repeat(200))
    expect(refusalOf(() => openStore(file, { migrationsFolder })).code).toBe('STORE_DAMAGED')
    const damaged = closedStore()
    const bytes = readFileSync(damaged)
    bytes.fill(0x5a, 4096, 4096 * 12)
    writeFileSync(damaged, bytes)
    expect(refusalOf(() => openStore(damaged, { migrationsFolder, check: true })).code).toBe('STORE_DAMAGED')
  })

  it('never makes a store where none was', () => {
    const file = path.join(folder(), 'none.db')
    expect(refusalOf(() => openStore(file, { migrationsFolder })).code).toBe('STORE_DAMAGED')
    expect(readdirSync(path.dirname(file))).toEqual([])
  })

  it('can still be read on a new date when the disk is full, and rolls when there is room (P6)', () => {
    const store = openTrainingStore()
    for (let i = 0; i < 30; i += 1) store.ok('chen', 'customers.register', intake())
    const sqlite = sqliteOf(store.application.store)
    sqlite.pragma(`max_page_count = ${Number(sqlite.pragma('page_count', { simple: true }))}`)
    store.setNow('2026-03-06')
    expect(store.ok('chen', 'toDo.list').items.filter(({ kind }) => kind === 'overdue_plan')).toHaveLength(30)
    expect(store.ok('manager', 'store.status').lastRolledOn).toBeNull()
    expect(store.refused('chen', 'customers.register', intake()).code).toBe('STORE_FULL')
    sqlite.pragma('max_page_count = 1000000')
    expect(store.ok('manager', 'store.status').lastRolledOn).toBe('2026-03-06')
    expect(store.ok('manager', 'violations.list').total).toBe(30)
  })

  it('says so when the disk is full, keeps what is there, and goes on when there is room (P6)', () => {
    const store = openTrainingStore()
    const sqlite = sqliteOf(store.application.store)
    const pages = Number(sqlite.pragma('page_count', { simple: true }))
    sqlite.pragma(`max_page_count = ${pages}`)
    const long = (i: number) => intake({ opportunity: { remark: `${i} ${'要白色'.repeat(1200)}` } })
    const answers = Array.from({ length: 40 }, (_, i) => store.answer('chen', 'customers.register', long(i)))
    const failed = answers.filter((answer) => !answer.ok)
    expect(failed.length).toBeGreaterThan(0)
    for (const answer of failed) expect(answer).toMatchObject({ ok: false, error: { code: 'STORE_FULL' } })
    const kept = answers.length - failed.length
    expect(store.ok('chen', 'customers.search', {}).total).toBe(kept)
    sqlite.pragma('max_page_count = 1000000')
    store.ok('chen', 'customers.register', intake())
    expect(store.ok('chen', 'customers.search', {}).total).toBe(kept + 1)
  })
})
