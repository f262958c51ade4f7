import { and, eq, gt, inArray, like, lt, or, sql, type SQL } from 'drizzle-orm'
import { drizzleOf, type WritableStore } from '../handle.ts'
import { leadExceptions, leads, plans, violations } from '../schema/index.ts'
import { bookOf, madeBy, type Removal } from './imports.ts'
import { deleteRows } from './rows.ts'

/**
 * Removes everything that a ledger of leads brought, children first. Whoever calls has made sure that nothing of it was worked on;
 * suspicions and exceptions that a roll has raised meanwhile go with what they were about, and stay in the trail.
 */
export function removeLeadImport(store: WritableStore, batchId: string): void {
  const made = madeBy(store, batchId)
  const identities = drizzleOf(store)
    .select({ id: sql`'overdue_follow_up:' || ${plans.planId}` })
    .from(plans)
    .where(eq(plans.importBatchId, batchId))
  const isOfIt = (column: typeof leads.leadId | typeof leadExceptions.leadId): SQL =>
    and(gt(column, `${batchId}-`), lt(column, `${batchId}.`)) ?? sql`false`
  const raised = or(
    inArray(violations.customerId, made.customers),
    inArray(violations.opportunityId, made.opportunities),
    and(like(violations.identity, 'overdue_follow_up:%'), inArray(violations.identity, identities)),
  )
  const steps: Removal = [
    [violations, raised ?? sql`false`],
    [leadExceptions, isOfIt(leadExceptions.leadId)],
    [leads, isOfIt(leads.leadId)],
    ...bookOf(store, batchId),
  ]
  for (const [table, where] of steps) deleteRows(store, table, where)
}
