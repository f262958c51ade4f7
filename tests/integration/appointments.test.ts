import { describe, expect, it, test } from 'vitest'
import { verifyStore } from '#main/application/verify/index.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { planOn, readRows, writeRows } from '#tests/support/book.ts'
import {
  appointmentsOf,
  execute,
  expectSomebody,
  forAll,
  openExpecting,
  planIdOf,
  plansOf,
  visitOn,
} from '#tests/support/books/expected-visit.ts'
import { expectDoneByLaw, asked, matrixOf, owners } from '#tests/support/reach-matrix.ts'
import type { TrainingStore } from '#tests/support/training-store.ts'

const problemsOf = (store: TrainingStore) => verifyStore(store.application.store, 'en').problems
const idOf = (store: TrainingStore) => {
  const [row] = store.ok('director', 'appointments.list', { from: '2026-03-01', until: '2026-04-30' }).rows
  if (!row) throw new Error('nobody is expected')
  return row.appointmentId
}

describe('an appointment to visit (R-10.3 到店预约)', () => {
  it('makes the call to confirm it the day before and the call before arrival, by itself', () => {
    const store = openExpecting()
    expectSomebody(store)
    expect(plansOf(store)).toEqual(['03-05 phone open', '03-06 phone open', '03-06 showroom_visit open'])
    expect(appointmentsOf(store)).toEqual(['03-06 14:00 –'])
    const purposes = readRows<{ purpose: string }>(store, `select purpose from plans where channel = 'phone'`)
    expect(purposes.map(({ purpose }) => purpose)).toEqual([
      '确认到店预约 2026-03-06 14:00',
      '到店前致电 14:00',
    ])
    expect(problemsOf(store)).toEqual([])
  })

  test.each([
    ['2026-03-02', ['03-02 phone open', '03-02 showroom_visit open']],
    ['2026-03-03', ['03-03 phone open', '03-03 showroom_visit open']],
    ['2026-03-04', ['03-03 phone open', '03-04 phone open', '03-04 showroom_visit open']],
  ])('for %s, made on 03-02', (on, plans) => {
    const store = openExpecting()
    expectSomebody(store, 'chen', { on })
    expect(plansOf(store)).toEqual(plans)
  })

  it('is an ordinary plan where neither lead nor policy want it', () => {
    const store = openExpecting(presets.benyue)
    expectSomebody(store)
    expect(plansOf(store)).toEqual(['03-06 showroom_visit open'])
    expect(appointmentsOf(store)).toEqual([])
  })

  it('is made for the opportunity of a lead without any switch', () => {
    const store = openExpecting(presets.benyue)
    const { opportunityId, customerId, planId } = expectSomebody(store)
    writeRows(
      store,
      `insert into leads (lead_id, received_on, received_at, name, phone, status, customer_id, opportunity_id, version)
       values ('l', '2026-03-02', 0, '王伟', '1', 'started', ?, ?, 1)`,
      customerId,
      opportunityId,
    )
    execute(store, 'chen', { planId, next: visitOn('2026-03-07', '10:00') })
    expect(appointmentsOf(store)).toEqual(['03-07 10:00 –'])
  })

  it('stands while its calls are made: what is planned is kept', () => {
    const store = openExpecting()
    const { customerId } = expectSomebody(store)
    store.setNow('2026-03-05 10:00')
    const done = execute(store, 'chen', { planId: planIdOf(store, 'confirm_plan'), next: { kind: 'keep' } })
    expect(done).toMatchObject({ nextPlanId: expect.any(String), limit: '2026-03-20' })
    expect(plansOf(store)).toEqual(['03-05 phone executed', '03-06 phone open', '03-06 showroom_visit open'])
    const card = store.ok('chen', 'customers.get', { customerId })
    expect(card.opportunities[0]?.appointment).toMatchObject({ on: '2026-03-06', confirmedOn: '2026-03-05' })
    store.setNow('2026-03-06 13:00')
    execute(store, 'chen', { planId: planIdOf(store, 'call_plan'), next: { kind: 'keep' } })
    store.setNow('2026-03-06 15:00')
    const { opportunityId } = card.opportunities[0] ?? {}
    const meet = { opportunityId, channel: 'showroom_visit', content: '看了帕萨特' } as const
    const nothing = { ...meet, result: 'reached', next: { kind: 'keep' } } as const
    expect(store.refused('chen', 'followUps.execute', nothing).reasons).toMatchObject([
      { code: 'no_plan_to_keep', data: { field: 'next' } },
    ])
    execute(store, 'chen', { ...meet, next: planOn('2026-03-10') })
    expect(appointmentsOf(store)).toEqual(['03-06 14:00 kept'])
    expect(problemsOf(store)).toEqual([])
  })

  it('is not confirmed by a call that did not reach him, and stands all the same', () => {
    const store = openExpecting()
    expectSomebody(store)
    store.setNow('2026-03-05 10:00')
    execute(store, 'chen', {
      planId: planIdOf(store, 'confirm_plan'),
      result: 'no_answer',
      next: { kind: 'keep' },
    })
    const [row] = store.ok('chen', 'appointments.list', { on: '2026-03-06' }).rows
    expect(row).toMatchObject({ confirmedOn: null, confirmDue: null, outcome: null })
  })

  it('ends as moved where another is made instead, with everything that went with it', () => {
    const store = openExpecting()
    expectSomebody(store)
    store.setNow('2026-03-05 10:00')
    execute(store, 'chen', { planId: planIdOf(store, 'confirm_plan'), next: visitOn('2026-03-08', '10:00') })
    expect(appointmentsOf(store)).toEqual(['03-06 14:00 moved', '03-08 10:00 –'])
    expect(plansOf(store)).toEqual([
      '03-05 phone executed',
      '03-06 phone dropped',
      '03-06 showroom_visit dropped',
      '03-07 phone open',
      '03-08 phone open',
      '03-08 showroom_visit open',
    ])
    expect(problemsOf(store)).toEqual([])
  })

  it('loses its calls, and stays, where another kind of contact is named', () => {
    const store = openExpecting()
    expectSomebody(store)
    store.setNow('2026-03-03 10:00')
    execute(store, 'chen', { planId: planIdOf(store, 'confirm_plan'), next: planOn('2026-03-04') })
    expect(plansOf(store).filter((line) => line.endsWith('open'))).toEqual([
      '03-04 phone open',
      '03-06 showroom_visit open',
    ])
    expect(appointmentsOf(store)).toEqual(['03-06 14:00 –'])
  })

  test.each([
    [{ kind: 'ordered' }, 'cancelled'],
    [{ kind: 'lost', reason: 'price' }, 'cancelled'],
  ] as const)('is cancelled by %j', (next, outcome) => {
    const store = openExpecting()
    expectSomebody(store)
    store.setNow('2026-03-05 10:00')
    execute(store, 'chen', { planId: planIdOf(store, 'confirm_plan'), next })
    expect(appointmentsOf(store)).toEqual([`03-06 14:00 ${outcome}`])
    expect(plansOf(store).filter((line) => line.endsWith('open'))).toEqual([])
    expect(problemsOf(store)).toEqual([])
  })

  it('takes its calls along when its plan moves, and ends when it becomes a phone call', () => {
    const store = openExpecting()
    const { opportunityId } = expectSomebody(store)
    store.ok('chen', 'followUps.move', {
      planId: planIdOf(store, 'plan'),
      on: '2026-03-10',
      reason: '客户改期',
    })
    expect(appointmentsOf(store)).toEqual(['03-10 14:00 –'])
    expect(plansOf(store).filter((line) => line.endsWith('open'))).toEqual([
      '03-09 phone open',
      '03-10 phone open',
      '03-10 showroom_visit open',
    ])
    expect(problemsOf(store)).toEqual([])
    writeRows(store, `update plans set status = 'dropped', ended_on = '2026-03-02' where channel = 'phone'`)
    store.ok('manager', 'followUps.allowBeyondLimit', {
      opportunityId,
      on: '2026-03-30',
      reason: '客户出差',
      plan: { channel: 'phone' },
    })
    expect(appointmentsOf(store)).toEqual(['03-10 14:00 cancelled'])
  })
})

