import { count, eq, isNull } from 'drizzle-orm'
import type { ReadableStore } from '../handle.ts'
import { prepared } from '../prepared.ts'
import { customers, plans } from '../schema/index.ts'

const openPlans = prepared((db) =>
  db.select({ count: count() }).from(plans).where(eq(plans.status, 'open')).prepare(),
)
/** How many plans are open in the whole store. */
export const countOpenPlans = (store: ReadableStore): number => openPlans(store).get()?.count ?? 0

const allCustomers = prepared((db) =>
  db.select({ count: count() }).from(customers).where(isNull(customers.mergedIntoId)).prepare(),
)
/** How many customers the store knows; merged records are nobody any more. */
export const countCustomers = (store: ReadableStore): number => allCustomers(store).get()?.count ?? 0
