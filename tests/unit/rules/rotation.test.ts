import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  againstByHand,
  chooseFirst,
  hindrancesOf,
  type RotationFacts,
  type RotationTerms,
  type Standing,
} from '#main/rules/rotation.ts'
import { giveBack, isSamePeople, orderOf, toEnd, type Order } from '#main/rules/rotation-order.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'

const today = d('2026-03-10')
const terms: RotationTerms = {
  desk: 'showroom',
  today,
  clearToGreet: true,
  minConversionPercent: 10,
  minVisits: 1,
}
const free: RotationFacts = {
  staffId: 'a',
  name: '陈晓东',
  isActive: true,
  restsToday: false,
  storeIsClosed: false,
  onLeaveUntil: null,
  suspendedUntil: null,
  withCustomerSince: null,
  toClear: { overduePlans: 0, uncardedVisits: 0 },
  letThroughOn: null,
  lastMonth: { visits: 0, orders: 0 },
  restoredFor: null,
  skippedBecause: null,
}
const codes = (parts: Partial<RotationFacts>, under: Partial<RotationTerms> = {}) =>
  hindrancesOf({ ...free, ...parts }, { ...terms, ...under }).map(({ code }) => code)

describe('who is passed over (R-11.3, R-11.4, R-11.6)', () => {
  const due = { overduePlans: 1, uncardedVisits: 0 }
  const bare = { overduePlans: 0, uncardedVisits: 1 }
  test.each<[string, Partial<RotationFacts>, Partial<RotationTerms>, string[]]>([
    ['nobody whom nothing hinders', {}, {}, []],
    ['who is not active', { isActive: false }, {}, ['not_active']],
    ['who has a rest day', { restsToday: true }, {}, ['day_off']],
    [
      'everybody once on a closed date, his rest day too',
      { storeIsClosed: true, restsToday: true },
      {},
      ['day_off'],
    ],
    ['who is on leave', { onLeaveUntil: today }, {}, ['on_leave']],
    ['who is suspended for study', { suspendedUntil: today }, {}, ['suspended']],
    ['who is with a visitor', { withCustomerSince: '10:20' }, {}, ['with_customer']],
    ['not who takes leads meanwhile', { withCustomerSince: '10:20' }, { desk: 'leads' }, []],
    ['who has an overdue plan', { toClear: due }, {}, ['not_clear']],
    ['who has a visit without a card', { toClear: bare }, {}, ['not_clear']],
    ['not him with the switch off', { toClear: due }, { clearToGreet: false }, []],
    ['not him at the desk of the leads', { toClear: due }, { desk: 'leads' }, []],
    ['not who is let through today', { toClear: due, letThroughOn: today }, {}, []],
    ['who was let through yesterday', { toClear: due, letThroughOn: d('2026-03-09') }, {}, ['not_clear']],
    ['whose conversion was 9 of 100', { lastMonth: { visits: 100, orders: 9 } }, {}, ['low_conversion']],
    ['not whose conversion was 1 of 10', { lastMonth: { visits: 10, orders: 1 } }, {}, []],
    ['whose conversion was 1 of 11', { lastMonth: { visits: 11, orders: 1 } }, {}, ['low_conversion']],
    ['who sold nothing to one visitor', { lastMonth: { visits: 1, orders: 0 } }, {}, ['low_conversion']],
    ['not who received fewer than are judged', { lastMonth: { visits: 4, orders: 0 } }, { minVisits: 5 }, []],
    ['not who received nobody', { lastMonth: { visits: 0, orders: 0 } }, { minVisits: 0 }, []],
    [
      'not who is restored for this month',
      { lastMonth: { visits: 9, orders: 0 }, restoredFor: '2026-03' },
      {},
      [],
    ],
    [
      'who was restored for the month before',
      { lastMonth: { visits: 9, orders: 0 }, restoredFor: '2026-02' },
      {},
      ['low_conversion'],
    ],
    [
      'not for a conversion at the desk of the leads',
      { lastMonth: { visits: 9, orders: 0 } },
      { desk: 'leads' },
      [],
    ],
    ['whom the desk passes over', { skippedBecause: '接电话' }, { desk: 'leads' }, ['skipped_by_hand']],
    [
      'with every reason there is',
      { restsToday: true, withCustomerSince: '10:20', toClear: due, skippedBecause: '接电话' },
      {},
      ['day_off', 'with_customer', 'not_clear', 'skipped_by_hand'],
    ],
  ])('%s', (_name, parts, under, expected) => {
    expect(codes(parts, under)).toEqual(expected)
  })

  it('says what there is to clear', () => {
    const [found] = hindrancesOf({ ...free, toClear: { overduePlans: 3, uncardedVisits: 2 } }, terms)
    expect(found?.reason).toEqual({
      code: 'rotation_not_clear',
      data: { name: '陈晓东', plans: 3, visits: 2 },
    })
  })
})

