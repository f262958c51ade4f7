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

/** What goes, table by table. */
export type Removal = readonly (readonly [SQLiteTable, SQL])[]

/** The customers and opportunities that a ledger made, of customers or of leads. */
export function madeBy(store: WritableStore, batchId: string) {
  const db = drizzleOf(store)
  return {
    customers: db
      .select({ id: customers.customerId })
      .from(customers)
      .where(eq(customers.importBatchId, batchId)),
    opportunities: db
      .select({ id: opportunities.opportunityId })
      .from(opportunities)
      .where(eq(opportunities.importBatchId, batchId)),
  }
}

/** The part of a book that every ledger makes, from its plans to the ledger itself, children first. */
export function bookOf(store: WritableStore, batchId: string): Removal {
  const made = madeBy(store, batchId)
  return [
    [plans, eq(plans.importBatchId, batchId)],
    [opportunityChanges, inArray(opportunityChanges.opportunityId, made.opportunities)],
    [opportunities, eq(opportunities.importBatchId, batchId)],
    [owners, inArray(owners.customerId, made.customers)],
    [customerPhones, inArray(customerPhones.customerId, made.customers)],
    [customers, eq(customers.importBatchId, batchId)],
    [importBatches, eq(importBatches.batchId, batchId)],
  ]
}

/**
 * Removes everything a batch brought, children first. Whoever calls has made sure that nothing of it was worked on;
 * suspicions a roll has raised meanwhile go with what they were about, and stay in the trail.
 */
export function removeImportBatch(store: WritableStore, batchId: string): void {
  const steps: Removal = [
    [violations, inArray(violations.customerId, madeBy(store, batchId).customers)],
    [followUps, eq(followUps.importBatchId, batchId)],
    ...bookOf(store, batchId),
  ]
  for (const [table, where] of steps) deleteRows(store, table, where)
}
