import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { doJob, runHere, type RunJob } from '#main/application/backups/jobs.ts'
import { makeStoreHost } from '#main/application/host.ts'
import type { BackupRow, Restored } from '#shared/contract/backups.ts'
import type { Failure } from '#shared/errors.ts'
import { businessDate } from '#shared/time/business-date.ts'
import {
  closedWithBackup,
  director,
  ref,
  stateOf,
  type State,
} from '#tests/support/files/closed-with-backup.ts'
import { digestOfFile, hostStore, makeFolder } from '#tests/support/hosted-store.ts'
import { inTransaction } from '#main/store/transaction.ts'
import { appendAudit } from '#main/store/write/audit.ts'
import { addErasure } from '#main/store/write/erasures.ts'
import { saveSetting } from '#main/store/write/settings.ts'
import { attack } from '#tests/support/files/tampering.ts'
import { at, intake, migrationsFolder, openTrainingStore } from '#tests/support/training-store.ts'

/** What a look with fresh eyes found in the foundations, each as it went wrong. */

const openHost = (dataFolder: string, storeFile?: string) => {
  const host = makeStoreHost({
    dataFolder,
    storeFile,
    migrationsFolder,
    locale: 'zh-CN',
    clock: { now: () => at('2026-03-02 11:00') },
    seedDemo: () => [],
  })
  onTestFinished(host.close)
  const ok = async <T>(call: string, input?: unknown): Promise<T> => {
    const answer = await host.answerAsync(call, input, {})
    if (!answer.ok) throw new Error(`${call}: ${JSON.stringify(answer.error)}`)
    return answer.value as T
  }
  return { host, ok, state: () => ok<State>('setup.state') }
}
const live = {
  name: '新店',
  kind: 'live',
  policy: 'benyue',
  locale: 'zh-CN',
  admin: { name: '甲', login: 'jia', password: 'correct horse 9' },
}

describe('the store of this machine is gone, and its backups are there (P5)', () => {
  it('rescue is shown and not the first start, and nobody founds a new store over it', async () => {
    const { store, backup, held } = await closedWithBackup()
    const folder = path.dirname(store.file)
    rmSync(store.file)
    const { host, ok, state } = openHost(folder)
    expect(await state()).toMatchObject({ state: 'failed', failure: { kind: 'not_found' } })
    expect(await host.answerAsync('setup.create', live, {})).toMatchObject({
      ok: false,
      error: { code: 'FILE_REFUSED' },
    })
    expect(existsSync(store.file)).toBe(false)
    await ok<Restored>('setup.restore', { ...ref(backup), ...director })
    expect(digestOfFile(store.file)).toBe(held)
  })

  it('a log without its file is no first start either', async () => {
    const folder = makeFolder()
    writeFileSync(path.join(folder, 'store.db-wal'), Buffer.alloc(9000, 1))
    expect(await openHost(folder).state()).toMatchObject({ state: 'failed' })
  })

  it('the control: a machine on which there never was one is at its first start', async () => {
    const folder = makeFolder()
    mkdirSync(path.join(folder, 'backups'))
    writeFileSync(path.join(folder, 'backups', 'demo-20260302-100000-by_hand.db'), 'of the demo store')
    const { ok, state } = openHost(folder)
    expect(await state()).toMatchObject({ state: 'no_store' })
    await ok('setup.create', live)
    expect(await state()).toMatchObject({ state: 'open' })
  })
})

describe('a store that ends while it is being restored (P4, P5)', () => {
  it('answers the one who waits, and every call after him', async () => {
    const store = hostStore(undefined, {
      onRestoreStep: (step) => {
        if (step === 'staged') store.host().close()
      },
    })
    const backup = await store.ok<BackupRow>('director', 'backups.make')
    const refused = await store.refused('director', 'backups.restore', { ...ref(backup), reason: '误删' })
    expect(refused.code).toBe('NOT_SIGNED_IN')
    expect((await stateOf(store)).state).toBe('no_store')
    expect(readdirSync(path.dirname(store.file)).filter((name) => name.includes('restoring'))).toEqual([])
  })
})

