import { z } from 'zod'
import { businessDate } from '../time/business-date.ts'
import { channel, customerType, gender, lossReason, purchaseType, source } from '../domain/codes.ts'

export { reasonSchema } from '../reasons.ts'

/** Pieces that several declarations share. */

export const id = z.string().min(1).max(64)
export const instant = z.number().int()
export const date = businessDate
const nothingToSee = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\s]*$/u
/** A text without blanks around it; one of signs that nobody can see fills no field. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .overwrite((text) => (nothingToSee.test(text) ? '' : text))
    .max(max)
/** A text that may be long: what was said, a remark, a note. */
export const note = line(4000)
export const name = line(100)
/** Grade codes are policy data, one to four characters. */
export const gradeCode = z.string().trim().min(1).max(4)
/** Time of day `HH:MM` of an appointment, in the store's zone. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** A page of a list: the cursor of the answer before, and how many rows at most. */
export const page = {
  cursor: z.string().max(200).nullish(),
  limit: z.number().int().min(1).max(500).optional(),
}
export const rowsOf = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), nextCursor: z.string().nullable(), total: z.number().int() })

/** What may be said of a customer beside name, gender and mobile; how urgent each is, the policy says. */
export const customerFields = {
  name,
  gender,
  mobile: line(40),
  birthday: date,
  area: line(100),
  source,
  customerType,
  wechat: line(60),
  email: line(120),
  address: line(200),
  company: line(120),
  occupation: line(60),
  plate: line(20),
  currentCar: line(80),
  /** 家庭成员: who decides with him. */
  family: line(120),
  /** 陪同人: who came with him. */
  companion: line(120),
}
/** Input of a customer: every field may be missing here, because the policy decides which ones are required. */
export const customerInput = z.strictObject(customerFields).partial()
export type CustomerInput = z.infer<typeof customerInput>

export const opportunityFields = {
  model: line(80),
  expectedPurchaseDate: date,
  grade: gradeCode,
  purchaseType,
  remark: note,
  competitor: line(80),
  budget: line(60),
  payment: line(60),
  use: line(60),
  /** 旧车: the car he would trade in. */
  tradeInCar: line(80),
  /** 报价, in fen. */
  quotationFen: z.union([z.number().int().min(0).max(100_000_000_000), z.literal('')]),
}
export const opportunityInput = z.strictObject(opportunityFields).partial()
export type OpportunityInput = z.infer<typeof opportunityInput>

/** A contact to come: its date, how, and what for. With a time of day it is an appointment. */
export const planInput = z.strictObject({
  on: date,
  channel,
  purpose: note,
  time: timeOfDay.nullish(),
})
export type PlanInput = z.infer<typeof planInput>

/** What follows a follow-up: exactly one of these, never nothing. */
export const nextInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('plan'), ...planInput.shape }),
  /** What is planned already stands: an appointment and its calls. */
  z.strictObject({ kind: z.literal('keep') }),
  z.strictObject({ kind: z.literal('ordered') }),
  z.strictObject({
    kind: z.literal('lost'),
    reason: lossReason,
    note: note.nullish(),
    competitor: line(80).nullish(),
  }),
])
export type NextInput = z.infer<typeof nextInput>

export const staffRef = z.object({ staffId: id, name: z.string() })
/** Days of protection left, and what ends them. */
export const protection = z.object({
  protectedUntil: date,
  dormantFrom: date,
  daysLeft: z.number().int(),
  thinIce: z.boolean(),
})
export const loadOfDay = z.object({ on: date, count: z.number().int() })
