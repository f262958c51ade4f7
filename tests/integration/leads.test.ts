import { describe, expect, it } from 'vitest'
import { planOn, reach, register } from '#tests/support/book.ts'
import { leadIntake, leadOf, newPhone, phoneOf } from '#tests/support/books/leads.ts'
import { at, openTrainingStore } from '#tests/support/training-store.ts'

describe('entering a lead (R-10.1)', () => {
  it('leaves it waiting when nobody is named, and tells what is still empty', () => {
    const store = openTrainingStore()
    const { leadId, assignment, reminders } = store.ok('desk', 'leads.add', {
      name: '吴敏',
      phone: '+86 137-0000-0001',
    })
    expect(assignment).toBeNull()
    expect(reminders.sort()).toEqual(['model', 'source'])
    expect(store.ok('manager', 'leads.get', { leadId })).toMatchObject({
      status: 'unassigned',
      phone: '13700000001',
      masked: false,
      dueAt: null,
      abilities: { assign: true, update: true, close: true, raiseException: false },
    })
  })

  it('names every required field that is empty at once', () => {
    const store = openTrainingStore()
    const failure = store.refused('desk', 'leads.add', { model: '途观L' })
    expect(failure.issues?.map(({ field }) => field).sort()).toEqual(['name', 'phone'])
  })

  it('refuses a phone that cannot be right', () => {
    const store = openTrainingStore()
    expect(store.refused('desk', 'leads.add', leadIntake({ phone: '12345' }))).toMatchObject({
      code: 'VALIDATION_FAILED',
      issues: [{ field: 'phone' }],
    })
  })

  it('refuses a second lead with the phone of one that waits, without telling its name to everybody', () => {
    const store = openTrainingStore()
    const phone = newPhone()
    const { leadId } = store.ok('desk', 'leads.add', leadIntake({ phone }))
    expect(store.refused('chen', 'leads.add', leadIntake({ phone })).reasons).toMatchObject([
      { code: 'lead_waits_already', data: { leadId, name: '吴**' } },
    ])
    expect(store.refused('manager', 'leads.add', leadIntake({ phone })).reasons).toMatchObject([
      { code: 'lead_waits_already', data: { leadId, name: '吴敏' } },
    ])
  })

  it('is kept by the consultant who enters it', () => {
    const store = openTrainingStore()
    const { assignment } = store.ok('chen', 'leads.add', leadIntake())
    expect(assignment).toMatchObject({ staffId: store.ids.chen, way: 'by_hand', linked: false })
    expect(store.ok('chen', 'leads.list', { mine: true }).rows).toHaveLength(1)
    expect(store.ok('li', 'leads.list').rows).toEqual([])
  })

  it('is not given to somebody else by a consultant', () => {
    const store = openTrainingStore()
    expect(store.refused('chen', 'leads.add', leadIntake({ assign: store.ids.li })).code).toBe(
      'PERMISSION_DENIED',
    )
  })
})