describe('a second folder that hangs (P4)', () => {
  it('keeps no restore waiting', async () => {
    const hanging: RunJob = (name, input) =>
      name === 'copy' ? new Promise<never>(() => undefined) : runHere(name, input)
    const store = hostStore(undefined, { runJob: hanging })
    await store.ok('director', 'backups.setFolder', { folder: makeFolder() })
    const backup = await store.ok<BackupRow>('director', 'backups.make')
    await store.ok('chen', 'customers.register', intake())
    await store.ok('director', 'backups.restore', { ...ref(backup), reason: '误删' })
    expect((await stateOf(store)).state).toBe('open')
  })
})

describe('an act that is refused after its file was written (S4, S5)', () => {
  const leftIn = (file: string) => readdirSync(path.dirname(file)).filter((name) => name.includes('.part'))

  it('leaves no list behind when its session ended meanwhile', async () => {
    const store = openTrainingStore()
    store.ok('chen', 'customers.register', intake())
    const { application, tokens } = store
    const target = path.join(path.dirname(store.file), 'list.xlsx')
    const exporting = store.answerAsync('director', 'exports.list', {
      list: 'customers',
      path: target,
      reason: '月度例会',
    })
    // Its own file stands there in part: only now the screen locks.
    while (leftIn(target).length === 0) await new Promise(setImmediate)
    application.answer('session.lock', undefined, { token: tokens.director })
    expect(await exporting).toMatchObject({ ok: false, error: { code: 'SESSION_LOCKED' } })
    expect(existsSync(target)).toBe(false)
    expect(leftIn(target)).toEqual([])
  })

  it('says that he signs in again, and nothing of a bug, when the store was closed meanwhile', async () => {
    const store = openTrainingStore()
    const exporting = store.answerAsync('director', 'exports.list', {
      list: 'customers',
      path: path.join(path.dirname(store.file), 'list.xlsx'),
      reason: '月度例会',
    })
    store.application.close()
    const answer = (await exporting) as { readonly error: Failure }
    expect(answer.error.code).toBe('NOT_SIGNED_IN')
  })
})

describe('a row that somebody deleted past the program (S6)', () => {
  it('stops neither work nor backups: the check of the store names it', async () => {
    const { store } = await closedWithBackup()
    attack(store.file, (db) =>
      db.exec('delete from customers where rowid = (select min(rowid) from customers)'),
    )
    store.restart()
    expect(await stateOf(store)).toMatchObject({ state: 'open' })
    expect(doJob('examine', { file: store.file })).toEqual({ damage: null })
    const made = await store.ok<BackupRow>('director', 'backups.make')
    expect(made.problem).toBeNull()
    expect(await store.ok<BackupRow>('director', 'backups.check', ref(made))).toMatchObject({ problem: null })
  })
})

describe('a store that was found damaged (P5)', () => {
  it('is not read from end to end whenever a window asks what is open, but when it changed or somebody asks', async () => {
    const { store } = await closedWithBackup()
    const whole = readFileSync(store.file)
    const write = (bytes: Uint8Array) => {
      writeFileSync(store.file, bytes)
      const seconds = at('2026-03-02 10:00') / 1000
      utimesSync(store.file, seconds, seconds)
    }
    write(Buffer.from(whole).fill(0, 8192, 90_000))
    store.restart()
    expect((await stateOf(store)).state).toBe('failed')
    // Nothing tells that it is sound again: it has the same size and time.
    write(whole)
    expect((await stateOf(store)).state).toBe('failed')
    await store.ok(null, 'setup.retry')
    expect((await stateOf(store)).state).toBe('open')
  })

  it('opens by itself where another file was put in its place', async () => {
    const { store } = await closedWithBackup()
    const whole = readFileSync(store.file)
    writeFileSync(store.file, 'gone')
    store.restart()
    expect((await stateOf(store)).state).toBe('failed')
    writeFileSync(store.file, whole)
    expect((await stateOf(store)).state).toBe('open')
  })
})

