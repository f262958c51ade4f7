import type { PenaltyPreviewEntry } from '#shared/contract/penalties.ts'
import { refuseByRule } from '#shared/errors.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import type { Context } from '#main/calls/context.ts'
import { whatWaitsBefore } from '#main/rules/penalties/approval-order.ts'
import { assessPenalty, isLowered, managerOf, type Assessed } from '#main/rules/penalties/assess-penalty.ts'
import { groupByOccasion, ladderOf } from '#main/rules/penalties/ladder.ts'
import { makeLedgerSoFar } from '#main/rules/penalties/ledger-so-far.ts'
import type { OccasionItems, PenaltyItem } from '#main/rules/penalties/penalty-facts.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { listBorneBy, noTotals, type LedgerTotals } from '#main/store/read/penalties.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { documentOf } from '#main/store/read/store.ts'
import { listConfirmed } from '#main/store/read/violations.ts'
import type { ViolationRow } from '#main/store/rows.ts'
import { getViolations, statusReason } from './violations.ts'

/** An occasion that was asked about, with what it takes and why it cannot be approved. */
export interface AssessedOccasion extends Assessed {
  readonly occasion: OccasionItems
  readonly policy: Policy
  readonly managerId: string | null
  readonly obstacles: readonly Reason[]
}

const asItem = (row: ViolationRow): PenaltyItem => ({
  violationId: row.violationId,
  kind: row.kind,
  staffId: row.staffId,
  managerId: row.managerId,
  on: row.on,
  policyVersion: row.policyVersion,
  lowered: row.suspensionLowered,
})

/** What is settled already, or has no penalty at all, is no question to the ladders: the whole request is refused. */
function requireAssessable(store: ReadableStore, rows: readonly ViolationRow[]): void {
  const refusals = rows.flatMap((row) => {
    if (ladderOf(row.kind, documentOf(store, row.policyVersion)) === null)
      return [statusReason(store, 'violation_without_penalty', row)]
    return ['waived', 'approved', 'reversed'].includes(row.status)
      ? [statusReason(store, 'violation_cannot_be_approved', row)]
      : []
  })
  if (refusals.length > 0) refuseByRule(...refusals)
}

/**
 * … What the approval of these violations would enter, occasion by occasion in the order of the ledger,
 * each on top of the ones before it. Out of reach is not found; settled or without a ladder is refused.
 */
export function assessOccasions(
  store: ReadableStore,
  context: Context,
  violationIds: readonly string[],
): AssessedOccasion[] {
  const rows = new Map(getViolations(store, context, violationIds).map((row) => [row.violationId, row]))
  requireAssessable(store, [...rows.values()])
  const policyOf = (version: number) => documentOf(store, version)
  const occasions = groupByOccasion([...rows.values()].map(asItem), policyOf).map((occasion) => ({
    occasion,
    policy: policyOf(occasion.policyVersion),
    managerId: managerOf(occasion) ?? findStaff(store, occasion.staffId)?.managerId ?? null,
  }))
  const people = [...new Set(occasions.map(({ occasion }) => occasion.staffId))]
  const managers = occasions.flatMap(({ managerId }) => (managerId ? [managerId] : []))
  const soFar = makeLedgerSoFar(listBorneBy(store, [...new Set([...people, ...managers])]))
  const undecided = listConfirmed(store, { kind: 'staff', staffIds: people }).map((each) => ({
    ...each,
    ladder: ladderOf(each.kind, policyOf(each.policyVersion)),
  }))
  const requested = new Set(rows.keys())

  return occasions.map(({ occasion, policy, managerId }) => {
    const { staffId, ladder, on, items } = occasion
    const assessed = assessPenalty(occasion, policy, soFar, { managerId, lowered: isLowered(occasion) })
    const place = { ladder, on, reversesEntryId: null }
    soFar.add({ ...assessed.own, ...place, entryId: `${staffId} ${ladder} ${on}`, part: 'own' })
    if (assessed.share) soFar.add({ ...assessed.share, ...place, entryId: '', part: 'manager_share' })
    const staff = findStaff(store, staffId)?.name ?? ''
    const unconfirmed = items.flatMap(({ violationId }) => {
      const row = rows.get(violationId)
      return row && row.status !== 'confirmed'
        ? [statusReason(store, 'violation_cannot_be_approved', row)]
        : []
    })
    const tooLarge = assessed.tooLarge
      ? [reason('penalty_amount_too_large', { staff, ladder, occasion: assessed.own.occasion })]
      : []
    const waits = whatWaitsBefore(occasion, staff, undecided, requested)
    return {
      occasion,
      policy,
      managerId,
      ...assessed,
      obstacles: [...unconfirmed, ...waits, ...tooLarge],
    }
  })
}

/** An assessed occasion as the screens see it. */
export function tellOccasion(store: ReadableStore, each: AssessedOccasion): PenaltyPreviewEntry {
  const { occasion, own, share, policy, managerId, obstacles } = each
  const { staffId, ladder, on, items, policyVersion } = occasion
  const kinds = Map.groupBy(items, ({ kind }) => kind)
  const manager = managerId ? findStaff(store, managerId) : undefined
  const [first] = items
  if (!first) throw new Error(`an occasion of ${staffId} without items`)
  return {
    staffId,
    staffName: findStaff(store, staffId)?.name ?? '',
    ladder,
    kind: first.kind,
    kinds: [...kinds].map(([kind, of]) => ({ kind, items: of.length })),
    on,
    occasion: own.occasion,
    items: own.items,
    violationIds: items.map(({ violationId }) => violationId),
    unit: own.unit,
    label: policy.penalties.ladders[ladder].label,
    perItem: own.perItem,
    gross: own.gross,
    capTaken: own.capTaken,
    amount: own.amount,
    consequence: own.consequences.at(-1) ?? null,
    consequences: [...own.consequences],
    manager: manager ? { staffId: manager.staffId, name: manager.name } : null,
    managerShare: share?.amount ?? 0,
    managerCapTaken: share?.capTaken ?? 0,
    policyVersion,
    reasons: [...own.reasons, ...(share?.reasons ?? [])],
    obstacles: [...obstacles],
  }
}

/** What several occasions come to. */
export const totalOf = (occasions: readonly AssessedOccasion[]): LedgerTotals =>
  occasions.reduce<LedgerTotals>((total, { own, share }) => {
    const money = own.unit === 'money' ? own.amount : 0
    return {
      money: total.money + money + (share?.amount ?? 0),
      points: total.points + (own.unit === 'points' ? own.amount : 0),
      capTaken: total.capTaken + own.capTaken + (share?.capTaken ?? 0),
      managerShares: total.managerShares + (share?.amount ?? 0),
      reports: total.reports + Number(own.consequences.includes('report')),
      suspensions: total.suspensions + Number(own.consequences.includes('suspension')),
    }
  }, noTotals)
