import { maskPhone } from '#shared/domain/phone.ts'
import { refuse, refuseByRule } from '#shared/errors.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import { texts } from '#shared/text/index.ts'
import { fill } from '#shared/text/say.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { checkClaim, checkClaimDecision, checkRecording, isOpenClaim } from '#main/rules/claim.ts'
import { protectionOf } from '#main/rules/dormancy.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import {
  findClaim,
  findClaimContact,
  findEvidence,
  listClaims,
  listClaimsOfCustomer,
  listForeignContacts,
  type ClaimInFull,
} from '#main/store/read/claims.ts'
import { findCustomer } from '#main/store/read/customers.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { suspendedUntil } from '#main/store/read/suspensions.ts'
import type { ClaimRow, CustomerRow, FollowUpRow } from '#main/store/rows.ts'
import { addClaim, changeClaim } from '#main/store/write/claims.ts'
import { claimAbilities, makeClaimRow, ownershipOf } from './claims-row.ts'
import { familyOf } from '#main/commands/customers/relatives.ts'
import { tellName } from '#main/commands/subjects.ts'
import { transferCustomer } from './transfer-customer.ts'

const requireNothingAgainst = (against: readonly Reason[]) => {
  if (against.length > 0) refuseByRule(...against)
}

/** A claim within reach; anything else is answered as if there were none. */
const getClaim = (store: ReadableStore, { scope }: Context, claimId: string): ClaimInFull =>
  findClaim(store, scope, claimId) ?? refuse('NOT_FOUND', { what: 'claim', id: claimId })

/** A claim to act on: decided or withdrawn it is closed for good. */
function getOpenClaim(
  store: ReadableStore,
  context: Context,
  claimId: string,
  may: 'answer' | 'withdraw' | 'decide',
): ClaimInFull {
  const full = getClaim(store, context, claimId)
  if (!isOpenClaim(full.claim.status)) refuseByRule(reason('claim_not_open'))
  // He sees it as the other side, and yet it is not his to act on.
  if (!claimAbilities(context, full)[may]) refuse('NOT_FOUND', { what: 'claim', id: claimId })
  return full
}

/** When somebody filed a claim on a customer that still waits; null without one. */
const openSince = (store: ReadableStore, customerId: string, claimantId: string) =>
  listClaimsOfCustomer(store, customerId).find(
    ({ claim }) => claim.claimantId === claimantId && isOpenClaim(claim.status),
  )?.claim.filedOn ?? null

/** Why the asker may not claim a customer by a contact of his; nothing when he may. */
export const whyNoClaim = (
  store: ReadableStore,
  { actor, policy, today }: Context,
  customer: CustomerRow,
  contact: Pick<FollowUpRow, 'contactedOn' | 'effective' | 'effectiveReasons'>,
): Reason[] =>
  checkClaim(
    {
      claimantId: actor.staffId,
      ownerId: customer.ownerId,
      ownership: ownershipOf(customer),
      contact,
      openSince: openSince(store, customer.customerId, actor.staffId),
    },
    policy,
    today,
  )

/** The recording that is named, as the rules look at it. */
function evidenceOf(store: ReadableStore, customerId: string, recordingId: string) {
  const found = findEvidence(store, recordingId)
  return {
    fileName: found?.recording.fileName ?? '',
    isOfCustomer: found?.customerId === customerId,
    isPresent: found?.recording.state === 'present',
  }
}

/**
 * Approved: the customer goes to the claimant, and his linked relatives with him. Whoever else waits for one of
 * them waits in vain from now on: those claims are refused on the same evidence.
 */
function giveToClaimant(
  store: WritableStore,
  context: Context,
  { claim, customer }: ClaimInFull,
  claimantName: string,
) {
  const { now, actor } = context
  const { recordingId, withoutRecording } = claim
  const superseded = fill(wordsOf(context).superseded, { name: claimantName })
  const reason = fill(wordsOf(context).transferred, { reason: claim.decisionReason })
  for (const customerId of familyOf(store, customer)) {
    const member = findCustomer(store, customerId)
    if (!member) throw new Error(`family of ${customer.customerId} has no ${customerId}`)
    for (const { claim: other } of listClaimsOfCustomer(store, customerId)) {
      if (!isOpenClaim(other.status)) continue
      changeClaim(store, other.claimId, {
        status: 'refused',
        decidedAt: now,
        decidedBy: actor.staffId,
        decisionReason: superseded,
        recordingId,
        withoutRecording,
      })
    }
    transferCustomer(store, context, member, claim.claimantId, { reason })
  }
}

const wordsOf = ({ store }: Context) => texts[store.locale === 'en' ? 'en' : 'zh-CN'].ownership.record

