import type { InferClientInputs, InferClientOutputs } from '@orpc/client'
import type { HostContract } from '#shared/contract/index.ts'
import type { Client } from '#shared/contract/orpc.ts'

/** The calls of the contract by their path `noun.verb`, with what each takes and answers, derived and never written by hand. */

type Nouns = HostContract
type Paths<K extends 'query' | 'command'> = {
  [N in keyof Nouns & string]: {
    [V in keyof Nouns[N] & string]: Nouns[N][V] extends { readonly kind: K } ? `${N}.${V}` : never
  }[keyof Nouns[N] & string]
}[keyof Nouns & string]

export type QueryPath = Paths<'query'>
export type CommandPath = Paths<'command'>
export type CallPath = QueryPath | CommandPath

type At<T, P extends string> = P extends `${infer N}.${infer V}`
  ? N extends keyof T
    ? V extends keyof T[N]
      ? T[N][V]
      : never
    : never
  : never

/** What a call takes, by its path: `CallInput<'customers.register'>`. */
export type CallInput<P extends CallPath> = At<InferClientInputs<Client>, P>
/** What a call answers, by its path: `CallOutput<'toDo.list'>`. */
export type CallOutput<P extends CallPath> = At<InferClientOutputs<Client>, P>
