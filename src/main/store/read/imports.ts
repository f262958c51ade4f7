import { asc, desc, eq, notLike, sql } from 'drizzle-orm'
import type { ReadableStore } from '../handle.ts'
import { prepared, preparedSql } from '../prepared.ts'
import { customers, importBatches, importProfiles, staff } from '../schema/index.ts'

const batches = prepared((db) =>
  db
    .select({ batch: importBatches, importedBy: staff.name })
    .from(importBatches)
    .leftJoin(staff, eq(staff.staffId, importBatches.importedBy))
    .where(notLike(importBatches.batchId, 'leads-%'))
    .orderBy(desc(importBatches.importedAt))
    .prepare(),
)
/** Ledgers of customers that were imported and not taken back, newest first; those of leads: `lead-imports.ts`. */
export const listImportBatches = (store: ReadableStore) => batches(store).all()

const batchById = prepared((db) =>
  db
    .select()
    .from(importBatches)
    .where(eq(importBatches.batchId, sql.placeholder('id')))
    .prepare(),
)
export const findImportBatch = (store: ReadableStore, batchId: string) =>
  batchById(store).get({ id: batchId })

const profiles = prepared((db) =>
  db.select().from(importProfiles).orderBy(asc(importProfiles.name)).prepare(),
)
export const listImportProfiles = (store: ReadableStore) => profiles(store).all()

const customersOfBatch = prepared((db) =>
  db
    .select({ customerId: customers.customerId })
    .from(customers)
    .where(eq(customers.importBatchId, sql.placeholder('id')))
    .prepare(),
)
export const countImported = (store: ReadableStore, batchId: string): number =>
  customersOfBatch(store).all({ id: batchId }).length

/**
 * SQL: what says that somebody has worked on the customer `c`, whom the ledger `@id` brought. A plan that was moved looks like any other: only
 * the trail tells.
 */
export const customerWorkedOn = `(
     c.version > 1
     or exists (select 1 from opportunities o where o.customer_id = c.customer_id and (o.version > 1 or o.import_batch_id is not @id))
     or exists (select 1 from plans p where p.customer_id = c.customer_id and (p.status <> 'open' or p.import_batch_id is not @id))
     or c.customer_id in (
       select p.customer_id from audit_entries a join plans p on p.plan_id = json_extract(a.changes, '$[0].id')
       where a.call in ('followUps.move', 'followUps.allowBeyondLimit') and p.import_batch_id = @id)
     or exists (select 1 from follow_ups f where f.customer_id = c.customer_id and f.import_batch_id is not @id)
     or exists (select 1 from follow_ups f join recordings r on r.follow_up_id = f.follow_up_id where f.customer_id = c.customer_id)
     or exists (select 1 from instructions i where i.customer_id = c.customer_id)
     or c.customer_id in (select o.customer_id from leave_lines n join opportunities o on o.opportunity_id = n.opportunity_id)
     or exists (select 1 from visits v where v.customer_id = c.customer_id)
     or exists (select 1 from test_drives d where d.customer_id = c.customer_id)
     or exists (select 1 from merges m where c.customer_id in (m.kept_id, m.dropped_id))
     or exists (select 1 from shared_phones h join customer_phones t on t.phone = h.phone
       where c.customer_id in (h.customer_id, t.customer_id))
     or exists (select 1 from duplicate_dismissals d where c.customer_id in (d.first_id, d.second_id))
     or exists (select 1 from violations v where v.customer_id = c.customer_id and v.status <> 'raised'))`
const workedOn = preparedSql<{ name: string }, { id: string; most: number }>(
  `select c.name from customers c
   where c.import_batch_id = @id
     and (${customerWorkedOn} or exists (select 1 from leads l where l.customer_id = c.customer_id))
   order by c.name limit @most`,
)
/** Customers of a batch that somebody has worked on since, by name. */
export const listWorkedOn = (store: ReadableStore, batchId: string, most: number): string[] =>
  workedOn(store)
    .all({ id: batchId, most })
    .map((row) => row.name)

const taken = preparedSql<{ phone: string }, [string, string]>(
  `select p.phone from json_each(?) j join customer_phones p on p.phone = j.value
   union select v.phone from json_each(?) j join visits v on v.phone = j.value
     where v.with_intent = 1 and v.customer_id is null`,
)
/**
 * Those of the phones that belong to somebody: to a customer, or to a visitor who waits for his card. One question
 * for a whole ledger: a hundred thousand of them take longer than everything else that is read for it.
 */
export function takenPhones(store: ReadableStore, phones: readonly string[]): ReadonlySet<string> {
  const asked = JSON.stringify(phones)
  return new Set(
    taken(store)
      .all(asked, asked)
      .map(({ phone }) => phone),
  )
}
