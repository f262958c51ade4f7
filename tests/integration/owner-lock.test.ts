import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStoreFile } from '#main/application/opened-store.ts'
import { kindOf } from '#main/application/store-failure.ts'
import { systemClock } from '#main/platform/clock.ts'
import { closeStore, openStore } from '#main/store/open.ts'
import { takeOwnership } from '#main/store/owner-lock.ts'
import { ended, firstLine, kill, startChild } from '#tests/support/processes/child.ts'
import { cli } from '#tests/support/command-line.ts'
import { makeFolder } from '#tests/support/hosted-store.ts'
import { intake, migrationsFolder, openTrainingStore } from '#tests/support/training-store.ts'

function closedStore(): string {
  const store = openTrainingStore()
  store.ok('chen', 'customers.register', intake())
  store.application.close()
  return store.file
}
const open = (file: string) =>
  openStoreFile(file, { migrationsFolder, clock: systemClock, log: () => undefined, locale: 'zh-CN' })

describe('one owner of a store file (P7)', () => {
  it('a second opener in the same process is told who has it, and the first works on', () => {
    const store = openTrainingStore()
    const second = open(store.file)
    if (second.state !== 'failed') throw new Error('it opened twice')
    expect(second.failure).toMatchObject({ code: 'STORE_BUSY', data: { who: { pid: process.pid } } })
    expect(second.failure.message).toContain(String(process.pid))
    expect(kindOf(second.failure, 'zh-CN')).toMatchObject({ kind: 'busy', holder: { pid: process.pid } })
    store.ok('chen', 'customers.register', intake())
    store.application.close()
    const again = open(store.file)
    expect(again.state).toBe('open')
    if (again.state === 'open') again.application.close()
  })

  it('holds under every name of the file', () => {
    const file = closedStore()
    const link = path.join(makeFolder(), 'same.db')
    symlinkSync(file, link)
    const store = openStore(file, { migrationsFolder })
    expect(() => openStore(link, { migrationsFolder })).toThrow('STORE_BUSY')
    closeStore(store)
    closeStore(openStore(link, { migrationsFolder }))
  })

  it('is told on the command line, where nothing that writes runs, and what only reads does', async () => {
    const file = closedStore()
    const child = startChild('hold-store', file)
    expect(await firstLine(child)).toBe('OPEN')
    const before = readFileSync(file)
    const words = {
      call: ['call', '--store', file],
      roll: ['roll', '--store', file],
      import: ['import', '--store', file, '--login', 'director', '--file', 'none.xlsx'],
      seed: [
        'seed',
        '--store',
        file,
        '--customers',
        '5',
        '--days',
        '5',
        '--until',
        '2026-03-01',
        '--seed',
        'a',
      ],
    }
    const call = '{"id":1,"call":"store.status"}\n'
    for (const [verb, line] of Object.entries(words)) {
      const { lines } = await cli(line, {
        input: verb === 'call' ? call : '',
        env: { SHOWROOM_PASSWORD: 'director' },
      })
      expect([verb, lines[0]?.error?.code]).toEqual([verb, 'STORE_BUSY'])
      expect(lines[0]?.error?.message).toContain(String(child.pid))
    }
    const { code, lines } = await cli(['verify', '--store', file])
    expect({ code, ok: lines[0]?.ok }).toEqual({ code: 0, ok: true })
    const backup = await cli(['backup', '--store', file])
    expect(backup.lines[0]).toMatchObject({ ok: true, value: { counts: { customers: 1 }, problem: null } })
    const [made] = backup.lines
    const { name } = (made?.value ?? {}) as { name: string }
    const restored = await cli(
      ['restore', '--store', file, '--from', name, '--login', 'director', '--reason', 'x'],
      { env: { SHOWROOM_PASSWORD: 'director' } },
    )
    expect(restored.lines[0]?.error?.code).toBe('STORE_BUSY')
    expect(readFileSync(file).equals(before)).toBe(true)
    child.stdin?.write('close\n')
    await ended(child)
    expect((await cli(['roll', '--store', file])).lines[0]?.ok).toBe(true)
  })

  it('is over with its process, even after kill -9', async () => {
    const file = closedStore()
    for (let turn = 0; turn < 3; turn += 1) {
      const child = startChild('hold-store', file)
      expect(await firstLine(child)).toBe('OPEN')
      expect(open(file)).toMatchObject({ state: 'failed', failure: { code: 'STORE_BUSY' } })
      await kill(child)
      const opened = open(file)
      expect(opened.state).toBe('open')
      if (opened.state === 'open') opened.application.close()
    }
  })

  it('is won by one of many that open at once', async () => {
    const file = closedStore()
    const children = Array.from({ length: 4 }, () => startChild('hold-store', file))
    const said = await Promise.all(children.map(firstLine))
    expect(said.filter((line) => line === 'OPEN')).toHaveLength(1)
    expect(said.filter((line) => line === 'STORE_BUSY')).toHaveLength(3)
  })

  it('leaves no name of a holder behind when it is given back, and is given back when opening fails', () => {
    const file = closedStore()
    const store = openStore(file, { migrationsFolder })
    expect(existsSync(`${file}.owner.json`)).toBe(true)
    closeStore(store)
    expect(existsSync(`${file}.owner.json`)).toBe(false)
    expect(() => openStore(file, { migrationsFolder: makeFolder() })).toThrow()
    closeStore(openStore(file, { migrationsFolder }))
  })

  it('costs a start next to nothing', () => {
    const file = path.join(makeFolder(), 'store.db')
    const times = Array.from({ length: 50 }, () => {
      const from = performance.now()
      takeOwnership(file).release()
      return performance.now() - from
    }).sort((a, b) => a - b)
    // On a machine with nothing else to do it is below 1 ms; what must never come is a wait for a lock.
    expect(times[25]).toBeLessThan(100)
  })
})
