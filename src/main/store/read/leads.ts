import { and, eq, sql } from 'drizzle-orm'
import type { Scope } from '#shared/access/can.ts'
import type { Channel, LeadStatus, OpportunityStatus } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { prepared, preparedSql } from '../prepared.ts'
import type { LeadRow } from '../rows.ts'
import { leads } from '../schema/index.ts'
import { scopeParameter, whoseRows } from './row-scope.ts'

const byId = prepared((db) =>
  db
    .select()
    .from(leads)
    .where(eq(leads.leadId, sql.placeholder('id')))
    .prepare(),
)
/** Whoever's it is: the caller checks who may know of it. */
export const findLead = (store: ReadableStore, leadId: string): LeadRow | undefined =>
  byId(store).get({ id: leadId })

const waitingByPhone = prepared((db) =>
  db
    .select()
    .from(leads)
    .where(and(eq(leads.phone, sql.placeholder('phone')), eq(leads.status, 'unassigned')))
    .prepare(),
)
/** The lead with a phone that waits for its assignment. */
export const findWaitingLead = (store: ReadableStore, phone: string): LeadRow | undefined =>
  waitingByPhone(store).get({ phone })

const awaitedOf = prepared((db) =>
  db
    .select()
    .from(leads)
    .where(and(eq(leads.opportunityId, sql.placeholder('id')), eq(leads.status, 'assigned')))
    .prepare(),
)
/** Leads of an opportunity whose first follow-up is awaited. */
export const listAwaitedLeads = (store: ReadableStore, opportunityId: string): LeadRow[] =>
  awaitedOf(store).all({ id: opportunityId })

/** A lead with the names of everybody who has to do with it, its customer's owner and its next plan. */
export interface NamedLead {
  readonly leadId: string
  readonly receivedByName: string | null
  readonly assigneeName: string | null
  readonly assignedByName: string | null
  readonly closedByName: string | null
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly grade: string | null
  readonly opportunityStatus: OpportunityStatus | null
  readonly planId: string | null
  readonly planOn: BusinessDate | null
  readonly planTime: string | null
  readonly planChannel: Channel | null
  readonly planPurpose: string | null
}

const owner = 'coalesce(c.owner_id, l.assignee_id)'
const joined = `leads l
  left join customers c on c.customer_id = l.customer_id
  left join opportunities o on o.opportunity_id = l.opportunity_id`
/** One's own and one's team's; what nobody has yet, for who may assign it or took it down; what one helps with. */
const known = `(${whoseRows(owner)}
  or (l.assignee_id is null and (@seesWaiting = 1 or l.received_by = @me))
  or exists (select 1 from lead_exceptions h where h.lead_id = l.lead_id and h.status = 'helping' and h.helper_id = @me))`
const isLate = `(l.status = 'assigned' and l.assigned_at < @lateBefore)`
const openException = `exists (select 1 from lead_exceptions e where e.lead_id = l.lead_id and e.status <> 'done')`
const filter = `${known}
  and (@leadId is null or l.lead_id = @leadId)
  and (@status is null or l.status = @status)
  and (@open is null or (l.status in ('unassigned', 'assigned')) = @open)
  and (@late is null or ${isLate} = @late)
  and (@exception is null or ${openException} = @exception)
  and (@ownerId is null or ${owner} = @ownerId) and (@customerId is null or l.customer_id = @customerId)
  and (@from is null or l.received_on >= @from) and (@until is null or l.received_on <= @until)
  and (@text is null or instr(lower(l.name), @text) > 0 or instr(l.phone, @text) > 0)`
const order = `order by ${isLate} desc, l.status = 'unassigned' desc, l.received_at desc, l.lead_id`

interface Parameters extends Record<string, unknown> {
  readonly me: string
  readonly staffIds: string | null
}
const page = preparedSql<NamedLead, Parameters>(
  `select l.lead_id as leadId, rb.name as receivedByName, a.name as assigneeName, ab.name as assignedByName, cb.name as closedByName,
     ${owner} as ownerId, w.name as ownerName, coalesce(o.grade, l.grade) as grade, o.status as opportunityStatus,
     p.plan_id as planId, p.due_on as planOn, p.due_time as planTime, p.channel as planChannel, p.purpose as planPurpose
   from (select l.lead_id from ${joined} where ${filter} ${order} limit @limit offset @offset) found
   join leads l on l.lead_id = found.lead_id
   left join customers c on c.customer_id = l.customer_id
   left join opportunities o on o.opportunity_id = l.opportunity_id
   left join staff rb on rb.staff_id = l.received_by left join staff a on a.staff_id = l.assignee_id
   left join staff ab on ab.staff_id = l.assigned_by left join staff cb on cb.staff_id = l.closed_by
   left join staff w on w.staff_id = ${owner}
   left join plans p on p.plan_id = (select plan_id from plans indexed by plans_opportunity
     where opportunity_id = l.opportunity_id and status = 'open' order by due_on, plan_id limit 1)
   ${order}`,
)
const count = preparedSql<{ n: number }, Parameters>(`select count(*) as n from ${joined} where ${filter}`)
const totals = preparedSql<
  { status: LeadStatus; n: number; late: number; exceptions: number },
  { me: string; staffIds: string | null; seesWaiting: number; lateBefore: Instant }
