import type { Channel } from '#shared/domain/codes.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'

const openPlans = preparedSql<{ planId: string; channel: Channel }, { customerId: string }>(
  `select plan_id as planId, channel from plans where customer_id = @customerId and status = 'open' order by due_on, plan_id`,
)
/** The contacts to come of a customer, whichever opportunity they are of. */
export const listOpenPlansOfCustomer = (store: ReadableStore, customerId: string) =>
  openPlans(store).all({ customerId })

const underWay = preparedSql<
  {
    openOpportunities: number
    openClaims: number
    openInstructions: number
    openLeads: number
    openVisits: number
  },
  { ids: string; phones: string }
>(
  `select
    (select count(*) from opportunities where customer_id in (select value from json_each(@ids))
       and status in ('open', 'lost_waiting')) as openOpportunities,
    (select count(*) from claims where customer_id in (select value from json_each(@ids))
       and status not in ('approved', 'refused', 'withdrawn')) as openClaims,
    (select count(*) from instructions where customer_id in (select value from json_each(@ids))
       and closed_at is null) as openInstructions,
    (select count(*) from leads where phone in (select value from json_each(@phones))
       and status = 'unassigned') as openLeads,
    (select count(*) from visits where (customer_id in (select value from json_each(@ids)) and left_time is null
         and arrived_time is not null)
       or (customer_id is null and with_intent = 1 and phone in (select value from json_each(@phones)))) as openVisits`,
)
/** What is still under way around a person. */
export function countUnderWay(
  store: ReadableStore,
  { ids, phones }: { readonly ids: readonly string[]; readonly phones: readonly string[] },
) {
  const row = underWay(store).get({ ids: JSON.stringify(ids), phones: JSON.stringify(phones) })
  if (!row) throw new Error('counting what is under way answered nothing')
  return row
}
