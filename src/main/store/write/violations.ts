import type { ViolationKind } from '#shared/domain/codes.ts'
import { reasonRule, type Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { WritableStore } from '../handle.ts'
import { findStaff } from '../read/staff.ts'
import { isRaised } from '../read/violations.ts'
import type { ViolationRow } from '../rows.ts'
import { violations } from '../schema/index.ts'
import { insertRow, updateRow } from './rows.ts'

/** A violation to be raised; the same identity is never raised twice. */
export interface Raised {
  readonly kind: ViolationKind
  readonly identity: string
  /** The first open date on which the fault stands. */
  readonly on: BusinessDate
  readonly staffId: string
  readonly customerId: string | null
  readonly opportunityId: string | null
  /** At least one; the first names the rule. */
  readonly reasons: readonly Reason[]
}

/** When, and under which policy, something is raised. */
export interface RaisedBy {
  readonly raisedAt: Instant
  readonly policyVersion: number
  readonly newId: () => string
}

/** Raises what is new of these (R-8.1, R-8.3, 违规), and returns how many that were. */
export function raiseViolations(store: WritableStore, by: RaisedBy, raised: readonly Raised[]): number {
  let count = 0
  const managers = new Map<string, string | null>()
  /** Who manages somebody now, which is when it is raised. */
  const managerOf = (staffId: string): string | null => {
    const known = managers.get(staffId)
    if (known !== undefined) return known
    const managerId = findStaff(store, staffId)?.managerId ?? null
    managers.set(staffId, managerId)
    return managerId
  }
  for (const { kind, identity, on, staffId, customerId, opportunityId, reasons } of raised) {
    const [first] = reasons
    if (!first) throw new Error(`a violation without a reason: ${identity}`)
    if (isRaised(store, identity)) continue
    insertRow(store, violations, {
      violationId: by.newId(),
      identity,
      kind,
      staffId,
      customerId,
      opportunityId,
      on,
      status: 'raised',
      ruleId: reasonRule[first.code],
      policyVersion: by.policyVersion,
      reasons,
      raisedAt: by.raisedAt,
      managerId: managerOf(staffId),
    })
    count += 1
  }
  return count
}

/** What may change of a violation once it is raised. */
export type ViolationPatch = Partial<
  Pick<
    ViolationRow,
    | 'status'
    | 'decidedAt'
    | 'decidedBy'
    | 'decisionReason'
    | 'suspensionLowered'
    | 'objection'
    | 'objectedAt'
    | 'objectionRecordingId'
    | 'confirmedBefore'
  >
>
export const changeViolation = (store: WritableStore, violationId: string, patch: ViolationPatch): void =>
  void updateRow(store, violations, violationId, patch)
