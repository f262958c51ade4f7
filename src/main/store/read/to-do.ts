import type { Channel, Result } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { sqliteOf, type ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'
import { ofCadence } from './check-book.ts'

/** What a line of the to-do list shows of an opportunity, with its plan where the line is one. */
export interface ToDoRow {
  readonly planId: string | null
  readonly dueOn: BusinessDate | null
  readonly dueTime: string | null
  readonly channel: Channel | null
  readonly purpose: string | null
  /** The owner for whom the plan is covered. */
  readonly coveredFor: string | null
  readonly ownerId: string | null
  readonly opportunityId: string
  readonly customerId: string
  readonly customerName: string
  /** S7 The channels that the customer closed, as JSON text. */
  readonly doNotContact: string
  readonly phone: string
  readonly model: string | null
  readonly grade: string
  readonly expectedPurchaseDate: BusinessDate | null
  readonly limitOn: BusinessDate
  readonly lastContactOn: BusinessDate | null
  readonly attemptsSinceReached: number
  readonly lastEffectiveOn: BusinessDate | null
  readonly ownerSinceOn: BusinessDate
  readonly createdOn: BusinessDate
}

const opportunityColumns = `o.opportunity_id as opportunityId, c.owner_id as ownerId, o.customer_id as customerId, c.name as customerName, c.do_not_contact as doNotContact,
  c.mobile as phone, o.model, o.grade, o.expected_purchase_date as expectedPurchaseDate, o.limit_on as limitOn,
  o.last_contact_on as lastContactOn, o.attempts_since_reached as attemptsSinceReached,
  c.last_effective_on as lastEffectiveOn, c.owner_since_on as ownerSinceOn, c.created_on as createdOn`
const noPlan =
  'null as planId, null as dueOn, null as dueTime, null as channel, null as purpose, null as coveredFor'

const duePlans = preparedSql<ToDoRow, { staffId: string; on: string }>(
  `select p.plan_id as planId, p.due_on as dueOn, p.due_time as dueTime, p.channel, p.purpose,
     case when p.leave_id is not null and o.owner_id <> @staffId
       then (select name from staff where staff_id = o.owner_id) end as coveredFor, ${opportunityColumns}
   from plans p indexed by plans_to_do
   join opportunities o on o.opportunity_id = p.opportunity_id
   join customers c on c.customer_id = p.customer_id
   where p.assignee_id = @staffId and p.status = 'open' and p.due_on <= @on`,
)
/** Open plans of somebody that are due on a date or were before it. */
export const listDuePlans = (store: ReadableStore, staffId: string, on: BusinessDate): ToDoRow[] =>
  duePlans(store).all({ staffId, on })

const planLine = preparedSql<ToDoRow, { staffId: string; planId: string }>(
  `select p.plan_id as planId, p.due_on as dueOn, p.due_time as dueTime, p.channel, p.purpose,
     case when p.leave_id is not null and o.owner_id <> @staffId
       then (select name from staff where staff_id = o.owner_id) end as coveredFor, ${opportunityColumns}
   from plans p join opportunities o on o.opportunity_id = p.opportunity_id
   join customers c on c.customer_id = p.customer_id where p.plan_id = @planId`,
)
/** One plan as a line of somebody's list, whenever it is due. */
export const findPlanLine = (store: ReadableStore, staffId: string, planId: string): ToDoRow | undefined =>
  planLine(store).get({ staffId, planId })

const endingOpportunities = preparedSql<ToDoRow, { ownerId: string; on: string }>(
  `select ${noPlan}, ${opportunityColumns}
   from opportunities o indexed by opportunities_owner
   join customers c on c.customer_id = o.customer_id
   where o.owner_id = @ownerId and o.status = 'open' and o.expected_purchase_date <= @on`,
)
/** Open opportunities of somebody whose purchase date is that date or has passed. */
export const listEndingOpportunities = (store: ReadableStore, ownerId: string, on: BusinessDate): ToDoRow[] =>
  endingOpportunities(store).all({ ownerId, on })

/** The dates that belong to a grade; `until` null reaches for ever. */
export interface DatesOfGrade {
  readonly grade: string
  readonly from: BusinessDate
  readonly until: BusinessDate | null
}
const endOfTime = '9999-12-31'

/**
 * Open opportunities of somebody whose purchase date lies outside the dates of their grade. One range over the
 * index a grade, so that the part of the book that is in step is never read.
 */
export function listOutOfStep(
  store: ReadableStore,
  ownerId: string,
  windows: readonly DatesOfGrade[],
): ToDoRow[] {
  if (windows.length === 0) return []
  const ranges = windows.map(
    (_, i) => `(o.expected_purchase_date between @from${i} and @until${i} and o.grade <> @grade${i})`,
  )
  const sql = `select ${noPlan}, ${opportunityColumns}
    from opportunities o indexed by opportunities_owner
    join customers c on c.customer_id = o.customer_id
    where o.owner_id = @ownerId and o.status = 'open' and o.expected_purchase_date >= @from0 and (${ranges.join(' or ')})`
  const parameters: Record<string, string> = { ownerId }
  for (const [i, window] of windows.entries()) {
    parameters[`from${i}`] = window.from
    parameters[`until${i}`] = window.until ?? endOfTime
    parameters[`grade${i}`] = window.grade
  }
  const cache =
    statements.get(sqliteOf(store)) ?? new Map<number, ReturnType<ReturnType<typeof sqliteOf>['prepare']>>()
  statements.set(sqliteOf(store), cache)
  const statement = cache.get(windows.length) ?? sqliteOf(store).prepare(sql)
  cache.set(windows.length, statement)
  return statement.all(parameters) as ToDoRow[]
}
const statements = new WeakMap<object, Map<number, ReturnType<ReturnType<typeof sqliteOf>['prepare']>>>()

const lastFollowUp = preparedSql<{ result: Result; content: string }, { id: string }>(
  `select f.result, f.content from follow_ups f indexed by follow_ups_opportunity
   where f.opportunity_id = @id and ${ofCadence} order by contacted_on desc, recorded_at desc limit 1`,
)
/** What came of the last contact. */
export const findLastFollowUp = (store: ReadableStore, opportunityId: string) =>
  lastFollowUp(store).get({ id: opportunityId })

const doneOn = preparedSql<{ n: number }, { staffId: string; on: string }>(
  `select count(*) as n from plans indexed by plans_ended
   where assignee_id = @staffId and ended_on = @on and status = 'executed'`,
)
/** How many plans somebody has executed on a date. */
export const countDone = (store: ReadableStore, staffId: string, on: BusinessDate): number =>
  doneOn(store).get({ staffId, on })?.n ?? 0

const uncarded = preparedSql<
  { visitId: string; visitedOn: BusinessDate; callerName: string | null; model: string | null },
  { staffId: string; on: string }
>(
  `select visit_id as visitId, visited_on as visitedOn, caller_name as callerName, model from visits indexed by visits_uncarded
   where consultant_id = @staffId and with_intent = 1 and customer_id is null and visited_on <= @on`,
)
/** Visits with intent that have no card yet. */
export const listUncarded = (store: ReadableStore, staffId: string, on: BusinessDate) =>
  uncarded(store).all({ staffId, on })
