import type * as tables from './schema/index.ts'

/** Rows as plain data: what readers return and rules are fed with. `New…` is what is written; what may be absent may be left out. */
export type StoreRow = typeof tables.store.$inferSelect
export type StaffRow = typeof tables.staff.$inferSelect
export type LeaveRow = typeof tables.leaves.$inferSelect
export type LeaveLineRow = typeof tables.leaveLines.$inferSelect
export type ReassignmentRow = typeof tables.reassignments.$inferSelect
export type ReassignmentMoveRow = typeof tables.reassignmentMoves.$inferSelect
export type ClaimRow = typeof tables.claims.$inferSelect
export type RecordingRow = typeof tables.recordings.$inferSelect
export type PenaltyEntryRow = typeof tables.penaltyEntries.$inferSelect
export type RectificationRow = typeof tables.rectifications.$inferSelect
export type SuspensionRow = typeof tables.suspensions.$inferSelect
export type IdentityChangeRow = typeof tables.identityChanges.$inferSelect
export type CustomerRow = typeof tables.customers.$inferSelect
export type RelativeRow = typeof tables.relatives.$inferSelect
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
export type NewStore = typeof tables.store.$inferInsert
export type NewLeave = typeof tables.leaves.$inferInsert
export type NewPlan = typeof tables.plans.$inferInsert
export type NewFollowUp = typeof tables.followUps.$inferInsert
export type NewVisit = typeof tables.visits.$inferInsert
export type NewInstruction = typeof tables.instructions.$inferInsert
export type AuditEntryRow = typeof tables.auditEntries.$inferSelect