describe('a visit that a manager allows beyond the limit (R-4.5, R-10.3)', () => {
  it('is moved with its calls, also on the day of one of them', () => {
    const store = openExpecting()
    const { opportunityId, customerId } = expectSomebody(store)
    const isCall = () =>
      store
        .ok('chen', 'customers.get', { customerId })
        .plans.filter(({ status }) => status === 'open')
        .map(({ channel, isCall: call }) => `${channel} ${call ? 'call' : 'own'}`)
        .sort()
    expect(isCall()).toEqual(['phone call', 'phone call', 'showroom_visit own'])
    // The day of the call before it: what is due today may not be moved, the visit of tomorrow may.
    store.setNow('2026-03-05 10:00')
    const { planId } = store.ok('manager', 'followUps.allowBeyondLimit', {
      opportunityId,
      on: '2026-03-30',
      reason: '客户出差',
    })
    expect(planId).toBe(planIdOf(store, 'plan'))
    expect(appointmentsOf(store)).toEqual(['03-30 14:00 –'])
    expect(plansOf(store).filter((line) => line.endsWith('open'))).toEqual([
      '03-29 phone open',
      '03-30 phone open',
      '03-30 showroom_visit open',
    ])
    expect(isCall()).toEqual(['phone call', 'phone call', 'showroom_visit own'])
    expect(problemsOf(store)).toEqual([])
  })
})

