import type { CallContext } from '#main/application/call-context.ts'
import { reachOf } from '#shared/access/permissions.ts'
import type { Declaration } from '#shared/contract/declare.ts'
import { declarations, hostContract } from '#shared/contract/index.ts'
import type { Chance } from './chance.ts'
import { fromSchema, mutated, type Known } from './from-schema.ts'
import { nasty, nastyText } from './nasty.ts'
import type { Population } from './population.ts'

/** One payload: what is called, with what, by whom. */
export interface Payload {
  readonly path: string
  readonly input: unknown
  readonly context: CallContext
}

/** They hash a password, or write and read whole files: as many of them would take days. */
const slow =
  /^(session\.(signIn|confirm|unlock|setPin|changePassword)|staff\.(add|resetAccess)|exports\.|forms\.export|.*\.export\w+|imports\.|leads\.(preview|import)|recordings\.(scan|setFolder)|policies\.(preview|publish)|audit\.verify|penalties\.recompute|backups\.|store\.(confirmClock|seed)|customers\.(copyData|erase)|privacy\.)/
/** They close the desks one after the other: what comes after would be answered NOT_SIGNED_IN. */
const closing =
  /^(session\.(signOut|lock|changePassword)|staff\.(update|setStatus|resetAccess)|reassignments\.apply)$/
/** One in so many of those that come up is drawn. */
const shareOf = (path: string): number => {
  if (/^(audit\.verify|session\.(signIn|setPin))$/.test(path)) return 0.004
  return slow.test(path) || closing.test(path) ? 0.03 : 1
}

const noCalls = [
  '',
  '.',
  'customers',
  'customers.',
  '.get',
  'customers.get.get',
  '__proto__.x',
  'constructor.name',
  'customers.__proto__',
  'customers.toString',
  'setup.state',
  'setup.create',
  'events.changes',
  'x'.repeat(10_000),
  '客户.查',
  '\u0000',
]

/** Draws payloads for the desks of a population. */
export function makeDrawing(population: Population, known: Known, chance: Chance): () => Payload {
  const all = [
    ...declarations,
    ...Object.entries(hostContract.setup).map(
      ([verb, each]) => [`setup.${verb}`, each as Declaration] as const,
    ),
  ]
  const inputs = new Map<string, Declaration>(all)
  const paths = [...inputs.keys()]
  let serial = 0

  function pathOf(): string {
    if (chance.yes(0.01)) return chance.pick(noCalls)
    const path = chance.pick(paths)
    return chance.yes(shareOf(path)) ? path : pathOf()
  }
  const signedIn = population.signedIn.map(({ token }) => token)
  /** Mostly somebody who may: whoever may not is answered before anything is read. */
  function fittingToken(path: string): string {
    const access = inputs.get(path)?.access ?? 'public'
    const may = population.signedIn.filter(({ role }) => access === 'public' || reachOf(role, access))
    return chance.yes(0.75) && may.length > 0 ? chance.pick(may).token : chance.pick(signedIn)
  }
  function tokenOf(path: string): string | undefined {
    const kind = chance.next()
    if (kind < 0.86) return fittingToken(path)
    if (kind < 0.9) return chance.pick(population.locked)
    if (kind < 0.93) return chance.pick(population.expired)
    if (kind < 0.96) return undefined
    const token = chance.pick(signedIn)
    return chance.pick([nastyText(chance), `${token}x`, token.slice(1), token.toUpperCase(), '\u0000'])
  }
  const other = () => nasty(chance)
  function inputOf(path: string): unknown {
    const kind = chance.next()
    if (kind < 0.12) return other()
    const fitting = fromSchema(inputs.get(path)?.input, known, chance)
    if (kind < 0.62) return fitting
    const once = mutated(fitting, other, chance)
    return kind < 0.9 ? once : mutated(once, other, chance)
  }
  function commandIdOf(): { commandId?: string } {
    const kind = chance.next()
    if (kind < 0.5) return {}
    serial += 1
    return { commandId: kind < 0.9 ? `id-${serial}` : `again-${chance.below(40)}` }
  }
  return () => {
    const path = pathOf()
    const context: CallContext = {
      token: tokenOf(path),
      ...commandIdOf(),
      ...(chance.yes(0.02) ? { now: chance.pick([0, -1, NaN, 8.64e15 + 1, population.now]) } : {}),
      ...(chance.yes(0.1) ? { locale: 'en' as const } : {}),
    }
    return { path, input: inputOf(path), context }
  }
}
