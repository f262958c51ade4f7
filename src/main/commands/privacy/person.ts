import type { ReadableStore } from '#main/store/handle.ts'
import { isNobodyElses, listKnown, reachOf, type Reach } from '#main/store/read/erasure.ts'
import { listStaff } from '#main/store/read/staff.ts'
import { auditHead } from '#main/store/read/audit.ts'
import { findSwept, type RowKeys } from '#main/store/write/erasing/erase-rows.ts'
import { listFormer, listHisWords, type Former } from '#main/store/write/erasing/his-words.ts'
import { findTelling } from '#main/store/write/erasing/redact-evidence.ts'
import { rowsWrittenAfter, type Entries } from '#main/store/write/erasing/some-entries.ts'
import { takeOutOf, type TakeOut } from '#main/store/write/erasing/take-out.ts'

/** Everything by which a person is found in a store, and what takes him out of a text (S7). */
export interface Person {
  readonly reach: Reach
  /** Ids of all rows about him. */
  readonly rows: ReadonlySet<string>
  readonly texts: ReadonlySet<string>
  readonly take: TakeOut
  /** What only the trail knew of him. */
  readonly former: Former
}

/**
 * Looks for a person: in his rows, then by their ids in the trail, which still knows former names and numbers, then again by
 * those. Reads the trail from end to end.
 */
export function findPerson(store: ReadableStore, customerId: string, known?: LookedUp): Person {
  const first = reachOf(store, customerId, [])
  const own = listHisWords(store, first).rows
  const former = known ? formerSince(store, own, known) : listFormer(store, own)
  const reach = reachOf(store, customerId, former.phones)
  const { rows, texts } = listHisWords(store, reach)
  const marks = listKnown(store, reach)
  const names = [...new Set([...marks.names, ...former.names])]
  const words = new Set([...texts, ...former.texts])
  // A colleague may have the name of whoever came along; his own stays.
  for (const { name } of listStaff(store)) words.delete(name)
  const take = takeOutOf({ ...marks, names }, (name) => isNobodyElses(store, name, reach), words)
  return { reach, rows, texts, take, former }
}

/** What was found of a person while others went on, and how far the trail had come: what was written since is looked at again. */
export interface LookedUp {
  readonly sequence: number
  readonly former: Former
}
export interface LookedUpInFull extends LookedUp {
  /** Rows of others in which he is told of, by their tables. */
  readonly told: readonly (readonly [string, readonly string[]])[]
  /** Entries of the trail that tell of him. */
  readonly entries: readonly number[]
}

function formerSince(
  store: ReadableStore,
  rows: ReadonlySet<string>,
  { sequence, former }: LookedUp,
): Former {
  const since = listFormer(store, rows, { sequences: [], after: sequence })
  const both = (key: keyof Former) => [...new Set([...former[key], ...since[key]])]
  return { phones: both('phones'), names: both('names'), texts: both('texts') }
}

/** Looks through the trail for a person; for a thread of its own, of one moment (`openAtOneMoment`). */
export function lookUp(store: ReadableStore, customerId: string): LookedUp {
  const { former } = findPerson(store, customerId)
  return { sequence: auditHead(store)?.sequence ?? 0, former }
}

/** The same, and through every table. */
export function lookUpInFull(store: ReadableStore, customerId: string): LookedUpInFull {
  const { former, reach, rows, take } = findPerson(store, customerId)
  return {
    sequence: auditHead(store)?.sequence ?? 0,
    former,
    told: findSwept(store, reach, take),
    entries: findTelling(store, rows, take),
  }
}

/** Where an act has to look that knows what was found before: there, and at what was written since. Undefined: everywhere. */
export function whereToLook(
  store: ReadableStore,
  found: LookedUpInFull | undefined,
): { readonly rows: RowKeys; readonly entries: Entries } | undefined {
  const since = found && rowsWrittenAfter(store, found.sequence)
  if (!since) return undefined
  const rows = new Map<string, readonly string[]>(since)
  for (const [table, keys] of found.told) rows.set(table, [...(rows.get(table) ?? []), ...keys])
  return { rows, entries: { sequences: found.entries, after: found.sequence } }
}
