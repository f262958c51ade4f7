import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createStore } from '#main/application/create-store.ts'
import type { SeedDemo } from '#main/application/demo.ts'
import { openApplication } from '#main/application/open-application.ts'
import { makeStoreHost, type HostOptions, type StoreHost } from '#main/application/host.ts'
import type { Instant } from '#shared/time/instant.ts'
import { parseInstant } from '#shared/time/instant.ts'

const migrationsFolder = path.resolve('drizzle')
const admin = { name: 'Anna', login: 'anna', password: 'correct horse 9' }
const live = { name: 'Riverside', kind: 'live', policy: 'benyue', locale: 'en', admin } as const
const logins = [{ login: 'demo', password: 'demo', name: 'Demo', role: 'admin' }]

let dataFolder: string
let now: Instant
let hosts: StoreHost[]
let incidents: unknown[]
beforeEach(() => {
  dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'showroom-host-'))
  now = at('2026-03-02T09:00:00+08:00')
  hosts = []
  incidents = []
})
afterEach(() => {
  for (const host of hosts) host.close()
  fs.rmSync(dataFolder, { recursive: true, force: true })
  expect(incidents).toEqual([])
})

function at(text: string): Instant {
  const moment = parseInstant(text)
  if (moment === undefined) throw new Error(text)
  return moment
}
const file = (name: string) => path.join(dataFolder, name)

const seedDemo: SeedDemo = ({ file, migrationsFolder, now, locale }) => {
  const admin = { name: 'Demo', login: 'demo', password: 'demo' }
  createStore({
    file,
    migrationsFolder,
    now,
    locale,
    name: 'Demo store',
    kind: 'training',
    policy: 'dcc',
    admin,
  })
  return logins
}

function start(options: Partial<HostOptions> = {}) {
  const host = makeStoreHost({
    dataFolder,
    migrationsFolder,
    seedDemo,
    locale: 'en',
    clock: { now: () => now },
    log: (_incidentId, error) => void incidents.push(error),
    ...options,
  })
  hosts.push(host)
  const told: string[][] = []
  host.onChange((topics) => void told.push([...topics]))
  const ask = (call: string, input?: unknown, token?: string) => host.answerAsync(call, input, { token })
  /** What a call answers; a failure fails the test. */
  const value = async (call: string, input?: unknown, token?: string) => {
    const answer = await ask(call, input, token)
    if (!answer.ok) throw new Error(`${call}: ${JSON.stringify(answer.error)}`)
    return answer.value as Record<string, unknown>
  }
  const state = () => value('setup.state')
  const failure = async (call: string, input?: unknown) => {
    const answer = await ask(call, input)
    if (answer.ok) throw new Error(`${call} was not refused`)
    return answer.error
  }
  return { host, told, ask, value, state, failure }
}

describe('on a machine without a store', () => {
  it('the state says so, and nothing else is answered', async () => {
    const { state, failure, host } = start()
    expect(await state()).toEqual({ state: 'no_store', failure: null, storePath: null, demo: null })
    expect(await failure('store.status')).toMatchObject({ code: 'NOT_FOUND', data: { what: 'store' } })
    expect(await failure('setup.nothing')).toMatchObject({ code: 'NOT_FOUND' })
    expect(host.summary()).toEqual({ state: 'no_store' })
    expect(fs.readdirSync(dataFolder)).toEqual([])
  })

  it('a store is created once, and is open from then on', async () => {
    const { value, state, told, host } = start()
    await value('setup.create', live)
    expect(await state()).toMatchObject({ state: 'open', storePath: file('store.db'), demo: null })
    expect(told.flat()).toContain('customers')
    expect((await value('session.signIn', { login: 'anna', password: admin.password }))['token']).toEqual(
      expect.any(String),
    )
    expect(host.summary()).toEqual({
      state: 'open',
      name: 'Riverside',
      today: '2026-03-02',
      openPlans: 0,
      updateSource: null,
    })
    host.close()
    expect(await start().state()).toMatchObject({ state: 'open', storePath: file('store.db') })
  })

  it('none is created where one was: its backups are there, and it is missing (P5)', async () => {
    const { value, host } = start()
    await value('setup.create', live)
    await host.openedApplication()?.keeper.make('by_hand')
    host.close()
    fs.rmSync(file('store.db'))
    const again = start()
    expect(await again.state()).toMatchObject({ state: 'failed', failure: { kind: 'not_found' } })
    expect(await again.failure('setup.create', live)).toMatchObject({
      code: 'FILE_REFUSED',
      data: { reason: 'left_behind' },
    })
    expect(fs.existsSync(file('store.db'))).toBe(false)
  })

  it('what is wrong with a new store is said field by field, and nothing is made', async () => {
    const { failure, state } = start()
    const weak = { ...live, admin: { ...admin, password: '12345678' } }
    expect((await failure('setup.create', weak)).issues).toEqual([
      { field: 'admin.password', code: 'password_common' },
    ])
    const extra = await failure('setup.create', { ...live, zone: 'UTC' })
    expect(extra.issues).toEqual([{ field: 'zone', code: 'unknown_field' }])
    expect(await state()).toMatchObject({ state: 'no_store' })
  })
})

