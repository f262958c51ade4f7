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

// One pass for the page and for how many there are; with nobody to list, the counts still come in a row of their own.
export const endingSql = `${ending}
  select counted.thinIce, counted.dormant, listed.customer_id as customerId
  from (select count(*) filter (where since > @dormantSince) as thinIce,
      count(*) filter (where since <= @dormantSince) as dormant from ending) counted
  left join (select customer_id, since from ending
    order by since <= @dormantSince, case when since > @dormantSince then since end, since desc, customer_id
    limit @limit offset @offset) listed
  order by since <= @dormantSince, case when since > @dormantSince then since end, since desc, customer_id`

const page = preparedSql<
  { customerId: string | null; thinIce: number; dormant: number },
  Parameters & { limit: number; offset: number }
>(endingSql)

/** Who is on thin ice, the nearest end first, then who is dormant, the newest first; and how many of each. */
export function listEndingProtection(
  store: ReadableStore,
  { ownerIds, thinSince, dormantSince }: EndingProtection,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): { readonly customerIds: string[]; readonly thinIce: number; readonly dormant: number } {
  const asked = { ownerIds: JSON.stringify(ownerIds), thinSince, dormantSince, limit, offset }
  const rows = page(store).all(asked)
  return {
    customerIds: rows.flatMap(({ customerId }) => customerId ?? []),
    thinIce: rows[0]?.thinIce ?? 0,
    dormant: rows[0]?.dormant ?? 0,
  }
}
