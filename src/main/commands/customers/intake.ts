import type { CustomerInput, OpportunityInput } from '#shared/contract/pieces.ts'
import { can } from '#shared/access/can.ts'
import { normalisePhone } from '#shared/domain/phone.ts'
import { normalisePlate } from '#shared/domain/plate.ts'
import { refuse, refuseField, type Issue } from '#shared/errors.ts'
import { findGrade } from '#shared/policy/grades.ts'
import { unknownBirthday, type Policy } from '#shared/policy/policy.ts'
import type { Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import { pinyinOf } from '#main/platform/pinyin.ts'
import { checkFieldLevels, isBirthdayUnknown } from '#main/rules/field-levels.ts'
import { splitRemark } from '#shared/policy/remark-grade.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findCustomerByPhone } from '#main/store/read/customers.ts'
import { highestOpenGrade } from '#main/store/read/customer-list.ts'
import type { CustomerRow, OpportunityRow } from '#main/store/rows.ts'
import { sharesPhone } from '#main/commands/duplicates/shared-phones.ts'
import { tellName } from '#main/commands/subjects.ts'

/** An empty text means that there is nothing. */
const orNull = <T extends string | number>(value: T | undefined): T | null | undefined =>
  typeof value === 'string' && value.trim() === '' ? null : value

/** The part of a customer row that a form fills; `undefined` leaves a column as it is. */
export type CustomerData = Pick<
  CustomerRow,
  | 'gender'
  | 'birthday'
  | 'area'
  | 'source'
  | 'customerType'
  | 'wechat'
  | 'email'
  | 'address'
  | 'company'
  | 'occupation'
  | 'plate'
  | 'currentCar'
  | 'family'
  | 'companion'
> &
  Pick<CustomerRow, 'name' | 'pinyin' | 'initials' | 'mobile'>

/** Turns what was typed into columns: phone in its one form, pinyin, nothing instead of blanks. Names bad fields. */
export function readCustomer(input: CustomerInput, today: BusinessDate): Partial<CustomerData> {
  const { name, mobile, plate, birthday, ...rest } = input
  const read: Partial<CustomerData> = Object.fromEntries(
    Object.entries(rest)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, orNull(value)]),
  )
  if (name !== undefined) Object.assign(read, { name, ...pinyinOf(name) })
  if (plate !== undefined) read.plate = orNull(normalisePlate(plate)) ?? null
  if (birthday !== undefined) {
    if (birthday > today) refuseField('customer.birthday', 'in_future', { today })
    read.birthday = birthday
  }
  if (mobile !== undefined && mobile.trim() !== '') read.mobile = readPhone(mobile, 'customer.mobile')
  return read
}

/** The one form in which a phone is kept; refuses with the field and what would be right. */
export function readPhone(text: string, field: string): string {
  const read = normalisePhone(text)
  return read.ok ? read.phone : refuseField(field, read.reason.code, read.reason.data)
}

/**
 * Refuses a phone that is somebody else's, telling no more of him than the asker may know. Whoever may allows it with a
 * reason (R-3.4a); otherwise it is free, or this customer's already.
 */
export function requireFreePhone(
  store: ReadableStore,
  context: Context,
  phone: string,
  { except, overrideReason }: PhoneClaim = {},
): 'free' | 'own' | 'shared' {
  const known = findCustomerByPhone(store, phone)
  if (!known) return 'free'
  const { customerId } = known.customer
  if (customerId === except || (except && sharesPhone(store, except, phone))) return 'own'
  if (overrideReason?.trim()) {
    const verdict = can(context.actor, 'duplicate.override')
    if (!verdict.yes) refuse('PERMISSION_DENIED', { reasons: [verdict.reason] })
    return 'shared'
  }
  const name = tellName(context, known.customer)
  // Section 13: the front desk learns the owner, and no grade.
  const grade =
    context.actor.role === 'front_desk' ? null : highestOpenGrade(store, customerId, context.policy)
  refuse('DUPLICATE_CUSTOMER', { customerId, name, ownerName: known.ownerName, grade, phone })
}