describe('a store that is there', () => {
  it('is never created again', async () => {
    const { value, failure } = start()
    await value('setup.create', live)
    expect(await failure('setup.create', { ...live, name: 'Another' })).toMatchObject({
      code: 'FILE_REFUSED',
    })
    expect(await value('store.status')).toMatchObject({ name: 'Riverside' })
  })

  it('is shown as failed when it is damaged, and stays as it is', async () => {
    fs.writeFileSync(file('store.db'), 'no store at all '.repeat(1000))
    const { state, failure, host } = start()
    expect(await state()).toMatchObject({
      state: 'failed',
      failure: { code: 'STORE_DAMAGED', path: file('store.db'), message: expect.stringMatching(/./) },
      storePath: file('store.db'),
    })
    expect(await failure('store.status')).toMatchObject({ code: 'NOT_FOUND' })
    expect(await failure('setup.create', live)).toMatchObject({ code: 'FILE_REFUSED' })
    expect(host.summary()).toEqual({ state: 'failed', code: 'STORE_DAMAGED' })
    expect(fs.readFileSync(file('store.db'), 'utf8')).toBe('no store at all '.repeat(1000))
  })

  it('leaves no write-ahead log behind when it is closed', async () => {
    const { value, host } = start()
    await value('setup.create', live)
    await value('session.signIn', { login: 'anna', password: admin.password })
    expect(fs.existsSync(file('store.db-wal'))).toBe(true)
    host.close()
    expect(fs.existsSync(file('store.db-wal'))).toBe(false)
  })

  it('has the machine’s clock, and the windows are told of a new date', async () => {
    const { value, host, told } = start()
    await value('setup.create', live)
    host.tick()
    told.length = 0
    now = at('2026-03-02T23:59:00+08:00')
    host.tick()
    expect(told).toEqual([])
    now = at('2026-03-03T00:00:00+08:00')
    host.tick()
    expect(told.flat()).toContain('store')
    expect(await value('store.status')).toMatchObject({ today: '2026-03-03', kind: 'live' })
  })
})

describe('a store named on the command line', () => {
  it('is opened instead of the one of this machine, and leaves no trace beside it', async () => {
    const other = file('elsewhere.db')
    createStore({ ...live, name: 'Elsewhere', file: other, migrationsFolder, now })
    const first = start()
    await first.value('setup.create', live)
    await first.value('setup.openDemo', { locale: 'en' })
    first.host.close()
    const named = start({ storeFile: other })
    expect(await named.state()).toMatchObject({ state: 'open', storePath: other })
    await named.value('setup.openDemo', { locale: 'en' })
    await named.value('setup.leaveDemo')
    expect(await named.value('store.status')).toMatchObject({ name: 'Elsewhere' })
    named.host.close()
    expect(await start().state()).toMatchObject({ storePath: file('demo.db') })
  })

  it('is not made when it is missing, and opens once it is there', async () => {
    const missing = file('missing.db')
    const { state } = start({ storeFile: missing })
    expect(await state()).toMatchObject({ state: 'failed', failure: { code: 'FILE_REFUSED', path: missing } })
    expect(fs.readdirSync(dataFolder)).toEqual([])
    createStore({ ...live, file: missing, migrationsFolder, now })
    expect(await state()).toMatchObject({ state: 'open', storePath: missing })
  })
})

