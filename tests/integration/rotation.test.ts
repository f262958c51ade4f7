import { describe, expect, it } from 'vitest'
import { register, reach, planOn } from '#tests/support/book.ts'
import {
  intake,
  openTrainingStore,
  type PersonName,
  type TrainingStore,
} from '#tests/support/training-store.ts'

/** A first visit without a name; it needs no card, so that nobody is kept out by it. */
const walkIn = (store: TrainingStore, rest: { readonly withIntent?: boolean } = {}) => {
  const made = store.ok('desk', 'visits.register', { kind: 'walk_in', partySize: 2, ...rest })
  return { ...made, who: whoIs(store, made.consultantId) }
}
const whoIs = (store: TrainingStore, staffId: string | null): PersonName | null =>
  (Object.entries(store.ids).find(([, id]) => id === staffId)?.[0] as PersonName | undefined) ?? null
const board = (store: TrainingStore, as: PersonName = 'desk') => store.ok(as, 'rotation.board')
const order = (store: TrainingStore) => board(store).places.map(({ staffId }) => whoIs(store, staffId))
const placeOf = (store: TrainingStore, who: PersonName) => {
  const found = board(store).places.find(({ staffId }) => staffId === store.ids[who])
  if (!found) throw new Error(`${who} does not stand there`)
  return found
}
const sequence = (store: TrainingStore, on?: string) =>
  store
    .ok('desk', 'rotation.history', on ? { on } : {})
    .rows.map(({ kind, staffId }) => `${whoIs(store, staffId)} ${kind}`)
const leave = (store: TrainingStore, visitId: string) => store.ok('desk', 'visits.leave', { visitId })
/** He has gone, and wanted nothing: his consultant is free and clear. */
const passBy = (store: TrainingStore, visitId: string) => {
  store.ok('desk', 'visits.update', { visitId, withIntent: false })
  leave(store, visitId)
}

