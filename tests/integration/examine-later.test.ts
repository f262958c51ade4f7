import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { stateOf } from '#tests/support/files/closed-with-backup.ts'
import { hostStore } from '#tests/support/hosted-store.ts'
import { intake } from '#tests/support/training-store.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** A closed store that is too big to be checked while it opens; most of it is free. */
function bigStore() {
  const store = hostStore((filled) => void filled.ok('chen', 'customers.register', intake()))
  store.host().close()
  const db = new Database(store.file)
  db.exec(
    'create table padding (bytes blob); insert into padding values (zeroblob(9000000)); drop table padding',
  )
  const { rootpage } = db
    .prepare<[], { rootpage: number }>("select rootpage from sqlite_schema where name = 'customers_name'")
    .get() ?? { rootpage: 0 }
  const pageBytes = Number(db.pragma('page_size', { simple: true }))
  db.close()
  expect(statSync(store.file).size).toBeGreaterThan(8 * 1024 * 1024)
  const spoil = () => {
    const handle = openSync(store.file, 'r+')
    writeSync(handle, Buffer.alloc(pageBytes, 0x5a), 0, pageBytes, (rootpage - 1) * pageBytes)
    closeSync(handle)
  }
  return { store, spoil }
}

it('a big store that is damaged opens, is found out after a while, and is closed then (P5)', async () => {
  const { store, spoil } = bigStore()
  spoil()
  store.restart()
  expect((await stateOf(store)).state).toBe('open')
  await vi.advanceTimersByTimeAsync(19_000)
  expect((await stateOf(store)).state).toBe('open')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await stateOf(store)).toMatchObject({
    state: 'failed',
    failure: { code: 'STORE_DAMAGED', kind: 'damaged' },
  })
  // And it does not open again by itself, nor when somebody asks.
  await store.ok(null, 'setup.retry')
  expect((await stateOf(store)).state).toBe('failed')
})

it('a big store that is sound stays open (P5)', async () => {
  const { store } = bigStore()
  store.restart()
  await vi.advanceTimersByTimeAsync(60_000)
  expect((await stateOf(store)).state).toBe('open')
})
