import { isContractProcedure, type AnyContractProcedure, type Meta } from '@orpc/contract'
import { Procedure, type ProcedureHandler, type Router } from '@orpc/server'
import type { z } from 'zod'
import type { Topic } from '#shared/contract/declare.ts'
import { errorMap, orpcContract, type OrpcContract } from '#shared/contract/orpc.ts'
import { followChanges } from './change-stream.ts'
import type { CallContext } from './call-context.ts'
import type { Answer } from './open-application.ts'

/** Whoever answers calls: the host of the stores, or an open store itself. */
export interface Answering {
  readonly answerAsync: (path: string, input: unknown, context: CallContext) => Promise<Answer>
  /** Told what a success has changed; returns how to stop listening. */
  readonly onChange: (listener: (topics: readonly Topic[]) => void) => () => void
}

export type CallRouter = Router<OrpcContract, CallContext>
type RefusedData = z.input<typeof errorMap.REFUSED.data>
type Handler = ProcedureHandler<CallContext, unknown, unknown, typeof errorMap, Meta>
type Node = AnyContractProcedure | { readonly [key: string]: Node }

/**
 * The contract as an oRPC router: every procedure is one question to the application, and a failure comes out as
 * REFUSED with the failure inside. oRPC validates nothing itself, because it would look at an output only after
 * COMMIT; the application parses input and output, inside the transaction.
 */
export function makeRouter(answering: Answering): CallRouter {
  const ask: Handler = async ({ path, input, context, errors }) => {
    const answer = await answering.answerAsync(path.join('.'), input, context)
    if (answer.ok) return answer.value
    throw errors.REFUSED({ data: answer.error as RefusedData, message: answer.error.message })
  }
  const changes: Handler = ({ signal }) => followChanges(answering, signal)
  const walk = (node: Node, path: string): unknown =>
    isContractProcedure(node)
      ? asProcedure(node, path === 'events.changes' ? changes : ask)
      : Object.fromEntries(
          Object.entries(node).map(([key, each]) => [key, walk(each, path ? `${path}.${key}` : key)]),
        )
  return walk(orpcContract, '') as CallRouter
}

/** Neither index equals a position among the middlewares, so neither validation happens (a test holds oRPC to it). */
const validatesNothing = { inputValidationIndex: Number.NaN, outputValidationIndex: Number.NaN }

const asProcedure = (node: AnyContractProcedure, handler: Handler) =>
  new Procedure({ ...node['~orpc'], ...validatesNothing, middlewares: [], handler })
