import { MessageChannel } from 'node:worker_threads'
import type { Application } from '#main/application/open-application.ts'
import { makeRouter } from '#main/application/router.ts'
import { makeServer } from '#main/application/serve.ts'
import type { Chance } from './chance.ts'
import type { Payload } from './draw.ts'
import { nasty, nastyText } from './nasty.ts'

/** A page that sends what no page of ours would, over a port of the real server. */
export interface Page {
  /** Sends one message; answers the id under which an answer must come, or undefined where none is owed. */
  readonly send: (payload: Payload, chance: Chance) => string | undefined
  /** Status by id of what came back, and how often. */
  readonly answered: Map<string, number>
  readonly counts: Map<string, number>
  readonly dropped: () => number
  readonly close: () => void
}

const withoutCycles = (value: unknown): unknown => {
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null') as unknown
  } catch {
    return { cyclic: true }
  }
}

/** What oRPC says beside a body of JSON: which places hold a date, a big number, a map. Here they name anything. */
const someMeta = (chance: Chance): unknown =>
  chance.yes(0.7)
    ? undefined
    : Array.from({ length: chance.below(4) }, () => [
        chance.below(12),
        ...Array.from({ length: chance.below(3) }, () =>
          chance.pick(['__proto__', 'constructor', 'customer', 'rows', '0', 0, 99_999, nastyText(chance)]),
        ),
      ])

function broken(text: string, chance: Chance): unknown {
  const at = chance.below(text.length)
  return chance.pick<() => unknown>([
    () => text.slice(0, at),
    () => text.slice(at),
    () => text.slice(0, at) + chance.pick(['"', '}', '\\', '\u0000', '\ud800', '9e999']) + text.slice(at + 1),
    () => new TextEncoder().encode(text.slice(0, at)),
    () => new TextEncoder().encode(text).buffer,
    () => new Uint8Array(chance.below(64)).map(() => chance.below(256)),
    () => withoutCycles(nasty(chance)),
    () => Number.NaN,
    () => {
      const self: Record<string, unknown> = {}
      self['self'] = self
      return self
    },
    () => JSON.stringify({ i: nastyText(chance), t: chance.below(6), p: withoutCycles(nasty(chance)) }),
    () => JSON.stringify({ i: '1', t: 4 }),
  ])()
}

export function openPage(application: Application): Page {
  const { port1, port2 } = new MessageChannel()
  const answered = new Map<string, number>()
  const counts = new Map<string, number>()
  let drops = 0
  makeServer(makeRouter(application), { dropped: () => (drops += 1) })(port2)
  let serial = 0
  port1.on('message', (data: unknown) => {
    const { i, p } = JSON.parse(String(data)) as {
      i: string
      p?: { s?: number; b?: { json?: { data?: { code?: string } } } }
    }
    answered.set(i, (answered.get(i) ?? 0) + 1)
    const code = p?.b?.json?.data?.code ?? `status ${p?.s ?? 200}`
    counts.set(code, (counts.get(code) ?? 0) + 1)
  })
  return {
    send: ({ path, input, context }, chance) => {
      serial += 1
      const i = `x${serial.toString(36)}`
      const headers = {
        ...(context.token ? { authorization: `Bearer ${context.token}` } : {}),
        ...(context.commandId ? { 'x-command-id': context.commandId } : {}),
        ...(chance.yes(0.05) ? { [nastyText(chance)]: nastyText(chance) } : {}),
      }
      const json = withoutCycles(input)
      const frame = {
        i,
        p: { u: `/${path.replaceAll('.', '/')}`, b: { json, meta: someMeta(chance) }, h: headers },
      }
      const text = JSON.stringify(frame)
      if (chance.yes(0.25)) {
        port1.postMessage(broken(text, chance))
        return undefined
      }
      port1.postMessage(text)
      return i
    },
    answered,
    counts,
    dropped: () => drops,
    close: () => {
      port1.close()
      port2.close()
    },
  }
}
