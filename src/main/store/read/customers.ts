import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { ReadableStore } from '../handle.ts'
import { prepared } from '../prepared.ts'
import type { CustomerRow, OpportunityChangeRow, OpportunityRow } from '../rows.ts'
import {
  customerPhones,
  customers,
  opportunities,
  opportunityChanges,
  owners,
  staff,
} from '../schema/index.ts'

const byId = prepared((db) =>
  db
    .select()
    .from(customers)
    .where(eq(customers.customerId, sql.placeholder('id')))
    .prepare(),
)
/** Whoever's he is: the caller checks the scope. */
export const findCustomer = (store: ReadableStore, customerId: string): CustomerRow | undefined =>
  byId(store).get({ id: customerId })

const byPhone = prepared((db) =>
  db
    .select({ customer: customers, ownerName: staff.name })
    .from(customerPhones)
    .innerJoin(customers, eq(customers.customerId, customerPhones.customerId))
    .leftJoin(staff, eq(staff.staffId, customers.ownerId))
    .where(eq(customerPhones.phone, sql.placeholder('phone')))
    .prepare(),
)
/** Whose customer a normalised phone is. */
export const findCustomerByPhone = (
  store: ReadableStore,
  phone: string,
): { readonly customer: CustomerRow; readonly ownerName: string | null } | undefined =>
  byPhone(store).get({ phone })

const phonesOf = prepared((db) =>
  db
    .select({ phone: customerPhones.phone })
    .from(customerPhones)
    .where(eq(customerPhones.customerId, sql.placeholder('id')))
    .prepare(),
)
export const listPhones = (store: ReadableStore, customerId: string): string[] =>
  phonesOf(store)
    .all({ id: customerId })
    .map((row) => row.phone)

const opportunityById = prepared((db) =>
  db
    .select()
    .from(opportunities)
    .where(eq(opportunities.opportunityId, sql.placeholder('id')))
    .prepare(),
)
/** Whoever's it is: the caller checks the scope. */
export const findOpportunity = (store: ReadableStore, opportunityId: string): OpportunityRow | undefined =>
  opportunityById(store).get({ id: opportunityId })

const opportunitiesOf = prepared((db) =>
  db
    .select()
    .from(opportunities)
    .where(eq(opportunities.customerId, sql.placeholder('id')))
    .orderBy(desc(opportunities.openedOn), desc(opportunities.opportunityId))
    .prepare(),
)
/** Newest first. */
export const listOpportunities = (store: ReadableStore, customerId: string): OpportunityRow[] =>
  opportunitiesOf(store).all({ id: customerId })

const changesOf = prepared((db) =>
  db
    .select({ change: opportunityChanges, staffName: staff.name })
    .from(opportunityChanges)
    .innerJoin(opportunities, eq(opportunities.opportunityId, opportunityChanges.opportunityId))
    .leftJoin(staff, eq(staff.staffId, opportunityChanges.staffId))
    .where(eq(opportunities.customerId, sql.placeholder('id')))
    .orderBy(desc(opportunityChanges.changedAt))
    .prepare(),
)
/** Changes of grade and date of all opportunities of a customer, newest first. */
export const listChangesOfCustomer = (store: ReadableStore, customerId: string) =>
  changesOf(store).all({ id: customerId })

const changesOfOpportunity = prepared((db) =>
  db
    .select()
    .from(opportunityChanges)
    .where(eq(opportunityChanges.opportunityId, sql.placeholder('id')))
    .orderBy(asc(opportunityChanges.changedAt), asc(opportunityChanges.changeId))
    .prepare(),
)
/** Changes of one opportunity, oldest first: counts them. */
export const listChanges = (store: ReadableStore, opportunityId: string): OpportunityChangeRow[] =>
  changesOfOpportunity(store).all({ id: opportunityId })

const ownersOf = prepared((db) =>
  db
    .select({ owner: owners, ownerName: staff.name })
    .from(owners)
    .innerJoin(staff, eq(staff.staffId, owners.ownerId))
    .where(and(eq(owners.customerId, sql.placeholder('id'))))
    .orderBy(desc(owners.fromOn), desc(owners.ownerRowId))
    .prepare(),
)
/** The chain of owners, newest first. */
export const listOwners = (store: ReadableStore, customerId: string) =>
  ownersOf(store).all({ id: customerId })
