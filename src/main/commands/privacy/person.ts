import type { ReadableStore } from '#main/store/handle.ts'
import { isNobodyElses, listKnown, reachOf, type Reach } from '#main/store/read/erasure.ts'
import { listStaff } from '#main/store/read/staff.ts'
import { listFormer, listHisWords } from '#main/store/write/erasing/his-words.ts'
import { takeOutOf, type TakeOut } from '#main/store/write/erasing/take-out.ts'

/** Everything by which a person is found in a store, and what takes him out of a text (S7). */
export interface Person {
  readonly reach: Reach
  /** Ids of all rows about him. */
  readonly rows: ReadonlySet<string>
  readonly texts: ReadonlySet<string>
  readonly take: TakeOut
}

/**
 * Looks for a person: in his rows, then by their ids in the trail, which still knows former names and numbers, then again by
 * those. Reads the trail from end to end.
 */
export function findPerson(store: ReadableStore, customerId: string): Person {
  const first = reachOf(store, customerId, [])
  const former = listFormer(store, listHisWords(store, first).rows)
  const reach = reachOf(store, customerId, former.phones)
  const { rows, texts } = listHisWords(store, reach)
  const known = listKnown(store, reach)
  const names = [...new Set([...known.names, ...former.names])]
  const words = new Set([...texts, ...former.texts])
  // A colleague may have the name of whoever came along; his own stays.
  for (const { name } of listStaff(store)) words.delete(name)
  const take = takeOutOf({ ...known, names }, (name) => isNobodyElses(store, name, reach), words)
  return { reach, rows, texts, take }
}
