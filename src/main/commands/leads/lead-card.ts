import { gradeOrLast } from '#shared/policy/grades.ts'
import { splitRemark } from '#shared/policy/remark-grade.ts'
import { earliest } from '#shared/time/business-date.ts'
import { businessDateAt } from '#shared/time/instant.ts'
import { texts } from '#shared/text/index.ts'
import type { Context } from '#main/calls/context.ts'
import { callChannelFor } from '#main/commands/privacy/channels.ts'
import { makeOpportunity, makePlan } from '#main/commands/customers/make-opportunity.ts'
import { createCustomer } from '#main/commands/customers/register-customer.ts'
import { cardWaitingVisits } from '#main/commands/showroom/waiting-visits.ts'
import { pinyinOf } from '#main/platform/pinyin.ts'
import { limitOf, openingCadence } from '#main/rules/follow-up-limit.ts'
import { firstFollowUpOn, leadDueAt } from '#main/rules/lead-clock.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { leadingOpportunity } from '#main/store/read/customer-list.ts'
import { listOpportunities } from '#main/store/read/customers.ts'
import { listOpenPlans } from '#main/store/read/follow-ups.ts'
import type { CustomerRow, LeadRow } from '#main/store/rows.ts'
import { wordsOf } from './lead-scope.ts'

/** The customer, the opportunity and the plan that a lead has become. */
export interface LeadCard {
  readonly customerId: string
  readonly opportunityId: string
  readonly planId: string
}

/** The plan for the first follow-up: by phone, on the date in which the moment lies by which it starts, within the limit. */
function firstPlan(store: ReadableStore, context: Context, customerId: string, grade: string) {
  const { policy, now, today, calendar, store: file } = context
  const dueOn = businessDateAt(leadDueAt(now, policy), file.zone)
  const { limit } = limitOf({ ...openingCadence(today), grade }, policy)
  return {
    on: firstFollowUpOn(earliest(dueOn, limit), calendar, today),
    // S7 Or by what is open in its place.
    channel: callChannelFor(store, customerId),
    purpose: texts[wordsOf(context)].records.leadFirstFollowUp,
  }
}

/** A new opportunity of a customer, in its opening sequence where the policy has one. */
function openFor(
  store: WritableStore,
  context: Context,
  lead: LeadRow,
  customer: Pick<CustomerRow, 'customerId' | 'ownerId'>,
  importBatchId: string | null,
): LeadCard {
  const { policy } = context
  // A letter before what was noted is the grade, and no part of the remark.
  const noted = splitRemark(lead.remark ?? '', policy)
  const grade = gradeOrLast(policy, lead.grade ?? noted.grade ?? '').code
  const remark = noted.grade === grade ? noted.remark : (lead.remark ?? '')
  const { opportunityId, planId } = makeOpportunity(
    store,
    context,
    customer,
    { model: lead.model, remark, grade },
    firstPlan(store, context, customer.customerId, grade),
    { ofLead: true, importBatchId },
  )
  return { customerId: customer.customerId, opportunityId, planId }
}

/** A new customer out of a lead, with his opportunity and first plan: fields that the lead does not tell are filled in later. */
export function cardFor(
  store: WritableStore,
  context: Context,
  lead: LeadRow,
  { ownerId, importBatchId }: { readonly ownerId: string; readonly importBatchId: string | null },
): LeadCard {
  const customer = createCustomer(
    store,
    context,
    {
      name: lead.name,
      ...pinyinOf(lead.name),
      mobile: lead.phone,
      area: lead.area,
      source: lead.source,
      importBatchId,
    },
    ownerId,
  )
  const card = openFor(store, context, lead, customer, importBatchId)
  cardWaitingVisits(store, context, lead.phone, { ...card, ownerId })
  return card
}

/** The open opportunity that a lead of a known customer is about: of the same model, else the leading one. */
function openOpportunity(
  store: ReadableStore,
  { policy }: Context,
  customerId: string,
  model: string | null,
) {
  const open = listOpportunities(store, customerId).filter(({ status }) => status === 'open')
  return open.find((each) => model !== null && each.model === model) ?? leadingOpportunity(open, policy)
}

/**
 * The lead of somebody who is a customer already: linked to what he wants now, else a further opportunity. A plan of his that
 * comes in time is the first follow-up; otherwise there is one more.
 */
export function linkTo(
  store: WritableStore,
  context: Context,
  lead: LeadRow,
  customer: Pick<CustomerRow, 'customerId' | 'ownerId'>,
  importBatchId: string | null,
): LeadCard {
  const { customerId, ownerId } = customer
  const opportunity = openOpportunity(store, context, customerId, lead.model)
  if (!opportunity) return openFor(store, context, lead, customer, importBatchId)
  const { opportunityId, grade } = opportunity
  const wanted = firstPlan(store, context, customerId, grade)
  const inTime = listOpenPlans(store, opportunityId).find(({ dueOn }) => dueOn <= wanted.on)
  const subject = { opportunityId, customerId, ownerId }
  const planId = inTime?.planId ?? makePlan(store, context, subject, { ...wanted, importBatchId })
  return { customerId, opportunityId, planId }
}
