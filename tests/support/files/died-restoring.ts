import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { ended, startChild } from '#tests/support/processes/child.ts'
import { closedWithBackup, director, ref, stateOf } from './closed-with-backup.ts'
import { auditFindings, digestOfFile } from '#tests/support/hosted-store.ts'

/** The moments of a restore at which a process may die. */
export const steps = ['staged', 'backed_up', 'closed', 'kept_aside', 'log_removed', 'renamed'] as const
/** Those of a store that does not open: there is nothing to back up or to close. */
export const rescueSteps = ['staged', 'kept_aside', 'log_removed', 'renamed'] as const

/** kill -9 at a step of a restore: the store of before or of after is there, whole, and the next restore succeeds. */
export async function dieRestoring(step: (typeof steps)[number]): Promise<void> {
  const { store, backup, held, last } = await closedWithBackup()
  const { signal, out } = await ended(startChild('restore-and-die', store.file, backup.name, step))
  expect({ signal, out }).toEqual({ signal: 'SIGKILL', out: '' })
  const staged = () => readdirSync(path.dirname(store.file)).filter((name) => name.includes('restoring'))
  const noted: string[] = []
  expect(staged().length > 0).toBe(step !== 'renamed')
  store.restart({ note: (text) => noted.push(text) })
  expect(await stateOf(store)).toMatchObject({ state: 'open' })
  // What was made ready is a whole store: it does not lie there until the next restore.
  expect([staged(), noted.length]).toEqual([[], step === 'renamed' ? 0 : 1])
  expect(digestOfFile(store.file)).toBe(step === 'renamed' ? held : last)
  expect(auditFindings(store.file)).toEqual([])
  const token = await store.signIn('director')
  await store.ok(token, 'backups.restore', { ...ref(backup), reason: '再来' })
  expect(digestOfFile(store.file)).toBe(held)
  expect(staged()).toEqual([])
}

/** The same where the store does not open: the damaged file is there, or the restored one; what was damaged is never lost. */
export async function dieRescuing(step: (typeof rescueSteps)[number]): Promise<void> {
  const { store, backup, held } = await closedWithBackup()
  writeFileSync(store.file, 'gone')
  const { signal } = await ended(startChild('restore-and-die', store.file, backup.name, step))
  expect(signal).toBe('SIGKILL')
  store.restart()
  const { state } = await stateOf(store)
  expect(state).toBe(step === 'renamed' ? 'open' : 'failed')
  if (state === 'failed') {
    expect(readFileSync(store.file, 'utf8')).toBe('gone')
    await store.ok(null, 'setup.restore', { ...ref(backup), ...director })
  }
  expect(digestOfFile(store.file)).toBe(held)
  const folder = path.dirname(store.file)
  const asides = readdirSync(folder).filter((name) => name.includes('.damaged-'))
  expect(asides.map((name) => readFileSync(path.join(folder, name), 'utf8'))).toContain('gone')
}
