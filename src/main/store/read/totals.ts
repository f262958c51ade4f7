import { count, eq } from 'drizzle-orm'
import type { ReadableStore } from '../handle.ts'
import { prepared } from '../prepared.ts'
import { plans } from '../schema/index.ts'

const openPlans = prepared((db) => db.select({ count: count() }).from(plans).where(eq(plans.status, 'open')).prepare())
/** How many plans are open in the whole store. */
export const countOpenPlans = (store: ReadableStore): number => openPlans(store).get()?.count ?? 0
