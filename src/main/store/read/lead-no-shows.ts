import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'

/** A no-show 爽约 after which nobody had tried to reach the customer. */
export interface UnfollowedNoShow {
  readonly appointmentId: string
  readonly staffId: string
  readonly customerId: string
  readonly customerName: string
  readonly on: BusinessDate
  readonly time: string | null
}
const unfollowed = preparedSql<UnfollowedNoShow, { on: BusinessDate; at: Instant }>(
  `select a.appointment_id as appointmentId, o.owner_id as staffId, c.customer_id as customerId, c.name as customerName, a."on", a.time
   from appointments a indexed by appointments_on
   join opportunities o on o.opportunity_id = a.opportunity_id join customers c on c.customer_id = a.customer_id
   where a."on" = @on and a.outcome = 'no_show' and a.outcome_at < @at and o.owner_id is not null
     and not exists (select 1 from follow_ups f indexed by follow_ups_opportunity
       where f.opportunity_id = a.opportunity_id and f.contacted_on >= a."on" and f.recorded_at >= a.outcome_at and f.recorded_at < @at)
   order by a.time is null, a.time, a.appointment_id`,
)
/** No-shows of a date that were known by a moment and not followed up by then. */
export const listUnfollowedNoShows = (
  store: ReadableStore,
  on: BusinessDate,
  at: Instant,
): UnfollowedNoShow[] => unfollowed(store).all({ on, at })
