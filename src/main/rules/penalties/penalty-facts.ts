import type {
  Consequence,
  LadderName,
  PenaltyPart,
  PenaltyUnit,
  ViolationKind,
} from '#shared/domain/codes.ts'
import type { Policy } from '#shared/policy/policy.ts'
import type { Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'

/** A violation as the penalties see it. */
export interface PenaltyItem {
  readonly violationId: string
  readonly kind: ViolationKind
  readonly staffId: string
  /** The manager at that date, where it was noted. */
  readonly managerId: string | null
  readonly on: BusinessDate
  readonly policyVersion: number
  /** The manager lowered a proposal of suspension. */
  readonly lowered: boolean
}

/** The items of one person, ladder and date, in the order of their ids. */
export interface OccasionItems {
  readonly staffId: string
  readonly ladder: LadderName
  readonly on: BusinessDate
  readonly items: readonly PenaltyItem[]
  /** The policy of the date: the latest under which one of the items was raised. */
  readonly policyVersion: number
}

/** Policies by version. */
export type PolicyOf = (version: number) => Policy

/** A line of the ledger, as far as later lines depend on it. */
export interface LedgerFact {
  readonly entryId: string
  readonly part: PenaltyPart
  readonly staffId: string
  readonly ladder: LadderName
  readonly on: BusinessDate
  readonly occasion: number
  readonly unit: PenaltyUnit
  readonly amount: number
  readonly reversesEntryId: string | null
}

/** What a line of the ledger is, before it has an id and a place. */
export interface AssessedEntry {
  readonly staffId: string
  readonly occasion: number
  readonly items: number
  readonly unit: PenaltyUnit
  readonly perItem: number
  readonly gross: number
  readonly capTaken: number
  readonly amount: number
  readonly consequences: readonly Consequence[]
  readonly reasons: readonly Reason[]
}
