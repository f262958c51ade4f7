import { describe, expect, it } from 'vitest'
import { readRows, writeRows } from '#tests/support/book.ts'
import { cardOf, cameTo, openShowroom } from '#tests/support/books/showroom.ts'
import { intake, openTrainingStore } from '#tests/support/training-store.ts'

const phone = '13912345678'
const codes = (failure: { issues?: readonly { field: string; code: string }[] | undefined }) =>
  failure.issues?.map(({ field, code }) => `${field} ${code}`)

describe('a line is registered in five seconds (R-11.7)', () => {
  it('takes the kind alone: he came now, is one person, has an intent, and is still here', () => {
    const store = openTrainingStore({ now: '2026-03-02 10:15' })
    const { visitId, occasion } = store.ok('desk', 'visits.register', { kind: 'walk_in' })
    expect(occasion).toBe('first')
    expect(store.ok('desk', 'visits.get', { visitId })).toMatchObject({
      visitedOn: '2026-03-02',
      arrivedTime: '10:15',
      leftTime: null,
      partySize: 1,
      withIntent: true,
      uncarded: true,
      missing: ['callerName', 'phone', 'model', 'grade'],
    })
  })

  it('takes a call as over when it is written down, unless it goes on', () => {
    const store = openTrainingStore({ now: '2026-03-02 10:15' })
    const { visitId } = store.ok('desk', 'visits.register', { kind: 'call_in' })
    expect(store.ok('desk', 'visits.get', { visitId })).toMatchObject({ leftTime: '10:15' })
    const open = store.ok('desk', 'visits.register', { kind: 'call_in', leftTime: null })
    expect(store.ok('desk', 'visits.get', { visitId: open.visitId }).leftTime).toBeNull()
  })

  it('is completed the same day by the consultant and is whole then', () => {
    const store = openTrainingStore({ now: '2026-03-02 10:15' })
    const { visitId } = cameTo(store, 'chen')
    const { reminders, version } = store.ok('chen', 'visits.update', {
      visitId,
      version: 1,
      callerName: '王先生',
      phone: '+86 139-1234-5678',
      model: '帕萨特',
      grade: 'h',
    })
    expect(reminders).toEqual([])
    expect(version).toBe(2)
    expect(store.ok('chen', 'visits.get', { visitId })).toMatchObject({ phone, grade: 'H', missing: [] })
    const stale = store.refused('desk', 'visits.update', { visitId, version: 1, remark: '晚了' })
    expect(stale.code).toBe('STALE_VERSION')
  })
})

describe('a whole line (R-11.1)', () => {
  it.each([
    ['a phone that is none', { phone: '12345' }, 'phone phone_mobile_invalid'],
    ['an arrival to come', { arrivedTime: '10:01' }, 'arrivedTime time_in_future'],
    ['a leaving before the arrival', { arrivedTime: '09:00', leftTime: '08:59' }, 'leftTime before_arrival'],
    ['a grade that the policy has not', { grade: 'Z' }, 'grade unknown_grade'],
  ])('with %s is refused and nothing is saved', (_what, line, issue) => {
    const store = openTrainingStore({ now: '2026-03-02 10:00' })
    expect(codes(store.refused('desk', 'visits.register', { kind: 'walk_in', ...line }))).toEqual([issue])
    expect(store.ok('desk', 'visits.list').total).toBe(0)
  })

  it('keeps a phone or the reason why there is none, and a test drive with its agreement', () => {
    const store = openTrainingStore()
    const { visitId } = cameTo(store, 'chen', {
      phone,
      phoneMissing: 'declined',
      agreementNumber: 'SJ-1',
      plate: '苏b·12 345',
    })
    expect(store.ok('desk', 'visits.get', { visitId })).toMatchObject({
      phone,
      phoneMissing: null,
      testDrive: true,
      agreementNumber: 'SJ-1',
      plate: '苏B12345',
    })
    store.ok('desk', 'visits.update', { visitId, phone: '', phoneMissing: 'declined' })
    expect(store.ok('desk', 'visits.get', { visitId })).toMatchObject({
      phone: null,
      phoneMissing: 'declined',
    })
  })

  it.each([
    ['phone', { phone }],
    ['plate', { plate: '苏B12345' }],
  ])(
    'of somebody whose earlier visit has no card is refused by his %s and names that visit (R-11.2)',
    (field, who) => {
      const store = openShowroom()
      const { visitId } = cameTo(store, 'li', who)
      const { code, reasons } = store.refused('desk', 'visits.register', { kind: 'walk_in', ...who })
      expect(code).toBe('RULE_REFUSED')
      expect(reasons).toEqual([
        {
          code: 'earlier_visit_uncarded',
          data: { field, visitId, visitedOn: '2026-03-02', consultantName: '李雪' },
        },
      ])
      const other = cameTo(store, 'chen')
      expect(
        store.refused('desk', 'visits.update', { visitId: other.visitId, ...who }).reasons?.[0]?.code,
      ).toBe('earlier_visit_uncarded')
      store.ok('li', 'visits.card', { visitId, ...cardOf(phone) })
      expect(store.ok('desk', 'visits.register', { kind: 'walk_in', ...who }).occasion).toBe('repeat')
    },
  )

  it('of somebody who was here without an intent is a repeat visit', () => {
    const store = openTrainingStore()
    store.ok('desk', 'visits.register', { kind: 'walk_in', phone, withIntent: false })
    expect(store.ok('desk', 'visits.register', { kind: 'walk_in', phone })).toMatchObject({
      occasion: 'repeat',
      customerId: null,
    })
  })
})

