import type { Scope } from '#shared/access/can.ts'
import type { MovedThing } from '#shared/contract/duplicates.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import { sqliteOf, type ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'
import type { MergeRow } from '../rows.ts'

/** Merged records, and what has become of them (R-3.4a). */

const into = preparedSql<{ id: string | null }, { id: string }>(
  'select merged_into_id as id from customers where customer_id = @id',
)
/** Who stands for a record now: itself, or the one that took it in, and so on. */
export function standingFor(store: ReadableStore, customerId: string): string {
  const next = into(store).get({ id: customerId })?.id
  return next ? standingFor(store, next) : customerId
}

const columns = `m.merge_id as mergeId, m.kept_id as keptId, m.dropped_id as droppedId, m.reason, m.merged_on as mergedOn,
  m.merged_at as mergedAt, m.merged_by as mergedBy, m.snapshot, m.undone_at as undoneAt, m.undone_by as undoneBy`
const byId = preparedSql<MergeRow, { mergeId: string }>(
  `select ${columns} from merges m where m.merge_id = @mergeId`,
)
export const findMerge = (store: ReadableStore, mergeId: string): MergeRow | undefined =>
  byId(store).get({ mergeId })

export interface ListedMerge extends Omit<MergeRow, 'mergedBy' | 'undoneBy'> {
  readonly mergedBy: string
  readonly undoneBy: string | null
  readonly ownerName: string | null
}
const listSql = (within: Scope['kind']) => `
  from merges m join customers c on c.customer_id = m.kept_id
  left join staff o on o.staff_id = c.owner_id left join staff b on b.staff_id = m.merged_by
  left join staff u on u.staff_id = m.undone_by
  where (@customerId is null or @customerId in (m.kept_id, m.dropped_id))
  ${within === 'staff' ? 'and c.owner_id in (select value from json_each(@staffIds))' : ''}`
const asked = (scope: Scope, customerId: string | null) => ({
  customerId,
  ...(scope.kind === 'staff' ? { staffIds: JSON.stringify(scope.staffIds) } : {}),
})
/** Merges of customers within reach, newest first. Not prepared for good: a page a click. */
export const listMerges = (
  store: ReadableStore,
  scope: Scope,
  customerId: string | null,
  page: { readonly limit: number; readonly offset: number },
): ListedMerge[] =>
  sqliteOf(store)
    .prepare<[Record<string, unknown>], ListedMerge>(
      `select m.merge_id as mergeId, m.kept_id as keptId, m.dropped_id as droppedId, m.reason, m.merged_on as mergedOn,
         m.merged_at as mergedAt, coalesce(b.name, m.merged_by) as mergedBy, m.snapshot, m.undone_at as undoneAt,
         coalesce(u.name, m.undone_by) as undoneBy, o.name as ownerName ${listSql(scope.kind)}
       order by m.merged_at desc, m.rowid desc limit @limit offset @offset`,
    )
    .all({ ...asked(scope, customerId), limit: page.limit, offset: page.offset })
export const countMerges = (store: ReadableStore, scope: Scope, customerId: string | null): number =>
  sqliteOf(store)
    .prepare<[Record<string, unknown>], { n: number }>(`select count(*) as n ${listSql(scope.kind)}`)
    .get(asked(scope, customerId))?.n ?? 0

export interface TakenIn {
  readonly mergeId: string
  readonly customerId: string
  readonly name: string
  readonly mergedOn: BusinessDate
  readonly mergedAt: Instant
  readonly mergedBy: string
}
const takenIn = preparedSql<TakenIn, { customerId: string }>(
  `with recursive inside(customer_id) as (
     select customer_id from customers indexed by customers_merged where merged_into_id = @customerId
     union select c.customer_id from inside i join customers c indexed by customers_merged on c.merged_into_id = i.customer_id)
   select m.merge_id as mergeId, c.customer_id as customerId, c.name, m.merged_on as mergedOn, m.merged_at as mergedAt,
     coalesce(s.name, m.merged_by) as mergedBy
   from inside i join customers c on c.customer_id = i.customer_id
   join merges m indexed by merges_dropped on m.dropped_id = c.customer_id and m.undone_at is null
   left join staff s on s.staff_id = m.merged_by
   order by m.merged_at desc, m.rowid desc`,
)
/** The records that a customer has taken in, those that they had taken in before included, newest first. */
export const listTakenIn = (store: ReadableStore, customerId: string): TakenIn[] =>
  takenIn(store).all({ customerId })

