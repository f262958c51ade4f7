import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BackupRow, Restored, RestorePreview } from '#shared/contract/backups.ts'
import { findDeclaration, type Output } from '#shared/contract/index.ts'
import { backupReasons, type BackupReason } from '#shared/domain/codes.ts'
import {
  auditFindings,
  digestOfFile,
  hostStore,
  makeFolder,
  type HostedStore,
} from '#tests/support/hosted-store.ts'
import { intake } from '#tests/support/training-store.ts'

const list = (store: HostedStore, as = 'director') => store.ok<Output<'backups', 'list'>>(as, 'backups.list')
const refOf = ({ name, place }: BackupRow) => ({ name, place })

/** A store with two customers, a backup of each kind, and a third customer after it. */
async function storeWithBackup(reason: BackupReason) {
  const store = hostStore((filled) => {
    filled.ok('chen', 'customers.register', intake({ customer: { name: '赵一' } }))
    filled.ok('chen', 'customers.register', intake({ customer: { name: '赵二' } }))
  })
  const keeper = store.host().openedApplication()?.keeper
  if (!keeper) throw new Error('no store is open')
  const held = digestOfFile(store.file)
  const backup = await keeper.make(reason)
  store.setNow('2026-03-02 11:00')
  await store.ok('chen', 'customers.register', intake({ customer: { name: '赵三' } }))
  const now = digestOfFile(store.file)
  expect(now).not.toBe(held)
  return { store, backup, held, now }
}

describe('restoring (P4)', () => {
  it.each(backupReasons)(
    'from a backup of the kind %s brings the store of then, and its undoing the store of now',
    async (reason) => {
      const { store, backup, held, now } = await storeWithBackup(reason)
      const token = await store.signIn('director')
      const done = await store.ok<Restored>(token, 'backups.restore', { ...refOf(backup), reason: '误导入' })
      expect(done.backup.name).toBe(backup.name)
      expect(done.before).toMatchObject({ reason: 'before_restore', problem: null })
      expect(digestOfFile(store.file)).toBe(held)
      expect(auditFindings(store.file)).toEqual([])
      // Everybody signs in again: a session that was ended since must not come back.
      expect((await store.refused(token, 'session.current')).code).toBe('NOT_SIGNED_IN')
      const again = await store.signIn('director')
      const { lastRestore } = await list(store, again)
      expect(lastRestore).toMatchObject({ staffName: '高总监', undo: { name: done.before?.name } })
      expect(lastRestore?.reason).toContain('误导入')
      expect(lastRestore?.reason).toContain(backup.name)
      store.setNow('2026-03-02 11:05')
      await store.ok(again, 'backups.undoRestore', { reason: '恢复错了' })
      expect(digestOfFile(store.file)).toBe(now)
      expect(auditFindings(store.file)).toEqual([])
      expect(readdirSync(path.dirname(store.file)).filter((name) => name.includes('restoring'))).toEqual([])
    },
  )

  it('takes a backup of the second folder as well', async () => {
    const { store, held } = await storeWithBackup('scheduled')
    const stick = makeFolder()
    await store.ok('director', 'backups.setFolder', { folder: stick })
    const keeper = store.host().openedApplication()?.keeper
    await keeper?.idle()
    rmSync(store.backups, { recursive: true })
    const copies = readdirSync(stick).filter((name) => name.endsWith('.db'))
    expect(copies).toHaveLength(1)
    await store.ok('director', 'backups.setFolder', { folder: stick })
    const row = (await list(store)).backups.find(({ place }) => place === 'second')
    if (!row) throw new Error('nothing lies in the second folder')
    await store.ok(await store.signIn('director'), 'backups.restore', { ...refOf(row), reason: '换电脑' })
    expect(digestOfFile(store.file)).toBe(held)
  })

  it('shows before what would be lost: acts, by whom, and customers to whoever may read them', async () => {
    const { store, backup } = await storeWithBackup('by_hand')
    const preview = await store.ok<RestorePreview>('director', 'backups.preview', refOf(backup))
    expect(preview).toMatchObject({
      inBackup: { customers: 2 },
      inStore: { customers: 3 },
      lost: {
        acts: 1,
        byCall: [{ call: 'customers.register', count: 1 }],
        byStaff: [{ staffName: '陈晓东', count: 1 }],
      },
      regained: { acts: 0 },
      customersLost: { count: 1, names: ['赵三'] },
    })
    // That people signed in since, or locked their screens, is no work that would be lost.
    const token = await store.signIn('li')
    await store.ok(token, 'session.signOut')
    expect((await store.ok<RestorePreview>('director', 'backups.preview', refOf(backup))).lost).toEqual(
      preview.lost,
    )
    const { rows } = await store.ok<Output<'audit', 'list'>>('director', 'audit.list', {
      call: 'session.signIn',
    })
    expect(rows[0]?.staffName).toBe('李雪')
    const forAdmin = await store.ok<RestorePreview>('admin', 'backups.preview', refOf(backup))
    expect(forAdmin.customersLost).toEqual({ count: 1, names: [] })
  })

  it('asks for the password again, and for a reason (S4)', async () => {
    const { store, backup } = await storeWithBackup('by_hand')
    for (const call of ['backups.restore', 'backups.undoRestore'])
      expect(findDeclaration(call)?.confirms).toBe(true)
    const fresh = await store.signIn('director')
    expect((await store.refused(fresh, 'backups.restore', { ...refOf(backup), reason: ' ' })).code).toBe(
      'VALIDATION_FAILED',
    )
  })

  it('has nothing to undo where nothing was restored', async () => {
    const { store } = await storeWithBackup('before_restore')
    expect(
      (await store.refused(await store.signIn('director'), 'backups.undoRestore', { reason: '试' })).code,
    ).toBe('NOT_FOUND')
  })

  it('refuses the backup of another store', async () => {
    const { store } = await storeWithBackup('by_hand')
    const other = await storeWithBackup('by_hand')
    rmSync(store.backups, { recursive: true })
    const foreign = (await list(other.store)).backups[0]
    if (!foreign) throw new Error('no backup')
    cpSync(other.store.backups, store.backups, { recursive: true })
    // Stores of tests are copies of one: this one's trail begins otherwise.
    const manifest = JSON.parse(
      readFileSync(path.join(store.backups, `${foreign.name}.json`), 'utf8'),
    ) as Record<string, unknown>
    writeFileSync(
      path.join(store.backups, `${foreign.name}.json`),
      JSON.stringify({ ...manifest, firstHash: 'f'.repeat(64) }),
    )
    const row = (await list(store)).backups.find(({ name }) => name === foreign.name)
    expect(row?.problem).toBe('other_store')
    const refused = await store.refused(await store.signIn('director'), 'backups.restore', {
      ...refOf(foreign),
      reason: '试',
    })
    expect(refused).toMatchObject({ code: 'FILE_REFUSED', data: { data: { problem: 'other_store' } } })
  })

  it('tells whoever was at work that he signs in again', async () => {
    const { store, backup } = await storeWithBackup('by_hand')
    const application = store.host().openedApplication()
    await store.ok(await store.signIn('director'), 'backups.restore', { ...refOf(backup), reason: '试' })
    const late = application?.answer('store.status', undefined, {})
    expect(late).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } })
  })
})
