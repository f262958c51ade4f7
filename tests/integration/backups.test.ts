import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { BackupRow } from '#shared/contract/backups.ts'
import type { Output } from '#shared/contract/index.ts'
import { runHere, type JobName, type RunJob } from '#main/application/backups/jobs.ts'
import {
  digestOfFile as contentOf,
  hostStore,
  makeFolder,
  type HostedStore,
} from '#tests/support/hosted-store.ts'
import { at, intake, type TrainingStore } from '#tests/support/training-store.ts'

const withCustomers = (count: number) => (store: TrainingStore) => {
  for (let i = 0; i < count; i += 1) store.ok('chen', 'customers.register', intake())
}
const list = (store: HostedStore) => store.ok<Output<'backups', 'list'>>('director', 'backups.list')
const make = (store: HostedStore) => store.ok<BackupRow>('director', 'backups.make')
const minutes = async (store: HostedStore, text: string) => {
  store.setNow(text)
  store.host().tick()
  const { keeper } = openApplicationOf(store)
  await keeper.idle()
}
const openApplicationOf = (store: HostedStore) => {
  const application = store.host().openedApplication()
  if (!application) throw new Error('no store is open')
  return application
}

/** Jobs of which one, once it is slowed down, waits until it is told to go on. */
function slow(job: JobName) {
  let isSlow = false
  let resolve: () => void = () => undefined
  const runJob: RunJob = async (name, input) => {
    if (name === job && isSlow)
      await new Promise<void>((done) => {
        resolve = done
      })
    return runHere(name, input)
  }
  return {
    runJob,
    slowDown: () => {
      isSlow = true
    },
    goOn: () => resolve(),
  }
}

describe('a backup (P4)', () => {
  it('is a plain store file with a manifest that says what is in it', async () => {
    const store = hostStore(withCustomers(3))
    const made = await make(store)
    expect(made).toMatchObject({
      place: 'main',
      reason: 'by_hand',
      storeName: '江南店',
      problem: null,
      counts: { customers: 3, staff: 8 },
      path: path.join(store.backups, made.name),
    })
    expect(made.name).toBe('store-20260302-100000-by_hand.db')
    expect(readdirSync(store.backups).sort()).toEqual([made.name, `${made.name}.json`])
    const manifest = JSON.parse(readFileSync(`${made.path}.json`, 'utf8')) as Record<string, unknown>
    expect(manifest).toMatchObject({
      formatVersion: 1,
      storeFile: 'store.db',
      reason: 'by_hand',
      sha256: made.sha256,
      auditHead: made.head,
    })
    const db = new Database(made.path, { readonly: true })
    expect(db.pragma('quick_check', { simple: true })).toBe('ok')
    db.close()
    expect(contentOf(made.path)).toBe(contentOf(store.file))
    const { backups, lastAt, changed, freeBytes } = await list(store)
    expect(backups).toEqual([made])
    expect({ lastAt, changed }).toEqual({ lastAt: made.madeAt, changed: false })
    expect(freeBytes).toBeGreaterThan(0)
  })

  it('is made half an hour after the last when something changed, and not before', async () => {
    const store = hostStore(withCustomers(1))
    await minutes(store, '2026-03-02 10:02')
    expect((await list(store)).backups.map(({ reason }) => reason)).toEqual(['scheduled'])
    await minutes(store, '2026-03-02 12:00')
    expect((await list(store)).backups).toHaveLength(1)
    await store.ok('chen', 'customers.register', intake())
    store.setNow('2026-03-02 10:20')
    const { changed, nextAt } = await list(store)
    expect({ changed, nextAt }).toEqual({ changed: true, nextAt: at('2026-03-02 10:32') })
    await minutes(store, '2026-03-02 10:31')
    expect((await list(store)).backups).toHaveLength(1)
    await minutes(store, '2026-03-02 10:32')
    expect((await list(store)).backups).toHaveLength(2)
  })

  it('is made on quitting when something changed', async () => {
    const store = hostStore(withCustomers(1))
    await store.host().quit()
    const names = () => readdirSync(store.backups).filter((name) => name.endsWith('.db'))
    expect(names()).toEqual(['store-20260302-100000-quit.db'])
    store.setNow('2026-03-02 11:00')
    await store.restart().quit()
    expect(names()).toHaveLength(1)
  })

  it('comes before an import, its undoing and a reassignment, and without it they do not happen', async () => {
    const store = hostStore((filled) => {
      withCustomers(1)(filled)
    })
    const reasons = async () => (await list(store)).backups.map(({ reason }) => reason)
    await store.answer('director', 'imports.undo', { batchId: 'none' })
    expect(await reasons()).toEqual(['before_import'])
    // Nothing changed since: the same backup serves.
    await store.answer('director', 'imports.undo', { batchId: 'none' })
    expect(await reasons()).toEqual(['before_import'])
    // Whoever may not do it makes no backup either.
    await store.ok('chen', 'customers.register', intake())
    expect(await store.refused('chen', 'imports.undo', { batchId: 'none' })).toMatchObject({
      code: 'PERMISSION_DENIED',
    })
    expect(await reasons()).toEqual(['before_import'])
    rmSync(store.backups, { recursive: true })
    writeFileSync(store.backups, 'in the way')
    const refused = await store.refused('director', 'imports.undo', { batchId: 'none' })
    expect(refused).toMatchObject({ code: 'FILE_REFUSED', data: { reason: 'no_backup' } })
    expect(refused.message).toContain('没有做任何改动')
  })

  it('that is bad stands in the list with why, and is never restored', async () => {
    const store = hostStore(withCustomers(2))
    const made: BackupRow[] = []
    for (const minute of [10, 11, 12, 13, 14]) {
      store.setNow(`2026-03-02 10:${minute}`)
      made.push(await make(store))
    }
    const [short, flipped, alone, unreadable, good] = made as [
      BackupRow,
      BackupRow,
      BackupRow,
      BackupRow,
      BackupRow,
    ]
    writeFileSync(short.path, readFileSync(short.path).subarray(0, 5000))
    const bytes = readFileSync(flipped.path)
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 0xff
    writeFileSync(flipped.path, bytes)
    rmSync(`${alone.path}.json`)
    writeFileSync(`${unreadable.path}.json`, '{"formatVersion":')
    const problems = async () =>
      Object.fromEntries((await list(store)).backups.map(({ name, problem }) => [name, problem]))
    expect(await problems()).toEqual({
      [short.name]: 'size_differs',
      // Only reading it from end to end tells.
      [flipped.name]: null,
      [alone.name]: 'manifest_missing',
      [unreadable.name]: 'manifest_broken',
      [good.name]: null,
    })
    const check = (row: BackupRow) =>
      store.ok<BackupRow>('director', 'backups.check', { name: row.name, place: row.place })
    expect((await check(flipped)).problem).toBe('content_differs')
    store.setNow('2026-03-02 11:00')
    expect(await check(good)).toMatchObject({
      problem: null,
      checkedAt: at('2026-03-02 11:00'),
    })
    const before = contentOf(store.file)
    for (const row of [short, flipped, alone, unreadable]) {
      const input = { name: row.name, place: 'main', reason: '试' }
      expect(await store.refused(await store.signIn('director'), 'backups.restore', input)).toMatchObject({
        code: 'FILE_REFUSED',
        data: { reason: 'bad_backup' },
      })
    }
    expect(contentOf(store.file)).toBe(before)
  })

  it('is left by a backup that was cut off as nothing that counts', async () => {
    const store = hostStore(withCustomers(1))
    const first = await make(store)
    writeFileSync(path.join(store.backups, 'store-20260302-100500-scheduled.db.tmp'), 'half')
    expect((await list(store)).backups).toEqual([first])
    store.setNow('2026-03-02 10:10')
    await make(store)
    expect(readdirSync(store.backups).filter((name) => name.includes('tmp'))).toEqual([])
  })
})

