import type { Scope } from '#shared/access/can.ts'
import type { ViolationKind, ViolationStatus } from '#shared/domain/codes.ts'
import type { Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'
import { scopeParameter, whoseRows } from './row-scope.ts'

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
  v.policy_version as policyVersion, v.reasons`
// The page is cut out of the index before anything is looked up for it.
const pageOf = (from: string) => `
  with page as (select v.violation_id ${from} order by v."on" desc, v.rowid desc limit @limit offset @offset)
  select ${columns}
  from page join violations v on v.violation_id = page.violation_id
  join staff s on s.staff_id = v.staff_id left join customers c on c.customer_id = v.customer_id
  order by v."on" desc, v.rowid desc`

interface StoredViolation {
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
  readonly reasons: string
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
    rows: rows.map((row) => ({ ...row, reasons: JSON.parse(row.reasons) as Reason[] })),
    total: count?.n ?? 0,
  }
}
