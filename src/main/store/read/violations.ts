import { eq, sql } from 'drizzle-orm'
import type { Scope } from '#shared/access/can.ts'
import type { ViolationKind, ViolationStatus } from '#shared/domain/codes.ts'
import type { Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { prepared, preparedSql } from '../prepared.ts'
import type { ViolationRow } from '../rows.ts'
import { violations } from '../schema/index.ts'
import { scopeParameter, whoseRows } from './row-scope.ts'

const byId = prepared((db) =>
  db
    .select()
    .from(violations)
    .where(eq(violations.violationId, sql.placeholder('id')))
    .prepare(),
)
export const findViolation = (store: ReadableStore, violationId: string): ViolationRow | undefined =>
  byId(store).get({ id: violationId })

/** What of a violation tells whether it keeps a later date waiting. */
export interface ConfirmedViolation {
  readonly violationId: string
  readonly staffId: string
  readonly kind: ViolationKind
  readonly on: BusinessDate
  readonly status: ViolationStatus
  readonly confirmedBefore: boolean
  readonly policyVersion: number
}
const confirmed = preparedSql<
  Omit<ConfirmedViolation, 'confirmedBefore'> & { confirmedBefore: 0 | 1 },
  { staffIds: string | null }
>(
  `select violation_id as violationId, staff_id as staffId, kind, "on", status, confirmed_before as confirmedBefore,
     policy_version as policyVersion
   from violations indexed by violations_status
   where status in ('confirmed', 'objected') and (status = 'confirmed' or confirmed_before = 1)
     and ${whoseRows('staff_id')}
   order by "on", violation_id`,
)
/** Confirmed and not yet approved, the oldest first; objected ones that had been confirmed among them. */
export const listConfirmed = (store: ReadableStore, scope: Scope): ConfirmedViolation[] =>
  confirmed(store)
    .all({ staffIds: scopeParameter(scope) })
    .map((row) => ({ ...row, confirmedBefore: row.confirmedBefore === 1 }))

const undecidedOf = preparedSql<
  {
    violationId: string
    staffId: string
    customerId: string | null
    customerName: string | null
    on: BusinessDate
    status: 'raised' | 'objected'
    reasons: string
    objection: string | null
  },
  { staffId: string; on: string }
>(
  `select v.violation_id as violationId, v.staff_id as staffId, v.customer_id as customerId, c.name as customerName,
     v."on", v.status, v.reasons, v.objection
   from violations v indexed by violations_status left join customers c on c.customer_id = v.customer_id
   where v.staff_id = @staffId and ((v.status = 'raised' and v."on" = @on) or (v.status = 'objected' and v."on" <= @on))
   order by v."on", v.rowid`,
)
/** What of somebody waits for his manager on a date: raised on it, and objections up to it. */
export const listUndecided = (store: ReadableStore, staffId: string, on: BusinessDate) =>
  undecidedOf(store)
    .all({ staffId, on })
    .map((row) => ({ ...row, reasons: JSON.parse(row.reasons) as Reason[] }))

const olderOf = preparedSql<{ n: number; oldest: BusinessDate | null }, { staffId: string; on: string }>(
  `select count(*) as n, min("on") as oldest from violations indexed by violations_status
   where status = 'raised' and staff_id = @staffId and "on" < @on`,
)
/** How many of somebody's were raised before a date and are still to be decided, and since when. */
export const countOlderUndecided = (store: ReadableStore, staffId: string, on: BusinessDate) =>
  olderOf(store).get({ staffId, on }) ?? { n: 0, oldest: null }

const known = preparedSql<{ one: 1 }, { identity: string }>(
  'select 1 as one from violations indexed by violations_identity where identity = @identity',
)
/** Whether this has been raised before, whatever became of it. */
export const isRaised = (store: ReadableStore, identity: string): boolean =>
  known(store).get({ identity }) !== undefined

const overdueOf = preparedSql<{ one: 1 }, { opportunityId: string; anchorOn: string }>(
  `select 1 as one from violations indexed by violations_opportunity
   where opportunity_id = @opportunityId and kind = 'overdue_follow_up'
     and json_extract(reasons, '$[0].data.anchorOn') = @anchorOn limit 1`,
)
/** Whether an overdue follow-up was raised in the episode that began with this anchor. */
export const isOverdueRaised = (
  store: ReadableStore,
  opportunityId: string,
  anchorOn: BusinessDate,
): boolean => overdueOf(store).get({ opportunityId, anchorOn }) !== undefined

const raisedOn = preparedSql<{ n: number }, { on: string; staffIds: string | null }>(
  `select count(*) as n from violations indexed by violations_on
   where "on" = @on and ${whoseRows('staff_id')}`,
)
/** How many violations are dated with a date. */
export const countRaisedOn = (store: ReadableStore, scope: Scope, on: BusinessDate): number =>
  raisedOn(store).get({ on, staffIds: scopeParameter(scope) })?.n ?? 0

export interface ViolationFilter {
  readonly from?: BusinessDate | undefined
  readonly until?: BusinessDate | undefined
  readonly staffId?: string | undefined
  readonly kind?: ViolationKind | undefined
  readonly status?: ViolationStatus | undefined
}

interface Parameters extends Record<string, unknown> {
  readonly staffIds: string | null
}

const filtered = (index: string) => `
  from violations v indexed by ${index}
  where ${whoseRows('v.staff_id')}
    and v."on" between @from and @until
    and (@kind is null or v.kind = @kind) and (@status is null or v.status = @status)`
const oneOfStaff = `${filtered('violations_staff')} and v.staff_id = @staffId`

const columns = `
  v.violation_id as violationId, v.kind, v.staff_id as staffId, s.name as staffName, v.customer_id as customerId,
  c.name as customerName, v.opportunity_id as opportunityId, v."on", v.status, v.rule_id as ruleId,
  v.policy_version as policyVersion, v.reasons, m.name as managerName, d.name as decidedBy, v.decided_at as decidedAt,
  v.decision_reason as decisionReason, v.suspension_lowered as suspensionLowered, v.objection,
  v.objected_at as objectedAt, v.objection_recording_id as objectionRecordingId,
  (select i.entry_id from penalty_items i join penalty_entries e on e.entry_id = i.entry_id
   where i.violation_id = v.violation_id order by e.sequence desc limit 1) as entryId`
// The page is cut out of the index before anything is looked up for it.
const pageOf = (from: string) => `
  with page as (select v.violation_id ${from} order by v."on" desc, v.rowid desc limit @limit offset @offset)
  select ${columns}
  from page join violations v on v.violation_id = page.violation_id
  join staff s on s.staff_id = v.staff_id left join customers c on c.customer_id = v.customer_id
  left join staff m on m.staff_id = coalesce(v.manager_id, s.manager_id)
  left join staff d on d.staff_id = v.decided_by
  order by v."on" desc, v.rowid desc`

/** A violation with the words of a list. */
export interface ListedViolation {
  readonly violationId: string
  readonly kind: ViolationKind
  readonly staffId: string
  readonly staffName: string
  readonly customerId: string | null
  readonly customerName: string | null
  readonly opportunityId: string | null
  readonly on: BusinessDate
  readonly status: ViolationStatus
  readonly ruleId: string
  readonly policyVersion: number
  readonly reasons: Reason[]
  readonly managerName: string | null
  readonly decidedBy: string | null
  readonly decidedAt: Instant | null
  readonly decisionReason: string | null
  readonly suspensionLowered: boolean
  readonly objection: string | null
  readonly objectedAt: Instant | null
  readonly objectionRecordingId: string | null
  /** The last entry of the ledger that is about it. */
  readonly entryId: string | null
}
type StoredViolation = Omit<ListedViolation, 'reasons' | 'suspensionLowered'> & {
  readonly reasons: string
  readonly suspensionLowered: 0 | 1
}

const all = preparedSql<StoredViolation, Parameters>(pageOf(filtered('violations_on')))
const allCount = preparedSql<{ n: number }, Parameters>(`select count(*) as n ${filtered('violations_on')}`)
const ofOne = preparedSql<StoredViolation, Parameters>(pageOf(oneOfStaff))
const ofOneCount = preparedSql<{ n: number }, Parameters>(`select count(*) as n ${oneOfStaff}`)

/** Violations within reach, newest first, and how many there are. */
export function listViolations(
  store: ReadableStore,
  scope: Scope,
  filter: ViolationFilter,
  page: { readonly limit: number; readonly offset: number },
) {
  const parameters = {
    staffIds: scopeParameter(scope),
    from: filter.from ?? '0000-01-01',
    until: filter.until ?? '9999-12-31',
    kind: filter.kind ?? null,
    status: filter.status ?? null,
  }
  const { staffId } = filter
  const [rows, count] = staffId
    ? [
        ofOne(store).all({ ...parameters, staffId, ...page }),
        ofOneCount(store).get({ ...parameters, staffId }),
      ]
    : [all(store).all({ ...parameters, ...page }), allCount(store).get(parameters)]
  return {
    rows: rows.map((row): ListedViolation => ({
      ...row,
      reasons: JSON.parse(row.reasons) as Reason[],
      suspensionLowered: row.suspensionLowered === 1,
    })),
    total: count?.n ?? 0,
  }
}