>(
  `select l.status, count(*) as n, sum(${isLate}) as late, sum(${openException}) as exceptions
   from ${joined} where ${known} group by l.status`,
)

/** Who asks, and what he may know of. */
export interface LeadAsker {
  readonly me: string
  readonly scope: Scope
  /** He sees also what waits for an assignment. */
  readonly seesWaiting: boolean
  /** Assigned before this moment, a lead whose first follow-up is awaited is late. */
  readonly lateBefore: Instant
}
export interface LeadFilter {
  readonly leadId?: string | undefined
  readonly status?: LeadStatus | undefined
  readonly open?: boolean | undefined
  readonly late?: boolean | undefined
  readonly exception?: boolean | undefined
  readonly ownerId?: string | undefined
  readonly customerId?: string | undefined
  readonly text?: string | undefined
  readonly from?: BusinessDate | undefined
  readonly until?: BusinessDate | undefined
}

const askerOf = ({ me, scope, seesWaiting, lateBefore }: LeadAsker) => ({
  me,
  staffIds: scopeParameter(scope),
  seesWaiting: Number(seesWaiting),
  lateBefore,
})
const flagOf = (asked: boolean | undefined) => (asked === undefined ? null : Number(asked))

/** Leads within reach: late ones first, then what waits, then the newest. */
export function listLeads(
  store: ReadableStore,
  asker: LeadAsker,
  asked: LeadFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): { readonly rows: NamedLead[]; readonly total: number } {
  const parameters = {
    ...askerOf(asker),
    leadId: asked.leadId ?? null,
    status: asked.status ?? null,
    open: flagOf(asked.open),
    late: flagOf(asked.late),
    exception: flagOf(asked.exception),
    ownerId: asked.ownerId ?? null,
    customerId: asked.customerId ?? null,
    text: asked.text?.trim().toLowerCase() || null,
    from: asked.from ?? null,
    until: asked.until ?? null,
  }
  return {
    rows: page(store).all({ ...parameters, limit, offset }),
    total: count(store).get(parameters)?.n ?? 0,
  }
}

/** How many leads of each status somebody may know of, and how many of them are late or have an exception. */
export const countLeads = (store: ReadableStore, asker: LeadAsker) => totals(store).all(askerOf(asker))

/** The plan that is the awaited first follow-up of a lead. */
export interface AwaitedPlan {
  readonly leadId: string
  readonly planId: string
  readonly assignedAt: Instant
}
const awaitedBy = preparedSql<AwaitedPlan, { staffId: string }>(
  `select l.lead_id as leadId, p.plan_id as planId, l.assigned_at as assignedAt
   from leads l indexed by leads_status
   join plans p on p.plan_id = (select plan_id from plans indexed by plans_opportunity
     where opportunity_id = l.opportunity_id and status = 'open' order by due_on, plan_id limit 1)
   where l.status = 'assigned' and p.assignee_id = @staffId order by l.assigned_at, l.lead_id`,
)
/** Plans of somebody that are the awaited first follow-up of a lead, the oldest assignment first. */
export const listAwaitedPlans = (store: ReadableStore, staffId: string): AwaitedPlan[] =>
  awaitedBy(store).all({ staffId })

/** A lead whose first follow-up had not been made at a moment, with its customer. */
export interface LateLead {
  readonly leadId: string
  readonly staffId: string
  readonly customerId: string
  readonly customerName: string
  readonly assignedAt: Instant
}
const late = preparedSql<LateLead, { assignedBefore: Instant; at: Instant }>(
  `select l.lead_id as leadId, c.owner_id as staffId, l.customer_id as customerId, c.name as customerName, l.assigned_at as assignedAt
   from leads l join customers c on c.customer_id = l.customer_id
   where l.status in ('assigned', 'started') and l.assigned_at < @assignedBefore
     and (l.first_follow_up_at is null or l.first_follow_up_at >= @at) and c.owner_id is not null
   order by l.assigned_at, l.lead_id`,
)
/** Leads assigned before a moment, without a first follow-up by another. */
export const listLateLeads = (store: ReadableStore, assignedBefore: Instant, at: Instant): LateLead[] =>
  late(store).all({ assignedBefore, at })

const waitingThen = preparedSql<{ n: number; oldest: BusinessDate | null }, { at: Instant }>(
  `select count(*) as n, min(received_on) as oldest from leads
   where received_at < @at and (assigned_at is null or assigned_at >= @at) and (closed_at is null or closed_at >= @at)`,
)
/** How many leads waited for their assignment at a moment, and since when the oldest. */
export const countWaitingThen = (store: ReadableStore, at: Instant) =>
  waitingThen(store).get({ at }) ?? { n: 0, oldest: null }
