import type { Context } from '#main/calls/context.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { mayOpen, tellName } from '#main/commands/subjects.ts'
import { findCustomer, findCustomerByPhone } from '#main/store/read/customers.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { listSharedBy, listSharers } from '#main/store/read/duplicates.ts'
import { removePhone } from '#main/store/write/customers.ts'
import { addSharedPhone, givePhone, removeSharedPhone } from '#main/store/write/duplicates.ts'

/** R-3.4a 共用电话: a phone belongs to one customer and may be shared by others, each allowed with a reason. */

/** Whether a customer shares a phone that belongs to somebody else. */
export const sharesPhone = (store: ReadableStore, customerId: string, phone: string): boolean =>
  listSharers(store, phone).some((each) => each.customerId === customerId)

/** Who uses a phone beside the customer to whom it belongs, each as the asker may know him. */
export const tellSharers = (store: ReadableStore, context: Context, phone: string) =>
  listSharers(store, phone).flatMap(({ customerId }) => {
    const row = findCustomer(store, customerId)
    if (!row) return []
    const ownerName = row.ownerId ? (findStaff(store, row.ownerId)?.name ?? null) : null
    return [{ customerId, name: tellName(context, row), ownerName, mayOpen: mayOpen(context, row) }]
  })

/** Notes that a phone is this customer's too, and why. */
export function sharePhone(
  store: WritableStore,
  { newId, actor, today, now, because }: Context,
  customerId: string,
  { phone, reason }: { readonly phone: string; readonly reason: string },
): void {
  because(reason)
  addSharedPhone(store, {
    sharedPhoneId: newId(),
    phone,
    customerId,
    reason,
    allowedBy: actor.staffId,
    allowedOn: today,
    allowedAt: now,
  })
}

/**
 * A customer has a phone no more. Where he only shared it, the sharing ends; where it was his and others share it, it
 * belongs from now on to the one who has shared it longest, so that no phone is left to nobody.
 */
export function releasePhone(store: WritableStore, customerId: string, phone: string): void {
  const own = listSharedBy(store, customerId).find((each) => each.phone === phone)
  if (own) return removeSharedPhone(store, own.sharedPhoneId)
  if (findCustomerByPhone(store, phone)?.customer.customerId !== customerId) return undefined
  const [heir] = listSharers(store, phone)
  if (!heir) return removePhone(store, phone)
  removeSharedPhone(store, heir.sharedPhoneId)
  return givePhone(store, phone, heir.customerId)
}
