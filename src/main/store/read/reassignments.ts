import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { ReadableStore } from '../handle.ts'
import { prepared, preparedSql } from '../prepared.ts'
import type { InstructionRow, PlanRow } from '../rows.ts'
import { customers, instructions, plans } from '../schema/index.ts'

interface Found {
  readonly followUps: number
  readonly lastEffectiveOn: BusinessDate | null
  readonly ownerRowId: string | null
  readonly plans: number
  readonly instructions: number
  readonly claims: number
}
const found = preparedSql<Found, { customerId: string; staffId: string }>(
  `select count(*) as followUps,
     max(case when effective = 1 and coalesce(counts_for_id, staff_id) = @staffId then contacted_on end) as lastEffectiveOn,
     (select owner_row_id from owners indexed by owners_customer
      where customer_id = @customerId and until_on is null) as ownerRowId,
     (select count(*) from plans indexed by plans_customer
      where customer_id = @customerId and status = 'open') as plans,
     (select count(*) from instructions indexed by instructions_customer
      where customer_id = @customerId and closed_at is null) as instructions,
     (select count(*) from claims indexed by claims_customer
      where customer_id = @customerId and status in ('filed', 'answered')) as claims
   from follow_ups indexed by follow_ups_customer where customer_id = @customerId`,
)
/**
 * What a transfer finds of a customer, in one question: how many contacts he has had and the last effective one of
 * somebody, or that counts for him; the open link of the chain of owners; how many open plans and
 * instructions there are to move, and how many claims it overtakes.
 */
export function readTransferred(store: ReadableStore, customerId: string, staffId: string): Found {
  const row = found(store).get({ customerId, staffId })
  if (!row) throw new Error('a count without an answer')
  return row
}

const openPlans = prepared((db) =>
  db
    .select()
    .from(plans)
    .where(and(eq(plans.customerId, sql.placeholder('id')), eq(plans.status, 'open')))
    .orderBy(asc(plans.dueOn), asc(plans.planId))
    .prepare(),
)
export const listOpenPlansOfCustomer = (store: ReadableStore, customerId: string): PlanRow[] =>
  openPlans(store).all({ id: customerId })

const covered = prepared((db) =>
  db
    .select({ plan: plans })
    .from(plans)
    .innerJoin(customers, eq(customers.customerId, plans.customerId))
    .where(
      and(
        eq(plans.assigneeId, sql.placeholder('id')),
        eq(plans.status, 'open'),
        ne(customers.ownerId, sql.placeholder('id')),
      ),
    )
    .orderBy(asc(plans.dueOn), asc(plans.planId))
    .prepare(),
)
/** The open plans of other people's customers that stand in somebody's to-do list. */
export const listCoveredBy = (store: ReadableStore, staffId: string): PlanRow[] =>
  covered(store)
    .all({ id: staffId })
    .map(({ plan }) => plan)

const openInstructions = prepared((db) =>
  db
    .select()
    .from(instructions)
    .where(and(eq(instructions.customerId, sql.placeholder('id')), isNull(instructions.closedAt)))
    .prepare(),
)
/** Instructions on a customer that their giver has not closed. */
export const listOpenInstructions = (store: ReadableStore, customerId: string): InstructionRow[] =>
  openInstructions(store).all({ id: customerId })

const standing = preparedSql<{ one: 1 }, { planId: string; leaveId: string }>(
  `select 1 as one from leave_lines n indexed by leave_lines_plan
   join leaves l on l.leave_id = n.leave_id left join staff s on s.staff_id = n.covered_by
   where n.plan_id = @planId and n.leave_id = @leaveId and n.returned_at is null and l.cancelled_at is null
     and (n.covered_by is null or s.status = 'active') limit 1`,
)
/** Whether what a leave did to a plan still stands: not cancelled, not taken back, its colleague still here. */
export const isCoverStanding = (store: ReadableStore, planId: string, leaveId: string): boolean =>
  standing(store).get({ planId, leaveId }) !== undefined
