import type { Input, Output } from '#shared/contract/index.ts'
import type { CustomerInput, OpportunityInput, PlanInput } from '#shared/contract/pieces.ts'
import { inScope } from '#shared/access/can.ts'
import { refuse, refuseByRule, refuseField } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import type { Context } from '#main/calls/context.ts'
import { readOpportunity, readPhone, requireFields, requireGrade } from '#main/commands/customers/intake.ts'
import { makeOpportunity } from '#main/commands/customers/make-opportunity.ts'
import { registerCustomer } from '#main/commands/customers/register-customer.ts'
import { keepAppointment } from '#main/commands/appointments/keep-appointment.ts'
import { getReceiver } from './visits-receiver.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { leadingOpportunity } from '#main/store/read/customer-list.ts'
import { findCustomer, listOpportunities, listPhones } from '#main/store/read/customers.ts'
import { standingFor } from '#main/store/read/merges.ts'
import type { CustomerRow, VisitRow } from '#main/store/rows.ts'
import { changeVisit } from '#main/store/write/visits.ts'
import { keepTestDrive } from './visits-test-drive.ts'
import { getVisit } from './visits-subject.ts'

type Card = Input<'visits', 'card'>
type Carded = Output<'visits', 'card'>

/** What was typed at the desk goes onto the card unless the card says otherwise. */
const customerOf = (visit: VisitRow, typed: CustomerInput | undefined): CustomerInput => ({
  source: visit.kind,
  ...(visit.callerName ? { name: visit.callerName } : {}),
  ...(visit.phone ? { mobile: visit.phone } : {}),
  ...(visit.plate ? { plate: visit.plate } : {}),
  ...typed,
})
const opportunityOf = (visit: VisitRow, typed: OpportunityInput | undefined): OpportunityInput => ({
  ...(visit.model ? { model: visit.model } : {}),
  ...(visit.grade ? { grade: visit.grade } : {}),
  ...typed,
})
const planOf = (plan: PlanInput | undefined): PlanInput => plan ?? refuseField('plan', 'required')

/**
 * The customer to whom the visit is linked: one of the asker's own, or one whose phone the visitor has (he came to somebody
 * else, and stays his owner's).
 */
function getLinked(store: WritableStore, context: Context, visit: VisitRow, input: Card): CustomerRow {
  // A record that was taken in is whoever stands for it now (R-3.4a).
  const customerId = standingFor(store, input.customerId ?? visit.customerId ?? '')
  const row = findCustomer(store, customerId)
  const mobile = input.customer?.mobile?.trim()
  const phone = mobile ? readPhone(mobile, 'customer.mobile') : visit.phone
  const isHis = phone !== null && row !== undefined && listPhones(store, customerId).includes(phone)
  const known = row && (inScope(context.scope, row.ownerId) || isHis || visit.customerId === customerId)
  return known ? row : refuse('NOT_FOUND', { what: 'customer', id: customerId })
}

/** A further opportunity of a known customer, or the one that he has. A visit that named one already makes no other. */
function linkKnown(store: WritableStore, context: Context, visit: VisitRow, input: Card): Carded {
  const customer = getLinked(store, context, visit, input)
  const { customerId } = customer
  const none = { planId: null, limit: null, reminders: [], warnings: [] }
  const known = listOpportunities(store, customerId)
  if (input.opportunityId) {
    const { opportunityId } =
      known.find((each) => each.opportunityId === input.opportunityId) ??
      refuse('NOT_FOUND', { what: 'opportunity', id: input.opportunityId })
    return { customerId, opportunityId, ...none }
  }
  if (!input.opportunity && !input.plan) {
    const leading = leadingOpportunity(known, context.policy) ?? refuseField('opportunity', 'required')
    return { customerId, opportunityId: leading.opportunityId, ...none }
  }
  // The visit of a customer gets no card, so nothing else ends it: one visit makes one opportunity at most.
  const named = known.find(({ opportunityId }) => opportunityId === visit.opportunityId)
  if (named) refuseByRule(reason('visit_has_opportunity', { model: named.model ?? '' }))
  if (!inScope(context.scope, customer.ownerId))
    refuse('PERMISSION_DENIED', { reasons: [reason('not_your_customer', { field: 'customerId' })] })
  const data = readOpportunity(opportunityOf(visit, input.opportunity), context.policy)
  const reminders = requireFields(undefined, data, context.policy)
  const grade = data.grade ?? requireGrade('', context.policy)
  const made = makeOpportunity(store, context, customer, { ...data, grade }, planOf(input.plan))
  const { opportunityId, planId, limit, warnings } = made
  return { customerId, opportunityId, planId, limit, reminders, warnings: [...warnings] }
}

/** A new customer with opportunity and first plan: the visit's consultant is his owner. */
function registerNew(store: WritableStore, context: Context, visit: VisitRow, input: Card): Carded {
  const consultantId = visit.consultantId ?? refuseByRule(reason('visit_without_consultant'))
  const { customer, ...made } = registerCustomer(
    store,
    context,
    {
      customer: customerOf(visit, input.customer),
      opportunity: opportunityOf(visit, input.opportunity),
      plan: planOf(input.plan),
      ...(input.overrideReason ? { overrideReason: input.overrideReason } : {}),
      ...(input.choices ? { choices: input.choices } : {}),
    },
    () => getReceiver(store, consultantId),
    visit,
  )
  return { customerId: customer.customerId, ...made }
}

/** From visit to card in one act; carding stays possible on any later day, also when the desk has signed. */
export function cardVisit(store: WritableStore, input: Card, context: Context): Carded {
  const visit = getVisit(store, context, input.visitId)
  if (visit.cardedOn !== null) refuseByRule(reason('visit_has_card', { on: visit.cardedOn }))
  if (visit.consultantId === null) refuseByRule(reason('visit_without_consultant'))
  const isKnown = Boolean(input.customerId ?? visit.customerId)
  const made = isKnown ? linkKnown(store, context, visit, input) : registerNew(store, context, visit, input)
  const customer = findCustomer(store, made.customerId)
  const opportunity = listOpportunities(store, made.customerId).find(
    ({ opportunityId }) => opportunityId === made.opportunityId,
  )
  const ownerId = customer?.ownerId ?? null
  // What the line says is read by its consultant and the desk: of somebody else's customer it says no more than before.
  const told = ownerId === visit.consultantId
  const after = changeVisit(store, visit, {
    customerId: made.customerId,
    opportunityId: made.opportunityId,
    withIntent: true,
    // The card completes the line: what is known now is written there too.
    callerName: visit.callerName ?? (told ? (customer?.name ?? null) : null),
    phone: visit.phone ?? (isKnown ? null : (customer?.mobile ?? null)),
    model: visit.model ?? (told ? (opportunity?.model ?? null) : null),
    grade: visit.grade ?? (told ? (opportunity?.grade ?? null) : null),
    standsInForId: ownerId === visit.consultantId ? null : ownerId,
    // A repeat visit needed no card and gets none; only its opportunity is named.
    ...(visit.customerId === null ? { cardedOn: context.today, cardedAt: context.now } : {}),
  })
  const leftOut = keepTestDrive(store, context, after, 'left_out')
  // Only now it is known who came: he has kept his appointment.
  if (isKnown && visit.customerId === null && visit.visitedOn === context.today)
    keepAppointment(store, context, { customerId: made.customerId, visitId: visit.visitId })
  return { ...made, warnings: [...made.warnings, ...leftOut] }
}
