import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { ReadableStore } from '../handle.ts'
import { prepared, preparedSql } from '../prepared.ts'
import type { InstructionRow, OwnerRow, PlanRow } from '../rows.ts'
import { customers, instructions, owners, plans } from '../schema/index.ts'

const contactsOf = preparedSql<
  { followUps: number; lastEffectiveOn: BusinessDate | null },
  { customerId: string; staffId: string }
>(
  `select count(*) as followUps,
     max(case when effective = 1 and coalesce(counts_for_id, staff_id) = @staffId then contacted_on end) as lastEffectiveOn
   from follow_ups indexed by follow_ups_customer where customer_id = @customerId`,
)
/** How many contacts a customer has had, and the last effective one of somebody, or that counts for him. */
export const readContacts = (store: ReadableStore, customerId: string, staffId: string) =>
  contactsOf(store).get({ customerId, staffId }) ?? { followUps: 0, lastEffectiveOn: null }

const openLink = prepared((db) =>
  db
    .select()
    .from(owners)
    .where(and(eq(owners.customerId, sql.placeholder('id')), isNull(owners.untilOn)))
    .prepare(),
)
/** The link of the chain of owners that is still open. */
export const findOpenOwner = (store: ReadableStore, customerId: string): OwnerRow | undefined =>
  openLink(store).get({ id: customerId })

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
