import { describe, expect, it } from 'vitest'
import { intake, openTrainingStore } from '#tests/support/training-store.ts'

describe('registering a customer', () => {
  it('saves customer, opportunity and first plan in one act and tells the limit (R-4.2)', () => {
    const store = openTrainingStore()
    const made = store.ok('chen', 'customers.register', intake())
    expect(made.limit).toBe('2026-03-05')
    const card = store.ok('chen', 'customers.get', { customerId: made.customerId })
    expect(card.customer).toMatchObject({
      name: '王伟',
      grade: 'H',
      ownerName: '陈晓东',
      status: 'open',
      age: 37,
    })
    expect(card.opportunities[0]).toMatchObject({
      opportunityId: made.opportunityId,
      limit: '2026-03-05',
      remark: 'H',
    })
    expect(card.plans).toMatchObject([{ planId: made.planId, on: '2026-03-05', status: 'open' }])
    expect(card.owners).toMatchObject([{ ownerName: '陈晓东', fromOn: '2026-03-02', untilOn: null }])
    expect(card.protection).toMatchObject({ protectedUntil: '2026-04-01', dormantFrom: '2026-04-02' })
  })

  it.each([
    ['H', '2026-03-06', '2026-03-05', '2026-03-06'],
    ['A', '2026-03-12', '2026-03-09', '2026-03-10'],
    ['B', '2026-03-25', '2026-03-17', '2026-03-18'],
    ['C', '2026-05-01', '2026-04-01', '2026-04-02'],
  ])(
    'takes the first plan of %s up to its limit and not a day later (R-4.1)',
    (grade, expectedPurchaseDate, limit, after) => {
      const store = openTrainingStore()
      const opportunity = { grade, expectedPurchaseDate }
      const late = store.refused('chen', 'customers.register', intake({ opportunity, plan: { on: after } }))
      expect(late.code).toBe('RULE_REFUSED')
      expect(late.reasons).toMatchObject([
        { code: 'plan_beyond_limit', data: { field: 'plan.on', on: after, limit } },
      ])
      const made = store.ok('chen', 'customers.register', intake({ opportunity, plan: { on: limit } }))
      expect(made.limit).toBe(limit)
    },
  )

  it.each([
    ['2026-03-09', 'H'],
    ['2026-03-10', 'A'],
    ['2026-03-17', 'A'],
    ['2026-03-18', 'B'],
    ['2026-04-01', 'B'],
    ['2026-04-02', 'C'],
  ])('takes %s only as grade %s (R-3.8)', (expectedPurchaseDate, grade) => {
    const store = openTrainingStore()
    for (const other of ['H', 'A', 'B', 'C'].filter((each) => each !== grade)) {
      const failure = store.refused(
        'chen',
        'customers.register',
        intake({ opportunity: { grade: other, expectedPurchaseDate }, plan: { on: '2026-03-03' } }),
      )
      expect(failure.reasons).toMatchObject([{ code: 'grade_date_disagree', data: { gradeByDate: grade } }])
    }
    store.ok(
      'chen',
      'customers.register',
      intake({ opportunity: { grade, expectedPurchaseDate }, plan: { on: '2026-03-03' } }),
    )
  })

  it('refuses a purchase date before today (R-3.10)', () => {
    const store = openTrainingStore()
    const failure = store.refused(
      'chen',
      'customers.register',
      intake({ opportunity: { expectedPurchaseDate: '2026-03-01' } }),
    )
    expect(failure.reasons?.map(({ code }) => code)).toContain('expected_date_before_today')
  })

  it('names every empty required field at once (R-3.1, R-3.2)', () => {
    const store = openTrainingStore()
    const failure = store.refused('chen', 'customers.register', {
      customer: { name: '王伟', mobile: '13800138000', area: ' ' },
      opportunity: { model: '帕萨特' },
      plan: { on: '2026-03-03', channel: 'phone', purpose: '' },
    })
    expect(failure.code).toBe('VALIDATION_FAILED')
    expect(failure.issues?.map(({ field }) => field).sort()).toEqual([
      'customer.area',
      'customer.birthday',
      'customer.customerType',
      'customer.gender',
      'customer.source',
      'opportunity.expectedPurchaseDate',
      'opportunity.grade',
      'opportunity.purchaseType',
    ])
  })

  it('saves an unknown birthday, shows no age, and lists it once among the important fields (R-3.2)', () => {
    const store = openTrainingStore()
    const made = store.ok('chen', 'customers.register', intake({ customer: { birthday: '1900-01-01' } }))
    expect(made.reminders).toContain('birthday')
    expect(store.ok('chen', 'customers.get', { customerId: made.customerId }).customer.age).toBeNull()
  })

  it.each(['+86 138-0013-8000', '１３８００１３８０００', '13800138000', '0086 13800138000'])(
    'keeps %s as one and the same phone (R-3.3, R-3.4)',
    (mobile) => {
      const store = openTrainingStore()
      const made = store.ok('chen', 'customers.register', intake({ customer: { mobile: '13800138000' } }))
      expect(store.ok('desk', 'customers.lookup', { phone: mobile })).toMatchObject({
        found: true,
        customerId: made.customerId,
        phone: '13800138000',
      })
      const failure = store.refused('li', 'customers.register', intake({ customer: { mobile } }))
      expect(failure.code).toBe('DUPLICATE_CUSTOMER')
      expect(failure.data).toMatchObject({ customerId: made.customerId, ownerName: '陈晓东', grade: 'H' })
    },
  )

  it.each(['1380013800', '12800138000', '138001380001', 'abc'])(
    'refuses %s as a phone, names the field, and saves nothing (R-3.3)',
    (mobile) => {
      const store = openTrainingStore()
      const failure = store.refused('chen', 'customers.register', intake({ customer: { mobile } }))
      expect(failure.code).toBe('VALIDATION_FAILED')
      expect(failure.issues).toMatchObject([{ field: 'customer.mobile' }])
      expect(store.ok('chen', 'customers.search', {}).total).toBe(0)
    },
  )

  it('takes the grade from a typed remark and shows the remark with its letter (R-3.7)', () => {
    const store = openTrainingStore()
    const { grade: _grade, ...opportunity } = intake().opportunity
    const made = store.ok('chen', 'customers.register', {
      ...intake(),
      opportunity: { ...opportunity, remark: 'h级 要白色' },
    })
    const [shown] = store.ok('chen', 'customers.get', { customerId: made.customerId }).opportunities
    expect(shown).toMatchObject({ grade: 'H', remark: 'H 要白色', remarkText: '要白色' })
    const changed = {
      opportunityId: made.opportunityId,
      version: 1,
      opportunity: { grade: 'A', expectedPurchaseDate: '2026-03-12' },
    }
    store.ok('chen', 'opportunities.update', changed)
    expect(store.ok('chen', 'customers.get', { customerId: made.customerId }).opportunities[0]).toMatchObject(
      { grade: 'A', remark: 'A 要白色' },
    )
  })

  it('makes the front desk name the consultant, and him the owner', () => {
    const store = openTrainingStore()
    expect(store.refused('desk', 'customers.register', intake()).issues).toMatchObject([
      { field: 'ownerId', code: 'required' },
    ])
    const made = store.ok('desk', 'customers.register', intake({ ownerId: store.ids.li }))
    expect(store.ok('li', 'customers.get', { customerId: made.customerId }).customer.ownerName).toBe('李雪')
    expect(store.refused('desk', 'customers.get', { customerId: made.customerId }).code).toBe(
      'PERMISSION_DENIED',
    )
  })

  it('shows a consultant of another only that he belongs to somebody (R-13.2)', () => {
    const store = openTrainingStore()
    const made = store.ok('chen', 'customers.register', intake({ customer: { mobile: '13912345678' } }))
    expect(store.refused('li', 'customers.get', { customerId: made.customerId }).code).toBe('NOT_FOUND')
    expect(store.ok('li', 'customers.search', { text: '王伟' }).rows).toEqual([])
    expect(store.ok('li', 'customers.search', { text: '139 1234 5678' }).rows).toMatchObject([
      { masked: true, name: '王**', phone: '139****5678', ownerName: '陈晓东', grade: null },
    ])
    expect(store.ok('manager', 'customers.search', { text: '王伟' }).total).toBe(1)
    expect(store.ok('otherManager', 'customers.search', { text: '王伟' }).total).toBe(0)
    expect(store.ok('director', 'customers.search', { text: '王伟' }).total).toBe(1)
  })

  it('happens once for one command id, and answers the same again (P8)', () => {
    const store = openTrainingStore()
    const input = intake()
    const first = store.answer('chen', 'customers.register', input, { commandId: 'c-1' })
    expect(first.ok).toBe(true)
    expect(store.answer('chen', 'customers.register', input, { commandId: 'c-1' })).toEqual(first)
    expect(store.ok('chen', 'customers.search', {}).total).toBe(1)
    const other = store.answer('chen', 'customers.register', intake(), { commandId: 'c-1' })
    expect(other).toMatchObject({
      ok: false,
      error: { issues: [{ field: 'commandId', code: 'command_reused' }] },
    })
  })

  it('names an unknown field instead of dropping it (S3)', () => {
    const store = openTrainingStore()
    const answer = store.answer('chen', 'customers.register', { ...intake(), colour: 'white' })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION_FAILED', issues: [{ field: 'colour', code: 'unknown_field' }] },
    })
  })
})

