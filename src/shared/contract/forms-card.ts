import { z } from 'zod'
import {
  channel,
  customerType,
  gender,
  lossReason,
  opportunityStatus,
  planStatus,
  purchaseType,
  result,
  source,
  visitKind,
} from '../domain/codes.ts'
import { date, gradeCode, id, timeOfDay } from './pieces.ts'

const text = z.string().nullable()
const count = z.number().int()

export const cardFormOpportunity = z.object({
  opportunityId: id,
  status: opportunityStatus,
  model: text,
  firstGrade: gradeCode,
  grade: gradeCode,
  expectedPurchaseDate: date.nullable(),
  purchaseType: purchaseType.nullable(),
  remark: z.string(),
  competitor: text,
  budget: text,
  payment: text,
  use: text,
  tradeInCar: text,
  quotationFen: count.nullable(),
  openedOn: date,
  orderedOn: date.nullable(),
  deliveredOn: date.nullable(),
  lostOn: date.nullable(),
  lossReason: lossReason.nullable(),
})
export type CardFormOpportunity = z.infer<typeof cardFormOpportunity>

/** One line of the card's back: a contact with the plan it fulfilled, a plan alone, or a change of grade alone. */
export const cardEntry = z.object({
  on: date,
  opportunityId: id,
  model: text,
  plan: z
    .object({
      planId: id,
      on: date,
      time: timeOfDay.nullable(),
      channel,
      purpose: z.string(),
      status: planStatus,
    })
    .nullable(),
  contact: z
    .object({
      followUpId: id,
      on: date,
      channel,
      result,
      content: z.string(),
      feedback: text,
      effective: z.boolean(),
      lateRecorded: z.boolean(),
    })
    .nullable(),
  staffName: text,
  gradeBefore: text,
  /** The grade after it. */
  gradeAfter: text,
})
export type CardEntry = z.infer<typeof cardEntry>

export const cardForm = z.object({
  storeName: z.string(),
  printedOn: date,
  /** A car was ordered or delivered; else the first page is the prospect card 潜客信息卡. */
  bought: z.boolean(),
  customer: z.object({
    customerId: id,
    name: z.string(),
    gender: gender.nullable(),
    mobile: z.string(),
    phones: z.array(z.string()),
    birthday: date.nullable(),
    age: count.nullable(),
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
    ownerName: text,
    createdOn: date,
  }),
  relatives: z.array(z.object({ name: z.string(), relation: z.string() })),
  opportunities: z.array(cardFormOpportunity),
  visits: z.array(
    z.object({
      visitId: id,
      on: date,
      kind: visitKind,
      arrivedTime: text,
      leftTime: text,
      consultantName: text,
    }),
  ),
  testDrives: z.array(
    z.object({ testDriveId: id, on: date, model: text, agreementNumber: text, staffName: text }),
  ),
  entries: z.array(cardEntry),
})
export type CardForm = z.infer<typeof cardForm>
