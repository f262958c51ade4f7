import { inScope, type Scope } from '#shared/access/can.ts'
import type { Output } from '#shared/contract/index.ts'
import { normalisePhone } from '#shared/domain/phone.ts'
import { addDays, compareDates } from '#shared/time/business-date.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { claimStanding } from '#main/rules/claim.ts'
import { protectionOf } from '#main/rules/dormancy.ts'
import { explainProtection, judgeContact } from '#main/rules/verdict.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { listClaimsOfCustomer } from '#main/store/read/claims.ts'
import { leadingOpportunity } from '#main/store/read/customer-list.ts'
import {
  findCustomer,
  findCustomerByPhone,
  listOpportunities,
  listOwners,
} from '#main/store/read/customers.ts'
import { listFollowUpsOfCustomer } from '#main/store/read/follow-ups.ts'
import { listEndingProtection } from '#main/store/read/ownership.ts'
import { findStaff, listStaff } from '#main/store/read/staff.ts'
import type { CustomerRow } from '#main/store/rows.ts'
import { ownershipOf } from './claims-row.ts'
import { familyOf } from '#main/commands/customers/relatives.ts'

type Verdict = Output<'ownership', 'verdict'>
type EndingRow = Output<'ownership', 'thinIce'>['rows'][number]

/** Nobody has the phone, or nobody within reach: the asker does not learn which. */
const nobody = (phone: string, { policyVersion, today, store }: Context): Verdict => ({
  found: false,
  phone,
  customerId: null,
  customerName: null,
  owner: null,
  ownerSince: null,
  protectedUntil: null,
  dormantFrom: null,
  daysLeft: null,
  dormant: false,
  thinIce: false,
  reasons: [],
  lastEffective: null,
  contacts: [],
  owners: [],
  claims: [],
  policyVersion,
  ruleId: 'R-5.2',
  today,
  storeName: store.name,
})

/** The contacts with a customer and his linked relatives, newest first, each with whether it protects the owner. */
function judgedContacts(store: ReadableStore, customer: CustomerRow): Verdict['contacts'] {
  const contacts = familyOf(store, customer).flatMap((memberId) => {
    const relativeName =
      memberId === customer.customerId ? null : (findCustomer(store, memberId)?.name ?? null)
    return listFollowUpsOfCustomer(store, memberId).map((each) => ({ ...each, relativeName }))
  })
  contacts.sort(
    (a, b) =>
      compareDates(b.followUp.contactedOn, a.followUp.contactedOn) ||
      b.followUp.recordedAt - a.followUp.recordedAt,
  )
  return contacts.map(({ followUp, staffName, relativeName }) => {
    const { followUpId, contactedOn, recordedOn, staffId, channel, result } = followUp
    const { byOwner, counts, reasons } = judgeContact(
      { ...followUp, staffName },
      { ownerId: customer.ownerId, ownerSince: customer.ownerSinceOn },
    )
    const staff = staffId === null ? null : { staffId, name: staffName ?? '' }
    const told = { followUpId, relativeName, contactedOn, recordedOn, staff, byOwner, channel, result }
    return { ...told, counts, reasons: [...reasons] }
  })
}

function verdictOn(store: ReadableStore, context: Context, customer: CustomerRow, phone: string): Verdict {
  const { policy, today } = context
  const protection = explainProtection(ownershipOf(customer), policy, today)
  const contacts = judgedContacts(store, customer)
  const owner = customer.ownerId === null ? undefined : findStaff(store, customer.ownerId)
  return {
    ...nobody(phone, context),
    ...protection,
    reasons: [...protection.reasons],
    found: true,
    customerId: customer.customerId,
    customerName: customer.name,
    owner: owner ? { staffId: owner.staffId, name: owner.name } : null,
    ownerSince: customer.ownerSinceOn,
    lastEffective: contacts.find(({ counts }) => counts) ?? null,
    contacts,
    owners: listOwners(store, customer.customerId).map(({ owner: link, ownerName }) => ({
      staffId: link.ownerId,
      name: ownerName,
      from: link.fromOn,
      until: link.untilOn,
      reason: link.reason,
    })),
    claims: listClaimsOfCustomer(store, customer.customerId).map(({ claim, claimantName }) => ({
      claimId: claim.claimId,
      claimantName,
      filedOn: claim.filedOn,
      status: claimStanding(claim),
    })),
  }
}

/** Whose customers are asked for: one person's where he is named, else everybody's within reach. */
const ownersWithin = (store: ReadableStore, scope: Scope, staffId: string | undefined): string[] =>
  listStaff(store)
    .map((each) => each.staffId)
    .filter((each) => inScope(scope, each) && (staffId === undefined || each === staffId))

function endingRow(store: ReadableStore, { policy, today }: Context, customerId: string): EndingRow {
  const customer = findCustomer(store, customerId)
  if (!customer?.ownerId) throw new Error(`customer ${customerId} has no owner`)
  const opportunity = leadingOpportunity(listOpportunities(store, customerId), policy)
  const { protectedUntil, dormantFrom, daysLeft, dormant } = protectionOf(
    ownershipOf(customer),
    policy,
    today,
  )
  return {
    customerId,
    customerName: customer.name,
    ownerId: customer.ownerId,
    ownerName: findStaff(store, customer.ownerId)?.name ?? '',
    grade: opportunity?.grade ?? null,
    model: opportunity?.model ?? null,
    protectedUntil,
    dormantFrom,
    daysLeft,
    dormant,
    lastEffectiveOn: customer.lastEffectiveOn,
  }
}

/** Whose a customer is, and for how long. */
export const ownership: HandlersOf<'ownership'> = {
  verdict: (store, { phone }, context) => {
    const read = normalisePhone(phone)
    const customer = read.ok ? findCustomerByPhone(store, read.phone)?.customer : undefined
    if (!read.ok || !customer || !inScope(context.scope, customer.ownerId))
      return nobody(read.ok ? read.phone : phone.trim(), context)
    return verdictOn(store, context, customer, read.phone)
  },

  thinIce: (store, input, context) => {
    const page = readPage(input)
    const { dormantAfterDays, thinIceDays } = context.policy.thresholds
    const found = listEndingProtection(
      store,
      {
        ownerIds: ownersWithin(store, context.scope, input?.staffId),
        thinSince: addDays(context.today, thinIceDays - dormantAfterDays - 1),
        dormantSince: addDays(context.today, -dormantAfterDays - 1),
      },
      page,
    )
    const { thinIce, dormant } = found
    const rows = found.customerIds.map((customerId) => endingRow(store, context, customerId))
    return { ...pageOf(page, rows, thinIce + dormant), thinIce, dormant }
  },
}
