import type { z } from 'zod'
import { appointments } from './appointments.ts'
import { audit } from './audit.ts'
import { backups } from './backups.ts'
import { claims, ownership } from './claims.ts'
import { customers } from './customers.ts'
import type { Declaration } from './declare.ts'
import { duplicates, merges } from './duplicates.ts'
import { exports } from './exports.ts'
import { figures } from './figures.ts'
import { followUps } from './follow-ups.ts'
import { forms } from './forms.ts'
import { imports } from './imports.ts'
import { instructions } from './instructions.ts'
import { leads } from './leads.ts'
import { leaves } from './leaves.ts'
import { losses } from './losses.ts'
import { opportunities } from './opportunities.ts'
import { outputs } from './outputs.ts'
import { penalties, rectifications, suspensions, violations } from './penalties.ts'
import { policies } from './policies.ts'
import { privacy } from './privacy.ts'
import { reassignments } from './reassignments.ts'
import { recordings } from './recordings.ts'
import { rotation } from './rotation.ts'
import { session } from './session.ts'
import { setup } from './setup.ts'
import { staff } from './staff.ts'
import { store } from './store.ts'
import { dailyCheck, dayRoll } from './supervision.ts'
import { toDo } from './to-do.ts'
import { updates } from './updates.ts'
import { arrivals, testDrives, visits } from './visits.ts'

/** Every call of the product that an open store answers: the only place that names one. */
export const contract = {
  store,
  session,
  staff,
  policies,
  customers,
  opportunities,
  followUps,
  toDo,
  losses,
  imports,
  dayRoll,
  dailyCheck,
  violations,
  penalties,
  rectifications,
  suspensions,
  instructions,
  leaves,
  reassignments,
  claims,
  ownership,
  recordings,
  updates,
  audit,
  outputs,
  visits,
  arrivals,
  testDrives,
  rotation,
  leads,
  appointments,
  duplicates,
  merges,
  forms,
  exports,
  figures,
  privacy,
  backups,
}
export type Contract = typeof contract

/** Calls that are answered with or without an open store. */
export const hostContract = { ...contract, setup }
export type HostContract = typeof hostContract

export type Noun = keyof Contract
export type InputOf<D> = D extends Declaration<infer _K, infer I, infer _O> ? z.output<I> : never
export type OutputOf<D> = D extends Declaration<infer _K, infer _I, infer O> ? z.input<O> : never

/** What a call takes, by noun and verb: `Input<'customers', 'register'>`. */
export type Input<N extends Noun, V extends keyof Contract[N]> = InputOf<Contract[N][V]>
/** What a call answers, by noun and verb. */
export type Output<N extends Noun, V extends keyof Contract[N]> = OutputOf<Contract[N][V]>

/** The declaration of a call by its path `noun.verb`, or undefined. */
export function findDeclaration(path: string): Declaration | undefined {
  const [noun, verb, rest] = path.split('.')
  if (!noun || !verb || rest !== undefined) return undefined
  const verbs: Record<string, Declaration> | undefined = Object.hasOwn(contract, noun)
    ? (contract as Record<string, Record<string, Declaration>>)[noun]
    : undefined
  return verbs && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
}

/** Every call by its path, for routers and for tests. */
export const declarations: readonly (readonly [string, Declaration])[] = Object.entries(contract).flatMap(
  ([noun, verbs]) =>
    Object.entries(verbs).map(
      ([verb, declaration]) => [`${noun}.${verb}`, declaration as Declaration] as const,
    ),
)
