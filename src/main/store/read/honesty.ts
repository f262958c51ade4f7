import type { Result } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'

/** Each fact says whose day it belongs to. */
interface ContactFact {
  readonly staffId: string
  readonly customerId: string
  readonly recordedAt: Instant
  readonly result: Result
  readonly content: string
}
interface VisitFact {
  readonly staffId: string
  readonly visitId: string
  readonly visitor: string | null
  readonly registeredAt: Instant
}
interface ChangeFact {
  readonly staffId: string
  readonly customerId: string
  readonly field: 'name' | 'mobile'
  readonly before: string
  readonly after: string
  readonly changedOn: BusinessDate
  readonly changedAt: Instant
  readonly changedBy: string
  readonly orderedOn: BusinessDate
  readonly orderedAt: Instant | null
}
interface Day extends Record<string, unknown> {
  /** A JSON array of staff ids. */
  readonly staffIds: string
  readonly on: string
}

// Follow-ups that came with a ledger were recorded by nobody: only what was typed in can be a sign.
const contacts = preparedSql<ContactFact, Day>(
  `select f.staff_id as staffId, f.customer_id as customerId, f.recorded_at as recordedAt, f.result, f.content
   from json_each(@staffIds) w cross join follow_ups f indexed by follow_ups_staff
     on f.staff_id = w.value and f.recorded_on = @on
   where f.import_batch_id is null`,
)
const leaves = preparedSql<{ staffId: string; from: BusinessDate }, Day>(
  `select l.staff_id as staffId, l.from_on as "from"
   from json_each(@staffIds) w cross join leaves l indexed by leaves_staff
     on l.staff_id = w.value and l.from_on > @on
   where l.cancelled_at is null order by l.from_on`,
)
const visits = preparedSql<VisitFact, Day>(
  `select v.consultant_id as staffId, v.visit_id as visitId, v.caller_name as visitor,
     v.registered_at as registeredAt
   from json_each(@staffIds) w cross join visits v indexed by visits_consultant
     on v.consultant_id = w.value and v.visited_on = @on
   where v.registered_at is not null`,
)
// Names and phones change rarely: the few changes of the days before lead to the orders, not the other way round.
const changes = preparedSql<ChangeFact, Day & { from: string }>(
  `select o.owner_id as staffId, i.customer_id as customerId, i.field, i.before, i.after, i.changed_on as changedOn,
     i.changed_at as changedAt, coalesce(s.name, i.staff_id) as changedBy, o.ordered_on as orderedOn,
     (select max(f.recorded_at) from follow_ups f indexed by follow_ups_opportunity
      where f.opportunity_id = o.opportunity_id and f.contacted_on = o.ordered_on) as orderedAt
   from identity_changes i
   cross join opportunities o indexed by opportunities_customer on o.customer_id = i.customer_id
   left join staff s on s.staff_id = i.staff_id
   where i.changed_on between @from and @on and o.ordered_on = @on
     and o.owner_id in (select value from json_each(@staffIds))
   order by i.changed_at, i.rowid`,
)

/** What asks of a date for these consultants: one indexed query a kind of fact, each fact with whose it is. */
export function readHonestyFacts(
  store: ReadableStore,
  staffIds: readonly string[],
  on: BusinessDate,
  changedFrom: BusinessDate,
) {
  const day = { staffIds: JSON.stringify(staffIds), on }
  return {
    contacts: contacts(store).all(day),
    leaves: leaves(store).all(day),
    visits: visits(store).all(day),
    changes: changes(store).all({ ...day, from: changedFrom }),
  }
}

const names = preparedSql<{ name: string; ownerId: string | null }, { customerIds: string }>(
  `select c.name, c.owner_id as ownerId from json_each(@customerIds) w cross join customers c on c.customer_id = w.value order by w.key`,
)
/** The names of customers in the order in which they are asked for, with whose they are. */
export const namesOfCustomers = (store: ReadableStore, customerIds: readonly string[]) =>
  names(store).all({ customerIds: JSON.stringify(customerIds) })
