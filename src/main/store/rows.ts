import type * as tables from './schema/index.ts'

/** Rows as plain data: what readers return and rules are fed with. */
export type StoreRow = typeof tables.store.$inferSelect
export type StaffRow = typeof tables.staff.$inferSelect
export type LeaveRow = typeof tables.leaves.$inferSelect
export type CustomerRow = typeof tables.customers.$inferSelect
export type OpportunityRow = typeof tables.opportunities.$inferSelect
export type OpportunityChangeRow = typeof tables.opportunityChanges.$inferSelect
export type OwnerRow = typeof tables.owners.$inferSelect
export type PlanRow = typeof tables.plans.$inferSelect
export type FollowUpRow = typeof tables.followUps.$inferSelect
export type LossRow = typeof tables.lossApplications.$inferSelect
export type ViolationRow = typeof tables.violations.$inferSelect
export type VisitRow = typeof tables.visits.$inferSelect
export type InstructionRow = typeof tables.instructions.$inferSelect
export type SignedCheckRow = typeof tables.signedChecks.$inferSelect
export type AuditEntryRow = typeof tables.auditEntries.$inferSelect
