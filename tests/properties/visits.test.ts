import fc from 'fast-check'
import { expect, it } from 'vitest'
import { verifyStore } from '#main/application/verify/index.ts'
import { addDays, asBusinessDate } from '#shared/time/business-date.ts'
import { propertyRuns } from '#tests/support/property-runs.ts'
import { readRows } from '#tests/support/book.ts'
import {
  intake,
  openTrainingStore,
  type PersonName,
  type TrainingStore,
} from '#tests/support/training-store.ts'

const first = asBusinessDate('2026-03-02')
const consultants = ['chen', 'li', 'zhou'] as const
const who = fc.constantFrom<PersonName[]>('desk', 'manager', 'director', ...consultants)
const consultant = fc.constantFrom(...consultants)
/** Few numbers and plates, so that the same people come again. */
const phone = fc.constantFrom('13900000001', '13900000002', '13900000003', '13900000004')
const place = fc.nat({ max: 6 })
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })

const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('register' as const),
      who,
      phone: maybe(phone),
      to: maybe(consultant),
      call: fc.boolean(),
      drove: fc.boolean(),
      intent: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('card' as const), who, place, phone: maybe(phone) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('update' as const), who, place, phone, drove: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('leave' as const), who, place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('handOver' as const), who, place, to: consultant }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('customer' as const), who: consultant, phone }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('countersign' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 20 }) }),
  },
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

/** The clock of a history, from one opening of the showroom on. */
function clockOf(store: TrainingStore) {
  let hours = 9
  const today = () => addDays(first, Math.floor(hours / 24))
  const set = () => store.setNow(`${today()} ${String(hours % 24).padStart(2, '0')}:00`)
  set()
  return {
    today,
    pass: (more: number) => {
      hours += more
      set()
    },
  }
}

const visitAt = (store: TrainingStore, n: number): string =>
  readRows<{ id: string }>(
    store,
    'select visit_id as id from visits order by registered_at desc, visit_id',
  ).at(n)?.id ?? 'none'

function inputOf(
  store: TrainingStore,
  each: Exclude<Act, { kind: 'pass' }>,
  today: string,
): [call: string, input: unknown] {
  const { ids } = store
  const plan = { on: addDays(asBusinessDate(today), 1), channel: 'phone', purpose: '' }
  const opportunity = { ...intake().opportunity, expectedPurchaseDate: addDays(asBusinessDate(today), 4) }
  switch (each.kind) {
    case 'register': {
      const named = each.to ? { consultantId: ids[each.to], byHandReason: '点名' } : {}
      const kind = each.call ? 'call_in' : 'walk_in'
      const line = { kind, phone: each.phone, withIntent: each.intent, testDrive: each.drove }
      return ['visits.register', { ...line, ...named }]
    }
    case 'card': {
      const { customer } = intake(each.phone ? { customer: { mobile: each.phone } } : {})
      return ['visits.card', { visitId: visitAt(store, each.place), customer, opportunity, plan }]
    }
    case 'update': {
      const facts = { phone: each.phone, testDrive: each.drove, reason: '漏记' }
      return ['visits.update', { visitId: visitAt(store, each.place), ...facts }]
    }
    case 'leave':
      return ['visits.leave', { visitId: visitAt(store, each.place) }]
    case 'handOver': {
      const visitId = visitAt(store, each.place)
      return ['visits.handOver', { visitId, consultantId: ids[each.to], reason: '接电话' }]
    }
    case 'customer': {
      const { customer } = intake({ customer: { mobile: each.phone } })
      return ['customers.register', { customer, opportunity, plan }]
    }
    default:
      return [`visits.${each.kind}`, { on: today }]
  }
}

it('keeps the register whole whatever happens at the desk', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 10, maxLength: 40 }), (acts) => {
      const store = openTrainingStore()
      const clock = clockOf(store)
      for (const each of acts) {
        if (each.kind === 'pass') clock.pass(each.hours)
        else {
          const [call, input] = inputOf(store, each, clock.today())
          const answer = store.answer(each.who, call, input)
          if (!answer.ok) expect([call, answer.error.code]).not.toEqual([call, 'INTERNAL'])
        }
      }
      expect(verifyStore(store.application.store, 'en').problems).toEqual([])
      // Whose phone waited for its card is nobody else's now.
      const stolen = readRows(
        store,
        `select v.visit_id from visits v join customer_phones p on p.phone = v.phone
         where v.customer_id is null and v.with_intent = 1`,
      )
      expect(stolen).toEqual([])
    }),
    { numRuns: propertyRuns(25) },
  )
})
