import type { ClaimStanding, ClaimStatus } from '#shared/domain/codes.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { protectionOf, type OwnershipFacts } from './dormancy.ts'

export type ClaimFacts = {
  readonly claimantId: string
  readonly ownerId: string | null
  readonly ownership: OwnershipFacts
  /** The claimant's own contact on which the claim rests. */
  readonly contact: {
    readonly contactedOn: BusinessDate
    readonly effective: boolean
    readonly effectiveReasons: readonly Reason[]
  }
  /** When he filed a claim on this customer that is not decided yet. */
  readonly openSince: BusinessDate | null
}

/**
 * Where a claim stands, as it is told. Only its claimant withdraws one: closed in that way by anybody else it was overtaken by a
 * transfer, and decided by nobody.
 */
export const claimStanding = (claim: {
  readonly status: ClaimStatus
  readonly claimantId: string
  readonly decidedBy: string | null
}): ClaimStanding =>
  claim.status === 'withdrawn' && claim.decidedBy !== claim.claimantId ? 'overtaken' : claim.status

/** A claim that may still be answered, withdrawn or decided. */
export const isOpenClaim = (status: ClaimStatus): boolean => status === 'filed' || status === 'answered'

/**
 * 工作联系单: why a claim may not be filed; nothing when it may. It rests on an effective follow-up made since the
 * customer fell dormant, and he must be dormant still; otherwise the first date from which it is possible is named.
 */
export const checkClaim = (facts: ClaimFacts, policy: Policy, today: BusinessDate): Reason[] => {
  const { claimantId, ownerId, ownership, contact, openSince } = facts
  if (ownerId === claimantId) return [reason('claim_own_customer')]
  const against: Reason[] = []
  if (openSince !== null) against.push(reason('claim_already_open', { filedOn: openSince }))
  const { contactedOn } = contact
  if (!contact.effective) {
    against.push(
      reason('claim_contact_not_effective', { field: 'followUpId', contactedOn }),
      ...contact.effectiveReasons,
    )
  }
  const { dormant, dormantFrom: from, protectedUntil } = protectionOf(ownership, policy, today)
  if (!dormant) against.push(reason('claim_customer_protected', { from, protectedUntil }))
  else if (contactedOn < from) {
    against.push(reason('claim_contact_while_protected', { field: 'followUpId', contactedOn, from }))
  }
  return against
}

/** What a director should know of what happened after a claim was filed; it binds him to nothing. */
export const claimNotes = (
  claim: { readonly ownerId: string | null; readonly dormantFrom: BusinessDate },
  now: {
    readonly ownerId: string | null
    readonly ownerName: string | null
    readonly ownership: OwnershipFacts
  },
  policy: Policy,
  today: BusinessDate,
): Reason[] => {
  if (now.ownerId !== claim.ownerId) return [reason('claim_owner_changed', { name: now.ownerName })]
  const { dormantFrom: from } = protectionOf(now.ownership, policy, today)
  const { lastEffectiveOn } = now.ownership
  return from > claim.dormantFrom ? [reason('claim_owner_renewed', { from, lastEffectiveOn })] : []
}

export type DecisionFacts = {
  readonly decision: 'approve' | 'refuse'
  /** The recording it names; null for none. */
  readonly recording: {
    readonly fileName: string
    readonly isOfCustomer: boolean
    readonly isPresent: boolean
  } | null
  /** It states that there is no recording. */
  readonly withoutRecording: boolean
  readonly claimantId: string
  readonly claimantName: string
  readonly claimantIsActive: boolean
  /** The last day of his suspension for study; null without one. */
  readonly claimantSuspendedUntil?: BusinessDate | null
  readonly ownerId: string | null
}

/** Why a recording proves nothing of this customer; nothing when it does. */
export const checkRecording = (recording: NonNullable<DecisionFacts['recording']>): Reason[] => {
  const field = 'recordingId'
  if (!recording.isOfCustomer) return [reason('claim_recording_not_of_customer', { field })]
  return recording.isPresent ? [] : [reason('claim_recording_lost', { field, fileName: recording.fileName })]
}

/** 凭录音裁定: why a decision may not stand as it is; nothing when it may. */
export const checkClaimDecision = (facts: DecisionFacts): Reason[] => {
  const { decision, recording, withoutRecording, claimantId, claimantName, ownerId } = facts
  const against: Reason[] = []
  if ((recording !== null) === withoutRecording) {
    against.push(reason('claim_needs_evidence', { field: 'recordingId' }))
  }
  if (recording !== null) against.push(...checkRecording(recording))
  if (decision === 'approve') {
    if (ownerId === claimantId) against.push(reason('claim_own_customer'))
    if (!facts.claimantIsActive) against.push(reason('claim_claimant_not_active', { name: claimantName }))
    const until = facts.claimantSuspendedUntil ?? null
    if (until !== null) against.push(reason('receiver_suspended', { name: claimantName, until }))
  }
  return against
}
