import { EventEmitter } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { MessagePortMain } from 'electron'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startApplicationThread, type ApplicationThread } from '#main/desktop/thread/application-thread.ts'
import type { Client } from '#shared/contract/orpc.ts'

const admin = { name: 'Anna', login: 'anna', password: 'correct horse 9' }
const live = { name: 'Riverside', kind: 'live', policy: 'benyue', locale: 'en', admin } as const

let dataFolder: string
let problems: string[]
let threads: ApplicationThread[]
beforeEach(() => {
  dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'showroom-thread-'))
  problems = []
  threads = []
})
afterEach(async () => {
  for (const thread of threads) await thread.close()
  fs.rmSync(dataFolder, { recursive: true, force: true })
})

function start(
  script = path.resolve('src/main/desktop/thread/thread.ts'),
  backingUp: (leave: () => void) => void = () => undefined,
) {
  const told = { gaveUp: 0 }
  const thread = startApplicationThread({
    script,
    data: {
      dataFolder,
      migrationsFolder: path.resolve('drizzle'),
      storeFile: undefined,
      locale: 'en',
      openDemoIfEmpty: false,
    },
    log: {
      folder: dataFolder,
      info: () => undefined,
      error: (area, error) => void problems.push(`${area}: ${String(error)}`),
    },
    progress: () => undefined,
    backingUp,
    gaveUp: () => {
      told.gaveUp += 1
    },
  })
  threads.push(thread)
  return { thread, told }
}

/** Electron's end of a channel, as far as the bridge uses it, over a channel of Node. */
function electronPort(port: MessagePort): MessagePortMain {
  const outer = new EventEmitter()
  port.on('message', (data: unknown) => outer.emit('message', { data, ports: [] }))
  port.on('close', () => outer.emit('close'))
  const methods = {
    start: () => port.start(),
    close: () => port.close(),
    postMessage: port.postMessage.bind(port),
  }
  return Object.assign(outer, methods) as unknown as MessagePortMain
}

function connect(thread: ApplicationThread): { client: Client; port: MessagePort } {
  const { port1, port2 } = new MessageChannel()
  thread.connect(electronPort(port2))
  return { client: createORPCClient(new RPCLink({ port: port1 })), port: port1 }
}
const closed = (port: MessagePort) => new Promise<void>((resolve) => port.once('close', resolve))

describe('closing a thread that backs up (P4)', () => {
  /** A thread that is told to close, says that it backs up, and ends when nobody waits any more. */
  const slowThread = () => {
    const script = path.join(dataFolder, 'slow.mjs')
    fs.writeFileSync(
      script,
      `import { parentPort } from 'node:worker_threads'
       parentPort.on('message', ({ type }) => {
         if (type === 'close') parentPort.postMessage({ type: 'backing_up' })
         if (type === 'leave') process.exit()
       })`,
    )
    return script
  }

  it('waits for it, and ends at once for whoever does not', async () => {
    let leave: (() => void) | undefined
    const { thread } = start(slowThread(), (given) => {
      leave = given
    })
    let closed = false
    const closing = thread.close().then(() => {
      closed = true
    })
    await expect.poll(() => leave).toBeDefined()
    expect(closed).toBe(false)
    leave?.()
    await closing
    expect(problems).toEqual([])
  })
})

describe('the application on its thread', () => {
  it('answers over a bridged port, tells what is open, and folds its log into the file at the end', async () => {
    const { thread } = start()
    const { client, port } = connect(thread)
    expect(await client.setup.state()).toMatchObject({ state: 'no_store' })
    expect(await thread.summary()).toEqual({ state: 'no_store' })
    await client.setup.create(live)
    expect(await thread.summary()).toMatchObject({ state: 'open', name: 'Riverside', openPlans: 0 })
    expect(fs.readdirSync(path.join(dataFolder))).toContain('store.db-wal')
    const ended = closed(port)
    await thread.close()
    await ended
    expect(fs.readdirSync(path.join(dataFolder)).sort()).toEqual([
      'backups',
      'session.json',
      'store.db',
      // Who opens the store next takes it over (P7).
      'store.db.owner',
    ])
    // Something was written, so quitting has made a backup (P4).
    expect(fs.readdirSync(path.join(dataFolder, 'backups')).map((name) => name.replace(/\d+/g, ''))).toEqual([
      'store---quit.db',
      'store---quit.db.json',
    ])
    expect(problems).toEqual([])
  })

  it('hears what another window changes', async () => {
    const { thread } = start()
    const listening = await connect(thread).client.events.changes()
    const first = listening.next()
    await connect(thread).client.setup.create(live)
    expect((await first).value).toMatchObject({
      topics: expect.arrayContaining(['store', 'customers']),
      seq: 1,
    })
  })

  it('goes on after messages that are no calls', async () => {
    const { thread } = start()
    const { client, port } = connect(thread)
    for (let i = 0; i < 1000; i += 1) port.postMessage(i % 2 ? '{' : { i })
    expect(await client.setup.state()).toMatchObject({ state: 'no_store' })
    await expect.poll(() => problems, { timeout: 3000 }).toHaveLength(1)
    expect(problems[0]).toMatch(/^application: \d{3,4} messages dropped/)
  })
})

describe('a thread that dies', () => {
  /** Dies when told to tick, and names the process that answered. */
  const mortal = `
    import { parentPort } from 'node:worker_threads'
    parentPort.on('message', (message) => {
      if (message.type === 'tick') throw new Error('struck by lightning')
      if (message.type === 'summary') parentPort.postMessage({ type: 'summary', summary: { state: 'no_store' } })
      if (message.type === 'close') process.exit()
      if (message.type === 'port') globalThis.kept = message.port
    })`
  const script = () => {
    const file = path.join(dataFolder, 'mortal.mjs')
    fs.writeFileSync(file, mortal)
    return file
  }

  it('is started again; its ports close, so that pages make new ones', async () => {
    const { thread, told } = start(script())
    const { port } = connect(thread)
    const ended = closed(port)
    thread.tick()
    await ended
    expect(await thread.summary()).toEqual({ state: 'no_store' })
    expect(problems.join()).toContain('struck by lightning')
    expect(told.gaveUp).toBe(0)
  })

  it('again and again is given up', async () => {
    const { thread, told } = start(script())
    const strike = async () => {
      const ended = closed(connect(thread).port)
      thread.tick()
      await ended
    }
    await expect.poll(async () => strike().then(() => told.gaveUp), { timeout: 10_000 }).toBe(1)
    expect(problems.filter((each) => each.includes('lightning'))).toHaveLength(3)
    await closed(connect(thread).port)
  })
})
