import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BackupRow } from '#shared/contract/backups.ts'
import { digestOfFile, hostStore } from '#tests/support/hosted-store.ts'
import { intake } from '#tests/support/training-store.ts'

/** What may happen while a restore is made ready, which takes as long as the file is big. */

describe('a restore that is being made ready (P4, S4)', () => {
  it.each([
    ['session.signOut', 'NOT_SIGNED_IN'],
    ['session.lock', 'SESSION_LOCKED'],
  ])('does not happen once its session has ended or is locked: %s', async (call, code) => {
    let meanwhile: () => void = () => undefined
    const store = hostStore(() => undefined, { onRestoreStep: (step) => step === 'staged' && meanwhile() })
    const token = await store.signIn('director')
    const { name, place } = await store.ok<BackupRow>(token, 'backups.make')
    await store.ok('chen', 'customers.register', intake({ customer: { name: '赵三' } }))
    const now = digestOfFile(store.file)
    meanwhile = () => void store.ok(token, call)
    const refused = await store.refused(token, 'backups.restore', { name, place, reason: '误导入' })
    expect(refused.code).toBe(code)
    // The store is as it was, and goes on.
    expect(digestOfFile(store.file)).toBe(now)
    await store.ok('chen', 'customers.register', intake({ customer: { name: '赵四' } }))
    expect(readdirSync(path.dirname(store.file)).filter((each) => each.includes('restoring'))).toEqual([])
  })

  it('brings no session back that was open when the backup was made and has ended since', async () => {
    const store = hostStore()
    const then = await store.signIn('chen')
    const token = await store.signIn('director')
    const { name, place } = await store.ok<BackupRow>(token, 'backups.make')
    await store.ok(then, 'session.signOut')
    await store.ok(token, 'backups.restore', { name, place, reason: '误导入' })
    for (const each of [then, token])
      expect((await store.refused(each, 'session.current')).code).toBe('NOT_SIGNED_IN')
  })

  it('happens while its session stays as it was', async () => {
    const store = hostStore()
    const token = await store.signIn('director')
    const held = digestOfFile(store.file)
    const { name, place } = await store.ok<BackupRow>(token, 'backups.make')
    await store.ok('chen', 'customers.register', intake({ customer: { name: '赵三' } }))
    expect(digestOfFile(store.file)).not.toBe(held)
    await store.ok(token, 'backups.restore', { name, place, reason: '误导入' })
    expect(digestOfFile(store.file)).toBe(held)
  })
})
