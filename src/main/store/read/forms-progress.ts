import type { Scope } from '#shared/access/can.ts'
import type { OpportunityStatus } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'
import { scopeParameter } from './row-scope.ts'

/** One opportunity of the progress sheet, before its cells. */
export interface ListedProgress {
  readonly opportunityId: string
  readonly customerId: string
  readonly name: string
  readonly phone: string
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly model: string | null
  readonly firstGrade: string
  readonly grade: string
  readonly status: OpportunityStatus
  readonly openedOn: BusinessDate
  readonly expectedPurchaseDate: BusinessDate | null
  readonly limit: BusinessDate
  readonly orderedOn: BusinessDate | null
  readonly deliveredOn: BusinessDate | null
  readonly nextPlanId: string | null
}

export interface ProgressOf {
  readonly first: BusinessDate
  readonly last: BusinessDate
  /** The grade that is not on the sheet. */
  readonly leftOut: string
  /** The grades in their order, each between bars: `|H|A|B|C|`. */
  readonly gradeOrder: string
}
type Parameters = {
  first: string
  last: string
  leftOut: string
  gradeOrder: string
  staffIds: string | null
  limit: number
  offset: number
}

// Open in the month: opened by its end, and neither ordered nor ended before it began. What it was graded in the month:
// at its beginning, or after a change within it; the last grade all month long stands on the card alone (除C级以外).
const onSheet = `o.opened_on <= @last and coalesce(o.ordered_on, o.ended_on, '9999-12-31') >= @first
  and (coalesce((select h.grade_before from opportunity_changes h indexed by opportunity_changes_opportunity
        where h.opportunity_id = o.opportunity_id and h.changed_on >= @first
        order by h.changed_on, h.changed_at, h.change_id limit 1), o.grade) <> @leftOut
    or exists (select 1 from opportunity_changes h indexed by opportunity_changes_opportunity
        where h.opportunity_id = o.opportunity_id and h.changed_on between @first and @last
          and h.grade_after <> @leftOut))`
const place = `case instr(@gradeOrder, '|' || o.grade || '|') when 0 then 9999 else instr(@gradeOrder, '|' || o.grade || '|') end`

const listSql = (from: string) => `with chosen as materialized (
    select o.opportunity_id, c.name, c.mobile, s.name as owner_name, count(*) over () as total,
      row_number() over (order by s.name is null, s.name, o.owner_id, ${place},
        coalesce(o.expected_purchase_date, '9999-12-31'), c.name, o.opportunity_id) as place
    from ${from} join customers c on c.customer_id = o.customer_id left join staff s on s.staff_id = o.owner_id
    where ${onSheet}
    order by place limit @limit offset @offset)
  select o.opportunity_id as opportunityId, o.customer_id as customerId, k.name, k.mobile as phone, o.owner_id as ownerId,
    k.owner_name as ownerName, o.model, o.grade, o.status, o.opened_on as openedOn,
    o.expected_purchase_date as expectedPurchaseDate, o.limit_on as "limit", o.ordered_on as orderedOn,
    o.delivered_on as deliveredOn, k.total,
    coalesce((select h.grade_before from opportunity_changes h where h.opportunity_id = o.opportunity_id
      order by h.changed_on, h.changed_at, h.change_id limit 1), o.grade) as firstGrade,
    (select p.plan_id from plans p where p.opportunity_id = o.opportunity_id and p.status = 'open'
      order by p.due_on, p.plan_id limit 1) as nextPlanId
  from chosen k join opportunities o on o.opportunity_id = k.opportunity_id order by k.place`

/** Read by a test of its plan: the book of somebody is found by his index, never by walking through the store. */
export const progressOfStaffSql = listSql(
  'json_each(@staffIds) who cross join opportunities o indexed by opportunities_owner on o.owner_id = who.value',
)
const ofStaff = preparedSql<ListedProgress & { total: number }, Parameters>(progressOfStaffSql)
const ofStore = preparedSql<ListedProgress & { total: number }, Parameters>(
  listSql('(select @staffIds) as everybody cross join opportunities o'),
)

