import { can } from '#shared/access/can.ts'
import type { PairSide, SuspectedPair } from '#shared/contract/duplicates.ts'
import type { Input } from '#shared/contract/index.ts'
import type { Context } from '#main/calls/context.ts'
import { likenessOf } from '#main/rules/match-ladder.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { highestOpenGrade, leadingOpportunity } from '#main/store/read/customer-list.ts'
import { findCustomer, listOpportunities, listPhones } from '#main/store/read/customers.ts'
import {
  listDismissedPairs,
  listPairs,
  pairLevels,
  type Pair,
  type PairLevel,
} from '#main/store/read/duplicate-pairs.ts'
import { findDismissal, listOpenModels, listSharedBy, listSharing } from '#main/store/read/duplicates.ts'
import { findStaff } from '#main/store/read/staff.ts'
import type { CustomerRow } from '#main/store/rows.ts'

const usualPairs = 50
/** A shared phone was allowed by somebody who knew (R-3.4a): it is no suspicion, and listed only when asked for. */
const suspected = pairLevels.filter((each) => each !== 'phone')
const beginning = { firstId: '', secondId: '' }

interface Place {
  readonly level: PairLevel
  readonly after: Pair
}

/** Where a list is read on: a level, and the pair that came last. */
function readCursor(cursor: string | null | undefined, first: PairLevel): Place {
  const [level, firstId, secondId] = (cursor ?? '').split('|')
  const known = pairLevels.find((each) => each === level)
  return known
    ? { level: known, after: { firstId: firstId ?? '', secondId: secondId ?? '' } }
    : { level: first, after: beginning }
}
const writeCursor = (level: PairLevel, { firstId, secondId }: Pair): string =>
  [level, firstId, secondId].join('|')

function side(store: ReadableStore, { policy }: Context, row: CustomerRow): PairSide {
  const leading = leadingOpportunity(listOpportunities(store, row.customerId), policy)
  return {
    customerId: row.customerId,
    name: row.name,
    phone: row.mobile,
    plate: row.plate,
    area: row.area,
    ownerId: row.ownerId,
    ownerName: row.ownerId ? (findStaff(store, row.ownerId)?.name ?? null) : null,
    model: leading?.model ?? null,
    grade: highestOpenGrade(store, row.customerId, policy),
    status: leading?.status ?? null,
    lastContactOn: row.lastContactOn,
    createdOn: row.createdOn,
  }
}

const comparable = (store: ReadableStore, row: CustomerRow) => ({
  phones: [
    ...listPhones(store, row.customerId),
    ...listSharedBy(store, row.customerId).map(({ phone }) => phone),
  ],
  plate: row.plate,
  pinyin: row.pinyin,
  area: row.area,
  models: listOpenModels(store, row.customerId),
  familyId: row.familyId,
})

function tellPair(
  store: ReadableStore,
  context: Context,
  { firstId, secondId }: Pair,
  found: PairLevel,
): SuspectedPair {
  const [first, second] = [findCustomer(store, firstId), findCustomer(store, secondId)]
  if (!first || !second) throw new Error(`a pair of nobody: ${firstId}, ${secondId}`)
  const likeness = likenessOf(comparable(store, first), comparable(store, second))
  const ownersDiffer = first.ownerId !== second.ownerId
  const shared = listSharing(store, firstId).find(({ customerId }) => customerId === secondId)
  const dismissal = findDismissal(store, firstId, secondId)
  return {
    // What was dismissed once may agree no more: then it is shown by the level at which it was looked for.
    level: likeness?.level ?? found,
    agrees: [...(likeness?.agrees ?? [])],
    first: side(store, context, first),
    second: side(store, context, second),
    ownersDiffer,
    mayMerge: !ownersDiffer || can(context.actor, 'customer.reassign').yes,
    sharedBecause: shared?.reason ?? null,
    dismissed: dismissal ?? null,
  }
}

/** R-3.4a The pairs within reach, one level after the other, each read on where the page before ended. */
export function listSuspectedPairs(
  store: ReadableStore,
  input: Input<'duplicates', 'list'>,
  context: Context,
): { rows: SuspectedPair[]; nextCursor: string | null } {
  const { level, dismissed, cursor, limit = usualPairs } = input ?? {}
  const { scope } = context
  const levels: readonly PairLevel[] = level ? [level] : suspected
  const place = readCursor(cursor, levels[0] ?? 'plate')
  const rows: SuspectedPair[] = []
  if (dismissed) {
    const pairs = listDismissedPairs(store, { after: place.after, scope, most: limit + 1 })
    for (const pair of pairs.slice(0, limit)) rows.push(tellPair(store, context, pair, 'name'))
    const last = pairs[limit - 1]
    return { rows, nextCursor: pairs.length > limit && last ? writeCursor('phone', last) : null }
  }
  for (const each of levels.slice(Math.max(0, levels.indexOf(place.level)))) {
    const after = each === place.level ? place.after : beginning
    const left = limit - rows.length
    const pairs = listPairs(store, each, { after, scope, most: left + 1 })
    for (const pair of pairs.slice(0, left)) rows.push(tellPair(store, context, pair, each))
    if (pairs.length > left) {
      const last = pairs[left - 1] ?? after
      return { rows, nextCursor: writeCursor(each, last) }
    }
  }
  return { rows, nextCursor: null }
}
