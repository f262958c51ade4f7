import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { channels } from '#shared/contract/desktop.ts'
import type { Client, ClientContext } from '#shared/contract/orpc.ts'
import type { CallInput, CallOutput, CallPath } from './calls.ts'
import { asFailure } from './failure.ts'
import { setLocked, untilUnlocked } from './screen-lock.ts'
import { currentToken } from './token.ts'
import { waitsForUnlocking } from './while-locked.ts'

type Link = RPCLink<ClientContext>
let link: Link | undefined

/** A new channel to the application: the page makes it, preload passes one end on. */
function connect(): Link {
  const { port1, port2 } = new MessageChannel()
  const made: Link = new RPCLink({
    port: port1,
    headers: ({ context }) => {
      const token = currentToken()
      return {
        'accept-language': document.documentElement.lang,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(context.commandId ? { 'x-command-id': context.commandId } : {}),
      }
    },
  })
  // A call on a closed port would never settle, so the next call makes a new channel.
  port1.addEventListener('close', () => {
    if (link === made) link = undefined
  })
  port1.start()
  window.postMessage({ type: channels.port }, '*', [port2])
  return made
}

/** The application, over a channel that is made anew whenever the other end goes away. */
export const client: Client = createORPCClient({
  call: (path, input, options) => (link ??= connect()).call(path, input, options),
})

interface CallOptions {
  readonly commandId?: string
  readonly signal?: AbortSignal | undefined
}
type AnyCall = (input: unknown, options: { signal?: AbortSignal; context: ClientContext }) => Promise<unknown>

/** One question. The casts are the one seam where a path becomes a procedure. */
function ask<P extends CallPath>(
  path: P,
  input: CallInput<P>,
  options: CallOptions = {},
): Promise<CallOutput<P>> {
  const [noun = '', verb = ''] = path.split('.')
  const nouns = client as unknown as Record<string, Record<string, AnyCall>>
  const context: ClientContext = options.commandId ? { commandId: options.commandId } : {}
  const procedure = nouns[noun]?.[verb]
  if (!procedure) throw new Error(`no call ${path}`)
  return procedure(input, { context, ...(options.signal ? { signal: options.signal } : {}) }) as Promise<
    CallOutput<P>
  >
}

/** Calls by path. While the screen is locked (S4) a call waits: nothing on a covered page fails, and what was under way goes on. */
export async function call<P extends CallPath>(
  path: P,
  input: CallInput<P>,
  options: CallOptions = {},
): Promise<CallOutput<P>> {
  for (;;) {
    if (waitsForUnlocking(path)) await untilUnlocked(options.signal)
    try {
      return await ask(path, input, options)
    } catch (error) {
      if (asFailure(error).code !== 'SESSION_LOCKED') throw error
      setLocked(true)
    }
  }
}
