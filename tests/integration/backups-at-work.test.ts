import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BackupRow, RestorePreview } from '#shared/contract/backups.ts'
import type { Output } from '#shared/contract/index.ts'
import { digestOfFile, hostStore, makeFolder, type HostedStore } from '#tests/support/hosted-store.ts'
import { at, intake } from '#tests/support/training-store.ts'

/** What the machines of a showroom do to backups: clocks that are set right, files that somebody holds. */

const list = (store: HostedStore) => store.ok<Output<'backups', 'list'>>('director', 'backups.list')
const make = (store: HostedStore) => store.ok<BackupRow>('director', 'backups.make')
const tickAt = async (store: HostedStore, text: string) => {
  store.setNow(text)
  store.host().tick()
  await store.host().openedApplication()?.keeper.idle()
}

it('is made again half an hour after a clock that ran ahead was set right, without a restart (P4)', async () => {
  const store = hostStore()
  store.setNow('2026-03-20 10:00')
  store.restart()
  await tickAt(store, '2026-03-20 10:05')
  const [ahead] = (await list(store)).backups
  expect(ahead?.madeAt).toBe(at('2026-03-20 10:05'))
  // Somebody sees it and sets the clock; work goes on.
  store.setNow('2026-03-02 10:00')
  await store.ok('chen', 'customers.register', intake())
  await tickAt(store, '2026-03-02 10:01')
  const { changed, nextAt } = await list(store)
  expect(changed).toBe(true)
  expect(nextAt).toBeLessThanOrEqual(at('2026-03-02 10:31'))
  await tickAt(store, '2026-03-02 10:31')
  expect((await list(store)).backups.map(({ madeAt }) => madeAt)).toContain(at('2026-03-02 10:31'))
})

it('is tried again soon after a failure that happened while the clock ran ahead (P4)', async () => {
  const store = hostStore()
  store.setNow('2026-03-20 10:00')
  store.restart()
  writeFileSync(store.backups, 'in the way')
  await tickAt(store, '2026-03-20 10:05')
  const { lastFailure, nextAt } = await list(store)
  expect({ failedAt: lastFailure?.at, nextAt }).toEqual({
    failedAt: at('2026-03-20 10:05'),
    nextAt: at('2026-03-20 10:10'),
  })
  rmSync(store.backups)
  await tickAt(store, '2026-03-02 10:00')
  await tickAt(store, '2026-03-02 10:06')
  expect((await list(store)).backups).toHaveLength(1)
})

it('counts although an old one cannot be taken away, and the act that waits for it happens (P4)', async () => {
  const store = hostStore()
  store.setNow('2025-06-01 10:00')
  const old = await make(store)
  for (const day of ['02', '03']) {
    store.setNow(`2025-06-${day} 10:00`)
    await make(store)
  }
  // Rotation wants the oldest gone by now, and what lies under its name cannot be removed as a file.
  rmSync(old.path)
  mkdirSync(path.join(old.path, 'held'), { recursive: true })
  store.setNow('2026-03-02 10:00')
  const made = await make(store)
  expect(made.problem).toBeNull()
  expect((await list(store)).lastFailure).toBeNull()
  // Control: rotation did want it gone, and took what it could.
  expect(readdirSync(store.backups)).toContain(made.name)
  expect(await store.answer('director', 'imports.undo', { batchId: 'none' })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  })
})

it('that went bad on the disk is not copied to the second folder as a good one (P4)', async () => {
  const store = hostStore()
  const stick = makeFolder()
  const made = await make(store)
  const bytes = readFileSync(made.path)
  bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 0xff
  writeFileSync(made.path, bytes)
  await store.ok('director', 'backups.setFolder', { folder: stick })
  await store.host().openedApplication()?.keeper.idle()
  expect(readdirSync(stick)).toEqual([])
  // Control: the next one is good, and follows.
  store.setNow('2026-03-02 11:00')
  await make(store)
  await store.host().openedApplication()?.keeper.idle()
  expect(readdirSync(stick).filter((name) => name.endsWith('.db'))).toHaveLength(1)
})

it('clears what it left half-made itself, and touches nothing of another store in the same folder (P4)', async () => {
  const store = hostStore()
  store.setNow('2025-06-01 10:00')
  const [mine, theirs] = [await make(store), await make(store)]
  // Both are bad and old, so that rotation lets go of its own.
  for (const { path: backup } of [mine, theirs]) appendFileSync(backup, 'x')
  const manifest = JSON.parse(readFileSync(`${theirs.path}.json`, 'utf8')) as object
  writeFileSync(`${theirs.path}.json`, JSON.stringify({ ...manifest, firstHash: 'f'.repeat(64) }))
  const half = path.join(store.backups, 'store-20260301-100000-quit.db.tmp')
  const others = path.join(store.backups, 'branch-20260301-100000-quit.db.tmp')
  for (const each of [half, others]) writeFileSync(each, 'half')
  store.setNow('2026-03-02 10:00')
  const made = await make(store)
  expect(readdirSync(store.backups).sort()).toEqual(
    [path.basename(others), theirs.name, `${theirs.name}.json`, made.name, `${made.name}.json`].sort(),
  )
})

describe('a store lies where people put it', () => {
  it.each(['我的 展厅（一）', "Anna's #1 100%20 store?", '店'.repeat(60), 'ｆｕｌｌ 🚗 ＷＩＤＥ'])(
    'in a folder named %s it is backed up, compared, restored and put back (P4)',
    async (name) => {
      const store = hostStore()
      store.host().close()
      const folder = path.join(makeFolder(), name)
      const file = path.join(folder, '门店 数据.db')
      mkdirSync(folder)
      copyFileSync(store.file, file)
      store.restart({ dataFolder: folder, storeFile: file })
      const made = await make(store)
      expect(path.dirname(made.path)).toBe(path.join(folder, 'backups'))
      await store.ok('chen', 'customers.register', intake({ customer: { name: '赵三' } }))
      const now = digestOfFile(file)
      const token = await store.signIn('director')
      const ref = { name: made.name, place: made.place }
      const preview = await store.ok<RestorePreview>(token, 'backups.preview', ref)
      expect(preview.customersLost).toEqual({ count: 1, names: ['赵三'] })
      await store.ok(token, 'backups.restore', { ...ref, reason: '误导入' })
      expect(digestOfFile(file)).not.toBe(now)
      await store.ok(await store.signIn('director'), 'backups.undoRestore', { reason: '恢复错了' })
      expect(digestOfFile(file)).toBe(now)
    },
  )
})

it('a copy of while the clock ran ahead does not stand for the days that come: the second folder is called old (P4)', async () => {
  const store = hostStore()
  const folder = makeFolder()
  await store.ok('director', 'backups.setFolder', { folder })
  const second = async (text: string) => {
    store.setNow(text)
    return (await list(store)).second
  }
  store.setNow('2026-03-20 10:00')
  await make(store)
  await store.host().openedApplication()?.keeper.idle()
  expect(await second('2026-03-20 10:01')).toMatchObject({ warning: null })
  // The clock is set right: of when that copy is, nobody can tell.
  expect(await second('2026-03-02 10:00')).toMatchObject({ warning: 'too_old' })
  await make(store)
  await store.host().openedApplication()?.keeper.idle()
  expect(await second('2026-03-02 10:01')).toMatchObject({ warning: null, newestAt: at('2026-03-02 10:00') })
  expect(await second('2026-03-03 10:01')).toMatchObject({ warning: 'too_old' })
})
