import { and, eq, gt, inArray, like, lt, or, sql, type SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { drizzleOf, type WritableStore } from '../handle.ts'
import {
  customerPhones,
  customers,
  importBatches,
  leadExceptions,
  leads,
  opportunities,
  opportunityChanges,
  owners,
  plans,
  violations,
} from '../schema/index.ts'
import { deleteRows } from './rows.ts'

/**
 * Removes everything that a ledger of leads brought, children first. Whoever calls has made sure that nothing of it was worked on;
 * suspicions and exceptions that a roll has raised meanwhile go with what they were about, and stay in the trail.
 */
export function removeLeadImport(store: WritableStore, batchId: string): void {
  const db = drizzleOf(store)
  const ids = (table: typeof customers | typeof opportunities | typeof plans, id: SQL) =>
    db.select({ id }).from(table).where(eq(table.importBatchId, batchId))
  const customersOfIt = ids(customers, sql`${customers.customerId}`)
  const opportunitiesOfIt = ids(opportunities, sql`${opportunities.opportunityId}`)
  const identitiesOfIt = ids(plans, sql`'overdue_follow_up:' || ${plans.planId}`)
  const isOfIt = (column: typeof leads.leadId | typeof leadExceptions.leadId): SQL =>
    and(gt(column, `${batchId}-`), lt(column, `${batchId}.`)) ?? sql`false`
  const raised = or(
    inArray(violations.customerId, customersOfIt),
    inArray(violations.opportunityId, opportunitiesOfIt),
    and(like(violations.identity, 'overdue_follow_up:%'), inArray(violations.identity, identitiesOfIt)),
  )
  const steps: readonly (readonly [SQLiteTable, SQL])[] = [
    [violations, raised ?? sql`false`],
    [leadExceptions, isOfIt(leadExceptions.leadId)],
    [leads, isOfIt(leads.leadId)],
    [plans, eq(plans.importBatchId, batchId)],
    [opportunityChanges, inArray(opportunityChanges.opportunityId, opportunitiesOfIt)],
    [opportunities, eq(opportunities.importBatchId, batchId)],
    [owners, inArray(owners.customerId, customersOfIt)],
    [customerPhones, inArray(customerPhones.customerId, customersOfIt)],
    [customers, eq(customers.importBatchId, batchId)],
    [importBatches, eq(importBatches.batchId, batchId)],
  ]
  for (const [table, where] of steps) deleteRows(store, table, where)
}
