import type { BusinessDate } from '#shared/time/business-date.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'

/** Whose customers, and up to which dates their protection may have begun to be shown. */
export type EndingProtection = {
  readonly ownerIds: readonly string[]
  /** An owner protected since this date or before is on thin ice. */
  readonly thinSince: BusinessDate
  /** An owner protected since this date or before has lost it. */
  readonly dormantSince: BusinessDate
}
type Parameters = { ownerIds: string; thinSince: string; dormantSince: string }

/**
 * The customers with an open opportunity of these owners whose protection ends soon or has ended. From two indexes alone: a
 * book is read without its rows.
 */
const ending = `with mine as materialized (
  select distinct o.customer_id from opportunities o indexed by opportunities_book
  where o.status = 'open' and o.owner_id in (select value from json_each(@ownerIds))
), ending as materialized (
  select c.customer_id, max(c.owner_since_on, c.created_on, coalesce(c.last_effective_on, c.created_on)) as since
  from mine m join customers c indexed by customers_protection on c.customer_id = m.customer_id
  where max(c.owner_since_on, c.created_on, coalesce(c.last_effective_on, c.created_on)) <= @thinSince
)`

export const endingPageSql = `${ending}
  select customer_id as customerId from ending
  order by since <= @dormantSince, case when since > @dormantSince then since end, since desc, customer_id
  limit @limit offset @offset`
export const endingCountSql = `${ending}
  select count(*) filter (where since > @dormantSince) as thinIce,
    count(*) filter (where since <= @dormantSince) as dormant from ending`

const page = preparedSql<{ customerId: string }, Parameters & { limit: number; offset: number }>(
  endingPageSql,
)
const count = preparedSql<{ thinIce: number; dormant: number }, Parameters>(endingCountSql)

/** Who is on thin ice, the nearest end first, then who is dormant, the newest first; and how many of each. */
export function listEndingProtection(
  store: ReadableStore,
  { ownerIds, thinSince, dormantSince }: EndingProtection,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): { readonly customerIds: string[]; readonly thinIce: number; readonly dormant: number } {
  const asked = { ownerIds: JSON.stringify(ownerIds), thinSince, dormantSince }
  const customerIds = page(store)
    .all({ ...asked, limit, offset })
    .map(({ customerId }) => customerId)
  return { customerIds, ...(count(store).get(asked) ?? { thinIce: 0, dormant: 0 }) }
}
