import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { BackupRow, Restored } from '#shared/contract/backups.ts'
import type { Output } from '#shared/contract/index.ts'
import { closedWithBackup, director, ref } from '#tests/support/files/closed-with-backup.ts'
import { digestOfFile, hostStore } from '#tests/support/hosted-store.ts'
import { intake } from '#tests/support/training-store.ts'

it('what undid an earlier restore is not offered to undo the last one, whose own backup is gone (P4)', async () => {
  const store = hostStore()
  const restore = async (at: string) => {
    store.setNow(at)
    await store.ok(await store.signIn('chen'), 'customers.register', intake())
    const token = await store.signIn('director')
    return store.ok<Restored>(token, 'backups.restore', { ...ref(made), reason: '误导入' })
  }
  const undo = async () => {
    const token = await store.signIn('director')
    const { lastRestore } = await store.ok<Output<'backups', 'list'>>(token, 'backups.list')
    return lastRestore?.undo?.name
  }
  const made = await store.ok<BackupRow>('director', 'backups.make')
  const first = await restore('2026-03-02 11:00')
  expect(await undo()).toBe(first.before?.name)
  const second = await restore('2026-03-02 11:30')
  expect(await undo()).toBe(second.before?.name)
  rmSync(second.before?.path ?? '')
  rmSync(`${second.before?.path}.json`)
  expect(await undo()).toBeUndefined()
})

it('a restore that did not happen after all leaves nothing that would undo the one before it (P4)', async () => {
  let meanwhile: () => void = () => undefined
  const store = hostStore(() => undefined, { onRestoreStep: (step) => step === 'staged' && meanwhile() })
  const made = await store.ok<BackupRow>('director', 'backups.make')
  await store.ok('chen', 'customers.register', intake())
  const now = digestOfFile(store.file)
  await store.ok(await store.signIn('director'), 'backups.restore', { ...ref(made), reason: '误导入' })
  store.setNow('2026-03-02 10:05')
  const other = await store.signIn('director')
  meanwhile = () => void store.ok(other, 'session.signOut')
  const refused = await store.refused(other, 'backups.restore', { ...ref(made), reason: '再来一次' })
  expect(refused.code).toBe('NOT_SIGNED_IN')
  meanwhile = () => undefined
  store.setNow('2026-03-02 10:06')
  await store.ok(await store.signIn('director'), 'backups.undoRestore', { reason: '恢复错了' })
  expect(digestOfFile(store.file)).toBe(now)
})

it('slips at a rescue are forgotten with the right password: the next rescue begins to count anew (P5, S4)', async () => {
  const { store, backup } = await closedWithBackup()
  for (let round = 0; round < 2; round += 1) {
    store.host().close()
    writeFileSync(store.file, readFileSync(store.file).subarray(0, 4_000))
    store.restart()
    for (let slip = 0; slip < 2; slip += 1) {
      const refused = await store.refused(null, 'setup.restore', {
        ...ref(backup),
        ...director,
        password: 'x',
      })
      expect(refused).toMatchObject({ code: 'SIGN_IN_FAILED', data: {} })
      expect(refused.data).not.toHaveProperty('retryAt')
    }
    await store.ok(null, 'setup.restore', { ...ref(backup), ...director })
  }
})
