import { reason, type Reason } from '#shared/reasons.ts'
import { addDays, type BusinessDate } from '#shared/time/business-date.ts'
import type { Policy } from '#shared/policy/policy.ts'

/** One of the two records, as far as a merge depends on it. */
export interface MergingSide {
  readonly name: string
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly openClaims: number
  readonly openOpportunities: number
  /** Names of the linked relatives, the other record left out. */
  readonly relatives: readonly string[]
}

export interface MergeFacts {
  readonly kept: MergingSide
  readonly dropped: MergingSide
  /** The asker may give a customer another owner. */
  readonly mayReassign: boolean
  /** The owner of the kept record is an active consultant who is not suspended. */
  readonly keptOwnerMayReceive: boolean
  readonly areRelatives: boolean
  readonly dismissal: { readonly by: string; readonly because: string; readonly on: BusinessDate } | null
}

/** R-3.4a, R-7.1 Why two records may not be merged; nothing when they may. */
export function againstMerge({ kept, dropped, mayReassign, keptOwnerMayReceive }: MergeFacts): Reason[] {
  const differ = kept.ownerId !== dropped.ownerId
  const owners: Reason[] = !differ
    ? []
    : [
        ...(mayReassign
          ? []
          : [reason('merge_owners_differ', { owner: kept.ownerName, other: dropped.ownerName })]),
        ...(kept.ownerId === null
          ? [reason('merge_kept_without_owner')]
          : keptOwnerMayReceive
            ? []
            : [reason('merge_owner_cannot_receive', { name: kept.ownerName })]),
      ]
  // Whose he is must be known before two records become one.
  const claims = [kept, dropped]
    .filter(({ openClaims }) => openClaims > 0)
    .map(({ name }) => reason('merge_claim_open', { customerName: name }))
  return [...owners, ...claims]
}

/** What somebody should know before he merges, though it stands in no way. */
export function beforeMerging({ kept, dropped, areRelatives, dismissal }: MergeFacts): Reason[] {
  const open = kept.openOpportunities + dropped.openOpportunities
  const both = kept.openOpportunities > 0 && dropped.openOpportunities > 0
  const join = kept.relatives.length > 0 && dropped.relatives.length > 0
  const names = [...new Set([...kept.relatives, ...dropped.relatives])].join('、')
  return [
    ...(areRelatives ? [reason('merge_were_relatives')] : []),
    ...(dismissal
      ? [
          reason('merge_was_dismissed', {
            on: dismissal.on,
            name: dismissal.by,
            because: dismissal.because,
          }),
        ]
      : []),
    ...(both ? [reason('merge_both_open', { count: open })] : []),
    ...(join ? [reason('merge_families_join', { names })] : []),
  ]
}

/** The last date on which a merge can be undone. */
export const undoUntil = (mergedOn: BusinessDate, { thresholds }: Policy): BusinessDate =>
  addDays(mergedOn, thresholds.mergeUndoDays)

export interface UndoFacts {
  readonly mergedOn: BusinessDate
  readonly undoneOn: BusinessDate | null
  /** The merge gave the dropped record another owner, and the asker may. */
  readonly changedOwner: boolean
  readonly mayReassign: boolean
  /** The owner to whom it would go back can own no customers any more; his name. */
  readonly ownerLeft: string | null
  /** What has been worked on since, named. */
  readonly since: readonly Reason[]
}

/** R-3.4a Why a merge cannot be undone, or not any more; nothing while it can. The last day of the policy still counts. */
export function againstUndo(facts: UndoFacts, policy: Policy, today: BusinessDate): Reason[] {
  if (facts.undoneOn !== null) return [reason('merge_undone', { on: facts.undoneOn })]
  const until = undoUntil(facts.mergedOn, policy)
  const days = policy.thresholds.mergeUndoDays
  if (today > until) return [reason('merge_too_old', { until, days })]
  if (facts.changedOwner && !facts.mayReassign) return [reason('merge_needs_director')]
  if (facts.ownerLeft !== null) return [reason('merge_owner_left', { name: facts.ownerLeft })]
  return [...facts.since]
}
