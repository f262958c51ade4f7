import type { AssignmentWay, Desk, RotationEventKind, VisitOccasion } from '#shared/domain/codes.ts'
import type { Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'

/**
 * What the rotation 轮排 asks of the store: each reader answers for everybody of a desk at once (R-11.3 … ). `cross join`
 * holds SQLite to that order: person by person through the index, and not the whole index for a handful of people.
 */

export interface Place {
  readonly staffId: string
  readonly rank: number
  readonly notClearSince: Instant | null
  readonly letThroughOn: BusinessDate | null
  readonly restoredFor: string | null
}
const places = preparedSql<Place, { desk: Desk }>(
  `select staff_id as staffId, rank, not_clear_since as notClearSince, let_through_on as letThroughOn,
     restored_for as restoredFor
   from rotation_places indexed by rotation_places_rank where desk = @desk order by rank`,
)
/** The places of a desk, the next one first. */
export const listPlaces = (store: ReadableStore, desk: Desk): Place[] => places(store).all({ desk })

const marked = preparedSql<{ one: 1 }, []>(
  `select 1 as one from rotation_places where not_clear_since is not null limit 1`,
)
/** Whether somebody has something to clear: asked after every act, of a table of some ten rows. */
export const isAnybodyMarked = (store: ReadableStore): boolean => marked(store).get() !== undefined

const many = (staffIds: readonly string[]) => JSON.stringify(staffIds)

export interface DuePlans {
  readonly staffId: string
  readonly on: BusinessDate
  readonly plans: number
}
export const duePlansSql = `
  select p.assignee_id as staffId, p.due_on as "on", count(*) as plans
  from json_each(@staffIds) s
  cross join plans p indexed by plans_to_do on p.assignee_id = s.value and p.status = 'open' and p.due_on <= @passed
  join opportunities o on o.opportunity_id = p.opportunity_id
  where o.status = 'open' and p.due_on >= o.answerable_from
  group by p.assignee_id, p.due_on`
const duePlans = preparedSql<DuePlans, { staffIds: string; passed: string }>(duePlansSql)
/** Open plans in each one's list that were due on or before a date and count against him, by their date. */
export const listDuePlansOf = (store: ReadableStore, staffIds: readonly string[], passed: BusinessDate) =>
  duePlans(store).all({ staffIds: many(staffIds), passed })

export const uncardedSql = `
  select v.consultant_id as staffId, count(*) as visits
  from json_each(@staffIds) s
  cross join visits v indexed by visits_uncarded on v.consultant_id = s.value
  where v.with_intent = 1 and v.customer_id is null and v.visited_on <= @today
  group by v.consultant_id`
const uncarded = preparedSql<{ staffId: string; visits: number }, { staffIds: string; today: string }>(
  uncardedSql,
)
/** How many visits with an intent each one has that got no card. */
export const countUncardedOf = (store: ReadableStore, staffIds: readonly string[], today: BusinessDate) =>
  new Map(
    uncarded(store)
      .all({ staffIds: many(staffIds), today })
      .map(({ staffId, visits }) => [staffId, visits]),
  )

export interface VisitToday {
  readonly visitId: string
  readonly consultantId: string | null
  readonly callerName: string | null
  readonly occasion: VisitOccasion
  readonly assignedBy: AssignmentWay | null
  readonly since: string | null
  /** A visitor who has come and not left; who wants nothing from a consultant waits for none. */
  readonly isHere: 0 | 1
}
export const todaySql = `
  select visit_id as visitId, consultant_id as consultantId, caller_name as callerName, occasion,
    assigned_by as assignedBy, arrived_time as since,
    kind = 'walk_in' and left_time is null and arrived_time is not null
      and (with_intent = 1 or consultant_id is not null) as isHere
  from visits indexed by visits_on where visited_on = @today order by arrived_time, registered_at, visit_id`
const visitsToday = preparedSql<VisitToday, { today: string }>(todaySql)
/** The visits of a date in the order of arrival: who is with whom, and who received how many. */
export const listVisitsToday = (store: ReadableStore, today: BusinessDate): VisitToday[] =>
  visitsToday(store).all({ today })

export const conversionSql = `
  select v.consultant_id as staffId, count(*) as visits,
    sum(coalesce(o.ordered_on >= v.visited_on, 0)) as orders
  from json_each(@staffIds) s
  cross join visits v indexed by visits_consultant
    on v.consultant_id = s.value and v.visited_on between @from and @until
  left join opportunities o on o.opportunity_id = v.opportunity_id
  where v.occasion = 'first' and v.with_intent = 1 and v.assigned_by in ('rotation', 'by_hand')
  group by v.consultant_id`
const conversion = preparedSql<
  { staffId: string; visits: number; orders: number },
  { staffIds: string; from: string; until: string }
>(conversionSql)
/**
 * First visits with an intent that each one received by rotation or by hand, and how many of them ordered: by the order on the card. The
 * tick 现场订购 of the line is the consultant's own word, and would let him out of what is for.
 */
export const listReceivedOf = (
  store: ReadableStore,
  staffIds: readonly string[],
  days: { readonly from: BusinessDate; readonly until: BusinessDate },
) =>
  new Map(
    conversion(store)
      .all({ staffIds: many(staffIds), ...days })
      .map((row) => [row.staffId, row]),
  )

const leavesOf = preparedSql<
  { staffId: string; from: BusinessDate; until: BusinessDate },
  { staffIds: string }
>(
  `select l.staff_id as staffId, l.from_on as "from", l.until_on as "until"
   from json_each(@staffIds) s cross join leaves l indexed by leaves_staff on l.staff_id = s.value
   where l.confirmed_at is not null and l.cancelled_at is null order by l.from_on`,
)
/** The confirmed leaves of each one. */
export const listLeavesOf = (store: ReadableStore, staffIds: readonly string[]) =>
  leavesOf(store).all({ staffIds: many(staffIds) })

const unassigned = preparedSql<{ n: number }, []>(
  `select count(*) as n from leads indexed by leads_status where status = 'unassigned'`,
)
/** Leads that wait for somebody. */
export const countUnassignedLeads = (store: ReadableStore): number => unassigned(store).get()?.n ?? 0

export interface RotationEvent {
  readonly eventId: string
  readonly at: Instant
  readonly kind: RotationEventKind
  readonly staffId: string
  readonly byId: string | null
  readonly visitId: string | null
  readonly leadId: string | null
  readonly reasons: readonly Reason[]
  readonly note: string | null
  /** Staff ids. */
  readonly order: readonly string[]
}
type EventRow = Omit<RotationEvent, 'reasons' | 'order'> & {
  readonly reasons: string
  readonly order: string
}
const read = (row: EventRow): RotationEvent => ({
  ...row,
  reasons: JSON.parse(row.reasons) as Reason[],
  order: JSON.parse(row.order) as string[],
})
const eventColumns = `event_id as eventId, at, kind, staff_id as staffId, by_id as byId, visit_id as visitId,
  lead_id as leadId, reasons, note, "order"`
export const eventsSql = `
  select ${eventColumns} from rotation_events indexed by rotation_events_on
  where desk = @desk and "on" = @on order by rowid`
const events = preparedSql<EventRow, { desk: Desk; on: string }>(eventsSql)
/** What happened at a desk on a date, as it happened. */
export const listEvents = (store: ReadableStore, desk: Desk, on: BusinessDate): RotationEvent[] =>
  events(store).all({ desk, on }).map(read)

type TurnOf = { readonly staffId: string; readonly visitId: string | null; readonly leadId: string | null }
const turn = preparedSql<
  { eventId: string; kind: RotationEventKind; on: BusinessDate },
  TurnOf & { readonly desk: Desk }
>(
  `select event_id as eventId, kind, "on" from rotation_events indexed by rotation_events_staff
   where staff_id = @staffId and desk = @desk and (visit_id = @visitId or lead_id = @leadId)
     and kind in ('greeted', 'took_lead', 'by_hand', 'given_back')
   order by rowid desc limit 1`,
)
/** The last that somebody did for a visit or a lead: his turn, or that he gave it back. */
export const findTurn = (store: ReadableStore, desk: Desk, of: TurnOf) => turn(store).get({ ...of, desk })

const before = preparedSql<{ order: string }, { desk: Desk; on: string; eventId: string }>(
  `select "order" from rotation_events indexed by rotation_events_on
   where desk = @desk and "on" <= @on and rowid < (select rowid from rotation_events where event_id = @eventId)
   order by "on" desc, rowid desc limit 1`,
)
/** The order that stood before an event; undefined for the first one. */
export function orderBefore(
  store: ReadableStore,
  desk: Desk,
  { eventId, on }: { readonly eventId: string; readonly on: BusinessDate },
): readonly string[] | undefined {
  const row = before(store).get({ desk, eventId, on })
  return row && (JSON.parse(row.order) as string[])
}
