import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Result } from '#shared/domain/codes.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'

type Days = { readonly staffId: string; readonly from: string; readonly until: string }

const suspended = preparedSql<{ from: BusinessDate; until: BusinessDate }, Days>(
  `select from_on as "from", until_on as until from suspensions
   where staff_id = @staffId and status = 'decided' and until_on >= @from and from_on <= @until`,
)
/** Suspensions for study that fall on some days. */
export const listSuspendedDays = (store: ReadableStore, days: Days) => suspended(store).all(days)

const contacts = preparedSql<
  {
    followUpId: string
    customerId: string
    customerName: string
    staffName: string | null
    on: BusinessDate
    result: Result
    content: string
    effective: number
  },
  Days
>(
  `select f.follow_up_id as followUpId, f.customer_id as customerId, c.name as customerName, s.name as staffName,
     f.contacted_on as "on", f.result, f.content, f.effective
   from customers c indexed by customers_owner
   join follow_ups f indexed by follow_ups_customer on f.customer_id = c.customer_id
   left join staff s on s.staff_id = f.staff_id
   where c.owner_id = @staffId and f.contacted_on between @from and @until and f.staff_id is not @staffId
   order by f.contacted_on, f.recorded_at`,
)
/** Contacts that others made with somebody's customers on some days. */
export const listContactsByOthers = (store: ReadableStore, days: Days) => contacts(store).all(days)

const waiting = preparedSql<
  {
    planId: string
    customerId: string
    customerName: string
    grade: string
    on: BusinessDate
    postponedFrom: BusinessDate | null
  },
  { staffId: string; leaveId: string; until: string }
>(
  `select p.plan_id as planId, p.customer_id as customerId, c.name as customerName, o.grade, p.due_on as "on",
     (select n.on_before from leave_lines n where n.plan_id = p.plan_id and n.leave_id = @leaveId
        and n.way = 'postponed' and n.returned_at is null) as postponedFrom
   from plans p indexed by plans_to_do join customers c on c.customer_id = p.customer_id
   join opportunities o on o.opportunity_id = p.opportunity_id
   where p.assignee_id = @staffId and p.status = 'open' and (p.due_on <= @until or p.leave_id = @leaveId)
   order by postponedFrom is null, p.due_on, p.plan_id`,
)
/** His plans that wait up to a date, first those that a leave postponed. */
export const listWaitingPlans = (
  store: ReadableStore,
  of: { readonly staffId: string; readonly leaveId: string; readonly until: BusinessDate },
) => waiting(store).all(of)

const instructions = preparedSql<
  {
    instructionId: string
    customerId: string
    customerName: string
    text: string
    givenOn: BusinessDate
  },
  Days
>(
  `select i.instruction_id as instructionId, i.customer_id as customerId, c.name as customerName, i.text,
     i.given_on as givenOn
   from instructions i indexed by instructions_staff join customers c on c.customer_id = i.customer_id
   where i.staff_id = @staffId and i.answered_at is null and i.given_on between @from and @until
   order by i.given_on, i.instruction_id`,
)
/** Instructions given on some days that wait for an answer. */
export const listGivenInstructions = (store: ReadableStore, days: Days) => instructions(store).all(days)

const counted = preparedSql<{ claims: number; violations: number }, Days>(
  `select
     (select count(*) from claims k where k.owner_id = @staffId and k.filed_on between @from and @until) as claims,
     (select count(*) from violations v indexed by violations_staff
        where v.staff_id = @staffId and v."on" between @from and @until and v.status <> 'waived') as violations`,
)
/** Claims on his customers that were filed on some days, and violations dated with them. */
export const countWhileAway = (store: ReadableStore, days: Days) =>
  counted(store).get(days) ?? { claims: 0, violations: 0 }
