import { ORPCError } from '@orpc/client'
import { StandardRPCHandler } from '@orpc/server/standard'
import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer'
import { ServerPeer } from '@orpc/standard-server-peer'
import { locale as localeSchema } from '#shared/contract/setup.ts'
import type { CallContext } from './call-context.ts'
import type { CallRouter } from './router.ts'

/** One end of a channel. Node's MessagePort is one; another kind takes a few lines. */
export interface Port {
  on(event: 'message', hear: (data: unknown) => void): unknown
  on(event: 'close', hear: () => void): unknown
  postMessage(message: unknown): void
}

export interface ServeOptions {
  /** A message longer than this is refused with 413, in bytes. */
  readonly maxBytes?: number
  /** Told why a message was dropped; what it said is not repeated. */
  readonly dropped?: (why: string) => void
}

const largestMessage = 16 * 1024 * 1024
/** What a client may choose as the id of a command. */
const commandIdPattern = /^[\w.:-]{1,100}$/

/**
 * Makes the answering end of ports. A message that is no call is dropped and the port goes on: whatever a page
 * sends, there is no unhandled rejection, which would end a worker thread.
 */
export function makeServer(
  router: CallRouter,
  options: ServeOptions = {},
): (port: Port, given?: CallContext) => void {
  const { maxBytes = largestMessage, dropped = () => undefined } = options
  const handler = new StandardRPCHandler<CallContext>(router, {
    interceptors: [
      (call) => call.next({ ...call, context: { ...call.context, ...contextOf(call.request.headers) } }),
    ],
  })
  return (port, given = {}) => {
    const handle = createServerPeerHandleRequestFn(handler, { context: given })
    const peer = new ServerPeer((message) => port.postMessage(message))
    port.on('message', (data) => {
      const size = sizeOf(data)
      if (size === undefined) return dropped('neither text nor bytes')
      if (size > maxBytes) return refuseTooLarge(port, data, dropped)
      peer
        .message(data as string | Uint8Array<ArrayBuffer>, handle)
        .catch((error: unknown) => dropped(nameOf(error)))
    })
    port.on('close', () => peer.close())
  }
}

function sizeOf(data: unknown): number | undefined {
  if (typeof data === 'string') return data.length
  return data instanceof ArrayBuffer || ArrayBuffer.isView(data) ? data.byteLength : undefined
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : typeof error)

/** Silence would leave the caller waiting for ever, so the id is read from the start of the text. */
function refuseTooLarge(port: Port, data: unknown, dropped: (why: string) => void): void {
  dropped('too large')
  const id = typeof data === 'string' ? /^\{"i":"([0-9a-z]{1,16})"/.exec(data.slice(0, 40))?.[1] : undefined
  if (id === undefined) return
  const error = new ORPCError('PAYLOAD_TOO_LARGE')
  port.postMessage(JSON.stringify({ i: id, p: { s: error.status, b: { json: error.toJSON() } } }))
}

type Headers = Readonly<Record<string, unknown>>

/** What the headers of a call say of it: who asks, under which command id (P8), in which language. */
function contextOf(headers: Headers): CallContext {
  const token = /^Bearer (\S{1,200})$/.exec(textOf(headers, 'authorization') ?? '')?.[1]
  const commandId = textOf(headers, 'x-command-id')
  // Carried out without its id, a retry would be carried out twice.
  if (commandId !== undefined && !commandIdPattern.test(commandId)) throw new ORPCError('BAD_REQUEST')
  const locale = localeSchema.safeParse(textOf(headers, 'accept-language'))
  return {
    ...(token === undefined ? {} : { token }),
    ...(commandId === undefined ? {} : { commandId }),
    ...(locale.success ? { locale: locale.data } : {}),
  }
}

function textOf(headers: Headers, name: string): string | undefined {
  const header = headers[name]
  if (header === undefined || typeof header === 'string') return header
  return '' // sent, but no text: never taken for not sent
}
