import type { Scope } from '#shared/access/can.ts'
import type { AppointmentOutcome } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { ReadableStore } from '../handle.ts'
import { prepared, preparedSql } from '../prepared.ts'
import type { AppointmentRow } from '../rows.ts'
import { appointments } from '../schema/index.ts'
import { scopeParameter, whoseRows } from './row-scope.ts'

/** An appointment with what a list shows of it. */
export interface ListedAppointment {
  readonly appointmentId: string
  readonly planId: string
  readonly opportunityId: string
  readonly customerId: string
  readonly customerName: string
  readonly phone: string
  readonly model: string | null
  readonly on: BusinessDate
  readonly time: string | null
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly confirmedOn: BusinessDate | null
  readonly confirmDue: BusinessDate | null
  readonly outcome: AppointmentOutcome | null
  readonly outcomeAt: Instant | null
  readonly visitId: string | null
}

/** The latest contact that reached him by one of the calls that go with it. */
const confirmedOn = `(select max(f.contacted_on) from plans x join follow_ups f on f.follow_up_id = x.follow_up_id
  where x.plan_id in (a.confirm_plan_id, a.call_plan_id) and f.result = 'reached')`
const columns = `a.appointment_id as appointmentId, a.plan_id as planId, a.opportunity_id as opportunityId,
  a.customer_id as customerId, c.name as customerName, c.mobile as phone, o.model, a."on", a.time,
  o.owner_id as ownerId, s.name as ownerName, ${confirmedOn} as confirmedOn,
  (select x.due_on from plans x where x.plan_id = a.confirm_plan_id and x.status = 'open') as confirmDue,
  a.outcome, a.outcome_at as outcomeAt, a.visit_id as visitId`
const joined = `join opportunities o on o.opportunity_id = a.opportunity_id
  join customers c on c.customer_id = a.customer_id left join staff s on s.staff_id = o.owner_id`

type Span = { readonly from: string; readonly until: string; readonly staffIds: string | null }
const ofDates = `from appointments a indexed by appointments_on ${joined}
  where a."on" between @from and @until and ${whoseRows('o.owner_id')}`
const listed = preparedSql<ListedAppointment, Span & { limit: number; offset: number }>(
  `select ${columns} ${ofDates} order by a."on", a.time is null, a.time, a.appointment_id limit @limit offset @offset`,
)
const counted = preparedSql<{ n: number }, Span>(`select count(*) as n ${ofDates}`)
/** Appointments of some dates within a scope, in the order of their times. */
export const listAppointments = (
  store: ReadableStore,
  scope: Scope,
  days: { readonly from: BusinessDate; readonly until: BusinessDate },
  page: { readonly limit: number; readonly offset: number },
) => {
  const span = { ...days, staffIds: scopeParameter(scope) }
  return {
    rows: listed(store).all({ ...span, limit: page.limit, offset: page.offset }),
    total: counted(store).get(span)?.n ?? 0,
  }
}

/** The plans of the calls that go with an appointment. */
type WithCalls = ListedAppointment & {
  readonly confirmPlanId: string | null
  readonly callPlanId: string | null
}
const calls = 'a.confirm_plan_id as confirmPlanId, a.call_plan_id as callPlanId'

const ofOpportunity = preparedSql<WithCalls, { id: string }>(
  `select ${columns}, ${calls} from appointments a indexed by appointments_opportunity ${joined}
   where a.opportunity_id = @id and a.outcome is null order by a."on", a.appointment_id`,
)
/** The next appointment of an opportunity that is to come. */
export const findExpectedOf = (store: ReadableStore, opportunityId: string): WithCalls | undefined =>
  ofOpportunity(store).get({ id: opportunityId })

const aboutPlan = preparedSql<WithCalls, { id: string }>(
  `select ${columns}, ${calls} from plans p
   join appointments a indexed by appointments_opportunity on a.opportunity_id = p.opportunity_id ${joined}
   where p.plan_id = @id and @id in (a.plan_id, a.confirm_plan_id, a.call_plan_id) limit 1`,
)
/** The appointment to which a plan belongs: as its own plan, or as one of the calls that go with it. */
export const findAppointmentAbout = (store: ReadableStore, planId: string): WithCalls | undefined =>
  aboutPlan(store).get({ id: planId })

const callsOf = preparedSql<{ planId: string }, { id: string }>(
  `select x.value as planId from appointments a indexed by appointments_customer, json_each(json_array(a.confirm_plan_id, a.call_plan_id)) x
   where a.customer_id = @id and x.value is not null`,
)
/** The plans of a customer that are calls of an appointment: they come, move and go with it. */
export const callPlansOf = (store: ReadableStore, customerId: string): ReadonlySet<string> =>
  new Set(
    callsOf(store)
      .all({ id: customerId })
      .map(({ planId }) => planId),
  )

const byId = prepared((db) =>
  db
    .select()
    .from(appointments)
    .where(eq(appointments.appointmentId, sql.placeholder('id')))
    .prepare(),
)
/** Whoever's it is: the caller checks the scope. */
export const findAppointment = (store: ReadableStore, appointmentId: string): AppointmentRow | undefined =>
  byId(store).get({ id: appointmentId })

const byPlan = prepared((db) =>
  db
    .select()
    .from(appointments)
    .where(eq(appointments.planId, sql.placeholder('id')))
    .prepare(),
)
/** The appointment whose own plan this is, whatever became of it. */
export const findAppointmentOfPlan = (store: ReadableStore, planId: string): AppointmentRow | undefined =>
  byPlan(store).get({ id: planId })

const openOf = prepared((db) =>
  db
    .select()
    .from(appointments)
    .where(and(eq(appointments.opportunityId, sql.placeholder('id')), isNull(appointments.outcome)))
    .prepare(),
)
/** The appointments of an opportunity that are to come. */
export const listOpenAppointments = (store: ReadableStore, opportunityId: string): AppointmentRow[] =>
  openOf(store).all({ id: opportunityId })

const passed = preparedSql<{ appointmentId: string }, { before: string }>(
  `select appointment_id as appointmentId from appointments indexed by appointments_on
   where "on" < @before and outcome is null order by "on", appointment_id`,
)
/** Appointments of dates before one that have no outcome yet. */
export const listUnmarkedBefore = (store: ReadableStore, before: BusinessDate): string[] =>
  passed(store)
    .all({ before })
    .map(({ appointmentId }) => appointmentId)

const keptBy = preparedSql<{ appointmentId: string }, { customerId: string; visitId: string }>(
  `select a.appointment_id as appointmentId from appointments a indexed by appointments_customer
   join visits v on v.visit_id = @visitId and v.visited_on = a."on" and v.kind = 'walk_in'
   where a.customer_id = @customerId and (a.outcome is null or a.outcome = 'no_show')
   order by a.outcome is not null, a.time is null, a.time, a.appointment_id limit 1`,
)
/** The appointment of the date of a visit that its customer keeps by it; one that was taken for a no-show too. Who calls has not come. */
export const findKeptBy = (store: ReadableStore, came: { customerId: string; visitId: string }) =>
  keptBy(store).get(came)?.appointmentId

const leadOf = preparedSql<{ one: 1 }, { id: string }>(
  `select 1 as one from leads indexed by leads_opportunity where opportunity_id = @id limit 1`,
)
/** Whether an opportunity began as a lead 线索. */
export const isOfLead = (store: ReadableStore, opportunityId: string): boolean =>
  leadOf(store).get({ id: opportunityId }) !== undefined
