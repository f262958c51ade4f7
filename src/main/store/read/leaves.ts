import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Scope } from '#shared/access/can.ts'
import type { LeaveStatus } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { ReadableStore } from '../handle.ts'
import { prepared, preparedSql } from '../prepared.ts'
import type { LeaveLineRow, LeaveRow } from '../rows.ts'
import { leaveLines, leaves } from '../schema/index.ts'
import { scopeParameter, whoseRows } from './row-scope.ts'

const byId = prepared((db) =>
  db
    .select()
    .from(leaves)
    .where(eq(leaves.leaveId, sql.placeholder('id')))
    .prepare(),
)
/** Whoever's it is: the caller checks the scope. */
export const findLeave = (store: ReadableStore, leaveId: string): LeaveRow | undefined =>
  byId(store).get({ id: leaveId })

const standing = prepared((db) =>
  db
    .select()
    .from(leaves)
    .where(and(eq(leaves.staffId, sql.placeholder('id')), isNull(leaves.cancelledAt)))
    .orderBy(asc(leaves.fromOn))
    .prepare(),
)
/** The leaves of somebody that are asked for or confirmed, the first one first. */
export const listStandingLeaves = (store: ReadableStore, staffId: string): LeaveRow[] =>
  standing(store).all({ id: staffId })

/** Where a leave stands, as SQL of its alias `l`. */
const status = `case when l.cancelled_at is not null then 'cancelled'
  when l.confirmed_at is not null then 'confirmed' else 'requested' end`
const filtered = `from leaves l where ${whoseRows('l.staff_id')}
  and (@staffId is null or l.staff_id = @staffId) and (@status is null or ${status} = @status)
  and l.until_on >= @from and l.from_on <= @until`

interface Filter {
  readonly staffId?: string | undefined
  readonly from?: BusinessDate | undefined
  readonly until?: BusinessDate | undefined
  readonly status?: LeaveStatus | undefined
}
type Parameters = {
  readonly staffIds: string | null
  readonly staffId: string | null
  readonly status: string | null
  readonly from: string
  readonly until: string
}
const page = preparedSql<{ leaveId: string }, Parameters & { limit: number; offset: number }>(
  `select l.leave_id as leaveId ${filtered} order by l.from_on desc, l.leave_id desc limit @limit offset @offset`,
)
const count = preparedSql<{ n: number }, Parameters>(`select count(*) as n ${filtered}`)

/** Leaves within reach, the latest first, and how many there are. */
export function listLeaves(
  store: ReadableStore,
  scope: Scope,
  filter: Filter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): { readonly rows: LeaveRow[]; readonly total: number } {
  const parameters: Parameters = {
    staffIds: scopeParameter(scope),
    staffId: filter.staffId ?? null,
    status: filter.status ?? null,
    from: filter.from ?? '0000-01-01',
    until: filter.until ?? '9999-12-31',
  }
  const rows = page(store)
    .all({ ...parameters, limit, offset })
    .flatMap(({ leaveId }) => findLeave(store, leaveId) ?? [])
  return { rows, total: count(store).get(parameters)?.n ?? 0 }
}

const linesOf = prepared((db) =>
  db
    .select()
    .from(leaveLines)
    .where(eq(leaveLines.leaveId, sql.placeholder('id')))
    .orderBy(asc(leaveLines.onBefore), asc(leaveLines.lineId))
    .prepare(),
)
/** What is recorded of the handoff of a leave. */
export const listLeaveLines = (store: ReadableStore, leaveId: string): LeaveLineRow[] =>
  linesOf(store).all({ id: leaveId })

type Inside = { readonly staffId: string; readonly from: string; readonly until: string }
const plansInside = preparedSql<
  { planId: string; opportunityId: string; on: BusinessDate; limitOn: BusinessDate },
  Inside
>(
  `select p.plan_id as planId, p.opportunity_id as opportunityId, p.due_on as "on", o.limit_on as limitOn
   from plans p indexed by plans_to_do join opportunities o on o.opportunity_id = p.opportunity_id
   where p.assignee_id = @staffId and p.status = 'open' and p.due_on between @from and @until
     and o.status = 'open' and o.owner_id = @staffId
   order by p.due_on, p.plan_id`,
)
/** Open plans of somebody for his own customers that fall within some days. */
export const listPlansInside = (store: ReadableStore, days: Inside) => plansInside(store).all(days)

const datesInside = preparedSql<{ opportunityId: string; on: BusinessDate }, Inside>(
  `select o.opportunity_id as opportunityId, o.expected_purchase_date as "on"
   from opportunities o indexed by opportunities_owner
   where o.owner_id = @staffId and o.status = 'open' and o.expected_purchase_date between @from and @until
   order by o.expected_purchase_date, o.opportunity_id`,
)
/** Open opportunities of somebody whose expected purchase date falls within some days. */
export const listDatesInside = (store: ReadableStore, days: Inside) => datesInside(store).all(days)

const beyondLimit = preparedSql<{ planId: string; limitOn: BusinessDate; on: BusinessDate }, Inside>(
  `select p.plan_id as planId, p.due_on as "on", o.limit_on as limitOn
   from plans p indexed by plans_to_do join opportunities o on o.opportunity_id = p.opportunity_id
   where p.assignee_id = @staffId and p.status = 'open' and p.due_on > o.limit_on and p.leave_id is null
     and p.beyond_limit_reason is null and p.due_anew_on is null and o.status = 'open'
     and o.limit_on >= @from and o.limit_on < @until`,
)
/** Plans made for the time after a leave although their limit falls within it; `until` is the first day after. */
export const listPlansMadePast = (store: ReadableStore, days: Inside) => beyondLimit(store).all(days)