describe('an assigned lead is a customer like any other (R-10.1)', () => {
  it('gets an opportunity of the last grade and a plan by phone within 36 hours', () => {
    const store = openTrainingStore({ now: '2026-03-02 10:00' })
    const { leadId, customerId, opportunityId } = leadOf(store, 'chen')
    expect(store.ok('chen', 'customers.get', { customerId })).toMatchObject({
      customer: { name: '吴敏', ownerId: store.ids.chen },
      opportunities: [{ opportunityId, grade: 'C', model: '途观L', expectedPurchaseDate: null }],
    })
    expect(store.ok('chen', 'leads.get', { leadId })).toMatchObject({
      status: 'assigned',
      dueAt: at('2026-03-03 22:00'),
      minutesLeft: 36 * 60,
      hoursLeft: 36,
      late: false,
      nextPlan: { on: '2026-03-03', channel: 'phone', purpose: '首次跟进' },
    })
  })

  it('opens by the sequence of a policy that has one (R-10.2)', () => {
    const store = openTrainingStore({ policy: 'dcc' })
    const { opportunityId } = leadOf(store, 'chen')
    reach(store, 'chen', opportunityId, planOn('2026-03-03'))
    store.setNow('2026-03-03')
    const failure = store.refused('chen', 'followUps.execute', {
      opportunityId,
      result: 'reached',
      channel: 'phone',
      content: '客户说周末来看车',
      next: planOn('2026-03-06'),
    })
    expect(failure.reasons).toMatchObject([{ code: 'formal_grade_needed' }])
  })

  it('is assigned once', () => {
    const store = openTrainingStore()
    const { leadId } = leadOf(store, 'chen')
    expect(
      store.refused('manager', 'leads.assign', { leadIds: [leadId], to: store.ids.li }).reasons,
    ).toMatchObject([{ code: 'lead_assigned_already', data: { name: '吴敏', staffName: '陈晓东' } }])
  })

  it('is not assigned to somebody who is away until it is due', () => {
    const store = openTrainingStore()
    const { leadId } = store.ok('desk', 'leads.add', leadIntake())
    const leave = store.ok('chen', 'leaves.request', {
      from: '2026-03-02',
      until: '2026-03-06',
      kind: 'vacation',
    })
    store.ok('manager', 'leaves.confirm', { leaveId: leave.leaveId })
    expect(
      store.refused('manager', 'leads.assign', { leadIds: [leadId], to: store.ids.chen }).reasons,
    ).toMatchObject([{ code: 'lead_assignee_away', data: { field: 'to', dueOn: '2026-03-03' } }])
  })

  it('has its plan on the last open date when the store is closed then', () => {
    const store = openTrainingStore({ now: '2026-03-02 18:00' })
    store.ok('admin', 'store.setCalendar', { closedDates: ['2026-03-04'] })
    const { leadId } = leadOf(store, 'chen')
    expect(store.ok('chen', 'leads.get', { leadId }).nextPlan).toMatchObject({ on: '2026-03-03' })
  })
})

describe('a lead of somebody who is known (R-3.4)', () => {
  it('goes to his owner, whoever was to have it, and to what he wants now', () => {
    const store = openTrainingStore()
    const known = register(store, 'zhou', { grade: 'C', expected: '2026-04-20', plan: '2026-03-15' })
    const mobile = phoneOf(store, 'zhou', known.customerId)
    const { assignment } = store.ok(
      'manager',
      'leads.add',
      leadIntake({ phone: mobile, assign: store.ids.li }),
    )
    expect(assignment).toMatchObject({
      staffId: store.ids.zhou,
      way: 'owner',
      linked: true,
      customerId: known.customerId,
      opportunityId: known.opportunityId,
      reasons: [{ code: 'lead_phone_known', data: { ownerName: '周婷' } }],
    })
    expect(assignment?.planId).not.toBe(known.planId)
    expect(store.ok('zhou', 'toDo.list').items).toMatchObject([
      { kind: 'lead', planId: assignment?.planId, purpose: '首次跟进' },
    ])
  })

  it('has its first follow-up in a plan that comes in time', () => {
    const store = openTrainingStore()
    const known = register(store, 'chen', { grade: 'A', expected: '2026-03-16', plan: '2026-03-03' })
    const phone = phoneOf(store, 'chen', known.customerId)
    const { assignment } = store.ok('desk', 'leads.add', leadIntake({ phone, assign: 'rotation' }))
    expect(assignment?.planId).toBe(known.planId)
    expect(store.ok('chen', 'leads.list', { customerId: known.customerId }).total).toBe(1)
    expect(store.ok('chen', 'leads.list', { customerId: 'nobody' }).total).toBe(0)
  })

  it('becomes a further opportunity of a customer who has none that is open (R-3.6)', () => {
    const store = openTrainingStore()
    const known = register(store, 'chen', { grade: 'A', expected: '2026-03-16', plan: '2026-03-05' })
    reach(store, 'chen', known.opportunityId, { kind: 'ordered' })
    const phone = phoneOf(store, 'chen', known.customerId)
    const { assignment } = store.ok('desk', 'leads.add', leadIntake({ phone, assign: 'rotation' }))
    expect(assignment).toMatchObject({ linked: true, customerId: known.customerId })
    expect(assignment?.opportunityId).not.toBe(known.opportunityId)
  })

  it('goes to whoever received him in the showroom and has not made his card (R-11.5)', () => {
    const store = openTrainingStore()
    const phone = newPhone()
    store.ok('li', 'visits.register', {
      kind: 'walk_in',
      partySize: 1,
      phone,
      consultantId: store.ids.li,
      byHandReason: '自己接待',
    })
    const { assignment } = store.ok('manager', 'leads.add', leadIntake({ phone, assign: store.ids.chen }))
    expect(assignment).toMatchObject({
      staffId: store.ids.li,
      way: 'owner',
      linked: false,
      reasons: [{ code: 'lead_phone_visited' }],
    })
    expect(store.ok('li', 'visits.list', { show: 'uncarded' }).rows).toEqual([])
  })
})