describe('the order (R-11.3)', () => {
  it('begins by name, and tells who is next before anybody has come', () => {
    const store = openTrainingStore()
    const { places, nextId, waiting, abilities } = board(store)
    expect(places.map(({ name, place, isNext }) => [name, place, isNext])).toEqual([
      ['周婷', 1, true],
      ['李雪', 2, false],
      ['陈晓东', 3, false],
    ])
    expect(nextId).toBe(store.ids.zhou)
    expect(waiting).toBe(0)
    expect(abilities).toEqual({ skip: true, manage: false })
    expect(sequence(store)).toEqual([])
  })

  it('gives each first visit to the next one, who goes to the end; two desks at once get two consultants', () => {
    const store = openTrainingStore()
    const first = walkIn(store)
    const second = store.ok('manager', 'visits.register', { kind: 'walk_in', partySize: 1 })
    expect([first.who, whoIs(store, second.consultantId)]).toEqual(['zhou', 'li'])
    expect(order(store)).toEqual(['chen', 'zhou', 'li'])
    expect(placeOf(store, 'zhou')).toMatchObject({
      hindrances: ['with_customer', 'not_clear'],
      with: [{ visitId: first.visitId, since: '09:00' }],
      receivedToday: { first: 1, other: 0 },
    })
    expect(walkIn(store).who).toBe('chen')
    // All three are busy: the fourth waits, and it is told why.
    const fourth = walkIn(store)
    expect(fourth).toMatchObject({ who: null, assignedBy: null })
    expect(fourth.reasons[0]?.code).toBe('rotation_nobody_free')
    expect(board(store)).toMatchObject({ nextId: null, waiting: 1 })
  })

  it('passes over who is hindered, records it with the reason, and leaves him his place', () => {
    const store = openTrainingStore()
    store.ok('desk', 'rotation.skip', { staffId: store.ids.zhou, reason: '在接电话' })
    expect(placeOf(store, 'zhou')).toMatchObject({ place: 1, isNext: false, hindrances: ['skipped_by_hand'] })
    const first = walkIn(store)
    expect(first.who).toBe('li')
    expect(order(store)).toEqual(['zhou', 'chen', 'li'])
    // For one visit only.
    expect(placeOf(store, 'zhou')).toMatchObject({ isNext: true, hindrances: [] })
    const { rows } = store.ok('chen', 'rotation.history')
    expect(rows.map(({ kind, byName, note }) => [kind, byName, note]).slice(-3)).toEqual([
      ['skipped', '前台小吴', '在接电话'],
      ['skipped', null, null],
      ['greeted', '前台小吴', null],
    ])
    expect(rows.at(-2)?.reasons).toEqual([
      { code: 'rotation_skipped_by_hand', data: { name: '周婷', note: '在接电话' } },
    ])
    expect(rows.at(-1)?.order.map(({ name }) => name)).toEqual(['周婷', '陈晓东', '李雪'])
    expect(rows.at(-1)?.visitId).toBe(first.visitId)
  })

  it('a skip holds on its day only', () => {
    const store = openTrainingStore()
    store.ok('desk', 'rotation.skip', { staffId: store.ids.zhou, reason: '在接电话' })
    store.setNow('2026-03-03')
    expect(placeOf(store, 'zhou').hindrances).toEqual([])
  })

  it('passes over rest days, leaves and suspensions', () => {
    const store = openTrainingStore()
    store.ok('admin', 'staff.update', { staffId: store.ids.zhou, restWeekdays: [1] })
    const { leaveId } = store.ok('li', 'leaves.request', {
      from: '2026-03-03',
      until: '2026-03-04',
      kind: 'vacation',
    })
    store.ok('manager', 'leaves.confirm', { leaveId })
    expect(placeOf(store, 'zhou').hindrances).toEqual(['day_off'])
    store.setNow('2026-03-03')
    expect(board(store).places.map(({ hindrances }) => hindrances)).toEqual([[], ['on_leave'], []])
    expect(placeOf(store, 'li').reasons).toEqual([
      { code: 'rotation_on_leave', data: { name: '李雪', until: '2026-03-04' } },
    ])
  })

  it('who no longer takes visits leaves the order, and who comes back stands at its end', () => {
    const store = openTrainingStore()
    walkIn(store)
    store.ok('admin', 'staff.update', { staffId: store.ids.li, takesVisits: false })
    expect(order(store)).toEqual(['chen', 'zhou'])
    walkIn(store)
    store.ok('admin', 'staff.update', { staffId: store.ids.li, takesVisits: true })
    expect(order(store)).toEqual(['zhou', 'chen', 'li'])
    expect(walkIn(store).who).toBe('li')
    expect(sequence(store)).toEqual([
      'zhou joined',
      'li joined',
      'chen joined',
      'zhou greeted',
      'chen greeted',
      'li joined',
      'zhou skipped',
      'chen skipped',
      'li greeted',
    ])
  })

  it('a visit that goes to somebody else gives the former consultant his place back', () => {
    const store = openTrainingStore()
    const { visitId } = walkIn(store)
    expect(order(store)).toEqual(['li', 'chen', 'zhou'])
    store.ok('desk', 'visits.handOver', { visitId, consultantId: store.ids.chen, reason: '客户要求' })
    expect(order(store)).toEqual(['zhou', 'li', 'chen'])
    expect(sequence(store).slice(-2)).toEqual(['zhou given_back', 'chen by_hand'])
    // Once is enough.
    expect(placeOf(store, 'zhou')).toMatchObject({ with: [], receivedToday: { first: 0, other: 0 } })
    expect(placeOf(store, 'chen')).toMatchObject({ receivedToday: { first: 1, other: 0 } })
  })

  it('tells the sequence of a past date', () => {
    const store = openTrainingStore()
    walkIn(store)
    store.setNow('2026-03-03')
    expect(sequence(store)).toEqual([])
    expect(sequence(store, '2026-03-02').at(-1)).toBe('zhou greeted')
  })
})

describe('known customers (R-11.3)', () => {
  const known = (store: TrainingStore, owner: PersonName) =>
    register(store, owner, { grade: 'H', expected: '2026-03-06', plan: '2026-03-05' }).customerId

  it('go to their owner without touching the order, also when he is not clear', () => {
    const store = openTrainingStore()
    const customerId = known(store, 'zhou')
    walkIn(store)
    const came = store.ok('desk', 'visits.register', { kind: 'walk_in', partySize: 1, customerId })
    expect([whoIs(store, came.consultantId), came.assignedBy]).toEqual(['zhou', 'owner'])
    expect(order(store)).toEqual(['li', 'chen', 'zhou'])
    expect(placeOf(store, 'zhou').receivedToday).toEqual({ first: 1, other: 1 })
  })

  it('are received by the next one while the owner is away, who keeps them; it is no turn', () => {
    const store = openTrainingStore()
    const customerId = known(store, 'zhou')
    walkIn(store)
    store.ok('admin', 'staff.update', { staffId: store.ids.zhou, restWeekdays: [1] })
    const came = store.ok('desk', 'visits.register', { kind: 'walk_in', partySize: 1, customerId })
    expect([whoIs(store, came.consultantId), came.assignedBy, came.standsInForName]).toEqual([
      'li',
      'stand_in',
      '周婷',
    ])
    expect(came.reasons.map(({ code }) => code)).toEqual(['rotation_stands_in', 'rotation_day_off'])
    expect(order(store)).toEqual(['li', 'chen', 'zhou'])
    expect(placeOf(store, 'li').receivedToday).toEqual({ first: 0, other: 1 })
  })
})

