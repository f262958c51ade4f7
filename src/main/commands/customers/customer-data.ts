import type { CustomerInput } from '#shared/contract/pieces.ts'
import type { Context } from '#main/calls/context.ts'
import type { WritableStore } from '#main/store/handle.ts'
import type { CustomerRow } from '#main/store/rows.ts'
import { addPhone, changeCustomer } from '#main/store/write/customers.ts'
import { addIdentityChange } from '#main/store/write/identity-changes.ts'
import { readCustomer, requireFreePhone, requireStillFilled } from './intake.ts'
import { releasePhone, sharePhone } from '#main/commands/duplicates/shared-phones.ts'
import { cardWaitingVisits, requireNoWaitingVisit } from '#main/commands/showroom/waiting-visits.ts'

/**
 * Saves new data of a customer, wherever it was learned: on his card or in a contact. A changed phone is checked
 * again and the old one is free, or goes to whoever shared it (R-3.4a). Returns the row as it is now.
 */
export function saveCustomerData(
  store: WritableStore,
  context: Context,
  before: CustomerRow,
  input: CustomerInput,
  { overrideReason }: { readonly overrideReason?: string | undefined } = {},
): CustomerRow {
  const changes = readCustomer(input, context.today)
  const emptied = input.mobile?.trim() === '' ? { mobile: '' } : {}
  requireStillFilled('customer', input, { ...before, ...changes, ...emptied }, context.policy)
  if (changes.mobile !== undefined && changes.mobile !== before.mobile) {
    const { customerId } = before
    const claimed = requireFreePhone(store, context, changes.mobile, { except: customerId, overrideReason })
    requireNoWaitingVisit(store, changes.mobile, before.ownerId ?? '')
    releasePhone(store, customerId, before.mobile)
    // One of his other numbers may become his first: it is his already.
    if (claimed === 'free') addPhone(store, customerId, changes.mobile)
    if (claimed === 'shared')
      sharePhone(store, context, customerId, { phone: changes.mobile, reason: overrideReason ?? '' })
  }
  for (const field of ['name', 'mobile'] as const) {
    const after = changes[field]
    if (after === undefined || after === before[field]) continue
    // asks for it when the customer orders soon after.
    addIdentityChange(store, {
      changeId: context.newId(),
      customerId: before.customerId,
      staffId: context.actor.staffId,
      changedOn: context.today,
      changedAt: context.now,
      field,
      before: before[field],
      after,
    })
  }
  if (changes.mobile !== undefined) {
    const { customerId, ownerId } = before
    cardWaitingVisits(store, context, changes.mobile, { customerId, ownerId, opportunityId: null })
  }
  return changeCustomer(store, before, changes)
}
