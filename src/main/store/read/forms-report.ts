import type { Scope } from '#shared/access/can.ts'
import type { Channel, LossReason, PlanStatus, Result } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'
import { scopeParameter, whoseRows } from './row-scope.ts'

/** Whom a line of the daily report is about, and who did it. */
interface OfWhom {
  readonly customerId: string
  readonly opportunityId: string
  readonly customerName: string
  readonly phone: string
  readonly model: string | null
  readonly ownerId: string | null
  readonly staffId: string | null
  readonly staffName: string | null
}
type OnDay = { on: string; staffIds: string | null }

const whom = `o.customer_id as customerId, o.opportunity_id as opportunityId, c.name as customerName, c.mobile as phone,
  o.model, o.owner_id as ownerId`
const behind = 'join customers c on c.customer_id = o.customer_id'
// What nobody's name stands under (an import) is its owner's.
const doer = (column: string) => `coalesce(${column}, o.owner_id)`

export interface ListedContact extends OfWhom {
  readonly followUpId: string
  readonly recordedAt: Instant
  readonly channel: Channel
  readonly result: Result
  readonly content: string
  readonly feedback: string | null
  readonly effective: number
  readonly lateRecorded: number
  readonly gradeBefore: string | null
  readonly gradeAfter: string | null
  readonly nextOn: BusinessDate | null
}
const contactColumns = `f.follow_up_id as followUpId, ${whom}, s.staff_id as staffId, s.name as staffName,
    f.recorded_at as recordedAt, f.channel, f.result, f.content, f.feedback, f.effective,
    f.late_recorded as lateRecorded, f.grade_before as gradeBefore, f.grade_after as gradeAfter,
    (select p.due_on from plans p indexed by plans_opportunity where p.opportunity_id = f.opportunity_id
       and p.made_at = f.recorded_at and p.plan_id is not f.plan_id order by p.due_on limit 1) as nextOn`
const contactOrder = 'order by staffName is null, staffName, recordedAt, followUpId'
/** Read by a test of its plan. */
export const contactsOfStaffSql = `select * from (
  select ${contactColumns}
  from json_each(@staffIds) who cross join follow_ups f indexed by follow_ups_contacted
      on f.staff_id = who.value and f.contacted_on = @on
    join opportunities o on o.opportunity_id = f.opportunity_id ${behind} left join staff s on s.staff_id = f.staff_id
  union all
  select ${contactColumns}
  from follow_ups f indexed by follow_ups_contacted join opportunities o on o.opportunity_id = f.opportunity_id ${behind}
    left join staff s on s.staff_id = o.owner_id
  where f.staff_id is null and f.contacted_on = @on and o.owner_id in (select value from json_each(@staffIds))
) ${contactOrder}`
const contactsOfStaff = preparedSql<ListedContact, OnDay>(contactsOfStaffSql)
const contactsOfStore = preparedSql<ListedContact, OnDay>(
  `select ${contactColumns}
   from (select staff_id as value from staff union all select null) who
     cross join follow_ups f indexed by follow_ups_contacted on f.staff_id is who.value and f.contacted_on = @on
     join opportunities o on o.opportunity_id = f.opportunity_id ${behind}
     left join staff s on s.staff_id = ${doer('f.staff_id')}
   where @staffIds is null ${contactOrder}`,
)
/** Contacts of a date, by who made them, whenever they were recorded. */
export const listContactsOfDay = (store: ReadableStore, scope: Scope, on: BusinessDate): ListedContact[] => {
  const statement = scope.kind === 'store' ? contactsOfStore(store) : contactsOfStaff(store)
  return statement.all({ on, staffIds: scopeParameter(scope) })
}