describe('the demo store', () => {
  it('is made, opened, and open again at the next start', async () => {
    const { value, state, host } = start()
    await value('setup.openDemo', { locale: 'en' })
    expect(await state()).toEqual({ state: 'open', failure: null, storePath: file('demo.db'), demo: logins })
    expect(await value('store.status')).toMatchObject({ name: 'Demo store', kind: 'training' })
    host.close()
    const again = start({ seedDemo: () => expect.unreachable('the demo store is there already') })
    expect(await again.state()).toMatchObject({ storePath: file('demo.db'), demo: logins })
  })

  it('is left for the live store, or for the choice of the first start', async () => {
    const { value, state } = start()
    await value('setup.openDemo', { locale: 'en' })
    await value('setup.leaveDemo')
    expect(await state()).toMatchObject({ state: 'no_store', demo: null })
    await value('setup.create', live)
    await value('setup.openDemo', { locale: 'en' })
    await value('setup.leaveDemo')
    expect(await state()).toMatchObject({ state: 'open', storePath: file('store.db'), demo: null })
    expect(await start().state()).toMatchObject({ storePath: file('store.db') })
  })

  it('goes with the clock of the machine, day by day', async () => {
    const drilled: SeedDemo = async (options) => {
      const logins = await seedDemo(options)
      const application = openApplication(options)
      application.answer('session.signIn', { login: 'demo', password: 'demo' }, { now: options.now })
      application.close()
      return logins
    }
    const { value, host } = start({ seedDemo: drilled })
    await value('setup.openDemo', { locale: 'en' })
    now = at('2026-03-04T08:00:00+08:00')
    host.tick()
    expect(await value('store.status')).toMatchObject({ today: '2026-03-04', clock: 'ok' })
    await value('session.signIn', { login: 'demo', password: 'demo' })
    now = at('2026-03-05T08:00:00+08:00')
    expect(await value('store.status')).toMatchObject({ today: '2026-03-05', clock: 'ok' })
  })

  it('is not half there when making it fails, and what was open stays open', async () => {
    const half: SeedDemo = (options) => {
      void seedDemo(options)
      throw new Error('the power went')
    }
    const { value, failure, state } = start({ seedDemo: half })
    await value('setup.create', live)
    expect(await failure('setup.openDemo', { locale: 'en' })).toMatchObject({ code: 'INTERNAL' })
    expect(incidents.splice(0)).toHaveLength(1)
    expect(fs.existsSync(file('demo.db'))).toBe(false)
    expect(await state()).toMatchObject({ storePath: file('store.db') })
    const second = start()
    await second.value('setup.openDemo', { locale: 'en' })
    expect(await second.state()).toMatchObject({ storePath: file('demo.db') })
  })

  it('that is damaged is refused while the live store stays open', async () => {
    const { value, failure, state } = start()
    await value('setup.create', live)
    fs.writeFileSync(file('demo.db'), 'garbage '.repeat(2000))
    expect(await failure('setup.openDemo', { locale: 'en' })).toMatchObject({ code: 'STORE_DAMAGED' })
    expect(await state()).toMatchObject({ storePath: file('store.db') })
  })

  it('opens by itself only where there is no store, and the state waits for it', async () => {
    const slow: SeedDemo = async (options) => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      return seedDemo(options)
    }
    const { host, state } = start({ seedDemo: slow })
    void host.openDemoIfEmpty('en')
    expect(await state()).toMatchObject({ state: 'open', storePath: file('demo.db') })
    const other = start({ dataFolder: file('other') })
    await other.value('setup.create', live)
    await other.host.openDemoIfEmpty('en')
    expect(await other.state()).toMatchObject({ storePath: path.join(file('other'), 'store.db') })
  })
})
