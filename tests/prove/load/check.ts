import { isDeepStrictEqual } from 'node:util'
import { verifyStore } from '#main/application/verify/index.ts'
import { closeStore, openStore } from '#main/store/open.ts'
import { migrationsFolder } from '#tests/support/made-store.ts'
import type { Acknowledged } from './acknowledged.ts'
import { countsOf, hashAt, headOf } from './book-of-store.ts'

/** What became of a store: whole, or an acknowledged command is gone, or it is not what any moment of it was. */
export type Verdict =
  | { readonly state: 'whole'; readonly sequence: number }
  | { readonly state: 'lost' | 'bad'; readonly why: string }

export interface Expected {
  /** The last command that was acknowledged before the file was left as it is. */
  readonly last: Acknowledged | undefined
  /** Every command of the run by the entry of the trail with which it ended, later ones too. */
  readonly bySequence: ReadonlyMap<number, Acknowledged>
  /** Walks the whole trail and asks every invariant as well. */
  readonly deep: boolean
}

export const bySequence = (said: readonly Acknowledged[]): Map<number, Acknowledged> =>
  new Map(said.map((each) => [each.head.sequence, each]))

/** Opens a store as the product does, with the quick check, and compares it with what was acknowledged. */
export function checkStore(file: string, { last, bySequence, deep }: Expected): Verdict {
  let store
  try {
    store = openStore(file, { migrationsFolder, check: true })
  } catch (error) {
    return {
      state: 'bad',
      why: `does not open: ${String(error)} ${JSON.stringify((error as { data?: unknown }).data)}`,
    }
  }
  try {
    const { sequence, hash } = headOf(store)
    if (last) {
      const found = hashAt(store, last.head.sequence)
      if (found === undefined) return { state: 'lost', why: `${last.head.sequence - sequence} entries` }
      if (found !== last.head.hash) return { state: 'bad', why: `entry ${last.head.sequence} is another` }
    }
    const then = bySequence.get(sequence)
    if (then && then.head.hash !== hash) return { state: 'bad', why: `entry ${sequence} is another` }
    const counts = countsOf(store)
    if (then && !isDeepStrictEqual(counts, then.counts))
      return { state: 'bad', why: `entry ${sequence} has other rows: ${difference(then.counts, counts)}` }
    const [problem] = deep ? verifyStore(store, 'en').problems : []
    return problem
      ? { state: 'bad', why: `${problem.code}: ${problem.detail}` }
      : { state: 'whole', sequence }
  } catch (error) {
    return { state: 'bad', why: String(error) }
  } finally {
    closeStore(store)
  }
}

const difference = (was: Readonly<Record<string, number>>, is: Readonly<Record<string, number>>) =>
  Object.keys({ ...was, ...is })
    .filter((table) => was[table] !== is[table])
    .map((table) => `${table} ${was[table]} → ${is[table]}`)
    .join(', ')