export interface ListedPlan extends OfWhom {
  readonly planId: string
  readonly on: BusinessDate
  readonly time: string | null
  readonly channel: Channel
  readonly purpose: string
  readonly grade: string
  readonly status: PlanStatus
  readonly madeOn: BusinessDate
  readonly settledOn: BusinessDate | null
}
const plansOf = preparedSql<ListedPlan, { from: string; until: string; staffIds: string }>(
  `select p.plan_id as planId, ${whom}, p.assignee_id as staffId, s.name as staffName, p.due_on as "on",
     p.due_time as time, p.channel, p.purpose, o.grade, p.status, p.made_on as madeOn,
     coalesce(f.contacted_on, p.ended_on) as settledOn
   from json_each(@staffIds) who cross join json_each('["open","executed","dropped"]') state
     cross join plans p indexed by plans_to_do
       on p.assignee_id = who.value and p.status = state.value and p.due_on between @from and @until
     join opportunities o on o.opportunity_id = p.opportunity_id ${behind}
     left join staff s on s.staff_id = p.assignee_id left join follow_ups f on f.follow_up_id = p.follow_up_id
   order by s.name is null, s.name, p.due_on, p.due_time is null, p.due_time, c.name, p.plan_id`,
)
const staffIdsOf = preparedSql<{ ids: string }, []>('select json_group_array(staff_id) as ids from staff')
/** Plans of somebody dated within a span, whatever became of them. */
export const listPlansBetween = (
  store: ReadableStore,
  scope: Scope,
  from: BusinessDate,
  until: BusinessDate,
): ListedPlan[] =>
  plansOf(store).all({ from, until, staffIds: scopeParameter(scope) ?? staffIdsOf(store).get()?.ids ?? '[]' })

export interface ListedEvent extends OfWhom {
  readonly kind: 'opened' | 'grade' | 'test_drive' | 'ordered' | 'delivered' | 'lost'
  readonly gradeBefore: string | null
  readonly gradeAfter: string | null
  readonly agreementNumber: string | null
  readonly lossReason: LossReason | null
  readonly settled: number
}
// Whose customer it was on that date: an opening and an order belong to the owner of then.
const ownerThen = `left join owners w on w.owner_row_id = (select n.owner_row_id from owners n
    where n.customer_id = o.customer_id and n.from_on <= @on and (n.until_on is null or n.until_on > @on)
    order by n.from_on desc, n.owner_row_id desc limit 1)
  left join staff s on s.staff_id = coalesce(w.owner_id, o.owner_id)`
const named = 's.staff_id as staffId, s.name as staffName'
const within = (column: string) => whoseRows(column)
const event = (
  kind: string,
  grades: string,
  rest = 'null as agreementNumber, null as lossReason, 1 as settled',
) => `select '${kind}' as kind, ${whom}, ${named}, ${grades}, ${rest}`

const eventsOf = preparedSql<ListedEvent, OnDay>(
  `${event(
    'opened',
    `null as gradeBefore, coalesce((select h.grade_before from opportunity_changes h
       where h.opportunity_id = o.opportunity_id order by h.changed_on, h.changed_at, h.change_id limit 1), o.grade) as gradeAfter`,
  )}
     from opportunities o indexed by opportunities_opened ${behind} ${ownerThen}
     where o.opened_on = @on and ${within('s.staff_id')}
   union all ${event('grade', 'h.grade_before, h.grade_after')}
     from opportunity_changes h indexed by opportunity_changes_on
       join opportunities o on o.opportunity_id = h.opportunity_id ${behind}
       left join staff s on s.staff_id = ${doer('h.staff_id')}
     where h.changed_on = @on and h.follow_up_id is null and h.grade_before <> h.grade_after and ${within('s.staff_id')}
   union all ${event('test_drive', 'null, null', 't.agreement_number, null, 1')}
     from test_drives t indexed by test_drives_on join opportunities o on o.opportunity_id = t.opportunity_id ${behind}
       left join staff s on s.staff_id = ${doer('t.staff_id')}
     where t.driven_on = @on and ${within('s.staff_id')}
   union all ${event('ordered', 'null, o.grade')}
     from opportunities o indexed by opportunities_ordered ${behind} ${ownerThen}
     where o.ordered_on = @on and ${within('s.staff_id')}
   union all ${event('delivered', 'null, o.grade')}
     from opportunities o indexed by opportunities_delivered ${behind} ${ownerThen}
     where o.delivered_on = @on and ${within('s.staff_id')}
   union all ${event('lost', 'null, o.grade', "null, l.reason, l.decision = 'approved'")}
     from json_each('["waiting","approved"]') state cross join loss_applications l indexed by loss_applications_decision
       on l.decision = state.value and l.applied_on = @on
       join opportunities o on o.opportunity_id = l.opportunity_id ${behind}
       left join staff s on s.staff_id = l.applied_by
     where ${within('s.staff_id')}
   order by staffName, kind, customerName, opportunityId`,
)
/** What else a date brought: openings, changes of grade without a contact, test drives, orders, deliveries, losses. */
export const listEventsOfDay = (store: ReadableStore, scope: Scope, on: BusinessDate): ListedEvent[] =>
  eventsOf(store).all({ on, staffIds: scopeParameter(scope) })
