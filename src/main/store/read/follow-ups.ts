import { and, asc, count, desc, eq, gte, isNotNull, lte, or, sql } from 'drizzle-orm'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { ReadableStore } from '../handle.ts'
import { prepared } from '../prepared.ts'
import type { LossRow, PlanRow } from '../rows.ts'
import { followUps, lossApplications, plans, staff } from '../schema/index.ts'

const planById = prepared((db) =>
  db
    .select()
    .from(plans)
    .where(eq(plans.planId, sql.placeholder('id')))
    .prepare(),
)
/** Whoever's it is: the caller checks the scope. */
export const findPlan = (store: ReadableStore, planId: string): PlanRow | undefined =>
  planById(store).get({ id: planId })

const openPlansOf = prepared((db) =>
  db
    .select()
    .from(plans)
    .where(and(eq(plans.opportunityId, sql.placeholder('id')), eq(plans.status, 'open')))
    .orderBy(asc(plans.dueOn), asc(plans.planId))
    .prepare(),
)
/** The open plans of an opportunity, the next one first. */
export const listOpenPlans = (store: ReadableStore, opportunityId: string): PlanRow[] =>
  openPlansOf(store).all({ id: opportunityId })

const plansOfCustomer = prepared((db) =>
  db
    .select({ plan: plans, assigneeName: staff.name })
    .from(plans)
    .leftJoin(staff, eq(staff.staffId, plans.assigneeId))
    .where(eq(plans.customerId, sql.placeholder('id')))
    .orderBy(desc(plans.dueOn), desc(plans.planId))
    .prepare(),
)
export const listPlansOfCustomer = (store: ReadableStore, customerId: string) =>
  plansOfCustomer(store).all({ id: customerId })

const followUpsOfCustomer = prepared((db) =>
  db
    .select({ followUp: followUps, staffName: staff.name })
    .from(followUps)
    .leftJoin(staff, eq(staff.staffId, followUps.staffId))
    .where(eq(followUps.customerId, sql.placeholder('id')))
    .orderBy(desc(followUps.contactedOn), desc(followUps.recordedAt), desc(followUps.followUpId))
    .prepare(),
)
/** Executed follow-ups of a customer, newest first. */
export const listFollowUpsOfCustomer = (store: ReadableStore, customerId: string) =>
  followUpsOfCustomer(store).all({ id: customerId })

const loadRows = prepared((db) =>
  db
    .select({ on: plans.dueOn, count: count() })
    .from(plans)
    .where(
      and(
        eq(plans.assigneeId, sql.placeholder('assigneeId')),
        eq(plans.status, 'open'),
        gte(plans.dueOn, sql.placeholder('from')),
        lte(plans.dueOn, sql.placeholder('until')),
      ),
    )
    .groupBy(plans.dueOn)
    .prepare(),
)
/** How many open plans somebody has on each date of a span. */
export const loadByDate = (
  store: ReadableStore,
  assigneeId: string,
  from: BusinessDate,
  until: BusinessDate,
): Map<BusinessDate, number> =>
  new Map(
    loadRows(store)
      .all({ assigneeId, from, until })
      .map((row) => [row.on, row.count]),
  )

const effectiveOnDate = prepared((db) =>
  db
    .select({ n: count() })
    .from(followUps)
    .where(
      and(
        eq(followUps.opportunityId, sql.placeholder('id')),
        eq(followUps.contactedOn, sql.placeholder('on')),
        eq(followUps.effective, true),
        // A colleague's contact with somebody else's customer excuses nothing.
        or(isNotNull(followUps.gradeAfter), isNotNull(followUps.importBatchId)),
      ),
    )
    .prepare(),
)
/** Whether an opportunity had an effective follow-up on a date. */
export const hadEffectiveOn = (store: ReadableStore, opportunityId: string, on: BusinessDate): boolean =>
  (effectiveOnDate(store).get({ id: opportunityId, on })?.n ?? 0) > 0

const lossesOf = prepared((db) =>
  db
    .select()
    .from(lossApplications)
    .where(eq(lossApplications.opportunityId, sql.placeholder('id')))
    .orderBy(desc(lossApplications.appliedAt), desc(lossApplications.lossId))
    .limit(1)
    .prepare(),
)
/** The newest loss application of an opportunity. */
export const findLastLoss = (store: ReadableStore, opportunityId: string): LossRow | undefined =>
  lossesOf(store).get({ id: opportunityId })
