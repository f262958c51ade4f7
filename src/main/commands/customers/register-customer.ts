import type { CustomerInput, OpportunityInput, PlanInput } from '#shared/contract/pieces.ts'
import type { ChoicesInput } from '#shared/contract/privacy.ts'
import type { Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import type { WritableStore } from '#main/store/handle.ts'
import type { CustomerRow, StaffRow, VisitRow } from '#main/store/rows.ts'
import { addCustomer, addCustomerWithoutPhone, addOwner } from '#main/store/write/customers.ts'
import { readChoices, type Choices } from '#main/commands/privacy/read-choices.ts'
import { sharePhone } from '#main/commands/duplicates/shared-phones.ts'
import { warnOfLike } from '#main/commands/duplicates/suspicions.ts'
import {
  readCustomer,
  readOpportunity,
  requireFields,
  requireFreePhone,
  requireGrade,
  type CustomerData,
} from './intake.ts'
import { makeOpportunity } from './make-opportunity.ts'
import { cardWaitingVisits, requireNoWaitingVisit } from '#main/commands/showroom/waiting-visits.ts'

/** What a customer, his first opportunity and its first plan are made of. */
export interface Registration {
  readonly customer: CustomerInput
  readonly opportunity: OpportunityInput
  readonly plan: PlanInput
  /** R-3.4a Why a manager lets a known phone be used once more. */
  readonly overrideReason?: string | undefined
  /** S7 What he was told, agreed to and asked for. */
  readonly choices?: ChoicesInput | undefined
}

export interface Registered {
  readonly customer: CustomerRow
  readonly opportunityId: string
  readonly planId: string
  readonly limit: BusinessDate
  readonly reminders: string[]
  readonly warnings: Reason[]
}

/**
 * Writes a customer with his first owner. Whoever calls has checked the fields and that the phone is free, or says why he
 * shares it (R-3.4a).
 */
export function createCustomer(
  store: WritableStore,
  context: Context,
  data: Partial<CustomerData & Choices & Pick<CustomerRow, 'importBatchId'>>,
  ownerId: string,
  sharedBecause?: string,
): CustomerRow {
  const { today, now, newId, actor } = context
  const customerId = newId()
  const row: CustomerRow = {
    customerId,
    name: '',
    pinyin: '',
    initials: '',
    gender: null,
    birthday: null,
    area: null,
    source: null,
    customerType: null,
    wechat: null,
    email: null,
    address: null,
    company: null,
    occupation: null,
    plate: null,
    currentCar: null,
    family: null,
    companion: null,
    mobile: '',
    noticeGivenOn: null,
    consentedOn: null,
    doNotContact: [],
    importBatchId: null,
    ...data,
    ownerId,
    ownerSinceOn: today,
    lastEffectiveOn: null,
    familyId: null,
    mergedIntoId: null,
    erasedOn: null,
    lastContactOn: null,
    createdOn: today,
    createdAt: now,
    createdBy: actor.staffId,
    version: 1,
  }
  if (sharedBecause === undefined) addCustomer(store, row)
  else {
    addCustomerWithoutPhone(store, row)
    sharePhone(store, context, customerId, { phone: row.mobile, reason: sharedBecause })
  }
  addOwner(store, {
    ownerRowId: newId(),
    customerId,
    ownerId,
    fromOn: today,
    untilOn: null,
    reason: 'registered',
  })
  return row
}

/**
 * … A customer with his first opportunity and its first plan, in one act: at the desk, on a visitor's card. The owner is
 * asked for last, so that what is wrong with the form is named first.
 */
export function registerCustomer(
  store: WritableStore,
  context: Context,
  input: Registration,
  findOwner: () => StaffRow,
  /** The visit whose card it is. */
  of?: VisitRow,
): Registered {
  const { policy, today } = context
  const data = { ...readCustomer(input.customer, today), ...readChoices(input.choices, context) }
  const opportunity = readOpportunity(input.opportunity, policy)
  const reminders = requireFields(data, opportunity, policy)
  const { mobile = '' } = data
  const { overrideReason } = input
  const claimed = requireFreePhone(store, context, mobile, { overrideReason })
  const ownerId = findOwner().staffId
  requireNoWaitingVisit(store, mobile, ownerId, of)
  const sharedBecause = claimed === 'shared' ? overrideReason : undefined
  const customer = createCustomer(store, context, data, ownerId, sharedBecause)
  const grade = opportunity.grade ?? requireGrade('', policy)
  const made = makeOpportunity(store, context, customer, { ...opportunity, grade }, input.plan)
  const { opportunityId, planId, limit, warnings } = made
  const { customerId } = customer
  cardWaitingVisits(store, context, mobile, { customerId, ownerId, opportunityId, of })
  const all = [...warnings, ...warnOfLike(store, context, customer)]
  return { customer, opportunityId, planId, limit, reminders, warnings: all }
}