describe('quitting (P4)', () => {
  async function slowlyBackedUp() {
    const { runJob, slowDown, goOn } = slow('make')
    const store = hostStore(withCustomers(1), { runJob })
    await make(store)
    await store.ok('chen', 'customers.register', intake())
    slowDown()
    const state = { told: 0, quit: false }
    const quitting = store
      .host()
      .quit(() => {
        state.told += 1
      })
      .then(() => {
        state.quit = true
      })
    await expect.poll(() => state.told).toBe(1)
    expect(state.quit).toBe(false)
    return { store, quitting, finish: goOn }
  }
  const quitBackups = (store: HostedStore) =>
    readdirSync(store.backups).filter((name) => name.endsWith('-quit.db'))

  it('waits for the last backup of a big store, and says that it does', async () => {
    const { store, quitting, finish } = await slowlyBackedUp()
    finish()
    await quitting
    expect(quitBackups(store)).toHaveLength(1)
  })

  it('waits no longer than somebody wants, and the next start makes it', async () => {
    const { store, quitting } = await slowlyBackedUp()
    store.host().leave()
    await quitting
    expect(quitBackups(store)).toEqual([])
    store.restart({ runJob: runHere })
    await minutes(store, '2026-03-02 11:00')
    expect((await list(store)).changed).toBe(false)
  })

  it('says nothing where nothing changed', async () => {
    const store = hostStore(withCustomers(1))
    await make(store)
    let told = 0
    await store.host().quit(() => {
      told += 1
    })
    expect(told).toBe(0)
  })
})

