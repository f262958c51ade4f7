import {
  intake,
  openTrainingStore,
  type LooseInput,
  type PersonName,
  type TrainingStore,
} from '#tests/support/training-store.ts'

/** Visitors of a showroom for tests. */

/** A visitor whom somebody is named for; first visits go by hand, so that the test says who receives. */
export const cameTo = (
  store: TrainingStore,
  who: PersonName,
  line: Partial<LooseInput<'visits.register'>> = {},
) =>
  store.ok('director', 'visits.register', {
    kind: 'walk_in',
    consultantId: store.ids[who],
    byHandReason: '点名',
    ...line,
  })

/** What a card is made of beside the visit. */
export const cardOf = (mobile?: string) => {
  const { customer, opportunity, plan } = intake(mobile ? { customer: { mobile } } : {})
  return { customer, opportunity, plan }
}

/** A showroom in which nobody is passed over for what he has not cleared (R-11.6 switched off). */
export function openShowroom(now = '2026-03-02 10:00'): TrainingStore {
  const store = openTrainingStore({ now })
  const { policy } = store.ok('director', 'policies.current')
  store.ok('director', 'policies.publish', {
    policy: { ...policy, switches: { ...policy.switches, clearToGreet: false } },
    effectiveFrom: now.slice(0, 10),
  })
  return store
}
