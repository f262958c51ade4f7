import { addDays, eachDate, type BusinessDate } from '#shared/time/business-date.ts'
import { instantAt, type Instant } from '#shared/time/instant.ts'
import type { StoreCalendar } from '#shared/time/store-calendar.ts'
import type { Context } from '#main/calls/context.ts'
import { readCheckDate } from '#main/daily/check-date.ts'
import { signCheck } from '#main/daily/sign.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { listStaff } from '#main/store/read/staff.ts'
import { getStore, policyOn } from '#main/store/read/store.ts'
import { contextOf } from './by-call.ts'
import type { Random } from './random.ts'
import { act } from './write-book.ts'

/** How many of the last days were checked and signed. */
const signedDays = 10

/** The managers sign the checks of the last days, most of them: the others stand as unsigned. */
export function signPast(
  store: ReadableStore,
  facts: {
    readonly random: Random
    readonly calendar: StoreCalendar
    readonly lastOn: BusinessDate
    readonly newId: (at: Instant) => string
  },
): void {
  const { random, calendar, lastOn, newId } = facts
  const file = getStore(store)
  const managers = listStaff(store).filter(({ role }) => role === 'manager')
  const dates = eachDate(addDays(lastOn, -signedDays), lastOn).filter(calendar.isOpen)
  for (const on of dates) {
    for (const { staffId } of managers) {
      if (random.chance(0.15)) continue
      const now = instantAt(on, '18:40', file.zone)
      const { policy, version } = policyOn(store, on)
      const context: Context = {
        ...contextOf(store, staffId, now, { newId, permission: 'dailyCheck.sign' }),
        // The day after, so that the date is looked at as it was in the evening.
        today: addDays(on, 1),
        policy,
        policyVersion: version,
      }
      act(store, now, `check ${on}`, (writable) =>
        signCheck(writable, context, readCheckDate(store, context, on), null),
      )
    }
  }
}