/** Who wants a phone, and why he may although somebody else has it. */
export interface PhoneClaim {
  readonly except?: string | undefined
  readonly overrideReason?: string | undefined
}

export type OpportunityData = Pick<
  OpportunityRow,
  | 'model'
  | 'grade'
  | 'expectedPurchaseDate'
  | 'purchaseType'
  | 'remark'
  | 'competitor'
  | 'budget'
  | 'payment'
  | 'use'
  | 'tradeInCar'
  | 'quotationFen'
>

/** Turns what was typed of an opportunity into columns; a typed prefix of the remark counts as the grade. */
export function readOpportunity(
  input: OpportunityInput,
  policy: Policy,
  /** The grade the opportunity has now: its letter comes back with a remark that was read, and gives way. */
  present?: string,
): Partial<OpportunityData> {
  const { remark, grade, ...rest } = input
  const read: Partial<OpportunityData> = Object.fromEntries(
    Object.entries(rest)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, orNull(value)]),
  )
  const typed = remark === undefined ? undefined : splitRemark(remark, policy)
  if (typed) read.remark = typed.remark
  const isOwnLetter = typed?.grade === present
  if (grade !== undefined && typed?.grade !== undefined && typed.grade !== grade && !isOwnLetter) {
    refuseField('opportunity.remark', 'grade_and_remark_differ', { grade, remark: typed.grade })
  }
  const chosen = grade ?? typed?.grade
  if (chosen !== undefined) read.grade = requireGrade(chosen, policy)
  return read
}

/** A grade code as the policy writes it; refuses one it does not have. */
export function requireGrade(code: string, policy: Policy, field = 'opportunity.grade'): string {
  const found = findGrade(policy, code) ?? findGrade(policy, code.normalize('NFKC').toUpperCase())
  const allowed = policy.grades.map((grade) => grade.code).join(', ')
  return found?.code ?? refuseField(field, 'unknown_grade', { grade: code, allowed })
}

const asIssue = ({ data }: Reason): Issue => ({ field: String(data['field']), code: 'required' })

/** Refuses empty required fields, all at once; returns the important ones that are empty. */
export function requireFields(
  customer: Partial<CustomerData> | undefined,
  opportunity: Partial<OpportunityData> | undefined,
  policy: Policy,
): string[] {
  const { missing, important } = checkFieldLevels(
    { ...(customer ? { customer } : {}), ...(opportunity ? { opportunity } : {}) },
    policy,
  )
  if (missing.length > 0) refuse('VALIDATION_FAILED', { issues: missing.map(asIssue) })
  return [...important]
}

/**
 * Refuses to empty a required field in a later change. One that was empty before may stay so: an imported customer
 * can be completed bit by bit.
 */
export function requireStillFilled(
  form: 'customer' | 'opportunity',
  input: CustomerInput | OpportunityInput,
  after: Partial<CustomerData> | Partial<OpportunityData>,
  policy: Policy,
): void {
  const { missing } = checkFieldLevels({ [form]: after }, policy)
  const emptied = missing
    .map(asIssue)
    .filter(({ field }) => Object.hasOwn(input, field.slice(form.length + 1)))
  if (emptied.length > 0) refuse('VALIDATION_FAILED', { issues: emptied })
}

/** Whole years; nobody is 126 because his birthday is unknown. */
export function ageOn(birthday: BusinessDate | null, today: BusinessDate): number | null {
  if (birthday === null || isBirthdayUnknown(birthday) || birthday === unknownBirthday) return null
  const years = Number(today.slice(0, 4)) - Number(birthday.slice(0, 4))
  return today.slice(5) < birthday.slice(5) ? years - 1 : years
}

/** The fields a card or form is checked for, out of rows. */
export const emptyImportantOf = (
  customer: CustomerRow,
  opportunity: OpportunityRow | undefined,
  { policy }: Context,
): string[] => [...checkFieldLevels({ customer, ...(opportunity ? { opportunity } : {}) }, policy).important]
