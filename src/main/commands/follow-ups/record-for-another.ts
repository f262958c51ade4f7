import { refuse, refuseByRule, refuseField } from '#shared/errors.ts'
import type { Input, Output } from '#shared/contract/index.ts'
import { normalisePhone } from '#shared/domain/phone.ts'
import { reason } from '#shared/reasons.ts'
import { latest } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import { protectionOf } from '#main/rules/dormancy.ts'
import { isLateRecorded, judgeEffective } from '#main/rules/effective-follow-up.ts'
import { checkContact } from '#main/rules/execute-follow-up.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { leadingOpportunity } from '#main/store/read/customer-list.ts'
import { findCustomerByPhone, listOpportunities } from '#main/store/read/customers.ts'
import { noteReached } from '#main/store/write/claims.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { checkContactChannel } from '#main/rules/closed-channel.ts'
import { addFollowUp } from '#main/store/write/follow-ups.ts'
import { ownershipOf } from '#main/commands/ownership/claims-row.ts'
import { whyNoClaim } from '#main/commands/ownership/claims.ts'
import { coveredPlansOf } from '#main/commands/leaves/covered.ts'

/**
 * A contact with a customer who belongs to somebody else, found by his phone. It is kept with the customer's history
 * and changes nothing else: no cadence, no plan, no grade, no owner, no protection. It names no grade, and by that it is told
 * from what the owner's side did. The asker learns from when a claim is possible.
 */
export function recordForAnother(
  store: WritableStore,
  input: Input<'followUps', 'recordForAnother'>,
  context: Context,
): Output<'followUps', 'recordForAnother'> {
  const { actor, policy, today, now, newId } = context
  const read = normalisePhone(input.phone)
  if (!read.ok) return refuseField('phone', read.reason.code, read.reason.data)
  const customer = findCustomerByPhone(store, read.phone)?.customer
  if (!customer) return refuse('NOT_FOUND', { what: 'customer' })
  if (customer.ownerId === actor.staffId) refuseByRule(reason('customer_is_yours', { field: 'phone' }))
  // What he does in cover counts for the owner: he executes the plan, and does not claim the customer by it.
  if (coveredPlansOf(store, context, customer).length > 0) {
    const name = customer.ownerId ? (findStaff(store, customer.ownerId)?.name ?? '') : ''
    refuseByRule(reason('plan_covered_for', { field: 'phone', name }))
  }
  const opportunity = leadingOpportunity(listOpportunities(store, customer.customerId), policy)
  if (!opportunity) throw new Error(`customer ${customer.customerId} has no opportunity`)
  const { result, channel, content = '', contactedOn = today } = input
  const { inbound = false } = input
  const refusals = [
    ...checkContact({ openedOn: customer.createdOn, plan: null }, { result, content, contactedOn }, today),
    ...checkContactChannel({ channel, inbound, result, field: 'channel' }, customer.doNotContact),
  ]
  if (refusals.length > 0) refuseByRule(...refusals)

  const effective = judgeEffective(
    { result, content, contactedOn, recordedOn: today, hasRecording: false },
    policy,
  )
  const followUpId = newId()
  addFollowUp(store, {
    followUpId,
    opportunityId: opportunity.opportunityId,
    customerId: customer.customerId,
    staffId: actor.staffId,
    planId: null,
    contactedOn,
    recordedOn: today,
    recordedAt: now,
    result,
    channel,
    content,
    feedback: input.feedback?.trim() ? input.feedback : null,
    effective: effective.yes,
    effectiveReasons: effective.reasons,
    lateRecorded: isLateRecorded({ contactedOn, recordedOn: today }),
    gradeBefore: null,
    gradeAfter: null,
    importBatchId: null,
    inbound,
  })
  if (result === 'reached')
    noteReached(store, customer.customerId, latest(contactedOn, customer.lastContactOn ?? contactedOn))
  const contact = { contactedOn, effective: effective.yes, effectiveReasons: effective.reasons }
  return {
    followUpId,
    customerId: customer.customerId,
    effective: { yes: effective.yes, reasons: [...effective.reasons] },
    mayClaim: whyNoClaim(store, context, customer, contact).length === 0,
    dormantFrom: protectionOf(ownershipOf(customer), policy, today).dormantFrom,
  }
}