describe('who guesses at a rescue (S4)', () => {
  it('does not get round his wait by setting the clock back', async () => {
    const { store, backup } = await closedWithBackup()
    writeFileSync(store.file, 'gone')
    store.restart()
    const tried = async (password: string) =>
      (await store.refused(null, 'setup.restore', { ...ref(backup), login: 'director', password })).data
    for (let i = 0; i < 3; i += 1) await tried('guess')
    store.setNow('2026-03-01 10:00')
    expect(await tried('director')).toMatchObject({ seconds: 5 })
    store.setNow('2026-02-01 10:00')
    expect(await tried('director')).toMatchObject({ seconds: 5 })
    // The control: he waits no longer than a wait.
    store.setNow('2026-02-01 10:01')
    await store.ok(null, 'setup.restore', { ...ref(backup), ...director })
  })

  it('keeps waiting where the folder of the backups is read and not written', async () => {
    const { store, backup } = await closedWithBackup()
    writeFileSync(store.file, 'gone')
    store.restart()
    const tried = (password: string) =>
      store.refused(null, 'setup.restore', { ...ref(backup), login: 'director', password })
    await tried('guess')
    // As on a folder that takes nothing new: what lies there stays as it is.
    mkdirSync(path.join(store.backups, 'store-attempts.json.tmp'))
    for (let i = 0; i < 2; i += 1) await tried('guess')
    expect(await tried('director')).toMatchObject({ data: { seconds: 5 } })
  })
})

describe('the trail of an act in bulk, for whoever reads no customers (section 13)', () => {
  it('tells him of the rows that it keeps in full no more than of others', () => {
    const store = openTrainingStore()
    const { customerId } = store.ok('chen', 'customers.register', intake())
    const { staffId } = store.ok('director', 'session.current').staff
    const facts = { at: at('2026-03-02 10:00'), clockSuspect: false, staffId, call: 'privacy.erase' }
    inTransaction(store.application.store, (writable) => {
      const erasure = {
        erasureId: 'e1',
        customerId,
        erasedOn: businessDate.parse('2026-03-02'),
        erasedAt: facts.at,
      }
      addErasure(writable, { ...erasure, erasedBy: staffId, reason: '王先生本人来电要求' })
      for (let i = 0; i < 500; i += 1) saveSetting(writable, `bulk ${i}`, i)
      appendAudit(writable, { ...facts, reason: null })
    })
    const told = (as: 'admin' | 'director') =>
      store.ok(as, 'audit.list', { call: 'privacy.erase' }).rows[0]?.changes
    expect(told('director')).toContain('王先生本人来电要求')
    expect(told('admin')).toContain('"bulk"')
    expect(told('admin')).not.toContain('王先生')
  })
})

describe('the places of files (P4, P7)', () => {
  it('a second name for the folder of the backups is no second folder', async () => {
    const store = hostStore()
    await store.ok('director', 'backups.make')
    const link = path.join(makeFolder(), 'stick')
    symlinkSync(store.backups, link)
    const { issues } = await store.refused('director', 'backups.setFolder', { folder: link })
    expect(issues?.[0]?.code).toBe('own_backup_folder')
  })

  it('a store that is reached by a link is restored where it lies, and stays its owner’s', async () => {
    const { store } = await closedWithBackup()
    const elsewhere = path.join(makeFolder(), 'real.db')
    renameSync(store.file, elsewhere)
    symlinkSync(elsewhere, store.file)
    store.restart()
    const backup = await store.ok<BackupRow>('director', 'backups.make')
    await store.ok('chen', 'customers.register', intake())
    await store.ok('director', 'backups.restore', { ...ref(backup), reason: '误删' })
    expect(lstatSync(store.file).isSymbolicLink()).toBe(true)
    expect(await stateOf(store)).toMatchObject({ state: 'open' })
    const second = openHost(makeFolder(), store.file)
    expect(await second.state()).toMatchObject({ state: 'failed', failure: { kind: 'busy' } })
  })

  it('a folder of backups that cannot be looked at is told and ends nothing', async () => {
    const store = hostStore()

    rmSync(store.backups, { recursive: true, force: true })
    symlinkSync(store.backups, store.backups)
    const keeper = store.host().openedApplication()?.keeper
    await expect(keeper?.tick()).resolves.toBeUndefined()
  })
})
