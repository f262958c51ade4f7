import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'
import type { LeadRow } from '../rows.ts'
import { customerWorkedOn } from './imports.ts'

/**
 * Ledgers of leads stand among the imported ledgers, told from those of customers by their id. Their leads carry that id
 * before a number of their own, because `leads` has no column for it; what a lead was made into carries it as import_batch_id.
 */
const prefix = 'leads-'
/** An id for a ledger of leads. */
export const leadBatchId = (newId: string): string => `${prefix}${newId}`
/** The id of the lead that comes `place`th in a ledger. */
export const leadIdIn = (batchId: string, place: number): string => `${batchId}-${place}`
/** Whether an imported ledger is one of leads. */
export const isLeadBatch = (batchId: string): boolean => batchId.startsWith(prefix)
/** SQL: whether a lead's id says that it came with the ledger `@id`. */
const inBatch = (leadId: string) => `(${leadId} > @id || '-' and ${leadId} < @id || '.')`

export interface LeadImport {
  readonly batchId: string
  readonly fileName: string
  readonly importedAt: Instant
  readonly importedBy: string
  readonly importedByName: string | null
  readonly imported: number
  readonly rejected: number
}
const batches = preparedSql<LeadImport, { by: string | null; id: string | null }>(
  `select b.batch_id as batchId, b.file_name as fileName, b.imported_at as importedAt, b.imported_by as importedBy,
     s.name as importedByName, b.imported, b.rejected
   from import_batches b left join staff s on s.staff_id = b.imported_by
   where b.batch_id > '${prefix}' and b.batch_id < 'leads.' and (@by is null or b.imported_by = @by) and (@id is null or b.batch_id = @id)
   order by b.imported_at desc, b.batch_id desc`,
)
/** Ledgers of leads that were not taken back, the newest first: somebody's own (`by`), or all of them. */
export const listLeadImports = (store: ReadableStore, by: string | null): LeadImport[] =>
  batches(store).all({ by, id: null })
export const findLeadImport = (
  store: ReadableStore,
  batchId: string,
  by: string | null,
): LeadImport | undefined => batches(store).get({ by, id: batchId })

const since = 'b.imported_at'
// As it came, or given to somebody in the same act: every later change raises its version.
const untouched = `((l.version = 1 and l.status = 'unassigned')
  or (l.version = 2 and l.status = 'assigned' and l.assigned_at = ${since}))`
const opportunityWorkedOn = `(o.version > 1
  or exists (select 1 from follow_ups f indexed by follow_ups_opportunity where f.opportunity_id = o.opportunity_id)
  or exists (select 1 from plans p indexed by plans_opportunity where p.opportunity_id = o.opportunity_id and p.import_batch_id is not @id)
  or exists (select 1 from visits v indexed by visits_customer
    where v.customer_id = o.customer_id and v.opportunity_id = o.opportunity_id)
  or exists (select 1 from test_drives d indexed by test_drives_opportunity where d.opportunity_id = o.opportunity_id)
  or exists (select 1 from leave_lines n indexed by leave_lines_opportunity where n.opportunity_id = o.opportunity_id)
  or exists (select 1 from violations v indexed by violations_opportunity where v.opportunity_id = o.opportunity_id and v.status <> 'raised'))`
// A plan that was moved looks like any other: only the trail tells.
const planWorkedOn = `exists (select 1 from plans p indexed by plans_opportunity
  where p.opportunity_id = l.opportunity_id and p.import_batch_id = @id and (
    p.status <> 'open' or p.leave_id is not null or p.due_anew_on is not null or p.beyond_limit_reason is not null
    or p.plan_id in (select json_extract(a.changes, '$[0].id') from audit_entries a where a.call = 'followUps.move')
    or exists (select 1 from leave_lines n indexed by leave_lines_plan where n.plan_id = p.plan_id)
    or exists (select 1 from appointments x indexed by appointments_opportunity
      where x.opportunity_id = p.opportunity_id and p.plan_id in (x.plan_id, x.confirm_plan_id, x.call_plan_id))
    or exists (select 1 from violations v indexed by violations_opportunity where v.opportunity_id = p.opportunity_id
      and v.identity = 'overdue_follow_up:' || p.plan_id and v.status <> 'raised')))`
// What somebody else's lead was linked to meanwhile, and customers who were given or taken in, hold on to what the ledger made.
const heldSince = `(exists (select 1 from leads x where (x.opportunity_id = l.opportunity_id or x.customer_id = l.customer_id)
    and x.assigned_at >= ${since} and not ${inBatch('x.lead_id')})
  or exists (select 1 from reassignment_moves m indexed by reassignment_moves_customer
    join reassignments r on r.reassignment_id = m.reassignment_id where m.customer_id = l.customer_id and r.applied_at >= ${since})
  or exists (select 1 from merges g where l.customer_id in (g.kept_id, g.dropped_id) and g.merged_at >= ${since}))`
const exceptionWorkedOn = `exists (select 1 from lead_exceptions e indexed by lead_exceptions_lead
  where e.lead_id = l.lead_id and (e.raised_by is not null or e.status <> 'raised'))`

const workedOn = preparedSql<{ name: string }, { id: string; most: number }>(
  `select l.name from import_batches b join leads l on ${inBatch('l.lead_id')}
   left join customers c on c.customer_id = l.customer_id left join opportunities o on o.opportunity_id = l.opportunity_id
   where b.batch_id = @id and (not ${untouched} or ${planWorkedOn} or ${heldSince} or ${exceptionWorkedOn}
     or (o.import_batch_id = @id and ${opportunityWorkedOn}) or (c.import_batch_id = @id and ${customerWorkedOn}))
   order by l.name, l.lead_id limit @most`,
)
/** Leads of a ledger that somebody has worked on since, by name. */
export const listLeadsWorkedOn = (store: ReadableStore, batchId: string, most: number): string[] =>
  workedOn(store)
    .all({ id: batchId, most })
    .map(({ name }) => name)

type Assigned = Pick<LeadRow, 'leadId' | 'assigneeId'>
const leadsOf = preparedSql<Assigned, { id: string }>(
  `select l.lead_id as leadId, l.assignee_id as assigneeId from leads l where ${inBatch('l.lead_id')} order by l.rowid desc`,
)
/** The leads of a ledger with whoever has each, the last one first. */
export const listLeadsOfImport = (store: ReadableStore, batchId: string): Assigned[] =>
  leadsOf(store).all({ id: batchId })