describe('whoever does not come (R-10.3 爽约)', () => {
  it('is marked when the minutes have passed, and followed up the same day', () => {
    const store = openExpecting()
    expectSomebody(store)
    const appointmentId = idOf(store)
    store.setNow('2026-03-06 14:29')
    expect(store.refused('desk', 'appointments.noShow', { appointmentId }).reasons).toMatchObject([
      { code: 'appointment_to_come', data: { from: '14:30' } },
    ])
    store.setNow('2026-03-06 14:30')
    const line = () => store.ok('chen', 'toDo.list').items.filter(({ planId }) => planId !== null)
    expect(line().map(({ appointment }) => appointment?.missed)).toEqual([true, true, true])
    const { on, planId } = store.ok('desk', 'appointments.noShow', { appointmentId, note: '电话不接' })
    expect(on).toBe('2026-03-06')
    expect(appointmentsOf(store)).toEqual(['03-06 14:00 no_show'])
    expect(line()).toMatchObject([{ planId, purpose: '爽约跟进', channel: 'phone', kind: 'plan' }])
    expect(store.refused('desk', 'appointments.noShow', { appointmentId }).reasons).toMatchObject([
      { code: 'appointment_over', data: { outcome: 'no_show' } },
    ])
    expect(problemsOf(store)).toEqual([])
  })

  it('is a no-show by the day roll where nobody said so; the plan itself is overdue', () => {
    const store = openExpecting()
    expectSomebody(store)
    store.setNow('2026-03-07 09:00')
    const [line, ...more] = store.ok('chen', 'toDo.list').items
    expect(more).toEqual([])
    expect(line).toMatchObject({
      kind: 'overdue_plan',
      channel: 'showroom_visit',
      appointment: { outcome: 'no_show', missed: false },
    })
    expect(appointmentsOf(store)).toEqual(['03-06 14:00 no_show'])
    expect(problemsOf(store)).toEqual([])
    execute(store, 'chen', { planId: planIdOf(store, 'plan'), next: visitOn('2026-03-09') })
    expect(appointmentsOf(store)).toEqual(['03-06 14:00 no_show', '03-09  –'])
  })

  it('is taken back by his visit of that day, whenever it is found', () => {
    const store = openExpecting()
    expectSomebody(store)
    store.setNow('2026-03-07 09:00')
    store.ok('chen', 'toDo.list')
    execute(store, 'chen', {
      planId: planIdOf(store, 'plan'),
      channel: 'showroom_visit',
      contactedOn: '2026-03-06',
      next: planOn('2026-03-09'),
    })
    expect(appointmentsOf(store)).toEqual(['03-06 14:00 kept'])
  })
})

