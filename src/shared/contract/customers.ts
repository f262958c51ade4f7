import { z } from 'zod'
import {
  channel,
  customerType,
  gender,
  lossReason,
  opportunityStatus,
  planStatus,
  purchaseType,
  recordingState,
  relation,
  result,
  source,
} from '../domain/codes.ts'
import { expectedVisit } from './appointments.ts'
import { command, query } from './declare.ts'
import { instructionRow } from './instructions.ts'
import { choicesInput } from './privacy.ts'
import {
  customerInput,
  date,
  gradeCode,
  id,
  instant,
  note,
  opportunityInput,
  page,
  planInput,
  protection,
  reasonSchema,
  rowsOf,
  timeOfDay,
} from './pieces.ts'

const text = z.string().nullable()

/** One line of a customer list. Where `masked`, the customer is somebody else's and only the mask is told. */
export const customerRow = z.object({
  customerId: id,
  name: z.string(),
  phone: text,
  masked: z.boolean(),
  ownerId: id.nullable(),
  ownerName: text,
  opportunityId: id.nullable(),
  grade: gradeCode.nullable(),
  status: opportunityStatus.nullable(),
  model: text,
  remark: text,
  expectedPurchaseDate: date.nullable(),
  nextPlanOn: date.nullable(),
  lastContactOn: date.nullable(),
  daysLeft: z.number().int().nullable(),
})
export type CustomerRow = z.infer<typeof customerRow>

export const cardOpportunity = z.object({
  opportunityId: id,
  version: z.number().int(),
  status: opportunityStatus,
  model: text,
  grade: gradeCode,
  gradeByDate: gradeCode,
  outOfStep: z.boolean(),
  expectedPurchaseDate: date.nullable(),
  purchaseType: purchaseType.nullable(),
  /** Remark as it is shown and exported: the grade letter first. */
  remark: z.string(),
  /** Remark without its letter, for editing. */
  remarkText: z.string(),
  competitor: text,
  budget: text,
  payment: text,
  use: text,
  tradeInCar: text,
  quotationFen: z.number().int().nullable(),
  openedOn: date,
  anchorOn: date,
  limit: date,
  attemptsSinceReached: z.number().int(),
  lastContactOn: date.nullable(),
  /** 首轮跟进: the day that comes next, which of how many; null outside the opening sequence. */
  opening: z
    .object({
      contacts: z.number().int(),
      from: date.nullable(),
      step: z.number().int(),
      of: z.number().int(),
      day: z.number().int().nullable(),
      /** 暂定级: the formal grade is still to be named. */
      provisional: z.boolean(),
    })
    .nullable(),
  /** When he is expected in the showroom next. */
  appointment: expectedVisit.nullable(),
  orderedOn: date.nullable(),
  deliveredOn: date.nullable(),
  loss: z
    .object({
      reason: lossReason,
      note: text,
      competitor: text,
      appliedOn: date,
      appliedBy: z.string(),
      decidedBy: text,
      decision: z.enum(['waiting', 'approved', 'refused']),
    })
    .nullable(),
})
export type CardOpportunity = z.infer<typeof cardOpportunity>

export const cardFollowUp = z.object({
  followUpId: id,
  opportunityId: id,
  staffId: id.nullable(),
  staffName: text,
  contactedOn: date,
  recordedAt: instant,
  result,
  channel,
  /** S7 The customer made the contact himself (客户主动联系). */
  inbound: z.boolean(),
  content: z.string(),
  feedback: text,
  effective: z.object({ yes: z.boolean(), reasons: z.array(reasonSchema) }),
  lateRecorded: z.boolean(),
  imported: z.boolean(),
  /** Its call recordings, and whether their files are in order. */
  recordings: z.array(
    z.object({
      recordingId: id,
      fileName: z.string(),
      lengthMs: z.number().int().nullable(),
      state: recordingState,
    }),
  ),
  gradeBefore: text,
  gradeAfter: text,
})
export type CardFollowUp = z.infer<typeof cardFollowUp>

export const cardPlan = z.object({
  planId: id,
  opportunityId: id,
  on: date,
  time: timeOfDay.nullable(),
  channel,
  purpose: z.string(),
  status: planStatus,
  assigneeId: id.nullable(),
  assigneeName: text,
  beyondLimitReason: text,
  /** A call that goes with an appointment, and has its date from it. */
  isCall: z.boolean(),
})
export type CardPlan = z.infer<typeof cardPlan>

export const cardChange = z.object({
  changeId: id,
  opportunityId: id,
  changedOn: date,
  changedAt: instant,
  staffName: text,
  gradeBefore: gradeCode,
  gradeAfter: gradeCode,
  expectedBefore: date.nullable(),
  expectedAfter: date.nullable(),
})

