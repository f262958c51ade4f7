import type { Policy } from '#shared/policy/policy.ts'
import { reason } from '#shared/reasons.ts'
import { businessDateAt, timeOfDayAt } from '#shared/time/instant.ts'
import type { StoreCalendar } from '#shared/time/store-calendar.ts'
import type { FoundSign, RegisteredVisit } from './facts.ts'

/**
 * 营业时间外登记来店: a visit was written down on a closed date, or before the store opens or after it closes; both
 * minutes are inside. A visit of which nobody knows when it was written down says nothing.
 */
export function findOutsideOpeningHours(
  visits: readonly RegisteredVisit[],
  { openingHours }: Pick<Policy, 'openingHours'>,
  calendar: StoreCalendar,
  zone: string,
): FoundSign[] {
  const { from: opens, until: closes } = openingHours
  return visits.flatMap(({ visitor, registeredAt }): FoundSign[] => {
    if (registeredAt === null) return []
    const on = businessDateAt(registeredAt, zone)
    const time = timeOfDayAt(registeredAt, zone)
    const found = !calendar.isOpen(on)
      ? reason('honesty_visit_on_closed_date', { visitor, on })
      : time < opens || time > closes
        ? reason('honesty_visit_outside_opening_hours', { visitor, time, opens, closes })
        : undefined
    return found
      ? [{ sign: 'outside_opening_hours', customerId: null, customerIds: [], reasons: [found] }]
      : []
  })
}