describe('leaving', () => {
  it('is one act, now or at the time that is named, and happens once', () => {
    const store = openTrainingStore({ now: '2026-03-02 10:15' })
    const { visitId } = cameTo(store, 'chen')
    store.setNow('2026-03-02 10:40')
    expect(store.ok('chen', 'visits.leave', { visitId })).toEqual({ leftTime: '10:40' })
    expect(store.refused('desk', 'visits.leave', { visitId }).reasons?.[0]).toEqual({
      code: 'visit_has_left',
      data: { leftTime: '10:40' },
    })
    const other = cameTo(store, 'li')
    expect(
      codes(store.refused('desk', 'visits.leave', { visitId: other.visitId, leftTime: '10:39' })),
    ).toEqual(['leftTime before_arrival'])
  })

  it('on a later date needs the time', () => {
    const store = openTrainingStore({ now: '2026-03-02 10:15' })
    const { visitId } = cameTo(store, 'chen')
    store.setNow('2026-03-03')
    expect(codes(store.refused('desk', 'visits.leave', { visitId }))).toEqual(['leftTime required'])
    expect(store.ok('desk', 'visits.leave', { visitId, leftTime: '18:30' })).toEqual({ leftTime: '18:30' })
  })
})

describe('the facts of a line after its day (R-11.7)', () => {
  it('are a manager’s, with a reason that the trail keeps', () => {
    const store = openTrainingStore()
    const { visitId } = cameTo(store, 'chen')
    store.setNow('2026-03-03')
    for (const who of ['chen', 'desk'] as const)
      expect(store.refused(who, 'visits.update', { visitId, model: '途昂' }).reasons?.[0]?.code).toBe(
        'visit_day_over',
      )
    expect(store.refused('manager', 'visits.update', { visitId, model: '途昂' }).reasons?.[0]?.code).toBe(
      'reason_required',
    )
    store.ok('manager', 'visits.update', { visitId, model: '途昂', reason: '漏记车型' })
    expect(store.ok('chen', 'visits.get', { visitId })).toMatchObject({
      model: '途昂',
      abilities: { update: false, card: true },
    })
    const [entry] = readRows<{ reason: string }>(
      store,
      `select reason from audit_entries where call = 'visits.update'`,
    )
    expect(entry?.reason).toBe('漏记车型')
  })

  it('become a known customer’s when his phone is learned', () => {
    const store = openTrainingStore()
    const { customerId } = store.ok('li', 'customers.register', intake({ customer: { mobile: phone } }))
    const { visitId } = cameTo(store, 'chen')
    store.ok('chen', 'visits.update', { visitId, phone })
    expect(store.ok('director', 'visits.get', { visitId })).toMatchObject({
      customerId,
      occasion: 'repeat',
      standsInForName: '李雪',
      uncarded: false,
      cardedOn: null,
    })
    expect(store.ok('chen', 'visits.get', { visitId }).phone).toBe('139****5678')
  })
})

describe('the register of some dates', () => {
  it('shows who is here first, then the newest, and filters', () => {
    const store = openShowroom('2026-03-02 10:00')
    const early = cameTo(store, 'chen', { callerName: '早', leftTime: '10:00', phone, arrivedTime: '09:00' })
    const here = cameTo(store, 'li', { callerName: '在', arrivedTime: '09:30' })
    const late = cameTo(store, 'zhou', {
      callerName: '晚',
      leftTime: '10:00',
      withIntent: false,
      remark: '问路',
    })
    const ids = (input: object = {}) =>
      store.ok('desk', 'visits.list', input).rows.map(({ visitId }) => visitId)
    expect(ids()).toEqual([here.visitId, late.visitId, early.visitId])
    expect(ids({ show: 'here' })).toEqual([here.visitId])
    expect(ids({ show: 'valid' })).toEqual([here.visitId, early.visitId])
    expect(ids({ show: 'uncarded' })).toEqual([here.visitId, early.visitId])
    expect(ids({ show: 'no_phone' })).toEqual([here.visitId, late.visitId])
    expect(ids({ text: '问路' })).toEqual([late.visitId])
    expect(ids({ text: '1234' })).toEqual([early.visitId])
    expect(ids({ consultantId: store.ids.li })).toEqual([here.visitId])
    expect(store.ok('desk', 'visits.list', { limit: 2 })).toMatchObject({ nextCursor: '2', total: 3 })
    store.setNow('2026-03-03')
    expect(ids()).toEqual([])
    expect(ids({ from: '2026-03-01', until: '2026-03-03' }).length).toBe(3)
    expect(ids({ on: '2026-03-02' }).length).toBe(3)
  })

  it('calls incomplete exactly what lacks something', () => {
    const store = openShowroom()
    const values = [null, 'x'] as const
    let n = 0
    for (const name of values)
      for (const plate of values)
        for (const missing of [null, 'declined'])
          for (const intent of [0, 1])
            for (const customer of values) {
              n += 1
              const known = customer ? store.ok('chen', 'customers.register', intake()).customerId : null
              writeRows(
                store,
                `insert into visits (visit_id, visited_on, with_intent, caller_name, plate, phone_missing, customer_id, model, grade)
                 values (?, '2026-03-02', ?, ?, ?, ?, ?, ?, ?)`,
                `v${n}`,
                intent,
                name,
                plate,
                missing,
                known,
                n % 3 ? '帕萨特' : null,
                n % 5 ? 'H' : null,
              )
            }
    const { rows } = store.ok('director', 'visits.list', { limit: 500 })
    const lacking = rows.filter(({ missing }) => missing.length > 0).map(({ visitId }) => visitId)
    const shown = store.ok('director', 'visits.list', { limit: 500, show: 'incomplete' })
    expect(rows.length).toBe(n)
    expect(shown.rows.map(({ visitId }) => visitId)).toEqual(lacking)
    expect(store.ok('director', 'visits.day').totals.incomplete).toBe(lacking.length)
  })
})
