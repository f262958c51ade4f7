import type { Input, Output } from '#shared/contract/index.ts'
import { refuseByRule } from '#shared/errors.ts'
import type { Context } from '#main/calls/context.ts'
import { closeChannels } from '#main/rules/closed-channel.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { findPlan } from '#main/store/read/follow-ups.ts'
import { listOpenPlansOfCustomer } from '#main/store/read/privacy.ts'
import { getStore } from '#main/store/read/store.ts'
import { changeCustomer } from '#main/store/write/customers.ts'
import { changePlan } from '#main/store/write/follow-ups.ts'
import { followAppointment } from '#main/commands/appointments/appointment-plans.ts'
import { getCustomer, requireVersion } from '#main/commands/subjects.ts'
import { readChoices } from './read-choices.ts'

/** S7, R-13.5 Notice, consent and closed channels; the plans of a channel that closes change with it. */
export function setChoices(
  store: WritableStore,
  { customerId, version, moveTo, ...input }: Input<'privacy', 'setChoices'>,
  context: Context,
): Output<'privacy', 'setChoices'> {
  const before = getCustomer(store, context, customerId)
  requireVersion(before, version)
  const choices = readChoices(input, context)
  const plans = listOpenPlansOfCustomer(store, customerId)
  const closed = choices.doNotContact ?? before.doNotContact
  const { refusals, moved } = closeChannels(plans, closed, moveTo ?? null)
  if (refusals.length > 0) refuseByRule(...refusals)
  for (const { planId, channel } of moved) {
    changePlan(store, planId, { channel })
    const plan = findPlan(store, planId)
    if (plan) followAppointment(store, context, plan)
  }
  return { version: changeCustomer(store, before, choices).version, moved: moved.length }
}

/** What the notice on paper needs. */
export function notice(
  store: ReadableStore,
  { customerId }: Input<'privacy', 'notice'>,
  context: Context,
): Output<'privacy', 'notice'> {
  const { name, noticeGivenOn, consentedOn, doNotContact } = getCustomer(store, context, customerId)
  return {
    store: getStore(store).name,
    customerName: name,
    noticeGivenOn,
    consentedOn,
    doNotContact: [...doNotContact] as Output<'privacy', 'notice'>['doNotContact'],
  }
}
