import type { LooseInput, PersonName, TrainingStore } from '#tests/support/training-store.ts'

/** Acts about leads that tests need again and again. */

let counter = 0
/** A phone that nobody has. */
export const newPhone = (): string => {
  counter += 1
  return `137${String(20_000_000 + counter)}`
}

/** A lead as it comes in; parts can be replaced. */
export const leadIntake = (parts: Partial<LooseInput<'leads.add'>> = {}): LooseInput<'leads.add'> => ({
  name: '吴敏',
  phone: newPhone(),
  source: 'website',
  model: '途观L',
  ...parts,
})

/** A lead that a consultant has: its opportunity, customer and first plan. */
export function leadOf(
  store: TrainingStore,
  owner: PersonName,
  parts: Partial<LooseInput<'leads.add'>> = {},
) {
  const { leadId, assignment } = store.ok(
    'director',
    'leads.add',
    leadIntake({ ...parts, assign: store.ids[owner] }),
  )
  if (!assignment?.customerId || !assignment.opportunityId || !assignment.planId)
    throw new Error('the lead was not assigned')
  const { customerId, opportunityId, planId } = assignment
  return { leadId, customerId, opportunityId, planId }
}

/** The phone of somebody's customer. */
export const phoneOf = (store: TrainingStore, owner: PersonName, customerId: string): string =>
  store.ok(owner, 'customers.get', { customerId }).customer.mobile ?? ''
