import { z } from 'zod'
import type { Permission } from '../access/permissions.ts'

/** What a command changes; windows refresh what they show of it. */
export type Topic =
  | 'store'
  | 'staff'
  | 'customers'
  | 'plans'
  | 'losses'
  | 'checks'
  | 'imports'
  | 'leaves'
  | 'claims'
  | 'recordings'
  | 'penalties'
  | 'instructions'
  | 'visits'
  | 'rotation'
  | 'leads'
  | 'backups'

/** `public` needs no session; everything else names a row of the role table. */
export type Access = Permission | 'public'

export interface Declaration<
  K extends 'query' | 'command' = 'query' | 'command',
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly kind: K
  readonly access: Access
  readonly input: I
  readonly output: O
  /** Topics that a success changes. Empty for queries. */
  readonly changes: readonly Topic[]
  /** Judges, confirms, approves or signs: refused while the clock is behind. */
  readonly judges: boolean
  /** May be called before a one-time secret has been replaced. */
  readonly beforePasswordChange: boolean
  /** May be called while the session is locked (S4): what opens it, leaves it, or shows nothing of a customer. */
  readonly whileLocked: boolean
  /**
   * S4 Asks its caller to have proved who he is a short while ago, else it refuses with CONFIRM_AGAIN; or only where the input has
   * one of these fields.
   */
  readonly confirms: boolean | readonly string[]
  /** Done twice it does no harm, and its answer is too long to be kept under the command's id. */
  readonly repeatable: boolean
}

interface Options<I extends z.ZodType, O extends z.ZodType> {
  readonly access: Access
  readonly input?: I
  readonly output?: O
  readonly changes?: readonly Topic[]
  readonly judges?: boolean
  readonly beforePasswordChange?: boolean
  readonly whileLocked?: boolean
  readonly confirms?: boolean | readonly string[]
  readonly repeatable?: boolean
}

const nothing = z.strictObject({}).nullish()
const done = z.null()
export type Nothing = typeof nothing
export type Done = typeof done

function declare<K extends 'query' | 'command', I extends z.ZodType, O extends z.ZodType>(
  kind: K,
  options: Options<I, O>,
): Declaration<K, I, O> {
  return {
    kind,
    access: options.access,
    input: (options.input ?? nothing) as I,
    output: (options.output ?? done) as O,
    changes: options.changes ?? [],
    judges: options.judges ?? false,
    beforePasswordChange: options.beforePasswordChange ?? false,
    whileLocked: options.whileLocked ?? false,
    confirms: options.confirms ?? false,
    repeatable: options.repeatable ?? false,
  }
}

/** Declares a call that only reads: its handler is given a readable store. */
export const query = <I extends z.ZodType = Nothing, O extends z.ZodType = Done>(options: Options<I, O>) =>
  declare('query', options)

/** Declares a call that writes: one transaction, one audit row, and a change told to every window. */
export const command = <I extends z.ZodType = Nothing, O extends z.ZodType = Done>(options: Options<I, O>) =>
  declare('command', options)
