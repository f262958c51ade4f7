import type { Input } from '#shared/contract/index.ts'
import { refuseByRule, refuseField } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import { familiesOf } from '#main/rules/family.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { findCustomer } from '#main/store/read/customers.ts'
import { lastEffectiveWith, listFamily, listLinks, listRelatives } from '#main/store/read/relatives.ts'
import { findStaff } from '#main/store/read/staff.ts'
import type { CustomerRow } from '#main/store/rows.ts'
import { changeCustomer } from '#main/store/write/customers.ts'
import { addRelative, removeRelative } from '#main/store/write/relatives.ts'
import { getCustomer } from '#main/commands/subjects.ts'

/** Everybody who is one customer with this one for ownership, himself included. */
export const familyOf = (store: ReadableStore, customer: CustomerRow): string[] =>
  customer.familyId === null ? [customer.customerId] : listFamily(store, customer.familyId)

/** What renews the protection of one renews that of his relatives. */
export function renewFamily(
  store: WritableStore,
  { customerId, familyId }: CustomerRow,
  on: BusinessDate,
): void {
  if (familyId === null) return
  for (const relativeId of listFamily(store, familyId)) {
    const relative = relativeId === customerId ? undefined : findCustomer(store, relativeId)
    if (relative && (relative.lastEffectiveOn ?? '') < on)
      changeCustomer(store, relative, { lastEffectiveOn: on })
  }
}

/** Gives the families that the links now make their ids, and each member the protection of his family. */
export function settleFamilies(
  store: WritableStore,
  context: Pick<Context, 'newId'>,
  customerIds: readonly string[],
): void {
  const taken = new Set<string>()
  for (const members of familiesOf(customerIds, listLinks(store, customerIds))) {
    const rows = members.flatMap((id) => findCustomer(store, id) ?? [])
    const known = rows.map(({ familyId }) => familyId).find((id) => id !== null && !taken.has(id))
    const familyId = rows.length === 1 ? null : (known ?? context.newId())
    if (familyId !== null) taken.add(familyId)
    const lastEffectiveOn = lastEffectiveWith(store, members, rows[0]?.ownerId ?? null)
    for (const row of rows) {
      if (row.familyId !== familyId || row.lastEffectiveOn !== lastEffectiveOn)
        changeCustomer(store, row, { familyId, lastEffectiveOn })
    }
  }
}

/**
 * Links two customers as close relatives: from then on they have one owner and one protection. Customers of
 * different owners are not linked (chosen): whose they are is decided first, by a reassignment or a claim.
 */
export function linkRelative(
  store: WritableStore,
  { customerId, relativeId, relation }: Input<'customers', 'linkRelative'>,
  context: Context,
): null {
  const [customer, relative] = [
    getCustomer(store, context, customerId),
    getCustomer(store, context, relativeId),
  ]
  if (customerId === relativeId) refuseField('relativeId', 'own_relative')
  if (listRelatives(store, customerId).some((each) => each.customerId === relativeId))
    refuseField('relativeId', 'linked_already')
  if (customer.ownerId !== relative.ownerId) {
    const nameOf = (id: string | null) => (id ? (findStaff(store, id)?.name ?? null) : null)
    refuseByRule(
      reason('relatives_differ_in_owner', {
        field: 'relativeId',
        owner: nameOf(customer.ownerId),
        other: nameOf(relative.ownerId),
      }),
    )
  }
  const members = [...new Set([...familyOf(store, customer), ...familyOf(store, relative)])]
  const { today, actor } = context
  addRelative(store, {
    linkId: context.newId(),
    customerId,
    relativeId,
    relation,
    linkedOn: today,
    linkedBy: actor.staffId,
  })
  settleFamilies(store, context, members)
  return null
}

/** Takes a link back: each side is then judged by its own contacts. */
export function unlinkRelative(
  store: WritableStore,
  { customerId, relativeId }: Input<'customers', 'unlinkRelative'>,
  context: Context,
): null {
  const customer = getCustomer(store, context, customerId)
  const link = listRelatives(store, customerId).find((each) => each.customerId === relativeId)
  if (!link) return refuseField('relativeId', 'not_linked')
  const members = familyOf(store, customer)
  removeRelative(store, link.linkId)
  settleFamilies(store, context, members)
  return null
}
