import { z } from 'zod'

/** What a check finds, and what follows from it (section 8). */

export const violationKinds = [
  'overdue_follow_up',
  'expired_opportunity',
  'missing_plan',
  'frequency_breach',
  'unrealistic_postponement',
  'uncarded_visit',
] as const
/** What a check can find (R-8.1, 违规). */
export const violationKind = z.enum(violationKinds)
export type ViolationKind = z.infer<typeof violationKind>

export const violationStatuses = [
  'raised',
  'confirmed',
  'waived',
  'objected',
  'approved',
  'reversed',
] as const
export const violationStatus = z.enum(violationStatuses)
export type ViolationStatus = z.infer<typeof violationStatus>

export const ladders = ['overdue', 'postponement', 'frequency'] as const
/** The ladders of consequences (R-8.6, 考核阶梯). */
export const ladderName = z.enum(ladders)
export type LadderName = z.infer<typeof ladderName>

export const consequences = ['report', 'suspension'] as const
/** What follows besides money or points: 整改报告, and the proposal of 待岗学习. */
export const consequence = z.enum(consequences)
export type Consequence = z.infer<typeof consequence>

export const penaltyUnits = ['money', 'points', 'none'] as const
/** What a ladder takes: fen, points or nothing. */
export const penaltyUnit = z.enum(penaltyUnits)
export type PenaltyUnit = z.infer<typeof penaltyUnit>

export const penaltyParts = ['own', 'manager_share', 'reversal'] as const
/** Whose line of the ledger it is: the person's own, his manager's share, or one that takes another back. */
export const penaltyPart = z.enum(penaltyParts)
export type PenaltyPart = z.infer<typeof penaltyPart>

export const rectificationStatuses = ['due', 'written', 'accepted', 'returned', 'dropped'] as const
/** Where a rectification report 整改报告 stands; dropped when its penalty was reversed. */
export const rectificationStatus = z.enum(rectificationStatuses)
export type RectificationStatus = z.infer<typeof rectificationStatus>

export const suspensionStatuses = ['proposed', 'decided', 'lowered', 'dropped'] as const
/** Where a suspension for study 待岗学习 stands. */
export const suspensionStatus = z.enum(suspensionStatuses)
export type SuspensionStatus = z.infer<typeof suspensionStatus>
