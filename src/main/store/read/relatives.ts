import type { Relation } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'

export interface RelativeOfCustomer {
  readonly linkId: string
  readonly customerId: string
  readonly name: string
  readonly ownerId: string | null
  /** What he is to the customer who was asked about. */
  readonly relation: Relation
}

const ofCustomer = preparedSql<RelativeOfCustomer, { id: string }>(
  `select r.link_id as linkId, c.customer_id as customerId, c.name, c.owner_id as ownerId, r.relation
   from relatives r join customers c on c.customer_id = r.relative_id where r.customer_id = @id
   union all
   select r.link_id, c.customer_id, c.name, c.owner_id,
     case r.relation when 'parent' then 'child' when 'child' then 'parent' else r.relation end
   from relatives r indexed by relatives_relative join customers c on c.customer_id = r.customer_id
   where r.relative_id = @id
   order by 3, 2`,
)
/** The close relatives a customer is linked with, seen from him. */
export const listRelatives = (store: ReadableStore, customerId: string): RelativeOfCustomer[] =>
  ofCustomer(store).all({ id: customerId })

const family = preparedSql<{ customerId: string }, { familyId: string }>(
  'select customer_id as customerId from customers indexed by customers_family where family_id = @familyId order by rowid',
)
/** Everybody of a family, the longest known first. */
export const listFamily = (store: ReadableStore, familyId: string): string[] =>
  family(store)
    .all({ familyId })
    .map(({ customerId }) => customerId)

const families = preparedSql<{ customerId: string; familyId: string }, { ownerId: string }>(
  `select customer_id as customerId, family_id as familyId from customers
   where owner_id = @ownerId and family_id is not null`,
)
/** Of somebody's customers those who have linked relatives, each with his family. */
export const listFamilies = (store: ReadableStore, ownerId: string): Map<string, string> =>
  new Map(
    families(store)
      .all({ ownerId })
      .map(({ customerId, familyId }) => [customerId, familyId]),
  )

const links = preparedSql<{ customerId: string; relativeId: string }, { ids: string }>(
  `select customer_id as customerId, relative_id as relativeId from relatives
   where customer_id in (select value from json_each(@ids)) order by rowid`,
)
/** The links among these customers. */
export const listLinks = (store: ReadableStore, customerIds: readonly string[]) =>
  links(store).all({ ids: JSON.stringify(customerIds) })

const effective = preparedSql<{ on: BusinessDate | null }, { ids: string; ownerId: string | null }>(
  `select max(f.contacted_on) as "on" from follow_ups f indexed by follow_ups_customer
   where f.customer_id in (select value from json_each(@ids)) and f.effective = 1
     and coalesce(f.counts_for_id, f.staff_id) = @ownerId`,
)
/** The owner's last effective follow-up with any of them. */
export const lastEffectiveWith = (
  store: ReadableStore,
  customerIds: readonly string[],
  ownerId: string | null,
): BusinessDate | null => effective(store).get({ ids: JSON.stringify(customerIds), ownerId })?.on ?? null
