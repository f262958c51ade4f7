import type { Policy } from '#shared/policy/policy.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import { drizzleOf, type WritableStore } from '../handle.ts'
import { findClosedDates } from '../read/store.ts'
import type { NewStore } from '../rows.ts'
import { clockState, closedDates, policies, store as storeTable } from '../schema/index.ts'
import { deleteRow, insertRow, updateRow } from './rows.ts'

/** Writes the store's own row, its clock and its first policy: the beginning of a file. */
export function foundStore(
  store: WritableStore,
  row: Omit<NewStore, 'id' | 'lastRolledOn'>,
  first: { readonly policy: Policy; readonly publishedAt: Instant },
): void {
  insertRow(store, storeTable, { ...row, id: 1 })
  drizzleOf(store).insert(clockState).values({ id: 1 }).run()
  // In force from the beginning of time: a ledger may bring what happened before the store began.
  const effectiveFrom = '1900-01-01' as BusinessDate
  insertRow(store, policies, {
    version: 1,
    effectiveFrom,
    document: first.policy,
    publishedAt: first.publishedAt,
  })
}

/** Makes the closed dates of the calendar exactly these. */
export function replaceClosedDates(store: WritableStore, dates: readonly BusinessDate[]): void {
  const wanted = new Set(dates)
  const present = new Set(findClosedDates(store))
  for (const date of present) if (!wanted.has(date)) deleteRow(store, closedDates, date)
  for (const date of wanted) if (!present.has(date)) insertRow(store, closedDates, { closedOn: date })
}

/** Notes that everything up to a date has been judged. */
export const setLastRolled = (store: WritableStore, on: BusinessDate): void => {
  updateRow(store, storeTable, 1, { lastRolledOn: on })
}

/** What rolls have found since somebody last asked. */
export const setUnreported = (store: WritableStore, from: BusinessDate | null, raised: number): void => {
  drizzleOf(store).update(clockState).set({ unreportedFrom: from, unreportedRaised: raised }).run()
}