describe('clear to greet (R-11.6)', () => {
  it('passes over who has an overdue plan, says what to clear, and puts him at the end when he has cleared it', () => {
    const store = openTrainingStore()
    const { opportunityId } = register(store, 'zhou', {
      grade: 'H',
      expected: '2026-03-08',
      plan: '2026-03-03',
    })
    passBy(store, walkIn(store).visitId)
    passBy(store, walkIn(store).visitId)
    passBy(store, walkIn(store).visitId)
    store.setNow('2026-03-04')
    expect(order(store)).toEqual(['zhou', 'li', 'chen'])
    expect(placeOf(store, 'zhou')).toMatchObject({
      hindrances: ['not_clear'],
      toClear: { overduePlans: 1, uncardedVisits: 0 },
    })
    expect(walkIn(store).who).toBe('li')
    expect(order(store)).toEqual(['zhou', 'chen', 'li'])
    reach(store, 'zhou', opportunityId, planOn('2026-03-05'))
    expect(order(store)).toEqual(['chen', 'li', 'zhou'])
    expect(sequence(store).at(-1)).toBe('zhou cleared')
    expect(placeOf(store, 'zhou').hindrances).toEqual([])
  })

  it('marks at the roll, so that who clears it before the first visit goes to the end as well', () => {
    const store = openTrainingStore()
    const { opportunityId } = register(store, 'zhou', {
      grade: 'H',
      expected: '2026-03-08',
      plan: '2026-03-03',
    })
    // The places are made by the first act of the rotation.
    store.ok('desk', 'rotation.skip', { staffId: store.ids.li, reason: '试' })
    store.setNow('2026-03-04')
    reach(store, 'zhou', opportunityId, planOn('2026-03-05'))
    expect(order(store)).toEqual(['li', 'chen', 'zhou'])
  })

  it('a visit without a card keeps its consultant out until it is carded or wanted nothing', () => {
    const store = openTrainingStore()
    const { visitId } = walkIn(store)
    leave(store, visitId)
    expect(placeOf(store, 'zhou')).toMatchObject({
      hindrances: ['not_clear'],
      toClear: { overduePlans: 0, uncardedVisits: 1 },
    })
    walkIn(store)
    store.ok('zhou', 'visits.update', { visitId, withIntent: false })
    expect(order(store)).toEqual(['chen', 'li', 'zhou'])
    expect(sequence(store).at(-1)).toBe('zhou cleared')
  })

  it('a manager lets him through for today; then he keeps his place', () => {
    const store = openTrainingStore()
    const { visitId } = walkIn(store)
    leave(store, visitId)
    const { staffId } = placeOf(store, 'zhou')
    expect(
      store.refused('desk', 'visits.register', {
        kind: 'walk_in',
        partySize: 1,
        consultantId: staffId,
        byHandReason: '客户点名',
      }).reasons?.[0]?.code,
    ).toBe('not_clear_to_greet')
    store.ok('manager', 'rotation.letThrough', { staffId, reason: '卡明天补' })
    expect(placeOf(store, 'zhou')).toMatchObject({ hindrances: [], letThrough: true, place: 3 })
    passBy(store, walkIn(store).visitId)
    store.ok('zhou', 'visits.update', { visitId, withIntent: false })
    expect(order(store)).toEqual(['chen', 'zhou', 'li'])
    expect(store.refused('manager', 'rotation.letThrough', { staffId, reason: '再来' }).reasons).toEqual([
      { code: 'rotation_is_clear', data: { name: '周婷' } },
    ])
  })

  it('letting through ends with the day', () => {
    const store = openTrainingStore()
    const { visitId, consultantId } = walkIn(store)
    leave(store, visitId)
    store.ok('director', 'rotation.letThrough', { staffId: consultantId ?? '', reason: '卡明天补' })
    store.setNow('2026-03-03')
    expect(placeOf(store, 'zhou')).toMatchObject({ hindrances: ['not_clear'], letThrough: false })
  })
})

