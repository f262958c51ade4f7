import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { createStore } from '#main/application/create-store.ts'
import { openStoreFile } from '#main/application/opened-store.ts'
import { kindOf } from '#main/application/store-failure.ts'
import { systemClock } from '#main/platform/clock.ts'
import { findNetworkShare } from '#main/platform/file-system.ts'
import { hostStore, makeFolder } from '#tests/support/hosted-store.ts'
import { migrationsFolder, openTrainingStore } from '#tests/support/training-store.ts'

/** No share can be mounted in a test: the system is made to say that some folders are one. */
const shares = vi.hoisted(() => new Set<string>())
vi.mock('#main/platform/file-system.ts', async (load) => {
  const real = await load<typeof import('#main/platform/file-system.ts')>()
  return {
    ...real,
    findNetworkShare: (file: string) => {
      const share = [...shares].find((folder) => file.startsWith(folder))
      return share ? String.raw`\\nas\stores` : real.findNetworkShare(file)
    },
  }
})
const open = (file: string) =>
  openStoreFile(file, { migrationsFolder, clock: systemClock, log: () => undefined, locale: 'zh-CN' })

describe('a store on a network share (P9)', () => {
  it('is refused with what to do instead, and not touched', () => {
    const store = openTrainingStore()
    store.application.close()
    const folder = path.dirname(store.file)
    const before = readdirSync(folder).sort()
    shares.add(folder)
    const opened = open(store.file)
    if (opened.state !== 'failed') throw new Error('it opened')
    expect(opened.failure).toMatchObject({ code: 'FILE_REFUSED', data: { reason: 'network_share' } })
    expect(opened.failure.message).toContain(String.raw`\\nas\stores`)
    expect(opened.failure.message).toContain('本机硬盘')
    expect(kindOf(opened.failure, 'en')).toMatchObject({ kind: 'network_share' })
    expect(readdirSync(folder).sort()).toEqual(before)
    // The control: the same file, once its folder is of this machine.
    shares.delete(folder)
    const again = open(store.file)
    expect(again.state).toBe('open')
    if (again.state === 'open') again.application.close()
  })

  it('is not created there either', () => {
    const folder = makeFolder()
    shares.add(folder)
    const file = path.join(folder, 'store.db')
    const admin = { name: 'a', login: 'a', password: 'p' }
    const make = () =>
      createStore({
        file,
        migrationsFolder,
        name: '店',
        kind: 'training',
        policy: 'benyue',
        locale: 'zh-CN',
        now: 0,
        admin,
      })
    expect(make).toThrow('FILE_REFUSED')
    expect(existsSync(file)).toBe(false)
  })

  it('may be where the second folder of its backups is', async () => {
    const store = hostStore()
    const folder = makeFolder()
    shares.add(folder)
    await store.ok('director', 'backups.make')
    await store.ok('director', 'backups.setFolder', { folder })
    await store.host().openedApplication()?.keeper.idle()
    expect(readdirSync(folder).filter((name) => name.endsWith('.db'))).toHaveLength(1)
  })

  it('is looked for on this very machine without an error', () => {
    expect(findNetworkShare(makeFolder())).toBeUndefined()
    expect(findNetworkShare('/nowhere/at/all/store.db')).toBeUndefined()
  })
})
