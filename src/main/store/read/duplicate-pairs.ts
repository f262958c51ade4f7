import type { Scope } from '#shared/access/can.ts'
import { sqliteOf, type ReadableStore } from '../handle.ts'

/** Pairs of records that may be one customer (疑似重复), found by indexed self-joins and read on from a cursor. */

export const pairLevels = ['phone', 'plate', 'name'] as const
export type PairLevel = (typeof pairLevels)[number]

export interface Pair {
  readonly firstId: string
  readonly secondId: string
}

interface Asked {
  /** Where the page before ended; nothing is before the empty text. */
  readonly after: Pair
  readonly scope: Scope
  readonly most: number
}

const sameFamily = 'a.family_id is not null and a.family_id is b.family_id'
const openModel = `exists (
  select 1 from opportunities o indexed by opportunities_customer join opportunities p indexed by opportunities_customer
    on p.customer_id = b.customer_id and p.model = o.model and p.status in ('open', 'lost_waiting')
  where o.customer_id = a.customer_id and o.status in ('open', 'lost_waiting') and o.model <> '')`
const plateAgrees = "a.plate <> '' and a.plate = b.plate"

// In the order of the list, so that a page ends when it is full, however many pairs there are.
const inOrder = 'customers a indexed by sqlite_autoindex_customers_1'
/** A level leaves to the ones above it what they tell already. */
const joins: Readonly<Record<PairLevel, string>> = {
  phone: `shared_phones h join customer_phones t on t.phone = h.phone
    join customers a on a.customer_id = min(h.customer_id, t.customer_id)
    join customers b on b.customer_id = max(h.customer_id, t.customer_id)
    where 1`,
  plate: `${inOrder} cross join customers b indexed by customers_plate on b.plate = a.plate
    where a.plate <> '' and b.customer_id > a.customer_id`,
  name: `${inOrder} cross join customers b indexed by customers_pinyin on b.pinyin = a.pinyin
    where a.pinyin <> '' and b.customer_id > a.customer_id and not (coalesce(${plateAgrees}, 0))
      and ((a.area <> '' and a.area = b.area) or ${openModel})`,
}

const dismissedOnes = (yes: boolean) => `${yes ? '' : 'not '}exists (select 1 from duplicate_dismissals d
  where d.first_id = a.customer_id and d.second_id = b.customer_id)`

/** The statement of a level; exported so that its plan can be looked at. */
export const pairsSql = (level: PairLevel, within: 'store' | 'staff'): string => `
  select a.customer_id as firstId, b.customer_id as secondId from ${joins[level]}
    and (a.customer_id, b.customer_id) > (@firstId, @secondId) and a.customer_id >= @firstId
    and a.merged_into_id is null and b.merged_into_id is null and a.erased_on is null and b.erased_on is null and not (${sameFamily})
    and ${dismissedOnes(false)}
    ${within === 'staff' ? 'and a.owner_id in (select value from json_each(@staffIds)) and b.owner_id in (select value from json_each(@staffIds))' : ''}
  order by a.customer_id, b.customer_id limit @most`

const staffIdsOf = (scope: Scope): string => JSON.stringify(scope.kind === 'staff' ? scope.staffIds : [])

/** The next pairs of a level. Not prepared for good: a page a click. */
export const listPairs = (store: ReadableStore, level: PairLevel, { after, scope, most }: Asked): Pair[] =>
  sqliteOf(store)
    .prepare<[Record<string, unknown>], Pair>(pairsSql(level, scope.kind))
    .all({ ...after, most, ...(scope.kind === 'staff' ? { staffIds: staffIdsOf(scope) } : {}) })

const dismissedSql = (within: 'store' | 'staff') => `
  select a.customer_id as firstId, b.customer_id as secondId from duplicate_dismissals d
  join customers a on a.customer_id = d.first_id join customers b on b.customer_id = d.second_id
  where (d.first_id, d.second_id) > (@firstId, @secondId)
    and a.merged_into_id is null and b.merged_into_id is null and a.erased_on is null and b.erased_on is null
    ${within === 'staff' ? 'and a.owner_id in (select value from json_each(@staffIds)) and b.owner_id in (select value from json_each(@staffIds))' : ''}
  order by d.first_id, d.second_id limit @most`

/** Pairs that were found to be two people. */
export const listDismissedPairs = (store: ReadableStore, { after, scope, most }: Asked): Pair[] =>
  sqliteOf(store)
    .prepare<[Record<string, unknown>], Pair>(dismissedSql(scope.kind))
    .all({ ...after, most, ...(scope.kind === 'staff' ? { staffIds: staffIdsOf(scope) } : {}) })
