import { and, eq, ne, sql } from 'drizzle-orm'
import type { LeadExceptionKind, LeadExceptionStatus } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { prepared, preparedSql } from '../prepared.ts'
import type { LeadExceptionRow } from '../rows.ts'
import { leadExceptions } from '../schema/index.ts'

const byId = prepared((db) =>
  db
    .select()
    .from(leadExceptions)
    .where(eq(leadExceptions.exceptionId, sql.placeholder('id')))
    .prepare(),
)
/** Whoever's it is: the caller checks who may know of it. */
export const findLeadException = (store: ReadableStore, exceptionId: string): LeadExceptionRow | undefined =>
  byId(store).get({ id: exceptionId })

const openOf = prepared((db) =>
  db
    .select()
    .from(leadExceptions)
    .where(and(eq(leadExceptions.leadId, sql.placeholder('id')), ne(leadExceptions.status, 'done')))
    .prepare(),
)
/** The exception of a lead that is open: there is one at a time. */
export const findOpenException = (store: ReadableStore, leadId: string): LeadExceptionRow | undefined =>
  openOf(store).get({ id: leadId })

const byIdentity = prepared((db) =>
  db
    .select({ exceptionId: leadExceptions.exceptionId })
    .from(leadExceptions)
    .where(eq(leadExceptions.identity, sql.placeholder('identity')))
    .prepare(),
)
/** Whether this has been raised before. */
export const isExceptionRaised = (store: ReadableStore, identity: string): boolean =>
  byIdentity(store).get({ identity }) !== undefined

/** An exception with the names of everybody who has to do with it. */
export interface NamedLeadException {
  readonly exceptionId: string
  readonly leadId: string
  readonly kind: LeadExceptionKind
  readonly status: LeadExceptionStatus
  readonly raisedOn: BusinessDate
  readonly raisedAt: Instant
  readonly raisedByName: string | null
  readonly note: string | null
  readonly helperId: string | null
  readonly helperName: string | null
  readonly helperNamedByName: string | null
  readonly helperNamedAt: Instant | null
  readonly instructionId: string | null
  readonly answer: string | null
  readonly doneAt: Instant | null
  readonly doneByName: string | null
  readonly outcome: string | null
}
const named = `select e.exception_id as exceptionId, e.lead_id as leadId, e.kind, e.status, e.raised_on as raisedOn,
    e.raised_at as raisedAt, rb.name as raisedByName, e.note, e.helper_id as helperId, h.name as helperName,
    hb.name as helperNamedByName, e.helper_named_at as helperNamedAt, e.instruction_id as instructionId, i.answer,
    e.done_at as doneAt, db.name as doneByName, e.outcome
  from lead_exceptions e left join instructions i on i.instruction_id = e.instruction_id
  left join staff rb on rb.staff_id = e.raised_by left join staff h on h.staff_id = e.helper_id
  left join staff hb on hb.staff_id = e.helper_named_by left join staff db on db.staff_id = e.done_by`

const ofLead = preparedSql<NamedLeadException, { leadId: string }>(
  `${named} where e.lead_id = @leadId order by e.raised_at desc, e.exception_id desc`,
)
/** All exceptions of a lead, the newest first. */
export const listExceptionsOfLead = (store: ReadableStore, leadId: string): NamedLeadException[] =>
  ofLead(store).all({ leadId })

/** An exception for which nobody had been named to help at a moment. */
export interface UnhelpedException {
  readonly exceptionId: string
  readonly leadId: string
  readonly kind: LeadExceptionKind
  readonly raisedOn: BusinessDate
  readonly note: string | null
  readonly staffId: string
  readonly customerId: string
  readonly customerName: string
}
const unhelped = preparedSql<UnhelpedException, { at: Instant }>(
  `select e.exception_id as exceptionId, e.lead_id as leadId, e.kind, e.raised_on as raisedOn, e.note, c.owner_id as staffId,
     c.customer_id as customerId, c.name as customerName
   from lead_exceptions e join leads l on l.lead_id = e.lead_id join customers c on c.customer_id = l.customer_id
   where e.raised_at < @at and (e.helper_named_at is null or e.helper_named_at >= @at)
     and (e.done_at is null or e.done_at >= @at) and c.owner_id is not null
   order by e.raised_at, e.exception_id`,
)
/** Exceptions that were raised by a moment and had no helper by then. */
export const listUnhelped = (store: ReadableStore, at: Instant): UnhelpedException[] =>
  unhelped(store).all({ at })

/** A lead of which the day roll asks whether its customer has been in the showroom. */
export interface WatchedRow {
  readonly leadId: string
  readonly receivedOn: BusinessDate
  readonly grade: string
  readonly inShowroom: 0 | 1
}
const watched = preparedSql<WatchedRow, { receivedBefore: BusinessDate }>(
  `select l.lead_id as leadId, l.received_on as receivedOn, o.grade,
     (exists (select 1 from visits v where v.customer_id = l.customer_id and v.visited_on >= l.received_on and v.kind = 'walk_in')
      or exists (select 1 from follow_ups f where f.customer_id = l.customer_id and f.contacted_on >= l.received_on
        and f.result = 'reached' and f.channel in ('showroom_visit', 'test_drive'))) as inShowroom
   from leads l join opportunities o on o.opportunity_id = l.opportunity_id
   where l.status in ('assigned', 'started') and o.status = 'open' and l.received_on < @receivedBefore
     and not exists (select 1 from lead_exceptions e where e.lead_id = l.lead_id and e.status <> 'done')`,
)
/** Leads with an open opportunity that came in before a date and have no exception that is open. */
export const listWatchedLeads = (store: ReadableStore, receivedBefore: BusinessDate): WatchedRow[] =>
  watched(store).all({ receivedBefore })
