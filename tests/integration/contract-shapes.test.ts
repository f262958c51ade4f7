import { describe, expect, it } from 'vitest'
import { intake, openTrainingStore } from '#tests/support/training-store.ts'

/** What an outside program may count on, beside the happy path: found by driving the contract from outside. */

describe('lists', () => {
  it('take cursor and limit and answer rows, the next cursor and the total: the to-do list and the staff too', () => {
    const store = openTrainingStore()
    for (let i = 0; i < 3; i += 1)
      store.ok('chen', 'customers.register', intake({ plan: { on: '2026-03-02' } }))
    const first = store.ok('chen', 'toDo.list', { limit: 2 })
    expect(first).toMatchObject({ total: 3, nextCursor: '2' })
    expect(first.rows).toEqual(first.items)
    expect(store.ok('chen', 'toDo.list', { cursor: '2' })).toMatchObject({ total: 3, nextCursor: null })
    expect(store.ok('admin', 'staff.list', { limit: 3 })).toMatchObject({ total: 8, nextCursor: '3' })
  })
})

describe('staff by scope (section 13)', () => {
  it.each([
    ['admin', 8],
    ['director', 8],
    ['manager', 3],
    ['otherManager', 2],
    ['chen', 1],
    ['desk', 4],
  ] as const)('%s sees %i', (who, count) => {
    expect(openTrainingStore().ok(who, 'staff.list').total).toBe(count)
  })
})

describe('a repeated command', () => {
  it('answers as before and writes nothing, not even the roll of a new date (P8)', () => {
    const store = openTrainingStore()
    const input = intake()
    const first = store.answer('chen', 'customers.register', input, { commandId: 'once' })
    store.setNow('2026-03-09')
    expect(store.answer('chen', 'customers.register', input, { commandId: 'once' })).toEqual(first)
    store.setNow('2026-03-02')
    expect(store.ok('chen', 'store.status').clock).toBe('ok')
    expect(store.ok('manager', 'violations.list').total).toBe(0)
  })
})

describe('changed fields', () => {
  it('may stand beside the ids or under their noun', () => {
    const store = openTrainingStore()
    const { customerId, opportunityId } = store.ok('chen', 'customers.register', intake())
    expect(store.ok('chen', 'customers.update', { customerId, version: 1, area: '无锡' }).version).toBe(2)
    store.ok('chen', 'opportunities.update', { opportunityId, version: 1, model: '途昂' })
    const card = store.ok('chen', 'customers.get', { customerId })
    expect(card.customer.area).toBe('无锡')
    expect(card.opportunities[0]?.model).toBe('途昂')
  })
})

describe('a remark that comes back as it was shown', () => {
  it('gives its letter up to the grade that is set (R-3.7)', () => {
    const store = openTrainingStore()
    const { planId, customerId } = store.ok(
      'chen',
      'customers.register',
      intake({ opportunity: { remark: '要白色' } }),
    )
    const { remark } = store.ok('chen', 'customers.get', { customerId }).opportunities[0] ?? { remark: '' }
    expect(remark).toBe('H 要白色')
    store.ok('chen', 'followUps.execute', {
      planId,
      result: 'reached',
      channel: 'phone',
      content: '客户说月底再定',
      opportunity: { grade: 'B', expectedPurchaseDate: '2026-03-25', remark },
      next: { kind: 'plan', on: '2026-03-16', channel: 'phone', purpose: '' },
    })
    expect(store.ok('chen', 'customers.get', { customerId }).opportunities[0]?.remark).toBe('B 要白色')
    expect(
      store.refused('chen', 'customers.register', intake({ opportunity: { remark: 'A 要白色' } })).issues,
    ).toMatchObject([{ field: 'opportunity.remark', code: 'grade_and_remark_differ' }])
  })
})

describe('the front desk', () => {
  it('learns of a phone owner and status only (section 13)', () => {
    const store = openTrainingStore()
    store.ok('chen', 'customers.register', intake({ customer: { mobile: '13912345678' } }))
    expect(store.ok('desk', 'customers.lookup', { phone: '13912345678' })).toMatchObject({
      found: true,
      name: '王**',
      ownerName: '陈晓东',
      status: 'open',
      grade: null,
      lastContactOn: null,
      dormantFrom: null,
      mayOpen: false,
    })
  })

  it('is told when a consultant has time for a first plan, and nothing of what he has', () => {
    const store = openTrainingStore()
    const { opportunityId } = store.ok('chen', 'customers.register', intake())
    expect(store.refused('desk', 'opportunities.proposePlan', { opportunityId }).code).toBe('NOT_FOUND')
    expect(store.ok('desk', 'opportunities.proposePlan', { ownerId: store.ids.chen, grade: 'H' }).limit).toBe(
      '2026-03-05',
    )
  })
})

describe('registering for somebody else', () => {
  it('is refused as not allowed, not as a wrong name', () => {
    const store = openTrainingStore()
    expect(store.refused('chen', 'customers.register', intake({ ownerId: store.ids.li })).code).toBe(
      'PERMISSION_DENIED',
    )
    expect(store.refused('manager', 'customers.register', intake({ ownerId: store.ids.zhou })).code).toBe(
      'PERMISSION_DENIED',
    )
  })
})

describe('leaving', () => {
  it('waits until nothing is owned and nobody is led any more (R-7.1, R-9.4)', () => {
    const store = openTrainingStore()
    store.ok('chen', 'customers.register', intake())
    const leaves = (staffId: string) =>
      store.refused('admin', 'staff.setStatus', { staffId, status: 'resigned' })
    expect(leaves(store.ids.chen)).toMatchObject({
      code: 'RULE_REFUSED',
      reasons: [{ code: 'owns_open_opportunities', data: { count: 1 } }],
    })
    expect(leaves(store.ids.manager)).toMatchObject({
      code: 'RULE_REFUSED',
      reasons: [{ code: 'leads_a_team', data: { count: 2 } }],
    })
  })
})

describe('an appointment', () => {
  it('is a plan to meet the customer, with or without a time; those without come last', () => {
    const store = openTrainingStore()
    const plans = [
      { on: '2026-03-02', channel: 'test_drive' },
      { on: '2026-03-02', channel: 'phone', time: '15:00' },
      { on: '2026-03-02', channel: 'phone' },
    ]
    for (const plan of plans) store.ok('chen', 'customers.register', intake({ plan }))
    const items = store.ok('chen', 'toDo.list').items.map(({ kind, channel, time }) => [kind, channel, time])
    expect(items).toEqual([
      ['appointment', 'phone', '15:00'],
      ['appointment', 'test_drive', null],
      ['plan', 'phone', null],
    ])
  })
})

describe('the first call of a date', () => {
  it('rolls, whichever it is, and tells the next who asks on that date (R-1.5)', () => {
    const store = openTrainingStore({ now: '2026-03-06' })
    store.ok(
      'chen',
      'customers.register',
      intake({ opportunity: { expectedPurchaseDate: '2026-03-13' }, plan: { on: '2026-03-07' } }),
    )
    store.setNow('2026-03-10')
    expect(store.answer(null, 'store.status')).toMatchObject({
      ok: true,
      value: { lastRolledOn: '2026-03-10' },
    })
    expect(store.ok('manager', 'dayRoll.run')).toEqual({
      rolledDates: ['2026-03-07', '2026-03-08', '2026-03-09', '2026-03-10'],
      raised: 1,
    })
    expect(store.ok('manager', 'violations.list').rows.map(({ kind, on }) => [kind, on])).toContainEqual([
      'overdue_follow_up',
      '2026-03-08',
    ])
  })
})
