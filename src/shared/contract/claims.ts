import { z } from 'zod'
import { channel, claimStanding, result } from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { date, gradeCode, id, instant, note, page, reasonSchema, rowsOf, staffRef } from './pieces.ts'

const recordingRef = z.object({
  recordingId: id,
  fileName: z.string(),
  lengthMs: z.number().int().nullable(),
})

export const claimRow = z.object({
  claimId: id,
  status: claimStanding,
  customerId: id,
  /** The asker may not open the card: name and phone are masked. */
  masked: z.boolean(),
  customerName: z.string(),
  phone: z.string(),
  claimant: staffRef,
  /** The owner when it was filed. */
  owner: staffRef.nullable(),
  filedOn: date,
  filedAt: instant,
  dormantFrom: date,
  policyVersion: z.number().int(),
  statement: z.string(),
  /** The contact that the claim rests on. */
  followUp: z.object({
    followUpId: id,
    contactedOn: date,
    channel,
    result,
    content: z.string(),
    effective: z.boolean(),
    recordings: z.array(recordingRef),
  }),
  /** The owner's last effective contact when it was filed, which decided the dormancy. */
  lastEffectiveOn: date.nullable(),
  /** What has changed since it was filed: another owner, or protection that was renewed. Only while it is open. */
  notes: z.array(reasonSchema),
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
  answerRecording: recordingRef.nullable(),
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  decisionReason: z.string().nullable(),
  recording: recordingRef.nullable(),
  withoutRecording: z.boolean(),
  /** Present recordings of this customer's contacts, for whoever may answer or decide. */
  evidence: z.array(
    recordingRef.extend({ followUpId: id, contactedOn: date, staffName: z.string().nullable() }),
  ),
  abilities: z.object({ answer: z.boolean(), decide: z.boolean(), withdraw: z.boolean() }),
})
export type ClaimRow = z.infer<typeof claimRow>

/** A contact of the asker with a customer who belongs to somebody else, and whether a claim can rest on it. */
const ownContact = z.object({
  followUpId: id,
  customerId: id,
  customerName: z.string(),
  phone: z.string(),
  ownerName: z.string().nullable(),
  contactedOn: date,
  channel,
  result,
  content: z.string(),
  effective: z.object({ yes: z.boolean(), reasons: z.array(reasonSchema) }),
  dormantFrom: date,
  /** Why a claim cannot rest on it today; empty where it can. */
  against: z.array(reasonSchema),
})

export const claims = {
  /** The asker's contacts with customers who are not his, newest first. */
  contacts: query({
    access: 'claim.file',
    input: z.strictObject(page).optional(),
    output: rowsOf(ownContact),
  }),
  /** Claims that the asker's people filed or must answer, the open ones first. */
  list: query({
    access: 'claim.read',
    input: z
      .strictObject({
        status: claimStanding.optional(),
        open: z.boolean().optional(),
        customerId: id.optional(),
        ...page,
      })
      .optional(),
    output: rowsOf(claimRow),
  }),
  get: query({ access: 'claim.read', input: z.strictObject({ claimId: id }), output: claimRow }),
  /**
   * Asks for a dormant customer, naming the claimant's own effective follow-up. Refuses RULE_REFUSED
   * `claim_customer_protected` with the date from which it would be possible.
   */
  file: command({
    access: 'claim.file',
    input: z.strictObject({ customerId: id, followUpId: id, statement: note.min(1) }),
    output: z.object({ claimId: id }),
    changes: ['claims', 'customers'],
  }),
  /** The owner answers, with a recording where he has one; again, as long as nothing is decided. */
  answer: command({
    access: 'claim.answer',
    input: z.strictObject({ claimId: id, text: note.min(1), recordingId: id.nullish() }),
    changes: ['claims'],
  }),
  /** The claimant takes it back before it is decided. One whose customer goes to somebody else meanwhile closes by itself (`overtaken`). */
  withdraw: command({
    access: 'claim.file',
    input: z.strictObject({ claimId: id, reason: note.optional() }),
    changes: ['claims', 'customers'],
  }),
  /**
   * The director decides, naming the recording it rests on or stating that there is none. Approved: the
   * customer, its open opportunities and plans go to the claimant in the same act.
   */
  decide: command({
    access: 'claim.decide',
    input: z.strictObject({
      claimId: id,
      decision: z.enum(['approve', 'refuse']),
      reason: note.min(1),
      recordingId: id.nullish(),
      withoutRecording: z.boolean().optional(),
    }),
    changes: ['claims', 'customers', 'plans', 'losses', 'instructions'],
    judges: true,
  }),
}

/** One contact in a verdict, and why it counts or does not. */
const verdictContact = z.object({
  followUpId: id,
  /** The linked relative with whom it was; null for the customer himself. */
  relativeName: z.string().nullable(),
  contactedOn: date,
  recordedOn: date,
  staff: staffRef.nullable(),
  byOwner: z.boolean(),
  channel,
  result,
  counts: z.boolean(),
  reasons: z.array(reasonSchema),
})

export const ownership = {
  /**
   * 归属判定: whose customer a phone is, until when, by which contact, what did not count and why. Prints on one A4.
   * A customer beyond the asker's reach is answered like a phone that nobody has.
   */
  verdict: query({
    access: 'ownership.read',
    input: z.strictObject({ phone: z.string().max(60) }),
    output: z.object({
      found: z.boolean(),
      phone: z.string(),
      customerId: id.nullable(),
      customerName: z.string().nullable(),
      owner: staffRef.nullable(),
      ownerSince: date.nullable(),
      protectedUntil: date.nullable(),
      dormantFrom: date.nullable(),
      daysLeft: z.number().int().nullable(),
      dormant: z.boolean(),
      thinIce: z.boolean(),
      /** What decides it, in words: last effective contact or since when he owns him. */
      reasons: z.array(reasonSchema),
      lastEffective: verdictContact.nullable(),
      contacts: z.array(verdictContact),
      owners: z.array(
        z.object({ staffId: id, name: z.string(), from: date, until: date.nullable(), reason: z.string() }),
      ),
      claims: z.array(
        z.object({ claimId: id, claimantName: z.string(), filedOn: date, status: claimStanding }),
      ),
      policyVersion: z.number().int(),
      ruleId: z.string(),
      today: date,
      storeName: z.string(),
    }),
  }),
  /**
   * Customers with an open opportunity on thin ice, the nearest end first; after them the dormant ones, those that have
   * just become so first.
   */
  thinIce: query({
    access: 'ownership.read',
    input: z.strictObject({ staffId: id.optional(), ...page }).optional(),
    output: rowsOf(
      z.object({
        customerId: id,
        customerName: z.string(),
        ownerId: id,
        ownerName: z.string(),
        grade: gradeCode.nullable(),
        model: z.string().nullable(),
        protectedUntil: date,
        dormantFrom: date,
        daysLeft: z.number().int(),
        dormant: z.boolean(),
        lastEffectiveOn: date.nullable(),
      }),
    ).extend({ thinIce: z.number().int(), dormant: z.number().int() }),
  }),
}
