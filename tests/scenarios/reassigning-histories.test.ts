import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, asBusinessDate, type BusinessDate } from '#shared/time/business-date.ts'
import { planOn, readRows } from '#tests/support/book.ts'
import {
  intake,
  openTrainingStore,
  type PersonName,
  type TrainingStore,
} from '#tests/support/training-store.ts'

/*
 * Random histories of a store in which customers change owner again and again. Whatever is refused on the way is refused;
 * what must hold, holds after each of them.
 */

const consultants = ['chen', 'li', 'zhou'] as const
const who = fc.constantFrom(...consultants)
const acts = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('register'),
      by: who,
      grade: fc.constantFrom('H', 'A', 'B', 'C'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('reach'),
      pick: fc.nat(20),
      in: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('attempt'), pick: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lose'), pick: fc.nat(20) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('decide'), pick: fc.nat(20), approve: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('instruct'), pick: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait'), days: fc.integer({ min: 1, max: 6 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('reassign'),
      from: who,
      to: fc.uniqueArray(who, { minLength: 1, maxLength: 2 }),
      spread: fc.constantFrom('one', 'evenByGrade'),
      some: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo'), pick: fc.nat(5) }) },
)
type Act = typeof acts extends fc.Arbitrary<infer T> ? T : never

interface Open {
  readonly opportunityId: string
  readonly customerId: string
  readonly owner: string
  readonly status: string
}

/** Carries one act out, or tries to; answers whether a reassignment was made. */
function play(store: TrainingStore, act: Act, today: BusinessDate): string | undefined {
  const open = readRows<Open>(
    store,
    `select o.opportunity_id as opportunityId, o.customer_id as customerId, s.login as owner, o.status
     from opportunities o join staff s on s.staff_id = o.owner_id where o.status in ('open', 'lost_waiting') order by 1`,
  )
  const picked = 'pick' in act ? open[act.pick % Math.max(1, open.length)] : undefined
  const follow = (result: string, next: unknown) =>
    picked &&
    store.answer(picked.owner as PersonName, 'followUps.execute', {
      opportunityId: picked.opportunityId,
      result,
      channel: 'phone',
      content: '客户说周末来看车',
      next,
    })
  switch (act.kind) {
    case 'register': {
      const days = { H: 5, A: 12, B: 25, C: 60 }[act.grade as 'H']
      const opportunity = { grade: act.grade, expectedPurchaseDate: addDays(today, days) }
      store.answer(act.by, 'customers.register', intake({ opportunity, plan: { on: addDays(today, 2) } }))
      return undefined
    }
    case 'reach':
      follow('reached', planOn(addDays(today, act.in)))
      return undefined
    case 'attempt':
      follow('no_answer', planOn(addDays(today, 1)))
      return undefined
    case 'lose':
      follow('reached', { kind: 'lost', reason: 'price' })
      return undefined
    case 'decide': {
      const call = act.approve ? 'losses.approve' : 'losses.refuse'
      if (picked) store.answer('director', call, { opportunityId: picked.opportunityId })
      return undefined
    }
    case 'instruct':
      if (picked)
        store.answer('director', 'instructions.add', { customerId: picked.customerId, text: '请约到店' })
      return undefined
    case 'reassign': {
      const his = open.filter(({ owner }) => owner === act.from).map(({ customerId }) => customerId)
      const some = [...new Set(his)].filter((_, i) => i % 2 === 0)
      const answer = store.answer('director', 'reassignments.apply', {
        from: store.ids[act.from],
        customerIds: act.some && some.length > 0 ? some : 'all',
        to: act.to.filter((each) => each !== act.from).map((each) => store.ids[each]),
        spread: act.spread,
        reason: '片区调整',
      })
      return answer.ok ? (answer.value as { reassignmentId: string }).reassignmentId : undefined
    }
    case 'undo': {
      const past = readRows<{ id: string }>(store, 'select reassignment_id as id from reassignments')
      const chosen = past[act.pick % Math.max(1, past.length)]
      if (chosen) store.answer('director', 'reassignments.undo', { reassignmentId: chosen.id })
      return undefined
    }
    default:
      return undefined
  }
}

/** Plays a history from 2026-03-02 on; `afterEach` is told the reassignment that an act made. */
function playAll(
  history: readonly Act[],
  check: (store: TrainingStore, act: Act, today: BusinessDate) => void,
) {
  const store = openTrainingStore()
  let today = asBusinessDate('2026-03-02')
  for (const act of history) {
    if ('days' in act) {
      today = addDays(today, act.days)
      store.setNow(today)
      // The roll of the date.
      store.ok('director', 'reassignments.holdings')
    } else check(store, act, today)
  }
  store.ok('director', 'reassignments.holdings')
  return store
}

const histories = fc.array(acts, { minLength: 6, maxLength: 24 })

it('nobody is blamed for what fell due before he was the owner', () => {
  let judged = 0
  fc.assert(
    fc.property(histories, (history) => {
      const store = playAll(history, (each, act, today) => {
        if (act.kind !== 'undo') play(each, act, today)
      })
      // Who is named in a violation was the owner when it fell due, and still at the end of the day before it is dated.
      const wrong = readRows(
        store,
        `select v.violation_id, v."on", v.kind from violations v where not exists (
           select 1 from owners w where w.customer_id = v.customer_id and w.owner_id = v.staff_id
             and w.from_on <= coalesce(json_extract(v.reasons, '$[0].data.dueOn'),
               json_extract(v.reasons, '$[0].data.limit'), json_extract(v.reasons, '$[0].data.expected'))
             and (w.until_on is null or w.until_on >= v."on"))`,
      )
      expect(wrong).toEqual([])
      judged += readRows(store, 'select 1 from violations').length
    }),
    { numRuns: 50 },
  )
  // The histories are such that there is something to be blamed for.
  expect(judged).toBeGreaterThan(20)
})