const standing = (staffId: string, parts: Partial<RotationFacts> = {}): Standing => ({
  staffId,
  name: staffId,
  hindrances: hindrancesOf({ ...free, ...parts, staffId, name: staffId }, terms),
})
const busy = { withCustomerSince: '10:20' }

describe('who is next (R-11.3)', () => {
  test.each<[string, Standing[], string | null, string[]]>([
    ['the first', [standing('a'), standing('b')], 'a', []],
    ['the first whom nothing hinders', [standing('a', busy), standing('b'), standing('c', busy)], 'b', ['a']],
    ['nobody where everybody is hindered', [standing('a', busy), standing('b', busy)], null, ['a', 'b']],
    ['nobody where nobody stands', [], null, []],
  ])('%s', (_name, order, expected, passed) => {
    const { next, passedOver, reasons } = chooseFirst(order)
    expect(next?.staffId ?? null).toBe(expected)
    expect(passedOver.map(({ staffId }) => staffId)).toEqual(passed)
    expect(reasons[0]?.code).toBe(expected ? 'rotation_next' : 'rotation_nobody_free')
    expect(reasons).toHaveLength(1 + passed.length)
  })

  test.each<[string, Partial<RotationFacts>, string[]]>([
    ['who is free', {}, []],
    ['who is with a visitor', busy, []],
    ['whose conversion is low', { lastMonth: { visits: 9, orders: 0 } }, []],
    ['who was passed over', { skippedBecause: '接电话' }, []],
    ['who is not clear', { toClear: { overduePlans: 1, uncardedVisits: 0 } }, ['not_clear_to_greet']],
    ['who is on leave', { onLeaveUntil: today }, ['rotation_on_leave']],
    ['who has a rest day and a visitor', { restsToday: true, ...busy }, ['rotation_day_off']],
  ])('by hand may be chosen, or not: %s', (_name, parts, expected) => {
    const against = againstByHand(standing('a', parts))
    expect(against.map(({ code }) => code)).toEqual(expected)
    for (const each of against) expect(each.data['field']).toBe('consultantId')
  })
})

