import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient, isDefinedError, ORPCError, safe } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallContext } from '#main/application/call-context.ts'
import { followChanges } from '#main/application/change-stream.ts'
import type { Answer } from '#main/application/open-application.ts'
import { makeRouter, type Answering } from '#main/application/router.ts'
import { makeServer } from '#main/application/serve.ts'
import type { Topic } from '#shared/contract/declare.ts'
import type { Client } from '#shared/contract/orpc.ts'

interface Asked {
  readonly path: string
  readonly input: unknown
  readonly context: CallContext
}

/** An application that answers what a test says, and remembers what it was asked. */
function makeFake(answer: (asked: Asked) => Answer = () => ({ ok: true, value: null })) {
  const asked: Asked[] = []
  const listeners = new Set<(topics: readonly Topic[]) => void>()
  const answering: Answering = {
    answerAsync: (path, input, context) => {
      asked.push({ path, input, context })
      return Promise.resolve(answer({ path, input, context }))
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  const change = (...topics: Topic[]) => {
    for (const listener of listeners) listener(topics)
  }
  return { asked, answering, change, listeners }
}

const open: MessagePort[] = []
const rejections: unknown[] = []
const noteRejection = (reason: unknown) => void rejections.push(reason)
beforeEach(() => void process.on('unhandledRejection', noteRejection))
afterEach(async () => {
  for (const port of open.splice(0)) port.close()
  await wait(5)
  process.off('unhandledRejection', noteRejection)
  expect(rejections.splice(0)).toEqual([])
})
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function connect(answering: Answering, headers: Record<string, string> = {}, maxBytes?: number) {
  const { port1, port2 } = new MessageChannel()
  open.push(port1, port2)
  const dropped: string[] = []
  const serve = makeServer(makeRouter(answering), {
    dropped: (why) => void dropped.push(why),
    ...(maxBytes === undefined ? {} : { maxBytes }),
  })
  serve(port2)
  const client: Client = createORPCClient(new RPCLink({ port: port1, headers: () => headers }))
  return { client, port: port1, dropped }
}

describe('a served call', () => {
  it('arrives with its path, input, token, command id and language', async () => {
    const { answering, asked } = makeFake(() => ({ ok: true, value: { rows: [] } }))
    const { client } = connect(answering, {
      authorization: 'Bearer secret-token',
      'x-command-id': '0195-abc',
      'accept-language': 'en',
    })
    expect(await client.staff.list({})).toEqual({ rows: [] })
    const context = { token: 'secret-token', commandId: '0195-abc', locale: 'en' }
    expect(asked).toEqual([{ path: 'staff.list', input: {}, context }])
  })

  it('arrives without what its headers do not say', async () => {
    const { answering, asked } = makeFake()
    await connect(answering, { authorization: 'Basic abc', 'accept-language': 'fr' }).client.setup.leaveDemo()
    expect(asked).toEqual([{ path: 'setup.leaveDemo', input: undefined, context: {} }])
  })

  it('is refused when its command id is none, because a retry would be carried out twice', async () => {
    const { answering, asked } = makeFake()
    const { client } = connect(answering, { 'x-command-id': 'two words' })
    await expect(client.session.signOut()).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(asked).toEqual([])
  })

  it('comes back as the defined error REFUSED with the failure inside', async () => {
    const failure = { code: 'NOT_FOUND', message: 'no store', data: { what: 'store' } } as const
    const { answering } = makeFake(() => ({ ok: false, error: failure }))
    const { error } = await safe(connect(answering).client.store.status())
    if (!isDefinedError(error)) throw new Error('the error is not defined by the contract')
    expect([error.code, error.status, error.data]).toEqual(['REFUSED', 422, failure])
  })

  it('tells nothing of a bug but that there was one', async () => {
    const { answering } = makeFake(() => {
      throw new Error('password of 13800138000')
    })
    const { error } = await safe(connect(answering).client.store.status())
    expect(error).toBeInstanceOf(ORPCError)
    expect(JSON.stringify(error)).not.toContain('13800138000')
  })

  it('is validated neither before nor after by oRPC: the application does both, before COMMIT', async () => {
    const wrongOutput = { token: 1, unknown: true }
    const { answering, asked } = makeFake(() => ({ ok: true, value: wrongOutput }))
    const { client } = connect(answering)
    const wrongInput = { login: 5, extra: 'field' } as unknown as Parameters<typeof client.session.signIn>[0]
    expect(await client.session.signIn(wrongInput)).toEqual(wrongOutput)
    expect(asked[0]?.input).toEqual(wrongInput)
  })
})

describe('changes', () => {
  it('of one turn come as one event with every topic, however many there were', async () => {
    const { answering, change } = makeFake()
    const events = await connect(answering).client.events.changes()
    for (let i = 0; i < 1000; i += 1) change(i % 2 ? 'customers' : 'plans')
    change('staff')
    expect((await events.next()).value).toEqual({ topics: ['plans', 'customers', 'staff'], seq: 1 })
    change('losses')
    expect((await events.next()).value).toEqual({ topics: ['losses'], seq: 2 })
  })

  it('missed by a slow listener are not lost', async () => {
    const { answering, change } = makeFake()
    const events = followChanges(answering)
    for (const topic of ['customers', 'plans', 'checks', 'customers'] as const) {
      change(topic)
      await wait(1)
    }
    expect((await events.next()).value).toEqual({ topics: ['customers', 'plans', 'checks'], seq: 1 })
    await events.return()
  })

  it.each(['the listener stops', 'the channel closes'])('are not followed any more once %s', async (how) => {
    const { answering, listeners } = makeFake()
    const { client, port } = connect(answering)
    const stop = new AbortController()
    const events = await client.events.changes(undefined, { signal: stop.signal })
    const next = events.next().catch(() => 'ended')
    await expect.poll(() => listeners.size).toBe(1)
    if (how === 'the channel closes') port.close()
    else stop.abort()
    await expect.poll(() => listeners.size).toBe(0)
    if (how === 'the listener stops') expect(await next).toBe('ended')
  })

  it('that nobody ever reads are not kept for ever', () => {
    const { answering, listeners } = makeFake()
    const stop = new AbortController()
    followChanges(answering, stop.signal)
    expect(listeners.size).toBe(1)
    stop.abort()
    expect(listeners.size).toBe(0)
  })
})

describe('a hostile page', () => {
  const call = (id: string, url: unknown, body: unknown = {}, headers: unknown = {}) =>
    JSON.stringify({ i: id, p: { u: url, b: body, h: headers } })
  const bad: unknown[] = [
    '',
    '{',
    'null',
    '[]',
    '{"i":1}',
    '{"i":{},"p":{}}',
    call('a', 7),
    call('a', 'http://'),
    call('a', '/nowhere/at/all'),
    call('a', '/__proto__/toString'),
    call('a', '/store/status', { json: null, meta: [['date', '__proto__']] }),
    call('a', '/store/status', { json: { a: 1 }, meta: [[0, '__proto__', 'x']] }),
    call('a', '/store/status', {}, { authorization: { toString: 1 } }),
    call('a', '/store/status', {}, { 'content-type': 'multipart/form-data' }),
    JSON.stringify({ i: 'a', t: 3, p: null }),
    JSON.stringify({ i: 'a', t: 4 }),
    JSON.stringify({ i: 'a', t: 99, p: {} }),
    new Uint8Array([255, 255, 255]),
    new ArrayBuffer(3),
    null,
    undefined,
    7,
    { i: 'a', p: {} },
    new Map([['i', 'a']]),
  ]

  it('sends 1,000 messages that are no calls; the next call on the same port is answered', async () => {
    const { answering } = makeFake(() => ({ ok: true, value: 'answered' }))
    const { client, port, dropped } = connect(answering)
    for (let i = 0; i < 1000; i += 1) port.postMessage(bad[i % bad.length])
    expect(await client.setup.leaveDemo()).toBe('answered')
    expect(dropped.length).toBeGreaterThan(300)
    expect({}).not.toHaveProperty('x')
  })

  it('is told when its message is too large, and the port goes on', async () => {
    const { answering, asked } = makeFake()
    const { client, dropped } = connect(answering, {}, 10_000)
    const huge = { login: 'x'.repeat(10_000), password: 'y' }
    await expect(client.session.signIn(huge)).rejects.toMatchObject({
      status: 413,
      code: 'PAYLOAD_TOO_LARGE',
    })
    expect(dropped).toEqual(['too large'])
    await client.session.signOut()
    expect(asked.map(({ path }) => path)).toEqual(['session.signOut'])
  })
})
