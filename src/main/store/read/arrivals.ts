import type { BusinessDate } from '#shared/time/business-date.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'

/**
 * What the desk asks at every key: each answer comes from an index, and reads no more rows than it tells.
 */

/** So many are counted of those whose number begins alike. */
const countedAtMost = 100

const byBeginning = preparedSql<{ customerId: string }, { from: string; to: string; most: number }>(
  `select distinct customer_id as customerId from customer_phones
   where phone >= @from and phone < @to limit @most`,
)
/** The customers whose phone begins like this. */
export const listCustomersByBeginning = (store: ReadableStore, digits: string): string[] =>
  byBeginning(store)
    .all({ from: digits, to: `${digits}:`, most: countedAtMost })
    .map(({ customerId }) => customerId)

const sharing = preparedSql<{ customerId: string }, { phone: string; most: number }>(
  `select customer_id as customerId from shared_phones where phone = @phone limit @most`,
)
/** R-3.4a Who else uses a phone. */
export const listSharing = (store: ReadableStore, phone: string): string[] =>
  sharing(store)
    .all({ phone, most: countedAtMost })
    .map(({ customerId }) => customerId)

const byPlate = preparedSql<{ customerId: string }, { plate: string; most: number }>(
  `select customer_id as customerId from customers indexed by customers_plate
   where plate = @plate and merged_into_id is null and erased_on is null limit @most`,
)
/** The customers with a plate; a family may drive one car. */
export const listCustomersByPlate = (store: ReadableStore, plate: string): string[] =>
  byPlate(store)
    .all({ plate, most: countedAtMost })
    .map(({ customerId }) => customerId)

const appointment = preparedSql<
  { on: BusinessDate; time: string | null; ownerName: string | null },
  { customerId: string; on: string }
>(
  `select p.due_on as "on", p.due_time as time, s.name as ownerName
   from plans p indexed by plans_customer left join staff s on s.staff_id = p.assignee_id
   where p.customer_id = @customerId and p.status = 'open' and p.due_on = @on
     and p.channel in ('showroom_visit', 'test_drive')
   order by coalesce(p.due_time, '99') limit 1`,
)
/** The plan to meet a customer in the showroom on a date. */
export const findAppointmentOn = (store: ReadableStore, customerId: string, on: BusinessDate) =>
  appointment(store).get({ customerId, on })