describe('the clock of 36 hours (R-10.1)', () => {
  it.each([
    ['2026-03-03 22:00', 0, false],
    ['2026-03-03 22:01', -1, true],
    ['2026-03-03 21:10', 50, false],
    ['2026-03-04 00:00', -120, true],
  ] as const)('at %s has %s minutes left, late: %s', (now, minutesLeft, late) => {
    const store = openTrainingStore({ now: '2026-03-02 10:00' })
    const { leadId } = leadOf(store, 'chen')
    store.setNow(now)
    expect(store.ok('chen', 'leads.get', { leadId })).toMatchObject({ minutesLeft, late })
    expect(store.ok('chen', 'leads.list', { late: true }).total).toBe(late ? 1 : 0)
  })

  it('stops with the first follow-up, reached or not, and remembers that it was late', () => {
    const store = openTrainingStore({ now: '2026-03-02 10:00' })
    const { leadId, opportunityId } = leadOf(store, 'chen')
    const later = leadOf(store, 'chen')
    store.setNow('2026-03-03 09:00')
    store.ok('chen', 'followUps.execute', {
      opportunityId,
      result: 'no_answer',
      channel: 'phone',
      next: planOn('2026-03-04'),
    })
    expect(store.ok('chen', 'leads.get', { leadId })).toMatchObject({
      status: 'started',
      firstFollowUpAt: at('2026-03-03 09:00'),
      minutesLeft: null,
      startedLate: false,
    })
    store.setNow('2026-03-04 09:00')
    reach(store, 'chen', later.opportunityId, planOn('2026-03-08'))
    expect(store.ok('chen', 'leads.get', { leadId: later.leadId })).toMatchObject({
      status: 'started',
      startedLate: true,
    })
  })

  it('is not stopped by a contact from before the assignment', () => {
    const store = openTrainingStore()
    const known = register(store, 'chen', { grade: 'A', expected: '2026-03-16', plan: '2026-03-06' })
    const phone = phoneOf(store, 'chen', known.customerId)
    store.setNow('2026-03-03 09:00')
    const { leadId } = store.ok('desk', 'leads.add', leadIntake({ phone, assign: 'rotation' }))
    reach(store, 'chen', known.opportunityId, planOn('2026-03-07'), { contactedOn: '2026-03-02' })
    expect(store.ok('chen', 'leads.get', { leadId }).status).toBe('assigned')
  })

  it('brings the lead into the to-do list at once, the late one right after what is overdue', () => {
    const store = openTrainingStore({ now: '2026-03-02 10:00' })
    register(store, 'chen', { grade: 'A', expected: '2026-03-16', plan: '2026-03-02', name: '甲客' })
    register(store, 'chen', { grade: 'A', expected: '2026-03-16', plan: '2026-03-04', name: '乙客' })
    const first = leadOf(store, 'chen', { name: '先来' })
    const kinds = () =>
      store.ok('chen', 'toDo.list').items.map(({ kind, customerName }) => [kind, customerName])
    expect(kinds()).toEqual([
      ['plan', '甲客'],
      ['lead', '先来'],
    ])
    store.setNow('2026-03-04 09:00')
    const { leadId } = leadOf(store, 'chen', { name: '后来' })
    expect(kinds()).toEqual([
      ['overdue_plan', '甲客'],
      ['lead', '先来'],
      ['plan', '乙客'],
      ['lead', '后来'],
    ])
    expect(store.ok('chen', 'toDo.list').items.filter(({ kind }) => kind === 'lead')).toMatchObject([
      {
        leadId: first.leadId,
        minutesLeft: -11 * 60,
        daysOverdue: 1,
        reasons: [{ code: 'lead_late', data: { hours: 47, allowed: 36 } }],
      },
      { leadId, minutesLeft: 36 * 60, daysOverdue: 0, reasons: [], dueAt: at('2026-03-05 21:00') },
    ])
  })
})

