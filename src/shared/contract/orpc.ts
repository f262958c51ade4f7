import {
  eventIterator,
  oc,
  type ContractProcedure,
  type ContractRouterClient,
  type Schema,
} from '@orpc/contract'
import { z } from 'zod'
import { errorCode } from '../errors.ts'
import type { Declaration, Topic } from './declare.ts'
import { hostContract, type HostContract } from './index.ts'

/**
 * The contract in oRPC's words, derived and never written by hand: what carries it over a MessagePort today
 * can carry it over HTTP tomorrow. Every failure crosses as REFUSED with a `Failure` inside.
 */

const failureSchema = z.object({
  code: errorCode,
  message: z.string(),
  reasons: z.array(z.any()).optional(),
  issues: z.array(z.any()).optional(),
  data: z.record(z.string(), z.any()).optional(),
})
export const errorMap = { REFUSED: { status: 422, data: failureSchema } } as const
type ErrorMap = typeof errorMap

/** Told to every window after a command: what it should read again. A gap in `seq` means: read everything again. */
export const changeEvent = z.object({ topics: z.array(z.string()), seq: z.number().int() })
export type ChangeEvent = { readonly topics: readonly Topic[]; readonly seq: number }

type Verb<D> =
  D extends Declaration<infer _K, infer I, infer O> ? ContractProcedure<I, O, ErrorMap, object> : never
type Nouns<C> = { [N in keyof C]: { [V in keyof C[N]]: Verb<C[N][V]> } }
const changesOutput = eventIterator(changeEvent)
type Events = { changes: ContractProcedure<Schema<void, void>, typeof changesOutput, ErrorMap, object> }
export type OrpcContract = Nouns<HostContract> & { events: Events }

const base = oc.errors(errorMap)

function derive(): OrpcContract {
  const nouns = Object.entries(hostContract).map(([noun, verbs]) => [
    noun,
    Object.fromEntries(
      Object.entries(verbs as Record<string, Declaration>).map(([verb, d]) => [
        verb,
        base.input(d.input).output(d.output),
      ]),
    ),
  ])
  return {
    ...Object.fromEntries(nouns),
    events: { changes: base.output(changesOutput) },
  } as OrpcContract
}

export const orpcContract: OrpcContract = derive()
/** What travels with a call besides its input: the id that makes a retry harmless (P8). */
export interface ClientContext {
  readonly commandId?: string
}
export type Client = ContractRouterClient<OrpcContract, ClientContext>
