import { asc, eq, sql } from 'drizzle-orm'
import type { ReadableStore } from '../handle.ts'
import { prepared, preparedSql } from '../prepared.ts'
import type { ReassignmentMoveRow, ReassignmentRow } from '../rows.ts'
import { reassignmentMoves, reassignments } from '../schema/index.ts'

/** Reassignments that were made, and what has become of what they moved. */

const byId = prepared((db) =>
  db
    .select()
    .from(reassignments)
    .where(eq(reassignments.reassignmentId, sql.placeholder('id')))
    .prepare(),
)
export const findReassignment = (store: ReadableStore, reassignmentId: string): ReassignmentRow | undefined =>
  byId(store).get({ id: reassignmentId })

const movesOf = prepared((db) =>
  db
    .select()
    .from(reassignmentMoves)
    .where(eq(reassignmentMoves.reassignmentId, sql.placeholder('id')))
    .orderBy(asc(reassignmentMoves.moveId))
    .prepare(),
)
export const listMoves = (store: ReadableStore, reassignmentId: string): ReassignmentMoveRow[] =>
  movesOf(store).all({ id: reassignmentId })

export interface ListedReassignment {
  readonly reassignmentId: string
  readonly fromId: string
  readonly fromName: string
  readonly customers: number
  readonly reason: string
  readonly appliedOn: ReassignmentRow['appliedOn']
  readonly appliedAt: number
  readonly appliedBy: string
  readonly undoneAt: number | null
}
const listed = preparedSql<ListedReassignment, { limit: number; offset: number }>(
  `select r.reassignment_id as reassignmentId, r.from_staff_id as fromId, f.name as fromName, r.customers, r.reason,
     r.applied_on as appliedOn, r.applied_at as appliedAt, coalesce(b.name, r.applied_by) as appliedBy,
     r.undone_at as undoneAt
   from reassignments r join staff f on f.staff_id = r.from_staff_id left join staff b on b.staff_id = r.applied_by
   order by r.applied_at desc, r.rowid desc limit @limit offset @offset`,
)
/** Reassignments, newest first. */
export const listReassignments = (
  store: ReadableStore,
  page: { readonly limit: number; readonly offset: number },
): ListedReassignment[] => listed(store).all({ limit: page.limit, offset: page.offset })

const counted = preparedSql<{ n: number }, []>('select count(*) as n from reassignments')
export const countReassignments = (store: ReadableStore): number => counted(store).get()?.n ?? 0

const receivers = preparedSql<
  { staffId: string; name: string; customers: number },
  { reassignmentId: string }
>(
  `select m.to_staff_id as staffId, s.name, count(*) as customers
   from reassignment_moves m indexed by reassignment_moves_reassignment join staff s on s.staff_id = m.to_staff_id
   where m.reassignment_id = @reassignmentId group by m.to_staff_id order by s.name, s.staff_id`,
)
/** Who received how many. */
export const listReceived = (store: ReadableStore, reassignmentId: string) =>
  receivers(store).all({ reassignmentId })

export const workedOn = ['transferred', 'contacted', 'planned', 'changed', 'answered'] as const
export type WorkedOn = (typeof workedOn)[number]

// The open plans that the transfer left, against those there are.
const planDiffers = `
  (select count(*) from plans p indexed by plans_customer where p.customer_id = c.customer_id and p.status = 'open')
    <> json_array_length(m.snapshot, '$.plans')
  or exists (
    select 1 from json_each(m.snapshot, '$.plans') j
    join plans p on p.plan_id = json_extract(j.value, '$.planId')
    where p.status <> 'open' or p.assignee_id is not m.to_staff_id or p.leave_id is not null
      or p.due_on <> json_extract(j.value, '$.after.dueOn')
      or p.due_time is not json_extract(j.value, '$.after.dueTime')
      or p.channel <> json_extract(j.value, '$.after.channel')
      or p.purpose <> json_extract(j.value, '$.after.purpose'))`
const opportunityDiffers = `
  (select count(*) from opportunities o indexed by opportunities_customer where o.customer_id = c.customer_id)
    <> json_array_length(m.snapshot, '$.opportunities')
  or exists (
    select 1 from json_each(m.snapshot, '$.opportunities') j
    join opportunities o on o.opportunity_id = json_extract(j.value, '$.opportunityId')
    where o.version <> json_extract(j.value, '$.versionAfter'))`
// One that was answered then had its answer then; one that was given since and is answered was worked on.
const instructionDiffers = `
  exists (
    select 1 from json_each(m.snapshot, '$.instructions') j
    join instructions i on i.instruction_id = json_extract(j.value, '$.instructionId')
    where i.answered_at is not json_extract(j.value, '$.answeredAt'))
  or exists (
    select 1 from instructions i indexed by instructions_customer join reassignments r on r.reassignment_id = m.reassignment_id
    where i.customer_id = c.customer_id and i.given_at >= r.applied_at and i.answered_at is not null
      and i.instruction_id not in (
        select json_extract(j.value, '$.instructionId') from json_each(m.snapshot, '$.instructions') j))`

const sinceThen = preparedSql<
  { customerId: string; customerName: string; what: WorkedOn },
  { reassignmentId: string }
>(
  `select customerId, customerName, what from (
     select c.customer_id as customerId, c.name as customerName,
       case
         when c.owner_id is not m.to_staff_id then 'transferred'
         when (select count(*) from follow_ups f indexed by follow_ups_customer where f.customer_id = c.customer_id)
           <> json_extract(m.snapshot, '$.customer.followUps') then 'contacted'
         when ${planDiffers} then 'planned'
         when c.version <> json_extract(m.snapshot, '$.customer.versionAfter') or ${opportunityDiffers} then 'changed'
         when ${instructionDiffers} then 'answered'
       end as what
     from reassignment_moves m indexed by reassignment_moves_reassignment
     join customers c on c.customer_id = m.customer_id
     where m.reassignment_id = @reassignmentId)
   where what is not null order by customerName, customerId`,
)
/** Customers of a reassignment that have been worked on since, each with the first thing that says so. */
export const listWorkedOn = (store: ReadableStore, reassignmentId: string) =>
  sinceThen(store).all({ reassignmentId })
