import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readRows } from '#tests/support/book.ts'
import { openTrainingStore, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'

/** Acts by which the rotation is moved, in any sequence; what a rule refuses changes nothing. */
const consultants = ['chen', 'li', 'zhou'] as const
const who = fc.constantFrom<PersonName>(...consultants)
const place = fc.nat({ max: 20 })
const anyAct = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constant('visit' as const) }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('leave' as const), place }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('noIntent' as const), place }) },
  fc.record({ act: fc.constant('byHand' as const), who }),
  fc.record({ act: fc.constant('handOver' as const), who, place }),
  fc.record({ act: fc.constant('skip' as const), who }),
  fc.record({ act: fc.constant('letThrough' as const), who }),
  fc.record({ act: fc.constant('turnAround' as const) }),
  fc.record({ act: fc.constant('takes' as const), who, yes: fc.boolean() }),
  fc.record({ act: fc.constant('nextDay' as const) }),
)
type Act = typeof anyAct extends fc.Arbitrary<infer A> ? A : never

const boardOf = (store: TrainingStore) => store.ok('director', 'rotation.board')
const idsOf = (store: TrainingStore) => boardOf(store).places.map(({ staffId }) => staffId)

/** Does one act; a registration tells whom it had to choose from, and who was chosen. */
function play(store: TrainingStore, visits: string[], each: Act): void {
  const visitId = 'place' in each ? visits[each.place % Math.max(1, visits.length)] : undefined
  const staffId = 'who' in each ? store.ids[each.who] : ''
  const ask = (call: string, input: unknown) => store.answer('director', call, input)
  const visit = { kind: 'walk_in', partySize: 1 }
  if (each.act === 'visit') {
    const { nextId, places } = boardOf(store)
    const { visitId: made, consultantId } = store.ok('director', 'visits.register', {
      kind: 'walk_in',
      partySize: 1,
    })
    visits.push(made)
    expect(consultantId).toBe(nextId)
    // Who was passed over keeps his place before those behind him; who received stands at the end.
    const rest = places.map((one) => one.staffId).filter((one) => one !== consultantId)
    expect(idsOf(store)).toEqual(consultantId ? [...rest, consultantId] : rest)
  } else if (each.act === 'byHand') {
    const answer = ask('visits.register', { ...visit, consultantId: staffId, byHandReason: '客户点名' })
    if (answer.ok) visits.push((answer.value as { visitId: string }).visitId)
  } else if (each.act === 'leave') ask('visits.leave', { visitId })
  else if (each.act === 'noIntent') ask('visits.update', { visitId, withIntent: false, reason: '问路' })
  else if (each.act === 'handOver')
    ask('visits.handOver', { visitId, consultantId: staffId, reason: '客户要求' })
  else if (each.act === 'skip') ask('rotation.skip', { staffId, reason: '在接电话' })
  else if (each.act === 'letThrough') ask('rotation.letThrough', { staffId, reason: '卡明天补' })
  else if (each.act === 'turnAround') {
    const before = idsOf(store)
    ask('rotation.reorder', { before, after: [...before].reverse() })
  } else if (each.act === 'takes') store.ok('admin', 'staff.update', { staffId, takesVisits: each.yes })
}

it('keeps everybody of the desk in the order, once, and tells the order as it is', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 5, maxLength: 30 }), (acts) => {
      const store = openTrainingStore()
      const visits: string[] = []
      let day = 2
      for (const each of acts) {
        if (each.act === 'nextDay') {
          day += 1
          store.setNow(`2026-03-${String(day).padStart(2, '0')}`)
        } else play(store, visits, each)
        const onDesk = store
          .ok('director', 'staff.list')
          .rows.filter(({ role, takesVisits }) => role === 'consultant' && takesVisits)
        const order = idsOf(store)
        expect([...order].sort()).toEqual(onDesk.map(({ staffId }) => staffId).sort())
        const ranks = readRows<{ rank: number }>(store, 'select rank from rotation_places')
        expect(new Set(ranks.map(({ rank }) => rank)).size).toBe(ranks.length)
        // What the last step told is how they stand, but for those who came to the desk or left it since.
        const told = store.ok('director', 'rotation.history').rows.at(-1)
        const last = (told?.order ?? []).map(({ staffId }) => staffId)
        const both = (ids: readonly string[]) => ids.filter((id) => last.includes(id) && order.includes(id))
        if (each.act !== 'takes') expect(both(order)).toEqual(both(last))
      }
    }),
    { numRuns: 30 },
  )
}, 120_000)
