import fc from 'fast-check'
import { expect, it } from 'vitest'
import { propertyRuns } from '#tests/support/property-runs.ts'
import { planOn, reach } from '#tests/support/book.ts'
import { content, makeWith, mergeOf, sound } from '#tests/support/books/merging.ts'
import { openTrainingStore, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'

/** R-3.4a Whatever is merged, undone, shared, linked and worked on in whichever order, nothing of a store contradicts itself. */

/** How many histories each property sees. */
const runs = propertyRuns(30)

const minutes = 600_000

const consultants = ['chen', 'li', 'zhou'] as const satisfies readonly PersonName[]
const place = fc.nat({ max: 7 })
const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('merge' as const), one: place, other: place }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('undo' as const), one: place, other: place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('link' as const), one: place, other: place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('call' as const), one: place, other: place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('share' as const), one: place, other: place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move' as const), one: place, other: place }) },
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

const versionSeen = (store: TrainingStore, customerId: string) =>
  store.ok('director', 'customers.get', { customerId }).customer

/** Tries an act; what the rules refuse changes nothing. */
function attempt(
  store: TrainingStore,
  ids: readonly { customerId: string; opportunityId: string }[],
  { kind, one, other }: Act,
) {
  const [a, b] = [ids[one], ids[other]]
  if (!a || !b) return
  const owner = versionSeen(store, a.customerId)
  const who = consultants.find((each) => store.ids[each] === owner.ownerId) ?? 'chen'
  const ask = (as: PersonName, call: string, input: unknown) => {
    const answer = store.answer(as, call, input)
    if (!answer.ok)
      expect(['RULE_REFUSED', 'VALIDATION_FAILED', 'NOT_FOUND', 'DUPLICATE_CUSTOMER']).toContain(
        answer.error.code,
      )
  }
  if (kind === 'merge') ask('director', 'merges.apply', mergeOf(store, a.customerId, b.customerId))
  else if (kind === 'undo') {
    const { rows } = store.ok('director', 'merges.list')
    const merged = rows.filter(({ undoneAt }) => undoneAt === null)[one % Math.max(1, rows.length)]
    if (merged) ask('director', 'merges.undo', { mergeId: merged.mergeId })
  } else if (kind === 'link')
    ask('director', 'customers.linkRelative', {
      customerId: a.customerId,
      relativeId: b.customerId,
      relation: 'spouse',
    })
  else if (kind === 'call') {
    if (store.ok('director', 'customers.get', { customerId: a.customerId }).abilities.merge)
      reach(store, who, a.opportunityId, planOn('2026-03-12'))
  } else if (kind === 'share') {
    const mobile = versionSeen(store, b.customerId).mobile ?? ''
    ask('director', 'customers.update', {
      customerId: a.customerId,
      version: owner.version,
      overrideReason: '共用电话',
      customer: { mobile },
    })
  } else
    ask('director', 'reassignments.apply', {
      from: owner.ownerId,
      customerIds: [owner.customerId],
      to: [store.ids[consultants[other % 3] ?? 'li']],
      spread: 'one',
      reason: '片区调整',
    })
}

it(
  'keeps a store sound through random merges and undos',
  () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 4, maxLength: 14 }), (acts) => {
        const store = openTrainingStore()
        const ids = Array.from({ length: 8 }, (_, i) =>
          makeWith(store, consultants[i % 3] ?? 'chen', { name: `客户${i}` }),
        )
        for (const each of acts) attempt(store, ids, each)
        sound(store)
      }),
      { numRuns: runs },
    )
  },
  minutes,
)

it(
  'brings everything back when the merges of a store are undone in turn',
  () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 6 }), (pairs) => {
        const store = openTrainingStore()
        const ids = Array.from({ length: 8 }, (_, i) =>
          makeWith(store, consultants[i % 3] ?? 'chen', { name: `客户${i}` }),
        )
        for (const each of [1, 2, 5]) attempt(store, ids, { kind: 'link', one: each, other: (each + 3) % 8 })
        const before = content(store)
        for (const [one, other] of pairs) attempt(store, ids, { kind: 'merge', one, other })
        for (;;) {
          const [last] = store.ok('director', 'merges.list').rows.filter(({ undoneAt }) => undoneAt === null)
          if (!last) break
          store.ok('director', 'merges.undo', { mergeId: last.mergeId })
        }
        expect(content(store)).toEqual(before)
      }),
      { numRuns: runs },
    )
  },
  minutes,
)
