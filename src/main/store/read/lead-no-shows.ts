import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'

/** An appointment of a date that was not kept by a moment, marked as a no-show 爽约 or not. */
export interface Unkept {
  readonly appointmentId: string
  readonly staffId: string
  readonly customerId: string
  readonly customerName: string
  readonly on: BusinessDate
  readonly time: string | null
  /** When somebody said that he had not come; null where nobody had by then. */
  readonly markedAt: Instant | null
  /** The last contact with him on that date or later that was recorded by then. */
  readonly followedAt: Instant | null
}
const unkept = preparedSql<Unkept, { on: BusinessDate; at: Instant }>(
  `select a.appointment_id as appointmentId, o.owner_id as staffId, c.customer_id as customerId, c.name as customerName, a."on", a.time,
     case when a.outcome_at < @at then a.outcome_at end as markedAt,
     (select max(f.recorded_at) from follow_ups f indexed by follow_ups_opportunity
       where f.opportunity_id = a.opportunity_id and f.contacted_on >= a."on" and f.recorded_at < @at) as followedAt
   from appointments a indexed by appointments_on
   join opportunities o on o.opportunity_id = a.opportunity_id join customers c on c.customer_id = a.customer_id
   where a."on" = @on and (a.outcome is null or a.outcome = 'no_show') and o.owner_id is not null
   order by a.time is null, a.time, a.appointment_id`,
)
/** Appointments of a date to which nobody had come by a moment, those included that nobody had marked. */
export const listUnkept = (store: ReadableStore, on: BusinessDate, at: Instant): Unkept[] =>
  unkept(store).all({ on, at })