export const customerCard = z.object({
  customer: z.object({
    customerId: id,
    version: z.number().int(),
    name: text,
    gender: gender.nullable(),
    mobile: text,
    birthday: date.nullable(),
    /** Whole years, never of an unknown birthday. */
    age: z.number().int().nullable(),
    area: text,
    source: source.nullable(),
    customerType: customerType.nullable(),
    wechat: text,
    email: text,
    address: text,
    company: text,
    occupation: text,
    plate: text,
    currentCar: text,
    family: text,
    companion: text,
    /** S7 When he was told what is kept of him, when he agreed, and the channels he closed. */
    noticeGivenOn: date.nullable(),
    consentedOn: date.nullable(),
    doNotContact: z.array(channel),
    /** S7 Only the figures are left of him since. */
    erasedOn: date.nullable(),
    phones: z.array(z.string()),
    ownerId: id.nullable(),
    ownerName: text,
    ownerSinceOn: date,
    createdOn: date,
    grade: gradeCode.nullable(),
    status: opportunityStatus.nullable(),
  }),
  opportunities: z.array(cardOpportunity),
  followUps: z.array(cardFollowUp),
  plans: z.array(cardPlan),
  changes: z.array(cardChange),
  owners: z.array(
    z.object({
      ownerId: id,
      ownerName: z.string(),
      fromOn: date,
      untilOn: date.nullable(),
      reason: z.string(),
      /** The name of the merged record whose owner he was; null for this record's own chain. */
      mergedFrom: text,
    }),
  ),
  /** Newest first, closed ones too. */
  instructions: z.array(instructionRow),
  /** Close relatives who are customers too, and what each is to this one. */
  relatives: z.array(z.object({ customerId: id, name: z.string(), relation })),
  /** R-3.4a 共用电话: with whom (as the asker may know him), why, and who allowed it. */
  sharedPhones: z.array(
    z.object({
      phone: z.string(),
      customerId: id,
      name: z.string(),
      ownerName: text,
      reason: z.string(),
      allowedBy: z.string(),
      allowedOn: date,
      mayOpen: z.boolean(),
    }),
  ),
  /** R-3.4a Records that were merged into this one, newest first. */
  mergedFrom: z.array(
    z.object({ mergeId: id, customerId: id, name: z.string(), mergedOn: date, mergedBy: z.string() }),
  ),
  protection: protection.nullable(),
  /** Important fields that are still empty, all at once. */
  emptyImportant: z.array(z.string()),
  abilities: z.object({
    update: z.boolean(),
    addOpportunity: z.boolean(),
    execute: z.boolean(),
    allowBeyondLimit: z.boolean(),
    decideLoss: z.boolean(),
    attachRecording: z.boolean(),
    instruct: z.boolean(),
    merge: z.boolean(),
    copyData: z.boolean(),
    erase: z.boolean(),
  }),
})
export type CustomerCard = z.infer<typeof customerCard>

export const customers = {
  /** Whose customer a phone belongs to. Shows owner, grade and last contact, never more to others. */
  lookup: query({
    access: 'customer.lookup',
    input: z.strictObject({ phone: z.string().max(60) }),
    output: z.object({
      found: z.boolean(),
      /** The phone as the store writes it. */
      phone: z.string(),
      customerId: id.optional(),
      name: z.string().optional(),
      ownerId: id.nullish(),
      ownerName: text.optional(),
      grade: gradeCode.nullish(),
      status: opportunityStatus.nullish(),
      lastContactOn: date.nullish(),
      dormantFrom: date.nullish(),
      /** The asker may open the card. */
      mayOpen: z.boolean().optional(),
      /** R-3.4a Who else uses the phone, because a manager allowed it; masked as the asker may know them. */
      sharedWith: z
        .array(z.object({ customerId: id, name: z.string(), ownerName: text, mayOpen: z.boolean() }))
        .optional(),
    }),
  }),
  /**
   * Registers a customer with the first opportunity and its first plan, in one act.
   * Refuses with DUPLICATE_CUSTOMER for a known phone, VALIDATION_FAILED for empty required fields,
   * RULE_REFUSED for a plan beyond the limit or a grade that does not agree with its date.
   */
  register: command({
    access: 'customer.register',
    input: z.strictObject({
      customer: customerInput,
      opportunity: opportunityInput,
      ownerId: id.nullish(),
      plan: planInput,
      /** R-3.4a A manager lets a known phone be used once more, and says why. */
      overrideReason: note.optional(),
      /** S7 What he was told, agreed to and asked for. */
      choices: choicesInput.optional(),
    }),
    output: z.object({
      customerId: id,
      opportunityId: id,
      planId: id,
      limit: date,
      /** Important fields left empty, in one list. */
      reminders: z.array(z.string()),
      /** What the policy warns of without refusing. */
      warnings: z.array(reasonSchema),
    }),
    changes: ['customers', 'plans'],
  }),
  get: query({ access: 'customer.read', input: z.strictObject({ customerId: id }), output: customerCard }),
  /** Finds by name, pinyin, initials, phone tail, plate or remark prefix, and filters (Ctrl+K). */
  search: query({
    access: 'customer.read',
    input: z.strictObject({
      text: z.string().max(100).optional(),
      grade: gradeCode.optional(),
      ownerId: id.optional(),
      status: opportunityStatus.optional(),
      ...page,
    }),
    output: rowsOf(customerRow),
  }),
  /** Changes a customer's data; changed fields stand under `customer` or beside the ids. Refuses with STALE_VERSION, which carries the present values, when somebody saved first. */
  update: command({
    access: 'customer.update',
    input: z.strictObject({
      customerId: id,
      version: z.number().int(),
      /** R-3.4a As in `register`. */
      overrideReason: note.optional(),
      customer: customerInput.optional(),
      ...customerInput.shape,
    }),
    output: z.object({
      version: z.number().int(),
      /** R-3.4a Who may be the same person. */
      warnings: z.array(reasonSchema),
    }),
    changes: ['customers'],
  }),
  /** Links a close relative, who is a customer of the same owner: for ownership they are one. */
  linkRelative: command({
    access: 'customer.update',
    input: z.strictObject({ customerId: id, relativeId: id, relation }),
    changes: ['customers'],
  }),
  unlinkRelative: command({
    access: 'customer.update',
    input: z.strictObject({ customerId: id, relativeId: id }),
    changes: ['customers'],
  }),
}