describe('correcting and closing a lead', () => {
  it('corrects what waits, and refuses an older version', () => {
    const store = openTrainingStore()
    const { leadId } = store.ok('desk', 'leads.add', leadIntake())
    expect(store.ok('manager', 'leads.update', { leadId, version: 1, name: '吴敏敏', area: '江阴' })).toEqual(
      {
        version: 2,
        reminders: [],
      },
    )
    expect(store.refused('manager', 'leads.update', { leadId, version: 1, name: '吴' }).code).toBe(
      'STALE_VERSION',
    )
    expect(store.refused('manager', 'leads.update', { leadId, name: '' }).code).toBe('VALIDATION_FAILED')
  })

  it('leaves the phone of one that has a card to the card', () => {
    const store = openTrainingStore()
    const { leadId } = leadOf(store, 'chen')
    store.ok('chen', 'leads.update', { leadId, campaign: '三月直播' })
    expect(store.refused('chen', 'leads.update', { leadId, phone: newPhone() }).reasons).toMatchObject([
      { code: 'lead_has_a_card', data: { field: 'phone' } },
    ])
  })

  it('ends what waits with a reason, and nothing that has a card', () => {
    const store = openTrainingStore()
    const { leadId } = store.ok('chen', 'leads.add', leadIntake({ assign: 'later' }))
    expect(store.refused('chen', 'leads.close', { leadId, reason: 'other' }).issues).toMatchObject([
      { field: 'note', code: 'required' },
    ])
    store.ok('chen', 'leads.close', { leadId, reason: 'not_buying', note: '只是问价\n不买' })
    expect(store.ok('manager', 'leads.get', { leadId })).toMatchObject({
      status: 'closed',
      closedReason: 'not_buying',
      closedNote: '只是问价\n不买',
      closedByName: '陈晓东',
    })
    expect(
      store.refused('manager', 'leads.assign', { leadIds: [leadId], to: 'rotation' }).reasons,
    ).toMatchObject([{ code: 'lead_is_closed' }])
    const mine = leadOf(store, 'chen')
    expect(
      store.refused('chen', 'leads.close', { leadId: mine.leadId, reason: 'invalid' }).reasons,
    ).toMatchObject([{ code: 'lead_has_a_card' }])
  })

  it('counts what somebody may know of, whatever is filtered', () => {
    const store = openTrainingStore({ now: '2026-03-02 10:00' })
    store.ok('desk', 'leads.add', leadIntake())
    leadOf(store, 'chen')
    leadOf(store, 'zhou')
    store.setNow('2026-03-04 10:00')
    const { counts, total } = store.ok('manager', 'leads.list', { status: 'unassigned' })
    expect(total).toBe(1)
    expect(counts).toEqual({ unassigned: 1, assigned: 1, started: 0, closed: 0, late: 1, exceptions: 0 })
    expect(store.ok('director', 'leads.list', { text: '吴敏' }).total).toBe(3)
    expect(store.ok('director', 'leads.list', { open: true, ownerId: store.ids.zhou }).total).toBe(1)
  })
})
