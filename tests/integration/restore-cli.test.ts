import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BackupRow, Restored } from '#shared/contract/backups.ts'
import { cli, type Ended } from '#tests/support/command-line.ts'
import { digestOfFile, makeFolder } from '#tests/support/hosted-store.ts'
import { intake, openTrainingStore } from '#tests/support/training-store.ts'

/** What the only answer carries. */
const valueOf = <T>([line]: Ended['lines']): T => line?.value as T
const env = { SHOWROOM_PASSWORD: 'director' }

async function storeWithBackup() {
  const store = openTrainingStore()
  store.ok('chen', 'customers.register', intake())
  store.application.close()
  const { code, lines } = await cli(['backup', '--store', store.file])
  expect(code).toBe(0)
  return { file: store.file, backup: valueOf<BackupRow>(lines), held: digestOfFile(store.file) }
}
const restore = (file: string, from: string, login = 'director') =>
  cli(['restore', '--store', file, '--from', from, '--login', login, '--reason', '演练'], { env })

describe('backups on the command line (P4)', () => {
  it('are made and listed, the bad ones with why', async () => {
    const { file, backup } = await storeWithBackup()
    expect(backup).toMatchObject({ reason: 'by_hand', problem: null, counts: { customers: 1, staff: 8 } })
    writeFileSync(path.join(path.dirname(backup.path), 'store-20260101-000000-scheduled.db'), 'x')
    const { lines } = await cli(['backups', '--store', file])
    expect(lines[0]).toMatchObject({
      ok: true,
      value: { backups: [{ name: backup.name, problem: null }, { problem: 'manifest_missing' }] },
    })
  })

  it('are restored into a store that opens, by somebody who may', async () => {
    const { file, backup, held } = await storeWithBackup()
    const refused = await cli(
      ['restore', '--store', file, '--from', backup.name, '--login', 'chen', '--reason', '演练'],
      { env: { SHOWROOM_PASSWORD: 'chen' } },
    )
    expect(refused.lines[0]?.error?.code).toBe('PERMISSION_DENIED')
    const { code, lines } = await restore(file, backup.name)
    expect(code).toBe(0)
    expect(valueOf<Restored>(lines).before).toMatchObject({ reason: 'before_restore' })
    expect(digestOfFile(file)).toBe(held)
    expect((await cli(['verify', '--store', file])).code).toBe(0)
  })

  it('are restored over a damaged one, which is kept', async () => {
    const { file, backup, held } = await storeWithBackup()
    writeFileSync(file, 'gone')
    const { code, lines } = await restore(file, backup.name)
    expect(code).toBe(0)
    expect(readFileSync(valueOf<Restored>(lines).keptAside ?? '', 'utf8')).toBe('gone')
    expect(digestOfFile(file)).toBe(held)
  })

  it('are restored on another computer, from a stick', async () => {
    const { backup, held } = await storeWithBackup()
    const stick = makeFolder()
    for (const ending of ['', '.json'])
      copyFileSync(backup.path + ending, path.join(stick, backup.name + ending))
    const folder = path.join(makeFolder(), 'new')
    mkdirSync(folder)
    const file = path.join(folder, 'store.db')
    const { code } = await restore(file, path.join(stick, backup.name))
    expect(code).toBe(0)
    expect(digestOfFile(file)).toBe(held)
  })

  it('are named when there is none of that name', async () => {
    const { file } = await storeWithBackup()
    const { code, lines } = await restore(file, 'store-none.db')
    expect({ code, reason: lines[0]?.error?.code }).toEqual({ code: 1, reason: 'FILE_REFUSED' })
  })
})
