import type { Input } from '#shared/contract/index.ts'
import { refuse, refuseByRule } from '#shared/errors.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import type { Context } from '#main/calls/context.ts'
import { givenToAll, headsOf, withRelatives } from '#main/rules/keep-families.ts'
import { spreadCustomers } from '#main/rules/spread-customers.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findCustomer } from '#main/store/read/customers.ts'
import {
  countCustomersByOwner,
  listHeld,
  listHeldByGrade,
  placesOf,
  type HeldByGrade,
  type HeldCustomer,
} from '#main/store/read/holdings.ts'
import { listFamilies } from '#main/store/read/relatives.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { suspendedUntil } from '#main/store/read/suspensions.ts'
import type { StaffRow } from '#main/store/rows.ts'

/** What preview and act have in common: whose customers, whom of them, and who is to get them. */
export type Choosing = Pick<
  Input<'reassignments', 'preview'>,
  'from' | 'customerIds' | 'to' | 'spread' | 'assignments'
>

export interface Chosen {
  readonly from: StaffRow
  /** In order of name. */
  readonly moves: readonly (HeldCustomer & { readonly to: StaffRow })[]
  /** Everybody who was named, whether or not somebody is left for him. */
  readonly receivers: readonly StaffRow[]
  readonly heldByGrade: readonly HeldByGrade[]
}

/** Only an active consultant who is not suspended for study receives. */
export const mayReceive = (store: ReadableStore, { today }: Context, staff: StaffRow): boolean =>
  staff.role === 'consultant' &&
  staff.status === 'active' &&
  suspendedUntil(store, staff.staffId, today) === undefined

/** Why somebody may not receive; nothing when he may. */
function againstReceiver(
  store: ReadableStore,
  { today }: Context,
  staff: StaffRow,
  fromId: string,
  field: string,
): Reason[] {
  const { staffId, name } = staff
  if (staffId === fromId) return [reason('receiver_is_sender', { field, name })]
  if (staff.role !== 'consultant' || staff.status !== 'active')
    return [reason('receiver_not_active', { field, name })]
  const until = suspendedUntil(store, staffId, today)
  return until ? [reason('receiver_suspended', { field, name, until })] : []
}

/** The people named as receivers, each once; refused with everybody who may not receive, by name. */
function getReceivers(store: ReadableStore, context: Context, { from, to, assignments = [] }: Choosing) {
  const fieldOf = new Map<string, string>()
  for (const { to: each } of assignments) fieldOf.set(each, 'assignments')
  for (const each of to) fieldOf.set(each, 'to')
  const ids = [...new Set([...to, ...assignments.map((each) => each.to)])]
  const people = ids.map(
    (staffId) => findStaff(store, staffId) ?? refuse('NOT_FOUND', { what: 'staff', id: staffId }),
  )
  const against = people.flatMap((staff) =>
    againstReceiver(store, context, staff, from, fieldOf.get(staff.staffId) ?? 'to'),
  )
  if (against.length > 0) refuseByRule(...against)
  return people
}

/** Named in a refusal; there may be thousands. */
const namedAtMost = 20

/** The customers that are chosen; refused with those who are not, or no longer, the sender's. */
function getChosen(
  store: ReadableStore,
  held: readonly HeldCustomer[],
  { customerIds, assignments = [] }: Choosing,
): readonly HeldCustomer[] {
  const known = new Map(held.map((each) => [each.customerId, each]))
  const wanted = customerIds === 'all' ? undefined : new Set(customerIds)
  const named = new Set([...(wanted ?? []), ...assignments.map((each) => each.customerId)])
  const strangers = [...named].filter((customerId) => !known.has(customerId))
  if (strangers.length > 0) {
    const reasons = strangers.slice(0, namedAtMost).map((customerId) => {
      const row = findCustomer(store, customerId)
      if (!row) return refuse('NOT_FOUND', { what: 'customer', id: customerId })
      const ownerName = row.ownerId ? (findStaff(store, row.ownerId)?.name ?? null) : null
      return reason('not_the_senders', { field: 'customerIds', customerName: row.name, ownerName })
    })
    const more = strangers.length - reasons.length
    refuseByRule(...reasons, ...(more > 0 ? [reason('and_more_customers', { count: more })] : []))
  }
  const outside = wanted ? assignments.filter(({ customerId }) => !wanted.has(customerId)) : []
  const [first] = outside
  if (first) {
    const customerName = known.get(first.customerId)?.name ?? ''
    refuseByRule(reason('assigned_but_not_chosen', { field: 'assignments', customerName }))
  }
  return wanted ? held.filter(({ customerId }) => wanted.has(customerId)) : held
}

/**
 * Whose customers go to whom; linked relatives go together. Refuses with the people who may not receive, the customers who are not the sender's,
 * and when somebody would be left without a receiver.
 */
export function choose(store: ReadableStore, context: Context, input: Choosing): Chosen {
  const { policy } = context
  const from = findStaff(store, input.from) ?? refuse('NOT_FOUND', { what: 'staff', id: input.from })
  const people = getReceivers(store, context, input)
  const places = placesOf(policy)
  const held = listHeld(store, from.staffId, places)
  const families = listFamilies(store, from.staffId)
  const customers = withRelatives(getChosen(store, held, input), held, families)
  if (customers.length === 0)
    refuseByRule(reason('nothing_to_reassign', { field: 'customerIds', name: from.name }))
  const heldByGrade = listHeldByGrade(store, places)
  const owned = countCustomersByOwner(store)
  const receivers = people
    .filter(({ staffId }) => input.to.includes(staffId))
    .map(({ staffId }) => {
      const held = heldByGrade.filter((each) => each.staffId === staffId)
      const open = held.reduce((sum, each) => sum + each.customers, 0)
      return {
        staffId,
        held: [...held, { grade: null, customers: (owned.get(staffId) ?? 0) - open }],
      }
    })
  const assignments = new Map((input.assignments ?? []).map((each) => [each.customerId, each.to]))
  const heads = headsOf(customers, families, assignments)
  const given = givenToAll(
    customers,
    families,
    spreadCustomers(heads, receivers, { way: input.spread, assignments }, policy),
  )
  const without = customers.length - given.size
  if (without > 0) refuseByRule(reason('nobody_receives', { field: 'to', count: without }))
  const byId = new Map(people.map((each) => [each.staffId, each]))
  return {
    from,
    receivers: people,
    heldByGrade,
    moves: customers.flatMap((each) => {
      const to = byId.get(given.get(each.customerId) ?? '')
      return to ? [{ ...each, to }] : []
    }),
  }
}
