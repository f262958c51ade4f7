import { describe, expect, it } from 'vitest'
import {
  intake,
  openTrainingStore,
  type LooseInput,
  type TrainingStore,
} from '#tests/support/training-store.ts'

const execution = (parts: Partial<LooseInput<'followUps.execute'>>) =>
  ({
    result: 'reached',
    channel: 'phone',
    content: '客户说周末来看车',
    next: { kind: 'plan', on: '2026-03-05', channel: 'phone', purpose: '' },
    ...parts,
  }) as LooseInput<'followUps.execute'>

const plan = (on: string) => ({ kind: 'plan', on, channel: 'phone', purpose: '' }) as const

/** An opportunity of a grade that was opened and reached on 2026-03-02. */
function reachedOnTheSecond(store: TrainingStore, grade: string, expectedPurchaseDate: string) {
  const { opportunityId, customerId } = store.ok(
    'chen',
    'customers.register',
    intake({ opportunity: { grade, expectedPurchaseDate }, plan: { on: '2026-03-02' } }),
  )
  store.ok('chen', 'followUps.execute', execution({ opportunityId, next: plan('2026-03-05') }))
  return { opportunityId, customerId }
}

describe('executing a follow-up', () => {
  it('is one act: what was said, the new grade and date, and the next plan (R-4.1, R-4.3)', () => {
    const store = openTrainingStore()
    const { opportunityId, customerId, planId } = store.ok('chen', 'customers.register', intake())
    store.setNow('2026-03-04')
    const done = store.ok(
      'chen',
      'followUps.execute',
      execution({
        planId,
        opportunity: { grade: 'B', expectedPurchaseDate: '2026-03-25' },
        next: plan('2026-03-19'),
      }),
    )
    expect(done).toMatchObject({ limit: '2026-03-19', effective: { yes: true } })
    const card = store.ok('chen', 'customers.get', { customerId })
    expect(card.opportunities).toMatchObject([
      {
        opportunityId,
        grade: 'B',
        expectedPurchaseDate: '2026-03-25',
        anchorOn: '2026-03-04',
        limit: '2026-03-19',
      },
    ])
    expect(card.followUps).toMatchObject([
      { contactedOn: '2026-03-04', gradeBefore: 'H', gradeAfter: 'B', content: '客户说周末来看车' },
    ])
    expect(card.plans.map(({ on, status }) => [on, status])).toEqual([
      ['2026-03-19', 'open'],
      ['2026-03-05', 'executed'],
    ])
    expect(card.changes).toMatchObject([
      { gradeBefore: 'H', gradeAfter: 'B', expectedBefore: '2026-03-06', expectedAfter: '2026-03-25' },
    ])
  })

  it('is saved whole or not at all: a refused plan leaves nothing behind', () => {
    const store = openTrainingStore()
    const { planId, customerId } = store.ok('chen', 'customers.register', intake())
    const before = store.ok('chen', 'customers.get', { customerId })
    const failure = store.refused(
      'chen',
      'followUps.execute',
      execution({ planId, customer: { area: '无锡' }, next: plan('2026-03-06') }),
    )
    expect(failure.reasons).toMatchObject([
      { code: 'plan_beyond_limit', data: { field: 'next.on', limit: '2026-03-05' } },
    ])
    expect(store.ok('chen', 'customers.get', { customerId })).toEqual(before)
  })

  it('cannot be finished without a plan or an end', () => {
    const store = openTrainingStore()
    const { planId } = store.ok('chen', 'customers.register', intake())
    const { next: _next, ...withoutNext } = execution({ planId })
    const answer = store.answer('chen', 'followUps.execute', withoutNext)
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION_FAILED', issues: [{ field: 'next' }] },
    })
  })

  it('counts attempts of H: two days each until the third, then the interval of the grade (R-4.7)', () => {
    const store = openTrainingStore()
    const { opportunityId } = reachedOnTheSecond(store, 'H', '2026-03-09')
    const attempts = [
      ['2026-03-05', 'no_answer', '2026-03-07'],
      ['2026-03-06', 'busy', '2026-03-08'],
      ['2026-03-08', 'no_answer', '2026-03-11'],
    ] as const
    for (const [on, result, limit] of attempts) {
      store.setNow(on)
      const beyond = limit.replace(/\d\d$/, (day) => String(Number(day) + 1).padStart(2, '0'))
      const refused = store.refused(
        'chen',
        'followUps.execute',
        execution({ opportunityId, result, content: '', next: plan(beyond) }),
      )
      expect(refused.reasons?.map(({ code }) => code)).toEqual(['plan_beyond_limit'])
      expect(
        store.ok(
          'chen',
          'followUps.execute',
          execution({ opportunityId, result, content: '', next: plan(limit) }),
        ).limit,
      ).toBe(limit)
    }
  })

  it('counts attempts of B in the same way (R-4.7)', () => {
    const store = openTrainingStore()
    const { opportunityId } = reachedOnTheSecond(store, 'B', '2026-03-25')
    for (const [on, limit] of [
      ['2026-03-16', '2026-03-18'],
      ['2026-03-17', '2026-03-19'],
      ['2026-03-18', '2026-04-02'],
    ] as const) {
      store.setNow(on)
      expect(
        store.ok(
          'chen',
          'followUps.execute',
          execution({ opportunityId, result: 'no_answer', content: '', next: plan(limit) }),
        ).limit,
      ).toBe(limit)
    }
  })

  it('moves the anchor but is not effective with too short a content (R-5.1)', () => {
    const store = openTrainingStore()
    const { planId, customerId } = store.ok('chen', 'customers.register', intake())
    store.setNow('2026-03-04')
    const done = store.ok(
      'chen',
      'followUps.execute',
      execution({ planId, content: '好的', next: plan('2026-03-07') }),
    )
    expect(done).toMatchObject({
      limit: '2026-03-07',
      effective: { yes: false, reasons: [{ code: 'not_effective_content_too_short' }] },
    })
    expect(store.ok('chen', 'customers.get', { customerId }).protection).toMatchObject({
      protectedUntil: '2026-04-01',
    })
  })

  it('is not effective when nobody was reached, whatever was written (R-5.1)', () => {
    const store = openTrainingStore()
    const { planId } = store.ok('chen', 'customers.register', intake())
    const done = store.ok(
      'chen',
      'followUps.execute',
      execution({ planId, result: 'no_answer', next: plan('2026-03-04') }),
    )
    expect(done.effective).toMatchObject({ yes: false, reasons: [{ code: 'not_effective_not_reached' }] })
  })

  it('marks what is recorded a day late and does not count it as effective (R-4.10)', () => {
    const store = openTrainingStore()
    const { planId, customerId } = store.ok('chen', 'customers.register', intake())
    store.setNow('2026-03-04')
    const done = store.ok(
      'chen',
      'followUps.execute',
      execution({ planId, contactedOn: '2026-03-03', next: plan('2026-03-06') }),
    )
    expect(done).toMatchObject({
      limit: '2026-03-06',
      effective: { yes: false, reasons: [{ code: 'not_effective_late_recorded' }] },
    })
    expect(store.ok('chen', 'customers.get', { customerId }).followUps).toMatchObject([
      { lateRecorded: true, contactedOn: '2026-03-03' },
    ])
    const early = store.refused(
      'chen',
      'followUps.execute',
      execution({ planId: done.nextPlanId, contactedOn: '2026-03-01', next: plan('2026-03-06') }),
    )
    expect(early.reasons?.map(({ code }) => code)).toContain('contact_before_opening')
  })

  it('renews the protection of the owner, not of whoever else calls (R-5.2)', () => {
    const store = openTrainingStore()
    const { opportunityId, customerId } = store.ok('chen', 'customers.register', intake())
    store.setNow('2026-03-04')
    store.ok('manager', 'followUps.execute', execution({ opportunityId, next: plan('2026-03-07') }))
    expect(store.ok('chen', 'customers.get', { customerId }).protection?.protectedUntil).toBe('2026-04-01')
    store.ok('chen', 'followUps.execute', execution({ opportunityId, next: plan('2026-03-07') }))
    expect(store.ok('chen', 'customers.get', { customerId }).protection?.protectedUntil).toBe('2026-04-03')
  })

  it('saves data learned in the contact, and refuses an older version of the opportunity', () => {
    const store = openTrainingStore()
    const { planId, opportunityId, customerId } = store.ok('chen', 'customers.register', intake())
    store.ok('chen', 'opportunities.update', { opportunityId, version: 1, opportunity: { model: '途观L' } })
    const stale = store.refused('chen', 'followUps.execute', execution({ planId, opportunityVersion: 1 }))
    expect(stale).toMatchObject({ code: 'STALE_VERSION', data: { version: 2, current: { model: '途观L' } } })
    store.ok(
      'chen',
      'followUps.execute',
      execution({
        planId,
        opportunityVersion: 2,
        customer: { wechat: 'wangwei88' },
        opportunity: { competitor: '凯美瑞' },
      }),
    )
    const card = store.ok('chen', 'customers.get', { customerId })
    expect(card.customer.wechat).toBe('wangwei88')
    expect(card.opportunities[0]?.competitor).toBe('凯美瑞')
  })

  it('ends in an order, and then in a delivery that asks for empty important fields (R-3.11)', () => {
    const store = openTrainingStore()
    const { planId, opportunityId, customerId } = store.ok(
      'chen',
      'customers.register',
      intake({ customer: { birthday: '1900-01-01' } }),
    )
    expect(
      store.refused('chen', 'opportunities.deliver', { opportunityId, on: '2026-03-02' }).reasons?.[0]?.code,
    ).toBe('delivery_needs_order')
    store.ok('chen', 'followUps.execute', execution({ planId, next: { kind: 'ordered' } }))
    const [ordered] = store.ok('chen', 'customers.get', { customerId }).opportunities
    expect(ordered).toMatchObject({ status: 'ordered', orderedOn: '2026-03-02' })
    expect(store.ok('chen', 'toDo.list').items).toEqual([])
    store.setNow('2026-03-20')
    expect(
      store.ok('chen', 'opportunities.deliver', { opportunityId, on: '2026-03-20' }).reminders,
    ).toContain('birthday')
    expect(store.refused('chen', 'followUps.execute', execution({ opportunityId })).reasons?.[0]?.code).toBe(
      'opportunity_not_open',
    )
  })

  it('answers NOT_FOUND for somebody else’s plan, and PERMISSION_DENIED for the front desk', () => {
    const store = openTrainingStore()
    const { planId } = store.ok('chen', 'customers.register', intake())
    expect(store.refused('li', 'followUps.execute', execution({ planId })).code).toBe('NOT_FOUND')
    expect(store.refused('desk', 'followUps.execute', execution({ planId })).code).toBe('PERMISSION_DENIED')
  })
})