describe('finding a customer', () => {
  it.each(['曾国', 'zengguofan', 'zgf', '5678', '苏B', 'H 要白色', '13912345678'])(
    'finds him by %s',
    (text) => {
      const store = openTrainingStore()
      store.ok(
        'chen',
        'customers.register',
        intake({
          customer: { name: '曾国藩', mobile: '13912345678', plate: '苏B·12345' },
          opportunity: { remark: '要白色' },
        }),
      )
      store.ok('chen', 'customers.register', intake({ customer: { name: '李鸿章' } }))
      expect(store.ok('chen', 'customers.search', { text }).rows.map(({ name }) => name)).toEqual(['曾国藩'])
    },
  )

  it('filters by grade, status and owner, and pages', () => {
    const store = openTrainingStore()
    for (let i = 0; i < 5; i += 1)
      store.ok('chen', 'customers.register', intake({ customer: { name: `客户${i}` } }))
    store.ok(
      'li',
      'customers.register',
      intake({ customer: { name: '甲' }, opportunity: { grade: 'A', expectedPurchaseDate: '2026-03-12' } }),
    )
    const first = store.ok('manager', 'customers.search', { grade: 'H', limit: 2 })
    expect(first).toMatchObject({ total: 5, nextCursor: '2' })
    expect(store.ok('manager', 'customers.search', { grade: 'H', limit: 2, cursor: '4' })).toMatchObject({
      nextCursor: null,
    })
    expect(store.ok('manager', 'customers.search', { ownerId: store.ids.li }).rows).toMatchObject([
      { name: '甲', grade: 'A' },
    ])
    expect(store.ok('manager', 'customers.search', { status: 'ordered' }).total).toBe(0)
  })
})

