import { completePolicy } from '#shared/policy/complete-policy.ts'
import type { Policy } from '#shared/policy/policy.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { sqliteOf, type ReadableStore } from '../handle.ts'
import type { AuditRow } from '../write/audit.ts'
import { coveredForOwner } from './leave-conditions.ts'
import { visitContradictions } from './verification-visits.ts'

/**
 * What a check of a whole file asks. Run once and seldom: prepared where it stands, and each reads a table from end
 * to end.
 */

const all = <Row>(store: ReadableStore, sql: string): Row[] => sqliteOf(store).prepare<[], Row>(sql).all()
const each = <Row>(store: ReadableStore, sql: string): IterableIterator<Row> =>
  sqliteOf(store).prepare<[], Row>(sql).iterate()

/** What SQLite itself finds wrong with the file, its indexes compared with their tables; nothing when it is sound. */
export const listFileDamage = (store: ReadableStore): string[] =>
  (sqliteOf(store).pragma('integrity_check(20)') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((said) => said !== 'ok')

export interface BrokenReference {
  readonly table: string
  readonly rowid: number | null
  readonly parent: string
}
export const listBrokenReferences = (store: ReadableStore): BrokenReference[] =>
  sqliteOf(store).pragma('foreign_key_check') as BrokenReference[]

/** The audit trail from its beginning, with the hash each entry carries. */
export function* eachAuditEntry(store: ReadableStore): Generator<AuditRow & { readonly hash: string }> {
  const rows = each<Omit<AuditRow, 'clockSuspect'> & { clockSuspect: number; hash: string }>(
    store,
    `select sequence, at, clock_suspect as clockSuspect, staff_id as staffId, call, changes, reason,
       previous_hash as previousHash, hash, content_digest as contentDigest
     from audit_entries order by sequence`,
  )
  // What is neither yes nor no is left as it is, so that the hash does not fit it.
  for (const row of rows)
    yield {
      ...row,
      clockSuspect:
        row.clockSuspect !== 0 && row.clockSuspect !== 1
          ? (row.clockSuspect as never)
          : row.clockSuspect === 1,
    }
}

/** A row at fault, with what the wording of its fault needs. */
export interface Fault {
  readonly id: string
  readonly [datum: string]: string | number | null
}

/** R-8.4 Whether the entry that a consequence follows stands: it is there, and nothing has taken it back. */
const standingEntry = (consequence: string) => `exists (
  select 1 from penalty_entries e where e.entry_id = ${consequence}.entry_id and e.part = 'own'
    and not exists (select 1 from penalty_entries x where x.reverses_entry_id = e.entry_id))`

/** Questions about rows that contradict each other; each answers with the rows at fault. */
export const contradictions = {
  open_without_plan: {
    table: 'opportunities',
    sql: `select o.opportunity_id as id from opportunities o where o.status = 'open' and not exists (
      select 1 from plans p where p.opportunity_id = o.opportunity_id and p.status = 'open')`,
  },
  plan_without_open: {
    table: 'plans',
    sql: `select p.plan_id as id from plans p join opportunities o on o.opportunity_id = p.opportunity_id
      where p.status = 'open' and o.status <> 'open'`,
  },
  no_active_owner: {
    table: 'customers',
    // Somebody suspended for a while keeps his customers; nobody keeps them who is gone.
    sql: `select distinct c.customer_id as id from opportunities o join customers c on c.customer_id = o.customer_id
      left join staff s on s.staff_id = c.owner_id
      where o.status in ('open', 'lost_waiting') and (s.staff_id is null or s.status = 'resigned' or s.role <> 'consultant')`,
  },
  owner_differs: {
    table: 'opportunities',
    sql: `select o.opportunity_id as id from opportunities o join customers c on c.customer_id = o.customer_id
      where o.owner_id is not c.owner_id`,
  },
  assignee_differs: {
    table: 'plans',
    sql: `select p.plan_id as id from plans p join customers c on c.customer_id = p.customer_id
      where p.status = 'open' and p.assignee_id is not c.owner_id and not ${coveredForOwner}`,
  },
  plan_without_leave: {
    table: 'plans',
    // R-6.6 A cancelled leave gives back what it moved and what it gave away.
    sql: `select p.plan_id as id from plans p left join leaves l on l.leave_id = p.leave_id
      where p.status = 'open' and p.leave_id is not null and (l.leave_id is null or l.cancelled_at is not null)`,
  },
  plan_of_another: {
    table: 'plans',
    sql: `select p.plan_id as id from plans p join opportunities o on o.opportunity_id = p.opportunity_id
      where p.customer_id <> o.customer_id`,
  },
  appointment_of_another: {
    table: 'appointments',
    // R-10.3 An appointment and its calls are plans of one opportunity.
    sql: `select a.appointment_id as id from appointments a
      join plans p on p.plan_id in (a.plan_id, a.confirm_plan_id, a.call_plan_id)
      where p.opportunity_id <> a.opportunity_id or p.customer_id <> a.customer_id group by a.appointment_id`,
  },
  appointment_without_plan: {
    table: 'appointments',
    // Whoever is still expected has an open plan for that day.
    sql: `select a.appointment_id as id from appointments a join plans p on p.plan_id = a.plan_id
      where a.outcome is null and (p.status <> 'open' or (p.due_on <> a."on" and p.due_anew_on is null))`,
  },
  owner_chain_differs: {
    table: 'customers',
    sql: `select c.customer_id as id from customers c where c.owner_id is not null and not exists (
      select 1 from owners w where w.customer_id = c.customer_id and w.owner_id = c.owner_id and w.until_on is null)`,
  },
  reassignment_without_link: {
    table: 'reassignment_moves',
    // R-7.4, R-7.5 What stands in the chain of owners for it goes only when it is undone.
    sql: `select m.move_id as id from reassignment_moves m
      join reassignments r on r.reassignment_id = m.reassignment_id
      left join owners w on w.owner_row_id = json_extract(m.snapshot, '$.openedOwnerRowId')
      where (r.undone_at is null) <> (w.owner_id is m.to_staff_id and w.customer_id is m.customer_id)`,
  },
  phone_missing: {
    table: 'customers',
    // R-3.4a It is his, or he shares it; what was merged has no phone of its own any more.
    sql: `select c.customer_id as id from customers c left join customer_phones p on p.phone = c.mobile
      where p.customer_id is not c.customer_id and c.merged_into_id is null and c.erased_on is null and not exists (
        select 1 from shared_phones h where h.phone = c.mobile and h.customer_id = c.customer_id)`,
  },
  phone_repeated: {
    table: 'customers',
    sql: `select min(customer_id) as id, mobile as phone, count(*) as count from customers
      where mobile <> '' and merged_into_id is null and not exists (
        select 1 from shared_phones h where h.phone = mobile and h.customer_id = customers.customer_id)
      group by mobile having count(*) > 1`,
  },
  shared_phone_dangling: {
    table: 'shared_phones',
    sql: `select h.shared_phone_id as id, h.phone from shared_phones h left join customer_phones p on p.phone = h.phone
      where p.customer_id is null or p.customer_id = h.customer_id`,
  },
  merged_not_empty: {
    table: 'customers',
    // R-3.4a Whatever a merged record had is the kept one's; the chain of owners alone stays with it.
    sql: `select c.customer_id as id from customers c where c.merged_into_id is not null and (
      c.family_id is not null or ${[
        'customer_phones',
        'shared_phones',
        'opportunities',
        'plans',
        'follow_ups',
        'instructions',
        'claims',
        'visits',
        'test_drives',
        'appointments',
        'leads',
        'violations',
        'identity_changes',
        'relatives',
      ]
        .map((table) => `exists (select 1 from ${table} x where x.customer_id = c.customer_id)`)
        .join(' or ')}
      or exists (select 1 from relatives x where x.relative_id = c.customer_id))`,
  },
  lead_without_card: {
    table: 'leads',
    // R-10.1 Assigned, a lead has a consultant, a customer and an opportunity of his; one that waits has none of them.
    sql: `select l.lead_id as id from leads l left join opportunities o on o.opportunity_id = l.opportunity_id
      where case when l.status in ('assigned', 'started')
        then l.assignee_id is null or l.assigned_at is null or l.customer_id is null or o.customer_id is not l.customer_id
        else l.assignee_id is not null or l.customer_id is not null or l.opportunity_id is not null end`,
  },
  lead_start_differs: {
    table: 'leads',
    sql: `select lead_id as id from leads where (status = 'started') <> (first_follow_up_at is not null)
      or (status = 'closed') <> (closed_at is not null)`,
  },
  lead_exception_differs: {
    table: 'lead_exceptions',
    // R-10.4 One exception of a lead at a time; who helps has been named, and what is done has an outcome.
    sql: `select e.exception_id as id from lead_exceptions e where (e.status = 'done') <> (e.done_at is not null)
      or (e.status = 'helping' and (e.helper_id is null or e.instruction_id is null))
      or (e.status <> 'done' and exists (select 1 from lead_exceptions x
        where x.lead_id = e.lead_id and x.status <> 'done' and x.exception_id < e.exception_id))`,
  },
  last_contact_differs: {
    table: 'customers',
    sql: `select c.customer_id as id, coalesce(c.last_contact_on, '–') as stored, coalesce(f.latest, '–') as expected
      from customers c left join (
        select customer_id, max(contacted_on) as latest from follow_ups where result = 'reached' group by customer_id
      ) f on f.customer_id = c.customer_id
      where c.last_contact_on is not f.latest and c.merged_into_id is null`,
  },
  last_effective_differs: {
    table: 'customers',
    sql: `select c.customer_id as id, coalesce(c.last_effective_on, '–') as stored, coalesce(max(f.contacted_on), '–') as expected
      from customers c
      left join customers k on k.customer_id = c.customer_id or k.family_id = c.family_id
      left join follow_ups f
        on f.customer_id = k.customer_id and f.effective = 1 and coalesce(f.counts_for_id, f.staff_id) = c.owner_id
      where c.merged_into_id is null
      group by c.customer_id having c.last_effective_on is not max(f.contacted_on)`,
  },
  family_owner_differs: {
    table: 'customers',
    // R-3.5 For ownership they are one customer.
    sql: `select min(customer_id) as id from customers where family_id is not null
      group by family_id having count(distinct owner_id) <> 1`,
  },
  family_without_links: {
    table: 'customers',
    sql: `select c.customer_id as id from customers c
      where (c.family_id is not null) <> exists (
        select 1 from relatives r where c.customer_id in (r.customer_id, r.relative_id))
      union select r.customer_id from relatives r join customers a on a.customer_id = r.customer_id
        join customers b on b.customer_id = r.relative_id where a.family_id is not b.family_id`,
  },
  plan_end_missing: {
    table: 'plans',
    sql: `select plan_id as id from plans where (status = 'open') <> (ended_on is null)`,
  },
  plan_follow_up_missing: {
    table: 'plans',
    sql: `select p.plan_id as id from plans p left join follow_ups f on f.follow_up_id = p.follow_up_id
      where p.status = 'executed' and f.follow_up_id is null`,
  },
  loss_without_waiting: {
    table: 'loss_applications',
    sql: `select l.loss_id as id from loss_applications l join opportunities o on o.opportunity_id = l.opportunity_id
      where (l.decision = 'waiting') and o.status <> 'lost_waiting'`,
  },
  report_without_entry: {
    table: 'rectifications',
    // R-8.9 A report that is not dropped follows an entry that stands.
    sql: `select r.rectification_id as id from rectifications r where r.status <> 'dropped' and not ${standingEntry('r')}`,
  },
  suspension_without_entry: {
    table: 'suspensions',
    sql: `select u.suspension_id as id from suspensions u where u.status <> 'dropped' and not ${standingEntry('u')}`,
  },
  violation_entry_differs: {
    table: 'violations',
    // Approved is what stands in the ledger, and nothing else does; what is reversed stood in it.
    sql: `select v.violation_id as id, v.status from violations v where (v.status = 'approved') <> exists (
        select 1 from penalty_items i where i.violation_id = v.violation_id
          and not exists (select 1 from penalty_entries r where r.reverses_entry_id = i.entry_id))
      or (v.status = 'reversed' and not exists (select 1 from penalty_items i where i.violation_id = v.violation_id))`,
  },
  violation_approved_twice: {
    table: 'violations',
    sql: `select i.violation_id as id from penalty_items i where not exists (
        select 1 from penalty_entries r where r.reverses_entry_id = i.entry_id)
      group by i.violation_id having count(*) > 1`,
  },
  penalty_sequence_gap: {
    table: 'penalty_entries',
    sql: `select e.entry_id as id, e.sequence from penalty_entries e where e.sequence > 1 and not exists (
      select 1 from penalty_entries b where b.sequence = e.sequence - 1)`,
  },
  claim_without_evidence: {
    table: 'claims',
    // R-5.4 A decision names a recording or states that there is none: one of the two.
    sql: `select claim_id as id from claims
      where status in ('approved', 'refused') and (recording_id is null) = (without_recording = 0)`,
  },
  claim_contact_differs: {
    table: 'claims',
    sql: `select k.claim_id as id from claims k join follow_ups f on f.follow_up_id = k.follow_up_id
      where f.customer_id <> k.customer_id or f.staff_id is not k.claimant_id`,
  },
  identity_repeated: {
    table: 'violations',
    sql: `select min(violation_id) as id, identity from violations group by identity having count(*) > 1`,
  },
  ...visitContradictions,
} as const
export type Contradiction = keyof typeof contradictions

export const listFaults = (store: ReadableStore, which: Contradiction): Fault[] =>
  all(store, contradictions[which].sql)

/** Every phone with the digits backwards that its index holds. */
export const eachPhone = (store: ReadableStore) =>
  each<{ phone: string; reversed: string }>(store, 'select phone, reversed from customer_phones')

export interface CadenceRow {
  readonly opportunityId: string
  readonly grade: string
  readonly anchorOn: BusinessDate
  readonly attemptsSinceReached: number
  readonly lastAttemptOn: BusinessDate | null
  readonly limitOn: BusinessDate
  readonly openingContacts: number | null
  readonly openingFrom: BusinessDate | null
  /** A refused loss let its limit be later (R-4.11). */
  readonly refused: 0 | 1
}
/** The cadence of each open opportunity, and the limit that is kept of it. */
export const eachCadence = (store: ReadableStore) =>
  each<CadenceRow>(
    store,
    `select o.opportunity_id as opportunityId, o.grade, o.anchor_on as anchorOn,
       o.attempts_since_reached as attemptsSinceReached, o.last_attempt_on as lastAttemptOn, o.limit_on as limitOn,
       o.opening_contacts as openingContacts, o.opening_from as openingFrom,
       exists (select 1 from loss_applications l where l.opportunity_id = o.opportunity_id and l.decision = 'refused') as refused
     from opportunities o where o.status = 'open'`,
  )

/** Every signed daily check with its evidence. */
export const eachSignedCheck = (store: ReadableStore) =>
  each<{ on: BusinessDate; signedBy: string; snapshot: string; digest: string }>(
    store,
    'select "on", signed_by as signedBy, snapshot, digest from signed_checks',
  )

/** Every version of the policy. */
export const listPolicies = (store: ReadableStore): { version: number; document: Policy }[] =>
  all<{ version: number; document: string }>(
    store,
    'select version, document from policies order by version',
  ).map(({ version, document }) => ({ version, document: completePolicy(JSON.parse(document)) }))

/** The rows of a table in the order of its key, each as the bare list of its values. */
export function eachContentRow(store: ReadableStore, table: string): IterableIterator<unknown[]> {
  const columns = sqliteOf(store).pragma(`table_info("${table}")`) as { name: string; pk: number }[]
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
  const order = (key.length > 0 ? key : columns).map(({ name }) => `"${name}"`).join(', ')
  return sqliteOf(store).prepare<[], unknown[]>(`select * from "${table}" order by ${order}`).raw().iterate()
}

/** How many rows a table has. */
export const countRows = (store: ReadableStore, table: string): number =>
  all<{ n: number }>(store, `select count(*) as n from "${table}"`)[0]?.n ?? 0
