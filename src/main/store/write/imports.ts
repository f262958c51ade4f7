import { eq, inArray, type SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { ColumnMapping } from '#shared/contract/imports.ts'
import { drizzleOf, type WritableStore } from '../handle.ts'
import {
  customerPhones,
  customers,
  followUps,
  importBatches,
  importProfiles,
  opportunities,
  opportunityChanges,
  owners,
  plans,
  violations,
} from '../schema/index.ts'
import { deleteRows, insertRow, updateRow } from './rows.ts'

export const addImportBatch = (store: WritableStore, row: typeof importBatches.$inferSelect): void =>
  insertRow(store, importBatches, row)

/** Saves a column mapping by its name, replacing an older one. */
export function saveImportProfile(
  store: WritableStore,
  row: { readonly name: string; readonly mapping: ColumnMapping; readonly headers: string[] },
): void {
  const known = drizzleOf(store).select().from(importProfiles).where(eq(importProfiles.name, row.name)).get()
  if (known) updateRow(store, importProfiles, row.name, row)
  else insertRow(store, importProfiles, row)
}

/**
 * Removes everything a batch brought, children first. Whoever calls has made sure that nothing of it was worked on;
 * suspicions a roll has raised meanwhile go with what they were about, and stay in the trail.
 */
export function removeImportBatch(store: WritableStore, batchId: string): void {
  const db = drizzleOf(store)
  const ofBatch = db
    .select({ id: customers.customerId })
    .from(customers)
    .where(eq(customers.importBatchId, batchId))
  const opportunitiesOfBatch = db
    .select({ id: opportunities.opportunityId })
    .from(opportunities)
    .where(eq(opportunities.importBatchId, batchId))
  const steps: readonly (readonly [SQLiteTable, SQL])[] = [
    [violations, inArray(violations.customerId, ofBatch)],
    [followUps, eq(followUps.importBatchId, batchId)],
    [plans, eq(plans.importBatchId, batchId)],
    [opportunityChanges, inArray(opportunityChanges.opportunityId, opportunitiesOfBatch)],
    [opportunities, eq(opportunities.importBatchId, batchId)],
    [owners, inArray(owners.customerId, ofBatch)],
    [customerPhones, inArray(customerPhones.customerId, ofBatch)],
    [customers, eq(customers.importBatchId, batchId)],
    [importBatches, eq(importBatches.batchId, batchId)],
  ]
  for (const [table, where] of steps) deleteRows(store, table, where)
}
