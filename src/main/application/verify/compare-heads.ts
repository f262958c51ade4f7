import { businessDateAt, timeOfDayAt } from '#shared/time/instant.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { getStore } from '#main/store/read/store.ts'
import {
  findPoint,
  firstPoint,
  lastPoint,
  listRestores,
  pointAfter,
  type TrailPoint,
} from '#main/store/read/verification-trail.ts'
import type { Problem } from './check-store.ts'
import type { OutsideHead } from './outside-heads.ts'

/** A restore is written before what it takes back is backed up: work of these minutes is in that backup. */
const stagingMs = 10 * 60_000

/** How a head that was kept outside stands to the trail. */
type Standing = 'matches' | 'ahead' | 'differs' | 'other_history'

export interface ComparedHeads {
  readonly problems: readonly Problem[]
  readonly compared: number
  readonly matched: number
  /** Belong to what was before a restore that stands in the trail (P4). */
  readonly beforeRestore: number
  /** The highest that matches; null where none does. */
  readonly latest: OutsideHead | null
}

/**
 * S6 Holds the heads that were kept outside against the trail. A trail that ends before one of them was cut, or the file of an old
 * backup was put in its place; one that has another hash there was rebuilt. A restore that stands in the trail explains heads
 * from between the last entry it brought back and itself: they are of the life of the store that it took back.
 */
export function compareHeads(
  store: ReadableStore,
  heads: readonly OutsideHead[],
  contentHolds: boolean | null,
): ComparedHeads {
  const first = firstPoint(store)
  const last = lastPoint(store)
  const restores = listRestores(store)
  const isExplained = ({ at }: OutsideHead) =>
    restores.some((restore) => restore.lastAt <= at && at <= restore.at + stagingMs)
  const standing = (head: OutsideHead): Standing => {
    const here = findPoint(store, head.sequence)
    if (here?.hash === head.hash) return 'matches'
    if (first && head.firstHash !== null && head.firstHash !== first.hash && !saysSo(first, head))
      return 'other_history'
    return !last || head.sequence > last.sequence ? 'ahead' : 'differs'
  }
  const matching: OutsideHead[] = []
  const open: { readonly head: OutsideHead; readonly standing: Standing }[] = []
  let beforeRestore = 0
  for (const head of heads) {
    const stands = standing(head)
    if (stands === 'matches') matching.push(head)
    else if (stands === 'other_history') continue
    else if (isExplained(head)) beforeRestore += 1
    else open.push({ head, standing: stands })
  }
  const latest = matching.at(-1) ?? null
  return {
    problems: name(store, { open, matching, latest, last, contentHolds }),
    compared: matching.length + open.length + beforeRestore,
    matched: matching.length,
    beforeRestore,
    latest,
  }
}

/**
 * Whether a trail with another beginning claims the time of that head: then it was rebuilt from its first entry. Else another store was
 * made in this place later. A seeded store is made anew with a past of its own.
 */
const saysSo = (first: TrailPoint, head: OutsideHead): boolean =>
  first.call !== 'store.seed' && first.at <= head.at

interface Compared {
  readonly open: readonly { readonly head: OutsideHead; readonly standing: Standing }[]
  readonly matching: readonly OutsideHead[]
  readonly latest: OutsideHead | null
  readonly last: TrailPoint | undefined
  readonly contentHolds: boolean | null
}

function name(store: ReadableStore, { open, matching, latest, last, contentHolds }: Compared): Problem[] {
  const highest = open.at(-1)?.head
  if (!highest) return []
  const table = 'audit_entries'
  const differing = open.filter(({ standing }) => standing === 'differs')
  const [lowest] = differing
  const { zone } = getStore(store)
  const moment = (at: number | null): string =>
    at === null ? '–' : `${businessDateAt(at, zone)} ${timeOfDayAt(at, zone)}`
  // The last head that still matches is a backup, and whatever follows it was done after all that is gone.
  const from = matching.findLast(
    ({ kind, sequence }) => kind === 'backup' && sequence < (lowest?.head.sequence ?? Infinity),
  )
  const begun = from && pointAfter(store, from.sequence)
  const latestAt = Math.max(...open.map(({ head }) => head.at))
  const wentOn = from && begun !== undefined && begun.at > latestAt
  const stopped = from && last?.hash === from.hash && contentHolds !== false
  if (from && (wentOn || (stopped && differing.length === 0))) {
    const data = {
      sequence: from.sequence,
      since: moment(from.at),
      missing: highest.sequence - from.sequence,
      backup: from.name,
    }
    return [{ code: 'old_backup_put_back', table, id: String(from.sequence), data }]
  }
  if (lowest) {
    const { name: source, sequence } = lowest.head
    const data = { sequence, after: latest?.sequence ?? 0, source }
    return [{ code: 'chain_rebuilt', table, id: String(sequence), data }]
  }
  const missing = highest.sequence - (last?.sequence ?? 0)
  return [
    {
      code: 'cut_tail',
      table,
      id: String((last?.sequence ?? 0) + 1),
      data: { missing, sequence: last?.sequence ?? 0, since: moment(last?.at ?? null), source: highest.name },
    },
  ]
}
