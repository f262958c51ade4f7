import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { couldNotWrite, toFailure } from '#main/application/failure.ts'
import { verifyStore } from '#main/application/verify/index.ts'
import { whyNotWritten } from '#main/platform/why-not-written.ts'
import { sqliteOf } from '#main/store/handle.ts'
import { Refusal } from '#shared/errors.ts'
import { openMade } from '#tests/support/made-store.ts'
import { intake, openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

/** What SQLite and the system say of a disk, and what a person is told of it. */
const said = [
  ['STORE_FULL', ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT']],
  ['STORE_READ_ONLY', ['SQLITE_READONLY', 'SQLITE_READONLY_DIRECTORY', 'SQLITE_READONLY_CANTINIT', 'EROFS']],
  [
    'STORE_UNREACHABLE',
    [
      'SQLITE_IOERR',
      'SQLITE_IOERR_READ',
      'SQLITE_IOERR_SHORT_READ',
      'SQLITE_IOERR_WRITE',
      'SQLITE_IOERR_FSYNC',
      'SQLITE_IOERR_TRUNCATE',
      'SQLITE_IOERR_SHMMAP',
      'SQLITE_CANTOPEN',
      'SQLITE_CANTOPEN_ISDIR',
    ],
  ],
] as const
const disks = said.flatMap(([code, causes]) => causes.map((cause) => [cause, code] as const))

const room = 1_000_000
/** No page more from now on: what SQLite answers is what it answers on a full disk. */
const fill = ({ application: { store } }: TrainingStore) => {
  const sqlite = sqliteOf(store)
  sqlite.pragma(`max_page_count = ${Number(sqlite.pragma('page_count', { simple: true }))}`)
}
const makeRoom = ({ application: { store } }: TrainingStore) =>
  void sqliteOf(store).pragma(`max_page_count = ${room}`)
const writable = ({ application: { store } }: TrainingStore, on: 'on' | 'off') =>
  void sqliteOf(store).pragma(`query_only = ${on === 'on' ? 'off' : 'on'}`)
const long = { opportunity: { remark: '要白色'.repeat(1200) } }

describe('a disk that cannot be written', () => {
  it.each(disks)('is told in words, never as a bug, for %s: %s (P6)', (cause, code) => {
    const error = cause.startsWith('SQLITE_')
      ? new Database.SqliteError('disk', cause)
      : Object.assign(new Error('disk'), { code: cause })
    for (const locale of ['zh-CN', 'en'] as const) {
      const failure = toFailure(error, locale, () => expect.unreachable('it was taken for a bug'))
      expect(failure.code).toBe(code)
      expect(failure.message).toMatch(locale === 'en' ? /Nothing was written/ : /没有写入任何内容/)
    }
    // Screens go on showing what is there.
    expect(couldNotWrite(error)).toBe(true)
  })

  it('refuses what writes, shows what is there, and takes everything when it can be written again, without a restart (P6)', () => {
    const store = openTrainingStore()
    const before = store.ok('chen', 'customers.register', intake())
    const signIn = { login: 'chen', password: 'chen' }
    for (const spoil of ['full', 'read_only'] as const) {
      const code = spoil === 'full' ? 'STORE_FULL' : 'STORE_READ_ONLY'
      if (spoil === 'full') fill(store)
      else writable(store, 'off')
      expect(store.refused('chen', 'customers.register', intake(long)).code).toBe(code)
      if (spoil === 'read_only')
        expect(store.answer(null, 'session.signIn', signIn)).toMatchObject({ error: { code } })
      expect(store.ok('chen', 'customers.search', {}).rows[0]?.customerId).toBe(before.customerId)
      expect(store.ok('chen', 'toDo.list').items).toHaveLength(0)
      if (spoil === 'full') makeRoom(store)
      else writable(store, 'on')
      store.ok('chen', 'customers.register', intake(long))
      expect(store.answer(null, 'session.signIn', signIn).ok).toBe(true)
    }
    expect(store.ok('chen', 'customers.search', {}).total).toBe(3)
    expect(verifyStore(store.application.store, 'en').problems).toEqual([])
  })

  it('keeps the day from being rolled, and rolls it when it can be written again (P6)', () => {
    const store = openTrainingStore()
    for (let i = 0; i < 5; i += 1) store.ok('chen', 'customers.register', intake())
    writable(store, 'off')
    store.setNow('2026-03-06')
    expect(store.ok('manager', 'store.status').lastRolledOn).toBeNull()
    expect(store.refused('manager', 'dayRoll.run', {}).code).toBe('STORE_READ_ONLY')
    writable(store, 'on')
    expect(store.ok('manager', 'store.status').lastRolledOn).toBe('2026-03-06')
    expect(store.ok('manager', 'violations.list').total).toBe(5)
  })

  it('done twice with one id after a full disk it happens once (P6, P8)', () => {
    const store = openTrainingStore()
    fill(store)
    const extra = { commandId: 'the-same' }
    const input = intake(long)
    expect(store.answer('chen', 'customers.register', input, extra)).toMatchObject({
      error: { code: 'STORE_FULL' },
    })
    makeRoom(store)
    const first = store.answer('chen', 'customers.register', input, extra)
    expect(first.ok).toBe(true)
    expect(store.answer('chen', 'customers.register', input, extra)).toEqual(first)
    expect(store.ok('chen', 'customers.search', {}).total).toBe(1)
  })

  it('closes all the same: what could not be folded into the file waits in its log (P6)', () => {
    const store = openTrainingStore()
    store.ok('chen', 'customers.register', intake())
    writable(store, 'off')
    expect(() => store.close()).not.toThrow()
    const again = openMade(store)
    onTestFinished(() => again.close())
    expect(again.ok('chen', 'customers.search', {}).total).toBe(1)
  })
})

describe('a file that cannot be written', () => {
  it.each([
    ['ENOSPC', 'disk_full', /磁盘已满/],
    ['EDQUOT', 'disk_full', /磁盘已满/],
    ['EROFS', 'read_only', /只读/],
    ['EACCES', 'cannot_write', /无法写入/],
  ])('says so in words that are about writing, for %s (P6)', (cause, why, wording) => {
    const reason = whyNotWritten(Object.assign(new Error('disk'), { code: cause }))
    expect(reason).toBe(why)
    const { message } = toFailure(new Refusal('FILE_REFUSED', { reason }), 'zh-CN', () => undefined)
    expect(message).toMatch(wording)
    expect(message).toContain('文件没有写出')
  })
})