describe('proposing the next plan', () => {
  it('spreads the load over the last days before the limit, never on a rest day (R-4.8)', () => {
    const store = openTrainingStore()
    store.ok('admin', 'staff.update', { staffId: store.ids.chen, restWeekdays: [4] })
    const first = store.ok('chen', 'opportunities.proposePlan', {
      grade: 'H',
      expectedPurchaseDate: '2026-03-06',
    })
    expect(first).toMatchObject({
      limit: '2026-03-05',
      proposed: '2026-03-04',
      agrees: true,
      daysOff: ['2026-03-05'],
    })
  })

  it('proposes before the closed dates on which the limit falls (R-1.4)', () => {
    const store = openTrainingStore()
    store.ok('director', 'store.setCalendar', { closedDates: ['2026-03-05', '2026-03-06'] })
    const proposal = store.ok('chen', 'opportunities.proposePlan', {
      grade: 'H',
      expectedPurchaseDate: '2026-03-06',
    })
    expect(proposal.proposed <= '2026-03-04').toBe(true)
  })

  it('lets grade and date propose each other (R-3.8)', () => {
    const store = openTrainingStore()
    expect(
      store.ok('chen', 'opportunities.proposePlan', { expectedPurchaseDate: '2026-03-18' }),
    ).toMatchObject({ grade: 'B', agrees: true })
    expect(store.ok('chen', 'opportunities.proposePlan', { grade: 'A' })).toMatchObject({
      expectedPurchaseDate: '2026-03-17',
    })
    expect(
      store.ok('chen', 'opportunities.proposePlan', { grade: 'A', expectedPurchaseDate: '2026-03-18' }),
    ).toMatchObject({ agrees: false })
  })

  it('proposes as if the contact had been made', () => {
    const store = openTrainingStore()
    const { opportunityId } = store.ok('chen', 'customers.register', intake())
    store.setNow('2026-03-04')
    expect(store.ok('chen', 'opportunities.proposePlan', { opportunityId, result: 'no_answer' }).limit).toBe(
      '2026-03-06',
    )
    expect(
      store.ok('chen', 'opportunities.proposePlan', {
        opportunityId,
        result: 'reached',
        grade: 'B',
        expectedPurchaseDate: '2026-03-25',
      }).limit,
    ).toBe('2026-03-19')
  })
})