describe('the second folder (P4)', () => {
  it('gets each finished backup, and warns when it is out of reach or behind', async () => {
    const store = hostStore(withCustomers(1))
    const stick = makeFolder()
    await make(store)
    const { keeper } = openApplicationOf(store)
    await store.ok('director', 'backups.setFolder', { folder: stick })
    await keeper.idle()
    const copies = () => readdirSync(stick).filter((name) => name.endsWith('.db'))
    expect(copies()).toHaveLength(1)
    store.setNow('2026-03-02 10:30')
    await make(store)
    await keeper.idle()
    const { second, backups } = await list(store)
    expect(second).toMatchObject({ path: stick, reachable: true, warning: null })
    expect(backups.filter(({ place }) => place === 'second').map(({ problem }) => problem)).toEqual([
      null,
      null,
    ])
    store.setNow('2026-03-03 11:00')
    expect((await list(store)).second?.warning).toBe('too_old')
    rmSync(stick, { recursive: true })
    expect((await list(store)).second).toMatchObject({ reachable: false, warning: 'unreachable' })
    // Out of reach is no error of the work.
    await make(store)
    await keeper.idle()
    expect((await list(store)).lastFailure).toBeNull()
    // A stick that was pulled out is not made anew on the disk of the machine.
    expect(existsSync(stick)).toBe(false)
    expect((await list(store)).second?.warning).toBe('unreachable')
    await store.ok('director', 'backups.setFolder', { folder: null })
    expect((await list(store)).second).toBeNull()
  })

  it('blocks nobody while it is slow: the page says that it is being read, and hears when it has been', async () => {
    const { runJob, slowDown, goOn } = slow('list')
    const store = hostStore(withCustomers(1), { runJob })
    const stick = makeFolder()
    await make(store)
    await store.ok('director', 'backups.setFolder', { folder: stick })
    await openApplicationOf(store).keeper.idle()
    slowDown()
    const listed = list(store)
    // Meanwhile everybody works.
    await store.ok('chen', 'customers.register', intake())
    expect((await listed).second).toMatchObject({ reachable: true, reading: true, warning: null })
    let told = 0
    store.host().onChange((topics) => {
      if (topics.includes('backups')) told += 1
    })
    goOn()
    await expect.poll(() => told).toBe(1)
    const { second, backups } = await list(store)
    expect(second).toMatchObject({ reachable: true, reading: false })
    expect(backups.filter(({ place }) => place === 'second')).toHaveLength(1)
  })

  it('keeps nothing of a copy that was cut off, and what is of another store', async () => {
    const store = hostStore(withCustomers(1))
    const stick = makeFolder()
    await make(store)
    const { keeper } = openApplicationOf(store)
    await store.ok('director', 'backups.setFolder', { folder: stick })
    await keeper.idle()
    const [copy = ''] = readdirSync(stick).filter((name) => name.endsWith('.db'))
    const mark = copy.slice(-'12345678.db'.length)
    const others = 'store-20260101-000000-scheduled-00000000.db.tmp'
    for (const name of [`store-20260101-000000-scheduled-${mark}.tmp`, others])
      writeFileSync(path.join(stick, name), 'half')
    store.setNow('2026-03-02 10:30')
    await make(store)
    await keeper.idle()
    expect(readdirSync(stick).filter((name) => name.endsWith('.tmp'))).toEqual([others])
  })

  it('is no folder that is not there, and not the one beside the store', async () => {
    const store = hostStore()
    await make(store)
    const code = async (folder: string) =>
      (await store.refused('director', 'backups.setFolder', { folder })).issues?.[0]?.code
    expect(await code(path.join(store.backups, 'none'))).toBe('folder_not_found')
    expect(await code('relative')).toBe('folder_not_found')
    expect(await code(store.backups)).toBe('own_backup_folder')
  })
})

describe('who may (section 13)', () => {
  const may: Readonly<Record<string, readonly string[]>> = {
    'backups.list': ['admin', 'director', 'manager'],
    'backups.make': ['admin', 'director', 'manager'],
    'backups.check': ['admin', 'director', 'manager'],
    'backups.preview': ['admin', 'director'],
    'backups.restore': ['admin', 'director'],
    'backups.undoRestore': ['admin', 'director'],
    'backups.setFolder': ['admin', 'director'],
  }
  it.each(Object.keys(may))('call %s', async (call) => {
    const store = hostStore()
    const input = {
      'backups.check': { name: 'none', place: 'main' },
      'backups.preview': { name: 'none', place: 'main' },
      'backups.restore': { name: 'none', place: 'main', reason: '试' },
      'backups.undoRestore': { reason: '试' },
      'backups.setFolder': { folder: null },
    }[call]
    for (const as of ['admin', 'director', 'manager', 'desk', 'chen'] as const) {
      const answer = await store.answer(as, call, input)
      const denied = !answer.ok && answer.error.code === 'PERMISSION_DENIED'
      expect([as, denied]).toEqual([as, !may[call]?.includes(as)])
    }
  })
})
