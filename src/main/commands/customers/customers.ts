import { inScope } from '#shared/access/can.ts'
import type { CustomerRow as CustomerLine } from '#shared/contract/customers.ts'
import { maskPhone, normalisePhone } from '#shared/domain/phone.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { readPage } from '#main/calls/page.ts'
import { protectionOf } from '#main/rules/dormancy.ts'
import { joinRemark } from '#shared/policy/remark-grade.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findCustomerByPhone, listOpportunities } from '#main/store/read/customers.ts'
import {
  findNextPlanOn,
  highestOpenGrade,
  leadingOpportunity,
  searchCustomers,
} from '#main/store/read/customer-list.ts'
import type { CustomerRow } from '#main/store/rows.ts'
import { getCustomerToRead } from '#main/commands/leaves/covered.ts'
import { makeCard } from './customer-card.ts'
import { saveCustomerData } from './customer-data.ts'
import { registerCustomer } from './register-customer.ts'
import { linkRelative, unlinkRelative } from './relatives.ts'
import { tellSharers } from '#main/commands/duplicates/shared-phones.ts'
import { warnOfLike } from '#main/commands/duplicates/suspicions.ts'
import { standingFor } from '#main/store/read/merges.ts'
import {
  getCustomer,
  getOwnerToBe,
  maskName,
  mayOpen,
  requireVersion,
  tellName,
} from '#main/commands/subjects.ts'

const pageSize = 50

const protection = (customer: CustomerRow, { policy, today }: Context) =>
  protectionOf(
    {
      lastEffectiveOn: customer.lastEffectiveOn,
      ownerSince: customer.ownerSinceOn,
      openedOn: customer.createdOn,
    },
    policy,
    today,
  )

function line(
  store: ReadableStore,
  context: Context,
  customer: CustomerRow,
  ownerName: string | null,
): CustomerLine {
  const opportunity = leadingOpportunity(listOpportunities(store, customer.customerId), context.policy)
  const isOpen = opportunity?.status === 'open' || opportunity?.status === 'lost_waiting'
  return {
    customerId: customer.customerId,
    name: customer.name,
    phone: customer.mobile,
    masked: false,
    ownerId: customer.ownerId,
    ownerName,
    opportunityId: opportunity?.opportunityId ?? null,
    grade: opportunity?.grade ?? null,
    status: opportunity?.status ?? null,
    model: opportunity?.model ?? null,
    remark: opportunity ? joinRemark(opportunity.grade, opportunity.remark) : null,
    expectedPurchaseDate: opportunity?.expectedPurchaseDate ?? null,
    nextPlanOn: opportunity?.status === 'open' ? findNextPlanOn(store, opportunity.opportunityId) : null,
    lastContactOn: customer.lastContactOn,
    daysLeft: isOpen ? protection(customer, context).daysLeft : null,
  }
}

/** Somebody else's customer, asked for by his whole number: "belongs to …", masked (section 13). */
function foreignLine(store: ReadableStore, context: Context, text: string): CustomerLine | undefined {
  const read = normalisePhone(text)
  const known = read.ok ? findCustomerByPhone(store, read.phone) : undefined
  if (!known || inScope(context.scope, known.customer.ownerId)) return undefined
  const { customer, ownerName } = known
  const empty = {
    opportunityId: null,
    grade: null,
    status: null,
    model: null,
    remark: null,
    expectedPurchaseDate: null,
  }
  return {
    ...empty,
    customerId: customer.customerId,
    name: maskName(customer.name),
    phone: maskPhone(customer.mobile),
    masked: true,
    ownerId: customer.ownerId,
    ownerName,
    nextPlanOn: null,
    lastContactOn: null,
    daysLeft: null,
  }
}

export const customers: HandlersOf<'customers'> = {
  linkRelative,
  unlinkRelative,

  lookup: (store, { phone }, context) => {
    const read = normalisePhone(phone)
    const known = read.ok ? findCustomerByPhone(store, read.phone) : undefined
    if (!read.ok || !known) return { found: false, phone: read.ok ? read.phone : phone.trim() }
    const { customer, ownerName } = known
    const opportunity = leadingOpportunity(listOpportunities(store, customer.customerId), context.policy)
    // Section 13: the front desk learns the owner and the status, and nothing else.
    const more = context.actor.role !== 'front_desk'
    return {
      found: true,
      phone: read.phone,
      customerId: customer.customerId,
      name: tellName(context, customer),
      ownerId: customer.ownerId,
      ownerName,
      status: opportunity?.status ?? null,
      grade: more ? highestOpenGrade(store, customer.customerId, context.policy) : null,
      lastContactOn: more ? customer.lastContactOn : null,
      dormantFrom: more ? protection(customer, context).dormantFrom : null,
      mayOpen: mayOpen(context, customer),
      sharedWith: tellSharers(store, context, read.phone),
    }
  },

  register: (store, input, context) => {
    const { customer, ...made } = registerCustomer(store, context, input, () =>
      getOwnerToBe(store, context, input.ownerId),
    )
    return { customerId: customer.customerId, ...made }
  },

  get: (store, { customerId }, context) =>
    makeCard(store, context, getCustomerToRead(store, context, standingFor(store, customerId))),

  search: (store, { text, grade, ownerId, status, ...asked }, context) => {
    const { offset, limit } = readPage({ limit: pageSize, ...asked })
    const found = searchCustomers(
      store,
      context.scope,
      { text, grade, ownerId, status, offset, limit },
      context.policy,
    )
    const rows = found.rows.map((row) => line(store, context, row.customer, row.ownerName))
    const foreign = text && offset === 0 ? foreignLine(store, context, text) : undefined
    return {
      rows: foreign ? [...rows, foreign] : rows,
      nextCursor: found.more ? String(offset + limit) : null,
      total: found.total + (foreign ? 1 : 0),
    }
  },

  update: (store, { customerId, version, overrideReason, customer, ...flat }, context) => {
    const input = { ...flat, ...customer }
    const before = getCustomer(store, context, customerId)
    requireVersion(before, version)
    const after = saveCustomerData(store, context, before, input, { overrideReason })
    // R-3.4a What is compared has changed: the ladder is asked again.
    const compared = ['name', 'plate', 'area'] as const
    const asked = compared.some((field) => after[field] !== before[field])
    return { version: after.version, warnings: asked ? warnOfLike(store, context, after) : [] }
  },
}