describe('moving a plan', () => {
  it('goes earlier or later within the limit while its date has not come, and not on its day (R-4.6)', () => {
    const store = openTrainingStore()
    const { planId } = store.ok('chen', 'customers.register', intake({ plan: { on: '2026-03-04' } }))
    expect(
      store.refused('chen', 'followUps.move', { planId, on: '2026-03-06', reason: '客户要求' }).reasons?.[0]
        ?.code,
    ).toBe('plan_beyond_limit')
    expect(store.ok('chen', 'followUps.move', { planId, on: '2026-03-05', reason: '客户要求' })).toEqual({
      planId,
      on: '2026-03-05',
    })
    store.setNow('2026-03-05')
    expect(
      store.refused('chen', 'followUps.move', { planId, on: '2026-03-06', reason: '忙' }).reasons?.[0]?.code,
    ).toBe('plan_move_on_its_day')
  })

  it('goes beyond the limit only with a manager and a reason, which raises a suspicion (R-4.5, R-8.3)', () => {
    const store = openTrainingStore()
    const { opportunityId, planId } = store.ok('chen', 'customers.register', intake())
    const wish = { opportunityId, on: '2026-03-10', reason: '客户出差，10号回来' }
    expect(store.refused('chen', 'followUps.allowBeyondLimit', wish).code).toBe('PERMISSION_DENIED')
    expect(store.refused('otherManager', 'followUps.allowBeyondLimit', wish).code).toBe('NOT_FOUND')
    expect(store.ok('manager', 'followUps.allowBeyondLimit', wish)).toEqual({ planId })
    expect(store.ok('manager', 'violations.list').rows).toMatchObject([
      { kind: 'unrealistic_postponement', staffName: '陈晓东', status: 'raised', on: '2026-03-02' },
    ])
  })
})

