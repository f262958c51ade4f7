import { describe, expect, it } from 'vitest'
import { verifyStore } from '#main/application/verify/index.ts'
import { cardOf, cameTo, openShowroom } from '#tests/support/books/showroom.ts'
import type { Failure } from '#shared/errors.ts'
import type { TrainingStore } from '#tests/support/training-store.ts'

const on = '2026-03-02'
const gone = { arrivedTime: '09:00', leftTime: '10:00' }
const code = ({ reasons }: Failure) => reasons?.[0]?.code
function attention(store: TrainingStore, date = on) {
  const { attention: lines } = store.ok('manager', 'dailyCheck.get', { on: date })
  return (lines ?? []).filter(({ kind }) => kind.startsWith('register_'))
}

describe('the day of the register (R-11.1)', () => {
  it('is totalled and signed by the desk, and countersigned by a manager', () => {
    const store = openShowroom()
    cameTo(store, 'chen', { ...gone, partySize: 3, phone: '13900000001' })
    cameTo(store, 'zhou', { kind: 'call_in' })
    store.setNow('2026-03-02 18:05')
    const { totals, closedAt } = store.ok('desk', 'visits.close', { on, note: '下雨' })
    expect(totals).toMatchObject({ visits: 2, walkIns: 1, callIns: 1, people: 4, withPhone: 1, uncarded: 2 })
    store.ok('manager', 'visits.countersign', { on })
    expect(store.ok('manager', 'visits.day', { on })).toMatchObject({
      closed: { at: closedAt, name: '前台小吴', note: '下雨', totals },
      countersigned: { name: '钱经理' },
      since: 0,
      abilities: { close: false, countersign: false },
    })
    expect(code(store.refused('desk', 'visits.close', { on }))).toBe('register_day_closed')
    expect(code(store.refused('director', 'visits.countersign', { on }))).toBe('register_countersigned')
  })

  it('is not signed while somebody is here, ahead of its date, or by a consultant', () => {
    const store = openShowroom()
    const { visitId } = cameTo(store, 'chen')
    expect(store.refused('desk', 'visits.close', { on }).reasons?.[0]).toEqual({
      code: 'visitors_still_here',
      data: { count: 1 },
    })
    store.ok('desk', 'visits.leave', { visitId })
    expect(store.refused('desk', 'visits.close', { on: '2026-03-03' }).issues?.[0]?.code).toBe('in_future')
    expect(store.refused('chen', 'visits.close', { on }).code).toBe('PERMISSION_DENIED')
    expect(store.refused('desk', 'visits.countersign', { on }).code).toBe('PERMISSION_DENIED')
    expect(code(store.refused('manager', 'visits.countersign', { on }))).toBe('register_not_closed')
  })

  it('is not countersigned by who signed it', () => {
    const store = openShowroom()
    cameTo(store, 'chen', gone)
    store.ok('manager', 'visits.close', { on })
    expect(code(store.refused('manager', 'visits.countersign', { on }))).toBe('countersigns_himself')
    store.ok('otherManager', 'visits.countersign', { on })
  })

  it('freezes its lines: only their cards may come', () => {
    const store = openShowroom()
    const { visitId } = cameTo(store, 'chen', gone)
    const { totals } = store.ok('desk', 'visits.close', { on })
    for (const who of ['chen', 'desk', 'manager', 'director'] as const) {
      const refused = store.refused(who, 'visits.update', { visitId, model: '途昂', reason: '漏记' })
      expect(code(refused)).toBe('register_day_closed')
    }
    store.ok('chen', 'visits.card', { visitId, ...cardOf() })
    const day = store.ok('desk', 'visits.day', { on })
    expect(day.totals).toMatchObject({ carded: 1, uncarded: 0, withPhone: 1 })
    expect(day.closed?.totals).toEqual(totals)
  })

  it('is signed after its last line also where the clock was set back a little meanwhile (S6)', () => {
    const store = openShowroom()
    store.setNow('2026-03-02 18:05')
    cameTo(store, 'chen', gone)
    store.setNow('2026-03-02 18:04')
    const { closedAt, totals } = store.ok('desk', 'visits.close', { on })
    store.setNow('2026-03-02 18:03')
    store.ok('manager', 'visits.countersign', { on })
    expect(totals.visits).toBe(1)
    const day = store.ok('manager', 'visits.day', { on })
    expect(day).toMatchObject({ since: 0, closed: { at: closedAt }, countersigned: { at: closedAt } })
    expect(verifyStore(store.application.store, 'en').problems).toEqual([])
  })

  it('takes whoever comes after the signature beside it', () => {
    const store = openShowroom()
    cameTo(store, 'chen', gone)
    store.ok('desk', 'visits.close', { on })
    store.setNow('2026-03-02 18:30')
    const { visitId } = cameTo(store, 'li')
    store.ok('li', 'visits.update', { visitId, model: '途昂' })
    store.ok('desk', 'visits.leave', { visitId })
    const { totals, closed, since } = store.ok('desk', 'visits.day', { on })
    expect([totals.visits, closed?.totals.visits, since]).toEqual([2, 1, 1])
    store.ok('manager', 'visits.countersign', { on })
    expect(code(store.refused('desk', 'visits.close', { on }))).toBe('register_day_closed')
  })

  it('shows a consultant his own batches and a manager the store’s, which he signs', () => {
    const store = openShowroom()
    cameTo(store, 'chen', gone)
    cameTo(store, 'zhou', gone)
    const visits = (who: 'chen' | 'manager' | 'desk' | 'director') =>
      store.ok(who, 'visits.day').totals.visits
    expect([visits('chen'), visits('manager'), visits('desk'), visits('director')]).toEqual([1, 2, 2, 2])
    store.ok('desk', 'visits.close', { on })
    expect(store.ok('chen', 'visits.day').closed?.totals.visits).toBe(1)
    expect(store.ok('manager', 'visits.day').closed?.totals.visits).toBe(2)
  })
})