describe('the order (R-11.3)', () => {
  test.each<[string, Order, string, Order]>([
    ['the first goes to the end', ['a', 'b', 'c'], 'a', ['b', 'c', 'a']],
    ['one from the middle too', ['a', 'b', 'c'], 'b', ['a', 'c', 'b']],
    ['the last stays', ['a', 'b'], 'b', ['a', 'b']],
    ['a stranger does not come in', ['a', 'b'], 'x', ['a', 'b']],
  ])('%s', (_name, order, who, expected) => {
    expect(toEnd(order, who)).toEqual(expected)
  })

  test.each<[string, Order, Order, Order]>([
    ['at once: his place', ['b', 'c', 'a'], ['a', 'b', 'c'], ['a', 'b', 'c']],
    ['after the next had his turn', ['c', 'a', 'b'], ['a', 'b', 'c'], ['a', 'c', 'b']],
    ['behind whom he was passed over with', ['x', 'b', 'c', 'a'], ['x', 'a', 'b', 'c'], ['x', 'a', 'b', 'c']],
    ['after everybody had his turn', ['a', 'b', 'c'], ['a', 'b', 'c'], ['a', 'b', 'c']],
    ['he was the last', ['b', 'c', 'a'], ['b', 'c', 'a'], ['b', 'c', 'a']],
    ['those behind him have gone', ['x', 'a'], ['x', 'a', 'b'], ['x', 'a']],
    ['somebody new stands behind him', ['b', 'a', 'n'], ['a', 'b'], ['a', 'b', 'n']],
    ['he has gone himself', ['b', 'c'], ['a', 'b', 'c'], ['b', 'c']],
  ])('a turn is given back, %s', (_name, order, whenTaken, expected) => {
    expect(giveBack(order, whenTaken, 'a')).toEqual(expected)
  })

  it('puts whoever is new behind those with a rank, by name and then by id', () => {
    const ranks = new Map([
      ['a', 7],
      ['b', 3],
    ])
    const people = [
      { staffId: 'a', name: '4' },
      { staffId: 'z', name: '1' },
      { staffId: 'c', name: '1' },
      { staffId: 'b', name: '5' },
      { staffId: 'd', name: '0' },
    ]
    expect(orderOf(ranks, people)).toEqual(['b', 'a', 'd', 'c', 'z'])
  })

  test.each<[Order, Order, boolean]>([
    [['a', 'b'], ['b', 'a'], true],
    [['a', 'b'], ['b'], false],
    [['a', 'b'], ['b', 'b'], false],
    [['a', 'b'], ['a', 'x'], false],
    [[], [], true],
  ])('%j becomes %j: %s', (before, after, expected) => {
    expect(isSamePeople(before, after)).toBe(expected)
  })
})

describe('any sequence of events', () => {
  const people = ['a', 'b', 'c', 'd', 'e']
  const who = fc.constantFrom(...people)
  const anyEvent = fc.oneof(
    fc.record({ kind: fc.constant('visit' as const) }),
    fc.record({ kind: fc.constant('leaves' as const), who }),
    fc.record({ kind: fc.constant('blocked' as const), who }),
    fc.record({ kind: fc.constant('cleared' as const), who }),
    fc.record({ kind: fc.constant('by_hand' as const), who }),
    fc.record({ kind: fc.constant('back' as const), turn: fc.nat() }),
  )

  it('keeps everybody once, keeps the place of who is passed over, and gives nobody two turns while another waits', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 80 }), (events) => {
        let order: Order = people
        const hindered = new Map<string, 'with' | 'blocked'>()
        const turns: { staffId: string; order: Order }[] = []
        let last: string | null = null
        const facts = (staffId: string) => {
          const why = hindered.get(staffId)
          return standing(
            staffId,
            why === 'with'
              ? busy
              : why === 'blocked'
                ? { toClear: { overduePlans: 1, uncardedVisits: 0 } }
                : {},
          )
        }
        const turn = (staffId: string) => {
          turns.push({ staffId, order })
          order = toEnd(order, staffId)
          hindered.set(staffId, 'with')
        }
        for (const event of events) {
          const before = order
          if (event.kind === 'visit') {
            const { next, passedOver } = chooseFirst(order.map(facts))
            if (next === null) continue
            if (next.staffId === last) expect(people.filter((each) => !hindered.has(each))).toEqual([last])
            turn(next.staffId)
            last = next.staffId
            const rest = (all: Order) => all.filter((each) => each !== next.staffId)
            expect(rest(order)).toEqual(rest(before))
            const passed = passedOver.map(({ staffId }) => staffId)
            expect(order.slice(0, passed.length)).toEqual(passed)
          } else if (event.kind === 'leaves') hindered.delete(event.who)
          else if (event.kind === 'blocked') hindered.set(event.who, 'blocked')
          else if (event.kind === 'cleared') {
            // At the end as of this moment, so also behind whoever had his turn last.
            if (hindered.get(event.who) === 'blocked') {
              hindered.delete(event.who)
              order = toEnd(order, event.who)
              last = null
            }
          } else if (event.kind === 'by_hand') {
            if (hindered.get(event.who) !== 'blocked') {
              turn(event.who)
              last = null
            }
          } else {
            const given = turns.splice(event.turn % Math.max(1, turns.length), 1)[0]
            if (given) order = giveBack(order, given.order, given.staffId)
            last = null
          }
          expect([...order].sort()).toEqual(people)
        }
      }),
      { numRuns: 500 },
    )
  })
})
