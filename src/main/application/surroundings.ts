import type { Policy } from '#shared/policy/policy.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { makeStoreCalendar, type StoreCalendar } from '#shared/time/store-calendar.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { schemaVersion } from '#main/store/schema-version.ts'
import { dataVersion } from '#main/store/open.ts'
import { findClosedDates, getStore, policyOn } from '#main/store/read/store.ts'
import type { StoreRow } from '#main/store/rows.ts'
import { writeCount } from '#main/store/transaction.ts'

/** What every call needs of the store and what seldom changes. */
export interface Surroundings {
  readonly store: StoreRow
  readonly policy: Policy
  readonly policyVersion: number
  readonly calendar: StoreCalendar
  readonly schemaVersion: number
}

/** Remembers the surroundings until this connection or another one has written. */
export function makeSurroundings(store: ReadableStore): (today: BusinessDate) => Surroundings {
  let known:
    | { readonly today: BusinessDate; readonly stamp: string; readonly value: Surroundings }
    | undefined
  return (today) => {
    const stamp = `${dataVersion(store)}.${writeCount(store)}`
    if (known && known.today === today && known.stamp === stamp) return known.value
    const { policy, version } = policyOn(store, today)
    const value = {
      store: getStore(store),
      policy,
      policyVersion: version,
      calendar: makeStoreCalendar(findClosedDates(store)),
      schemaVersion: schemaVersion(store),
    }
    known = { today, stamp, value }
    return value
  }
}