describe('the daily check names a register that is not signed', () => {
  it.each([
    ['2026-03-02 17:59', []],
    ['2026-03-02 18:00', ['register_open']],
    ['2026-03-03 09:00', ['register_open']],
  ])('at %s it shows %j', (now, kinds) => {
    const store = openShowroom()
    cameTo(store, 'chen', gone)
    store.setNow(now)
    expect(attention(store).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('until the manager has countersigned', () => {
    const store = openShowroom()
    store.setNow('2026-03-02 17:00')
    cameTo(store, 'chen', gone)
    store.setNow('2026-03-02 18:10')
    store.ok('desk', 'visits.close', { on })
    expect(attention(store)).toEqual([
      expect.objectContaining({
        kind: 'register_to_countersign',
        staffName: '前台小吴',
        reasons: [{ code: 'register_to_countersign', data: { on, visits: 1 } }],
      }),
    ])
    store.ok('manager', 'visits.countersign', { on })
    expect(attention(store)).toEqual([])
    expect(store.ok('chen', 'dailyCheck.get', { on }).attention).toEqual([])
  })

  it('as it was at the end of a date that has passed', () => {
    const store = openShowroom()
    cameTo(store, 'chen', gone)
    store.setNow('2026-03-03')
    store.ok('desk', 'visits.close', { on })
    expect(attention(store).map(({ kind }) => kind)).toEqual(['register_open'])
  })
})

describe('a visit that got its card later', () => {
  it('waited for it in the checks of the dates before', () => {
    const store = openShowroom()
    const { visitId } = cameTo(store, 'chen', gone)
    store.setNow('2026-03-04')
    const plan = { on: '2026-03-06', channel: 'phone', purpose: '约' } as const
    store.ok('chen', 'visits.card', { visitId, ...cardOf(), plan })
    const waits = (date: string) => {
      const { consultants } = store.ok('manager', 'dailyCheck.get', { on: date })
      const { rows } = store.ok('manager', 'dailyCheck.lines', { on: date, figure: 'uncardedVisits' })
      return [consultants.find(({ name }) => name === '陈晓东')?.figures.uncardedVisits, rows.length]
    }
    expect([waits(on), waits('2026-03-03'), waits('2026-03-04')]).toEqual([
      [1, 1],
      [1, 1],
      [0, 0],
    ])
  })
})

describe('what waits for a card can be opened', () => {
  it('from the to-do list and from the daily check', () => {
    const store = openShowroom()
    const { visitId } = cameTo(store, 'chen', { callerName: '王先生' })
    expect(store.ok('chen', 'toDo.list').items).toEqual([
      expect.objectContaining({ kind: 'uncarded_visit', visitId, customerName: '王先生' }),
    ])
    const asked = { on, figure: 'uncardedVisits' } as const
    expect(store.ok('manager', 'dailyCheck.lines', asked).rows).toEqual([
      expect.objectContaining({ visitId, customerName: '王先生' }),
    ])
  })
})