describe('who is expected (appointments.list)', () => {
  it('is told in the order of the times, to the desk with masked phones', () => {
    const store = openExpecting()
    expectSomebody(store, 'chen', { on: '2026-03-06', time: '15:00' })
    expectSomebody(store, 'li', { on: '2026-03-06' })
    expectSomebody(store, 'zhou', { on: '2026-03-06', time: '09:30' })
    expectSomebody(store, 'chen', { on: '2026-03-07' })
    store.setNow('2026-03-06 08:30')
    const told = (who: 'desk' | 'chen' | 'manager' | 'director') => {
      const { rows, total } = store.ok(who, 'appointments.list')
      expect(total).toBe(rows.length)
      return rows.map(({ time, ownerName, phone, mayOpen }) => [
        time,
        ownerName,
        phone?.includes('****') ? 'masked' : 'whole',
        mayOpen,
      ])
    }
    expect(told('desk')).toEqual([
      ['09:30', '周婷', 'masked', false],
      ['15:00', '陈晓东', 'masked', false],
      [null, '李雪', 'masked', false],
    ])
    expect(told('chen')).toEqual([['15:00', '陈晓东', 'whole', true]])
    expect(told('manager')).toEqual([
      ['15:00', '陈晓东', 'whole', true],
      [null, '李雪', 'whole', true],
    ])
    expect(told('director')).toHaveLength(3)
    expect(store.ok('desk', 'appointments.list').rows[0]?.customerName).not.toBe('王伟')
    expect(store.ok('director', 'appointments.list', { from: '2026-03-06', until: '2026-03-07' }).total).toBe(
      4,
    )
  })

  it.each(matrixOf(['appointments.noShow']))('%s by %s of %s goes by the role table', (role, path, whose) => {
    const store = openExpecting()
    expectSomebody(store, owners[whose])
    const appointmentId = idOf(store)
    store.setNow('2026-03-06 15:00')
    expectDoneByLaw(store.answer(asked[role], path, { appointmentId }), [role, path, whose])
  })
})

it('nobody learns of an appointment that is not there', () => {
  const store = openExpecting(forAll)
  expect(store.refused('director', 'appointments.noShow', { appointmentId: 'none' }).code).toBe('NOT_FOUND')
})

describe('an appointment during a leave (R-6.3)', () => {
  const leave = { from: '2026-03-05', until: '2026-03-08', kind: 'vacation' } as const
  const openPlans = (store: TrainingStore) => plansOf(store).filter((line) => line.endsWith('open'))

  it('takes its calls along when all is postponed, and back when the leave is cancelled', () => {
    const store = openExpecting()
    expectSomebody(store)
    const { leaveId } = store.ok('chen', 'leaves.request', leave)
    const { lines, unresolved } = store.ok('chen', 'leaves.postponeRest', { leaveId })
    expect(lines.map(({ from }) => from)).toEqual(['2026-03-06'])
    expect(unresolved).toBe(0)
    // The day before is a day of the leave, and so is the one before that: he is asked on the last day before it.
    expect(appointmentsOf(store)).toEqual(['03-09 14:00 –'])
    expect(openPlans(store)).toEqual(['03-04 phone open', '03-09 phone open', '03-09 showroom_visit open'])
    store.ok('manager', 'leaves.confirm', { leaveId })
    expect(problemsOf(store)).toEqual([])
    store.ok('manager', 'leaves.cancel', { leaveId, reason: '客户要来' })
    expect(openPlans(store)).toEqual(['03-05 phone open', '03-06 phone open', '03-06 showroom_visit open'])
    expect(appointmentsOf(store)).toEqual(['03-06 14:00 –'])
    expect(problemsOf(store)).toEqual([])
  })
})

describe('a visit of that day (R-10.3 已到店)', () => {
  const come = (store: TrainingStore, customerId: string) =>
    store.ok('desk', 'visits.register', { kind: 'walk_in', customerId, partySize: 1 })

  it('keeps the appointment, drops the calls before it, and leaves its plan to whoever receives him', () => {
    const store = openExpecting()
    const { customerId } = expectSomebody(store)
    store.setNow('2026-03-06 13:50')
    const { visitId } = come(store, customerId)
    expect(store.ok('desk', 'appointments.list').rows).toMatchObject([
      { outcome: 'kept', visitId, missed: false },
    ])
    expect(plansOf(store).filter((line) => line.endsWith('open'))).toEqual(['03-06 showroom_visit open'])
    expect(problemsOf(store)).toEqual([])
  })

  it('takes a no-show back that was noted too soon', () => {
    const store = openExpecting()
    const { customerId } = expectSomebody(store)
    store.setNow('2026-03-06 14:40')
    store.ok('desk', 'appointments.noShow', { appointmentId: idOf(store) })
    store.setNow('2026-03-06 15:10')
    come(store, customerId)
    expect(appointmentsOf(store)).toEqual(['03-06 14:00 kept'])
  })

  it('of another day keeps nothing', () => {
    const store = openExpecting()
    const { customerId } = expectSomebody(store)
    store.setNow('2026-03-04 10:00')
    come(store, customerId)
    expect(appointmentsOf(store)).toEqual(['03-06 14:00 –'])
  })
})