/** Ownership claims (工作联系单, R-5.3 … ). */
export const claims: HandlersOf<'claims'> = {
  list: (store, input, context) => {
    const page = readPage(input)
    const { rows, total } = listClaims(store, context.scope, input ?? {}, page)
    return pageOf(
      page,
      rows.map((row) => makeClaimRow(store, context, row)),
      total,
    )
  },

  contacts: (store, input, context) => {
    const page = readPage(input)
    const { rows, total } = listForeignContacts(store, context.actor.staffId, page)
    const told = rows.map(({ followUp, customer, ownerName }) => {
      const { followUpId, customerId, contactedOn, channel, result, content } = followUp
      const { effective: yes, effectiveReasons } = followUp
      return {
        followUpId,
        customerId,
        contactedOn,
        channel,
        result,
        content,
        ownerName,
        customerName: tellName(context, customer),
        phone: maskPhone(customer.mobile),
        effective: { yes, reasons: [...effectiveReasons] },
        dormantFrom: protectionOf(ownershipOf(customer), context.policy, context.today).dormantFrom,
        against: whyNoClaim(store, context, customer, followUp),
      }
    })
    return pageOf(page, told, total)
  },

  get: (store, { claimId }, context) => makeClaimRow(store, context, getClaim(store, context, claimId)),

  file: (store, { customerId, followUpId, statement }, context) => {
    const { actor, now, today, policy, policyVersion, newId } = context
    const contact = findClaimContact(store, followUpId)
    // Only by a contact of his own does he know of a customer at all.
    if (!contact || contact.staffId !== actor.staffId)
      return refuse('NOT_FOUND', { what: 'followUp', id: followUpId })
    const customer = contact.customerId === customerId ? findCustomer(store, customerId) : undefined
    if (!customer) return refuse('NOT_FOUND', { what: 'customer', id: customerId })
    requireNothingAgainst(whyNoClaim(store, context, customer, contact))
    const row: ClaimRow = {
      claimId: newId(),
      customerId,
      followUpId,
      claimantId: actor.staffId,
      ownerId: customer.ownerId,
      statement,
      dormantFrom: protectionOf(ownershipOf(customer), policy, today).dormantFrom,
      status: 'filed',
      filedOn: today,
      filedAt: now,
      policyVersion,
      seenAt: null,
      answer: null,
      answeredAt: null,
      answerRecordingId: null,
      decidedAt: null,
      decidedBy: null,
      decisionReason: null,
      recordingId: null,
      withoutRecording: false,
    }
    addClaim(store, row)
    return { claimId: row.claimId }
  },

  answer: (store, { claimId, text, recordingId }, context) => {
    const { claim } = getOpenClaim(store, context, claimId, 'answer')
    if (recordingId) requireNothingAgainst(checkRecording(evidenceOf(store, claim.customerId, recordingId)))
    changeClaim(store, claimId, {
      status: 'answered',
      seenAt: claim.seenAt ?? context.now,
      answer: text,
      answeredAt: context.now,
      answerRecordingId: recordingId ?? null,
    })
    return null
  },

  withdraw: (store, { claimId, reason: why }, context) => {
    getOpenClaim(store, context, claimId, 'withdraw')
    if (why) context.because(why)
    changeClaim(store, claimId, {
      status: 'withdrawn',
      decidedAt: context.now,
      decidedBy: context.actor.staffId,
      decisionReason: why || null,
    })
    return null
  },

  decide: (store, { claimId, decision, reason: why, recordingId, withoutRecording = false }, context) => {
    const full = getOpenClaim(store, context, claimId, 'decide')
    const { claim, customer } = full
    const claimant = findStaff(store, claim.claimantId)
    const claimantName = claimant?.name ?? ''
    requireNothingAgainst(
      checkClaimDecision({
        decision,
        recording: recordingId ? evidenceOf(store, claim.customerId, recordingId) : null,
        withoutRecording,
        claimantId: claim.claimantId,
        claimantName,
        claimantIsActive: claimant?.status === 'active' && claimant.role === 'consultant',
        claimantSuspendedUntil: suspendedUntil(store, claim.claimantId, context.today) ?? null,
        ownerId: customer.ownerId,
      }),
    )
    context.because(why)
    const decided = changeClaim(store, claimId, {
      status: decision === 'approve' ? 'approved' : 'refused',
      decidedAt: context.now,
      decidedBy: context.actor.staffId,
      decisionReason: why,
      recordingId: recordingId ?? null,
      withoutRecording,
    })
    if (decision === 'approve') giveToClaimant(store, context, { ...full, claim: decided }, claimantName)
    return null
  },
}
