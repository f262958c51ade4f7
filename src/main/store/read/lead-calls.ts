import type { Channel, Result } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'

/** A call of a date, with the customer it was made to. */
export interface CallRow {
  readonly followUpId: string
  readonly customerId: string
  readonly customerName: string
  readonly ownerId: string | null
  readonly channel: Channel
  readonly result: Result
  readonly content: string
  readonly contactedOn: BusinessDate
  readonly recordedOn: BusinessDate
  readonly recordedAt: Instant
}
const calls = preparedSql<CallRow, { staffId: string; on: BusinessDate; endsAt: Instant }>(
  `select f.follow_up_id as followUpId, f.customer_id as customerId, c.name as customerName, c.owner_id as ownerId, f.channel, f.result,
     f.content, f.contacted_on as contactedOn, f.recorded_on as recordedOn, f.recorded_at as recordedAt
   from follow_ups f join customers c on c.customer_id = f.customer_id
   where f.staff_id = @staffId and f.contacted_on = @on and f.channel = 'phone' and f.import_batch_id is null
     and f.recorded_at < @endsAt
   order by f.recorded_at, f.follow_up_id`,
)
/** Calls that somebody made on a date and recorded before a moment. */
export const listCalls = (
  store: ReadableStore,
  staffId: string,
  on: BusinessDate,
  endsAt: Instant,
): CallRow[] => calls(store).all({ staffId, on, endsAt })
