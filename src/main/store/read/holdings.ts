import { gradesInOrder } from '#shared/policy/grades.ts'
import type { Policy } from '#shared/policy/policy.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'

/** Who holds what: the readers of a reassignment. */

/** Grade codes by their place, hottest first, as the JSON that the statements below read. */
export const placesOf = (policy: Policy): string =>
  JSON.stringify(Object.fromEntries(gradesInOrder(policy).map(({ code }, place) => [code, place])))

/**
 * The hottest grade of each customer with an open opportunity, a waiting loss included. Its place is put before
 * the code so that the smallest text is the hottest grade; a code that the policy does not have comes last.
 */
const hottest = (whose: string) => `
  places as materialized (select key as code, value as place from json_each(@places)),
  hottest as materialized (
    select o.customer_id, o.owner_id, count(*) as opportunities,
      substr(min(printf('%03d', coalesce(g.place, 999)) || o.grade), 4) as grade
    from opportunities o indexed by opportunities_owner left join places g on g.code = o.grade
    where o.status in ('open', 'lost_waiting') and ${whose} group by o.customer_id, o.owner_id)`

export interface HeldByGrade {
  readonly staffId: string
  readonly grade: string
  readonly customers: number
  readonly opportunities: number
}
const byGrade = preparedSql<HeldByGrade, { places: string }>(
  `with ${hottest('o.owner_id in (select staff_id from staff)')}
   select owner_id as staffId, grade, count(*) as customers, sum(opportunities) as opportunities
   from hottest group by owner_id, grade`,
)
/** Customers with an open opportunity of each owner, by their hottest grade. */
export const listHeldByGrade = (store: ReadableStore, places: string): HeldByGrade[] =>
  byGrade(store).all({ places })

const customersOf = preparedSql<{ staffId: string; customers: number }, []>(
  `select owner_id as staffId, count(*) as customers from customers indexed by customers_owner
   where owner_id is not null and merged_into_id is null and erased_on is null group by owner_id`,
)
/** How many customers each owner has, whatever became of them. */
export const countCustomersByOwner = (store: ReadableStore): ReadonlyMap<string, number> =>
  new Map(
    customersOf(store)
      .all()
      .map((row) => [row.staffId, row.customers]),
  )

const overdueOf = preparedSql<{ staffId: string; overdue: number }, { today: string }>(
  `select o.owner_id as staffId, count(*) as overdue
   from staff s join plans p indexed by plans_to_do
     on p.assignee_id = s.staff_id and p.status = 'open' and p.due_on < @today
   join opportunities o on o.opportunity_id = p.opportunity_id
   where o.owner_id is not null group by o.owner_id`,
)
/** How many plans of each owner's customers are overdue. */
export const countOverdueByOwner = (store: ReadableStore, today: BusinessDate): ReadonlyMap<string, number> =>
  new Map(
    overdueOf(store)
      .all({ today })
      .map((row) => [row.staffId, row.overdue]),
  )

export interface HeldCustomer {
  readonly customerId: string
  readonly name: string
  /** His hottest open grade; null where nothing of his is open. */
  readonly grade: string | null
}
const ofOne = preparedSql<HeldCustomer, { places: string; ownerId: string }>(
  `with ${hottest('o.owner_id = @ownerId')}
   select c.customer_id as customerId, c.name, h.grade
   from customers c indexed by customers_owner left join hottest h on h.customer_id = c.customer_id
   where c.owner_id = @ownerId and c.merged_into_id is null and c.erased_on is null order by c.name, c.customer_id`,
)
/** Everybody whom somebody owns, in order of name. */
export const listHeld = (store: ReadableStore, ownerId: string, places: string): HeldCustomer[] =>
  ofOne(store).all({ ownerId, places })

export interface HeldPlan {
  readonly planId: string
  readonly customerId: string
  readonly assigneeId: string | null
  readonly dueOn: BusinessDate
  readonly leaveId: string | null
}
const plansOf = preparedSql<HeldPlan, { ownerId: string }>(
  `select p.plan_id as planId, p.customer_id as customerId, p.assignee_id as assigneeId, p.due_on as dueOn,
     p.leave_id as leaveId
   from opportunities o indexed by opportunities_owner
   join plans p indexed by plans_opportunity on p.opportunity_id = o.opportunity_id and p.status = 'open'
   where o.owner_id = @ownerId and o.status = 'open'`,
)
/** The open plans of somebody's customers, in whosever to-do list they stand. */
export const listHeldPlans = (store: ReadableStore, ownerId: string): HeldPlan[] =>
  plansOf(store).all({ ownerId })