/** The rows of the progress sheet within reach, each owner's in the order of grades, and how many there are in all. */
export function listProgress(
  store: ReadableStore,
  scope: Scope,
  of: ProgressOf,
  page: { readonly limit: number; readonly offset: number },
): { readonly rows: readonly ListedProgress[]; readonly total: number } {
  const statement = scope.kind === 'store' ? ofStore(store) : ofStaff(store)
  const rows = statement.all({ ...of, ...page, staffIds: scopeParameter(scope) })
  return { rows, total: rows[0]?.total ?? 0 }
}

type Within = { ids: string; first: string; last: string }
const ids = 'json_each(@ids) i cross join'

const plansOf = preparedSql<
  { opportunityId: string; planId: string; dueOn: BusinessDate; settledOn: BusinessDate | null },
  Within
>(
  `select p.opportunity_id as opportunityId, p.plan_id as planId, p.due_on as dueOn,
     coalesce(f.contacted_on, p.ended_on) as settledOn
   from ${ids} plans p indexed by plans_opportunity on p.opportunity_id = i.value
     left join follow_ups f on f.follow_up_id = p.follow_up_id
   where p.due_on between @first and @last order by p.due_on, p.made_at, p.plan_id`,
)
const contactsOf = preparedSql<
  { opportunityId: string; on: BusinessDate; reached: number; grade: string | null },
  Within
>(
  `select f.opportunity_id as opportunityId, f.contacted_on as "on", f.result = 'reached' as reached, f.grade_after as grade
   from ${ids} follow_ups f indexed by follow_ups_opportunity on f.opportunity_id = i.value
     and f.contacted_on between @first and @last
   order by f.contacted_on, f.recorded_at, f.follow_up_id`,
)
const changesOf = preparedSql<{ opportunityId: string; on: BusinessDate; grade: string }, Within>(
  `select h.opportunity_id as opportunityId, h.changed_on as "on", h.grade_after as grade
   from ${ids} opportunity_changes h indexed by opportunity_changes_opportunity on h.opportunity_id = i.value
     and h.changed_on between @first and @last
   where h.follow_up_id is null and h.grade_before <> h.grade_after order by h.changed_at, h.change_id`,
)
const lossesOf = preparedSql<
  { opportunityId: string; on: BusinessDate; decision: 'waiting' | 'approved' | 'refused' },
  Within
>(
  `select l.opportunity_id as opportunityId, l.applied_on as "on", l.decision
   from ${ids} loss_applications l indexed by loss_applications_opportunity on l.opportunity_id = i.value
   where l.applied_on between @first and @last order by l.applied_at`,
)
const visitsOf = preparedSql<{ opportunityId: string; on: BusinessDate }, Within>(
  `select o.opportunity_id as opportunityId, v.visited_on as "on"
   from ${ids} opportunities o on o.opportunity_id = i.value
     cross join visits v indexed by visits_customer on v.customer_id = o.customer_id
   where v.visited_on between @first and @last and (v.opportunity_id is null or v.opportunity_id = o.opportunity_id)
   order by v.visited_on, v.visit_id`,
)
const drivesOf = preparedSql<{ opportunityId: string; on: BusinessDate }, Within>(
  `select t.opportunity_id as opportunityId, t.driven_on as "on"
   from ${ids} test_drives t indexed by test_drives_opportunity on t.opportunity_id = i.value
     and t.driven_on between @first and @last
   order by t.driven_on, t.test_drive_id`,
)

/** What happened to the opportunities of one page within the month, by opportunity. */
export function readProgress(
  store: ReadableStore,
  opportunityIds: readonly string[],
  { first, last }: { readonly first: BusinessDate; readonly last: BusinessDate },
) {
  const within = { ids: JSON.stringify(opportunityIds), first, last }
  const by = <Row extends { readonly opportunityId: string }>(rows: readonly Row[]) =>
    Map.groupBy(rows, ({ opportunityId }) => opportunityId)
  return {
    plans: by(plansOf(store).all(within)),
    contacts: by(contactsOf(store).all(within)),
    changes: by(changesOf(store).all(within)),
    losses: by(lossesOf(store).all(within)),
    visits: by(visitsOf(store).all(within)),
    testDrives: by(drivesOf(store).all(within)),
  }
}