describe('a low conversion (R-11.4)', () => {
  /** 周婷 received one visitor in March, and has carded him. */
  const afterMarch = (line: { readonly orderedOnSpot?: boolean } = {}) => {
    const store = openTrainingStore({ now: '2026-03-30' })
    const { visitId } = walkIn(store)
    store.ok('zhou', 'visits.update', { visitId, ...line })
    leave(store, visitId)
    const customer = intake().customer
    const opportunity = {
      model: '帕萨特',
      expectedPurchaseDate: '2026-04-05',
      grade: 'H',
      purchaseType: 'first',
    } as const
    const plan = { on: '2026-04-01', channel: 'phone', purpose: '' } as const
    const { opportunityId } = store.ok('zhou', 'visits.card', { visitId, customer, opportunity, plan })
    expect(placeOf(store, 'zhou')).toMatchObject({ hindrances: [], lastMonthConversion: null })
    store.setNow('2026-04-01')
    return { store, opportunityId }
  }

  it('keeps out for a month who sold nothing in the one before, until a manager restores him', () => {
    const { store } = afterMarch()
    expect(placeOf(store, 'zhou')).toMatchObject({ hindrances: ['low_conversion'], lastMonthConversion: 0 })
    expect(placeOf(store, 'zhou').reasons).toEqual([
      { code: 'rotation_low_conversion', data: { name: '周婷', visits: 1, orders: 0, minimum: 10 } },
    ])
    const staffId = store.ids.zhou
    store.ok('manager', 'rotation.restore', { staffId, reason: '写过分析报告' })
    expect(placeOf(store, 'zhou').hindrances).toEqual([])
    expect(store.refused('manager', 'rotation.restore', { staffId, reason: '再来' }).reasons).toEqual([
      { code: 'rotation_conversion_fine', data: { name: '周婷' } },
    ])
    expect(sequence(store)).toEqual(['zhou restored'])
  })

  it('takes no tick on the line for an order: whoever is counted could set it himself', () => {
    const { store } = afterMarch({ orderedOnSpot: true })
    expect(placeOf(store, 'zhou')).toMatchObject({ hindrances: ['low_conversion'], lastMonthConversion: 0 })
  })

  it('counts an order that comes later for the visit it came from', () => {
    const { store, opportunityId } = afterMarch()
    reach(store, 'zhou', opportunityId, { kind: 'ordered' })
    expect(placeOf(store, 'zhou')).toMatchObject({ hindrances: [], lastMonthConversion: 100 })
  })
})

describe('the acts of desk and manager', () => {
  it('a manager puts the order as he wants it, from the one that he saw', () => {
    const store = openTrainingStore()
    const { zhou, li, chen } = store.ids
    const before = [zhou, li, chen]
    store.ok('manager', 'rotation.reorder', { before, after: [chen, zhou, li], reason: '早会排定' })
    expect(order(store)).toEqual(['chen', 'zhou', 'li'])
    expect(store.ok('desk', 'rotation.history').rows.at(-1)).toMatchObject({
      kind: 'reordered',
      name: '陈晓东',
      note: '早会排定',
      byName: '钱经理',
      byRole: 'manager',
    })
    expect(store.refused('manager', 'rotation.reorder', { before, after: [li, zhou, chen] })).toMatchObject({
      code: 'STALE_VERSION',
    })
    const now = [chen, zhou, li]
    for (const after of [
      [chen, zhou],
      [chen, zhou, zhou],
      [chen, zhou, store.ids.desk],
    ])
      expect(store.refused('manager', 'rotation.reorder', { before: now, after }).issues).toEqual([
        { field: 'after', code: 'order_of_others' },
      ])
    // As it stands already: nothing is told.
    store.ok('manager', 'rotation.reorder', { before: now, after: now })
    expect(sequence(store).filter((each) => each.endsWith('reordered'))).toHaveLength(1)
  })

  it.each(['rotation.skip', 'rotation.letThrough', 'rotation.restore'] as const)(
    '%s asks for a reason, and for somebody who stands there',
    (path) => {
      const store = openTrainingStore()
      const staffId = store.ids.zhou
      expect(store.refused('manager', path, { staffId, reason: ' ' }).issues).toEqual([
        { field: 'reason', code: 'required' },
      ])
      for (const other of [store.ids.desk, 'nobody'])
        expect(store.refused('manager', path, { staffId: other, reason: '试' }).reasons).toEqual([
          { code: 'not_in_rotation', data: { field: 'staffId' } },
        ])
    },
  )

  it('keeps the reason in the trail', () => {
    const store = openTrainingStore()
    store.ok('manager', 'rotation.skip', { staffId: store.ids.li, reason: '去提车' })
    expect(store.ok('director', 'audit.list').rows[0]).toMatchObject({
      call: 'rotation.skip',
      reason: '去提车',
    })
  })

  it('leads have an order of their own, for which it is enough to be here', () => {
    const store = openTrainingStore()
    expect(store.ok('manager', 'rotation.board', { desk: 'leads' }).places).toEqual([])
    for (const who of ['li', 'chen'] as const)
      store.ok('admin', 'staff.update', { staffId: store.ids[who], takesLeads: true })
    store.ok('manager', 'rotation.skip', { desk: 'leads', staffId: store.ids.li, reason: '培训' })
    const { places, desk, nextId } = store.ok('manager', 'rotation.board', { desk: 'leads' })
    expect(places.map(({ hindrances }) => hindrances)).toEqual([['skipped_by_hand'], []])
    expect([desk, nextId]).toEqual(['leads', store.ids.chen])
    expect(placeOf(store, 'li').hindrances).toEqual([])
  })
})