const sharedPhonesOf = '(select count(*) from shared_phones where customer_id = @id)'
const counts: Readonly<Record<MovedThing, string>> = {
  opportunities: 'select count(*) from opportunities where customer_id = @id',
  followUps: 'select count(*) from follow_ups where customer_id = @id',
  plans: 'select count(*) from plans where customer_id = @id',
  visits: 'select count(*) from visits where customer_id = @id',
  testDrives: 'select count(*) from test_drives where customer_id = @id',
  appointments: 'select count(*) from appointments where customer_id = @id',
  leads: 'select count(*) from leads where customer_id = @id',
  instructions: 'select count(*) from instructions where customer_id = @id',
  recordings: `select count(*) from follow_ups f join recordings r on r.follow_up_id = f.follow_up_id
    where f.customer_id = @id`,
  claims: 'select count(*) from claims where customer_id = @id',
  violations: 'select count(*) from violations where customer_id = @id',
  relatives: 'select count(*) from relatives where customer_id = @id or relative_id = @id',
  phones: `select count(*) + ${sharedPhonesOf} from customer_phones where customer_id = @id`,
}
const counted = preparedSql<Record<MovedThing, number>, { id: string }>(
  `select ${Object.entries(counts)
    .map(([thing, sql]) => `(${sql}) as "${thing}"`)
    .join(', ')}`,
)
/** How much of each kind a customer has: what a merge would move. */
export const countThings = (store: ReadableStore, customerId: string): Record<MovedThing, number> => {
  const row = counted(store).get({ id: customerId })
  if (!row) throw new Error('a count without an answer')
  return row
}

const openClaims = preparedSql<{ n: number }, { id: string }>(
  `select count(*) as n from claims indexed by claims_customer
   where customer_id = @id and status not in ('approved', 'refused', 'withdrawn')`,
)
export const countOpenClaims = (store: ReadableStore, customerId: string): number =>
  openClaims(store).get({ id: customerId })?.n ?? 0

/** What a merge watches of the records it touched: each part is a list of rows, as text. */
export const watchedParts = [
  'merged',
  'transferred',
  'contacted',
  'planned',
  'changed',
  'instructed',
  'visited',
  'claimed',
  'linked',
  'phones',
] as const
export type WatchedPart = (typeof watchedParts)[number]
export type Watched = Readonly<Record<WatchedPart, string>>

// What a day roll or a reader does by itself is no work: when an instruction was seen, which violations were raised.
const watched: Readonly<Record<WatchedPart, string>> = {
  merged: `select merge_id as row from merges where undone_at is null and @id in (kept_id, dropped_id) and merge_id <> @mergeId`,
  transferred: `select coalesce(owner_id, '') || owner_since_on as row from customers where customer_id = @id`,
  contacted: `select follow_up_id as row from follow_ups indexed by follow_ups_customer where customer_id = @id`,
  planned: `select json_array(plan_id, status, assignee_id, leave_id, due_on, due_time, channel, purpose, beyond_limit_reason) as row
    from plans indexed by plans_customer where customer_id = @id`,
  changed: `select json_array(customer_id, version) as row from customers where customer_id = @id
    union all select json_array(opportunity_id, version, status) from opportunities indexed by opportunities_customer
      where customer_id = @id
    union all select json_array(l.loss_id, l.decision) from opportunities o indexed by opportunities_customer
      join loss_applications l indexed by loss_applications_opportunity on l.opportunity_id = o.opportunity_id
      where o.customer_id = @id`,
  instructed: `select json_array(instruction_id, staff_id, answered_at, answer, closed_at) as row
    from instructions indexed by instructions_customer where customer_id = @id`,
  visited: `select json_array(visit_id, version) as row from visits indexed by visits_customer where customer_id = @id
    union all select test_drive_id from test_drives indexed by test_drives_customer where customer_id = @id
    union all select json_array(appointment_id, plan_id, outcome) from appointments indexed by appointments_customer
      where customer_id = @id
    union all select json_array(lead_id, version) from leads indexed by leads_customer where customer_id = @id`,
  claimed: `select json_array(claim_id, status, answered_at) as row from claims indexed by claims_customer
    where customer_id = @id`,
  linked: `select link_id as row from relatives where customer_id = @id or relative_id = @id`,
  phones: `select json_array(phone, customer_id) as row from customer_phones indexed by customer_phones_customer
      where customer_id = @id
    union all select json_array(phone, customer_id) from shared_phones indexed by shared_phones_customer
      where customer_id = @id`,
}
const watch = preparedSql<Watched, { id: string; mergeId: string }>(
  `select ${watchedParts
    .map(
      (part) =>
        `(select coalesce(json_group_array(row order by row), '[]') from (${watched[part]})) as "${part}"`,
    )
    .join(', ')}`,
)
/** How everything stands that a merge watches of a record; two answers differ where it was worked on between them. */
export function watchRecord(store: ReadableStore, customerId: string, mergeId: string): Watched {
  const row = watch(store).get({ id: customerId, mergeId })
  if (!row) throw new Error('a question without an answer')
  return row
}

const strays = preparedSql<{ violationId: string; customerId: string }, { keptId: string }>(
  `select v.violation_id as violationId, o.customer_id as customerId
   from violations v indexed by violations_customer join opportunities o on o.opportunity_id = v.opportunity_id
   where v.customer_id = @keptId and o.customer_id <> @keptId`,
)
/** Violations raised meanwhile on an opportunity that is another record's again. */
export const listStrayViolations = (store: ReadableStore, keptId: string) => strays(store).all({ keptId })
