import { reason, type Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { StoreCalendar } from '#shared/time/store-calendar.ts'

/** A visit with intent that has no card, as the day roll sees it. */
export type UncardedVisit = {
  readonly visitId: string
  readonly visitedOn: BusinessDate
  readonly consultantId: string
}

export type RaisedVisit = {
  readonly kind: 'uncarded_visit'
  readonly identity: string
  readonly on: BusinessDate
  readonly staffId: string
  readonly reasons: readonly Reason[]
}

/** 来店未建卡: a visit with intent got no card by the end of its day; one violation a visit. */
export const judgeUncardedVisit = (
  { visitId, visitedOn, consultantId }: UncardedVisit,
  calendar: StoreCalendar,
  on: BusinessDate,
): RaisedVisit | undefined =>
  calendar.nextOpen(visitedOn) < on
    ? {
        kind: 'uncarded_visit',
        identity: `uncarded_visit:${visitId}`,
        on,
        staffId: consultantId,
        reasons: [reason('uncarded_visit', { visitedOn })],
      }
    : undefined
