import { can } from '#shared/access/can.ts'
import type { ClaimRow } from '#shared/contract/claims.ts'
import { maskPhone, maskPhonesWithin } from '#shared/domain/phone.ts'
import type { Context } from '#main/calls/context.ts'
import { claimNotes, claimStanding, isOpenClaim } from '#main/rules/claim.ts'
import type { OwnershipFacts } from '#main/rules/dormancy.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findEvidence, findLastEffectiveAt, listEvidence, type ClaimInFull } from '#main/store/read/claims.ts'
import { findStaff } from '#main/store/read/staff.ts'
import type { CustomerRow, RecordingRow } from '#main/store/rows.ts'
import { mayOpen, tellName } from '#main/commands/subjects.ts'

/** What the protection of a customer's owner runs from. */
export const ownershipOf = (customer: CustomerRow): OwnershipFacts => ({
  lastEffectiveOn: customer.lastEffectiveOn,
  ownerSince: customer.ownerSinceOn,
  openedOn: customer.createdOn,
})

/** Who may do what with a claim as it stands. */
export function claimAbilities({ actor }: Context, { claim, customer }: ClaimInFull): ClaimRow['abilities'] {
  const isOpen = isOpenClaim(claim.status)
  const isClaimant = claim.claimantId === actor.staffId
  return {
    answer: isOpen && !isClaimant && can(actor, 'claim.answer').yes && customer.ownerId === actor.staffId,
    decide: isOpen && can(actor, 'claim.decide').yes,
    withdraw: isOpen && isClaimant,
  }
}

const nameOf = (store: ReadableStore, staffId: string | null): string | null =>
  staffId === null ? null : (findStaff(store, staffId)?.name ?? null)
const refOf = (store: ReadableStore, staffId: string) => ({ staffId, name: nameOf(store, staffId) ?? '' })
const recordingRef = ({ recordingId, fileName, lengthMs }: RecordingRow) => ({
  recordingId,
  fileName,
  lengthMs,
})

/** A claim as the asker may know it: the customer of somebody else stays masked, and so do his recordings. */
export function makeClaimRow(store: ReadableStore, context: Context, full: ClaimInFull): ClaimRow {
  const { claim, customer, followUp } = full
  const { policy, today } = context
  const masked = !mayOpen(context, customer)
  const abilities = claimAbilities(context, full)
  const recordings = listEvidence(store, customer.customerId)
  const ref = (recording: RecordingRow) => {
    const named = recordingRef(recording)
    return masked ? { ...named, fileName: maskPhonesWithin(named.fileName) } : named
  }
  const namedRecording = (recordingId: string | null) => {
    const found = recordingId === null ? undefined : findEvidence(store, recordingId)
    return found ? ref(found.recording) : null
  }
  const now = {
    ownerId: customer.ownerId,
    ownerName: nameOf(store, customer.ownerId),
    ownership: ownershipOf(customer),
  }
  return {
    claimId: claim.claimId,
    status: claimStanding(claim),
    customerId: customer.customerId,
    masked,
    customerName: tellName(context, customer),
    phone: masked ? maskPhone(customer.mobile) : customer.mobile,
    claimant: refOf(store, claim.claimantId),
    owner: claim.ownerId === null ? null : refOf(store, claim.ownerId),
    filedOn: claim.filedOn,
    filedAt: claim.filedAt,
    dormantFrom: claim.dormantFrom,
    policyVersion: claim.policyVersion,
    statement: claim.statement,
    followUp: {
      followUpId: followUp.followUpId,
      contactedOn: followUp.contactedOn,
      channel: followUp.channel,
      result: followUp.result,
      content: followUp.content,
      effective: followUp.effective,
      recordings: recordings
        .filter(({ recording }) => recording.followUpId === followUp.followUpId)
        .map(({ recording }) => ref(recording)),
    },
    lastEffectiveOn: findLastEffectiveAt(store, customer.customerId, claim.ownerId, claim.filedAt),
    notes: isOpenClaim(claim.status) ? claimNotes(claim, now, policy, today) : [],
    answer: claim.answer,
    answeredAt: claim.answeredAt,
    answerRecording: namedRecording(claim.answerRecordingId),
    decidedAt: claim.decidedAt,
    decidedBy: nameOf(store, claim.decidedBy),
    decisionReason: claim.decisionReason,
    recording: namedRecording(claim.recordingId),
    withoutRecording: claim.withoutRecording,
    evidence: abilities.answer || abilities.decide ? recordings.flatMap(evidenceOf) : [],
    abilities,
  }
}

function evidenceOf({
  recording,
  followUp,
  staffName,
}: ReturnType<typeof listEvidence>[number]): ClaimRow['evidence'] {
  if (recording.state !== 'present') return []
  const { followUpId, contactedOn } = followUp
  return [{ ...recordingRef(recording), followUpId, contactedOn, staffName }]
}