describe('a plan allowed beyond its limit', () => {
  it('takes the channel, the purpose and the time the manager gives with it', () => {
    const store = openTrainingStore()
    const { opportunityId, customerId } = store.ok('chen', 'customers.register', intake())
    const plan = { channel: 'showroom_visit', purpose: '回来后到店', time: '10:30' } as const
    store.ok('manager', 'followUps.allowBeyondLimit', {
      opportunityId,
      on: '2026-03-10',
      reason: '出差',
      plan,
    })
    expect(store.ok('chen', 'customers.get', { customerId }).plans).toMatchObject([
      {
        on: '2026-03-10',
        time: '10:30',
        channel: 'showroom_visit',
        purpose: '回来后到店',
        beyondLimitReason: '出差',
      },
    ])
  })
})

describe('postponing the purchase date', () => {
  it('is suspected beyond the close window without an effective follow-up that day, and not with one (R-8.3)', () => {
    const store = openTrainingStore()
    const first = store.ok('chen', 'customers.register', intake())
    const second = store.ok('chen', 'customers.register', intake())
    const later = { grade: 'A', expectedPurchaseDate: '2026-03-16' }
    store.ok('chen', 'opportunities.update', {
      opportunityId: first.opportunityId,
      version: 1,
      opportunity: later,
    })
    store.ok('chen', 'followUps.execute', execution({ planId: second.planId, opportunity: later }))
    const raised = store.ok('manager', 'violations.list').rows
    expect(raised.map(({ opportunityId, kind }) => [opportunityId, kind])).toEqual([
      [first.opportunityId, 'unrealistic_postponement'],
    ])
    expect(raised[0]?.reasons).toMatchObject([
      { code: 'postponed_beyond_close_window', data: { days: 10, window: 7 } },
    ])
  })
})