describe('editing a customer', () => {
  it('refuses the second of two who opened the same version, and tells what is there now', () => {
    const store = openTrainingStore()
    const { customerId } = store.ok('chen', 'customers.register', intake())
    expect(
      store.ok('chen', 'customers.update', { customerId, version: 1, customer: { area: '无锡' } }),
    ).toEqual({ version: 2, warnings: [] })
    const failure = store.refused('manager', 'customers.update', {
      customerId,
      version: 1,
      customer: { area: '苏州' },
    })
    expect(failure).toMatchObject({ code: 'STALE_VERSION', data: { version: 2, current: { area: '无锡' } } })
  })

  it('checks a changed phone again and frees the old one (R-3.4a)', () => {
    const store = openTrainingStore()
    const first = store.ok('chen', 'customers.register', intake({ customer: { mobile: '13900000001' } }))
    store.ok('li', 'customers.register', intake({ customer: { mobile: '13900000002' } }))
    const taken = store.refused('chen', 'customers.update', {
      customerId: first.customerId,
      version: 1,
      customer: { mobile: '13900000002' },
    })
    expect(taken.code).toBe('DUPLICATE_CUSTOMER')
    store.ok('chen', 'customers.update', {
      customerId: first.customerId,
      version: 1,
      customer: { mobile: '13900000003' },
    })
    expect(store.ok('desk', 'customers.lookup', { phone: '13900000001' }).found).toBe(false)
    expect(store.ok('desk', 'customers.lookup', { phone: '13900000003' }).found).toBe(true)
  })

  it('does not let a required field be emptied', () => {
    const store = openTrainingStore()
    const { customerId } = store.ok('chen', 'customers.register', intake())
    const failure = store.refused('chen', 'customers.update', {
      customerId,
      version: 1,
      customer: { area: '', name: '' },
    })
    expect(failure.issues?.map(({ field }) => field)).toEqual(['customer.name', 'customer.area'])
  })
})
