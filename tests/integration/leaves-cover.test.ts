import { beforeEach, describe, expect, it, test } from 'vitest'
import { planOn, raised, readRows, register } from '#tests/support/book.ts'
import {
  allowCover,
  codesOf,
  openLeaveStore,
  planRow,
  registerWang,
  vacation,
} from '#tests/support/books/leave-store.ts'
import { intake, type TrainingStore } from '#tests/support/training-store.ts'

let store: TrainingStore
beforeEach(() => {
  store = openLeaveStore()
})

/** 李雪 covers 王伟's plan of 03-10 for 陈晓东, whose vacation is confirmed. */
const covered = () => {
  allowCover(store)
  const made = registerWang(store)
  const { leaveId } = store.ok('chen', 'leaves.request', vacation)
  const answer = store.ok('chen', 'leaves.resolve', {
    leaveId,
    planId: made.planId,
    way: { cover: { staffId: store.ids.li } },
  })
  expect(answer).toEqual({ on: '2026-03-10', unresolved: 0 })
  store.ok('manager', 'leaves.confirm', { leaveId })
  return { ...made, leaveId }
}

describe('way 3, covered 代跟进 (R-6.4)', () => {
  it('is refused where the policy does not allow it', () => {
    const { planId } = registerWang(store)
    const { leaveId } = store.ok('chen', 'leaves.request', vacation)
    const way = { kind: 'cover', staffId: store.ids.li } as const
    expect(codesOf(store.refused('chen', 'leaves.resolve', { leaveId, planId, way }))).toEqual([
      'cover_switched_off',
    ])
    expect(planRow(store, planId)).toMatchObject({ assignee_id: store.ids.chen, leave_id: null })
  })

  test.each([
    ['chen', ['cover_same_person']],
    ['manager', ['not_a_consultant']],
    ['zhou', ['cover_colleague_away']],
    ['li', undefined],
  ] as const)('may be given to %s: %j', (who, expected) => {
    allowCover(store)
    const { planId } = registerWang(store)
    store.ok('zhou', 'leaves.request', { from: '2026-03-10', until: '2026-03-10', kind: 'training' })
    const { leaveId } = store.ok('chen', 'leaves.request', vacation)
    const input = { leaveId, planId, way: 'cover', staffId: store.ids[who] } as const
    const answer = store.answer('chen', 'leaves.resolve', input)
    const told = answer.ok
      ? undefined
      : (codesOf(answer.error) ?? answer.error.issues?.map(({ code }) => code))
    expect(told).toEqual(expected)
  })

  it('puts the plan into the list of the colleague, with three lines of briefing, and lets him open the card', () => {
    const { planId, customerId, opportunityId } = covered()
    store.setNow('2026-03-10')
    const { items } = store.ok('li', 'toDo.list')
    expect(items).toMatchObject([
      { planId, reasons: [{ code: 'plan_covered_for', data: { name: '陈晓东' } }] },
    ])
    const { rows } = store.ok('li', 'leaves.briefings')
    expect(rows).toMatchObject([{ planId, ownerName: '陈晓东', customerName: '王伟' }])
    expect(rows[0]?.lines.map(({ code }) => code)).toEqual([
      'briefing_wish',
      'briefing_no_contact',
      'briefing_plan',
    ])
    const card = store.ok('li', 'customers.get', { customerId })
    expect(card.abilities).toMatchObject({ execute: true, update: false, addOpportunity: false })
    store.ok('li', 'opportunities.proposePlan', { opportunityId, result: 'reached' })
    // Nothing else of the customer is his, and nothing at all is anybody else's.
    const version = { version: 1 }
    expect(store.refused('li', 'customers.update', { customerId, ...version, area: '苏州' }).code).toBe(
      'NOT_FOUND',
    )
    expect(
      store.refused('li', 'opportunities.update', {
        opportunityId,
        ...version,
        opportunity: { model: '途昂' },
      }).code,
    ).toBe('NOT_FOUND')
    expect(store.refused('li', 'followUps.move', { planId, on: '2026-03-11', reason: '改期' }).code).toBe(
      'NOT_FOUND',
    )
    const more = { customerId, opportunity: intake().opportunity, plan: intake().plan }
    expect(store.refused('li', 'opportunities.add', more).code).toBe('NOT_FOUND')
    expect(store.refused('zhou', 'customers.get', { customerId }).code).toBe('NOT_FOUND')
    expect(store.ok('zhou', 'leaves.briefings').rows).toEqual([])
  })

  it('counts for the owner, who keeps the customer and gets the next plan', () => {
    const { planId, customerId, opportunityId } = covered()
    store.setNow('2026-03-10')
    const execution = { result: 'reached', channel: 'phone', content: '客户周日来看车' } as const
    const done = store.ok('li', 'followUps.execute', { planId, ...execution, next: planOn('2026-03-16') })
    expect(done.effective.yes).toBe(true)
    const { chen, li } = store.ids
    expect(readRows(store, 'select staff_id, counts_for_id from follow_ups')).toEqual([
      { staff_id: li, counts_for_id: chen },
    ])
    expect(readRows(store, 'select owner_id, last_effective_on from customers')).toEqual([
      { owner_id: chen, last_effective_on: '2026-03-10' },
    ])
    expect(planRow(store, done.nextPlanId ?? '')).toMatchObject({ assignee_id: chen, leave_id: null })
    // What he covered is done: the card is the owner's alone again.
    expect(store.refused('li', 'customers.get', { customerId }).code).toBe('NOT_FOUND')
    const again = { opportunityId, ...execution, next: planOn('2026-03-16') }
    expect(store.refused('li', 'followUps.execute', again).code).toBe('NOT_FOUND')
  })

  it('does not count for the owner when his manager calls instead', () => {
    const { planId } = covered()
    store.setNow('2026-03-10')
    const execution = { result: 'reached', channel: 'phone', content: '客户周日来看车' } as const
    store.ok('manager', 'followUps.execute', { planId, ...execution, next: planOn('2026-03-16') })
    expect(readRows(store, 'select counts_for_id from follow_ups')).toEqual([{ counts_for_id: null }])
    expect(readRows(store, 'select last_effective_on from customers')).toEqual([{ last_effective_on: null }])
  })

  it('goes back to the owner when the leave is over, due on his first working day', () => {
    const { planId, leaveId } = covered()
    store.setNow('2026-03-13')
    expect(planRow(store, planId)).toMatchObject({ assignee_id: store.ids.li })
    store.setNow('2026-03-14')
    expect(store.ok('li', 'toDo.list').items).toEqual([])
    expect(planRow(store, planId)).toMatchObject({
      assignee_id: store.ids.chen,
      due_on: '2026-03-16',
      leave_id: null,
    })
    expect(raised(store)).toEqual([])
    store.setNow('2026-03-16')
    expect(store.ok('chen', 'leaves.whileAway', { leaveId }).plans).toMatchObject([
      { planId, on: '2026-03-16' },
    ])
    store.setNow('2026-03-17')
    expect(raised(store)).toContain('2026-03-17 overdue_follow_up 王伟')
  })

  it('is judged alike when nobody opened the program until after the first working day', () => {
    covered()
    store.setNow('2026-03-18')
    expect(raised(store)).toEqual([
      '2026-03-15 expired_opportunity 王伟',
      '2026-03-17 overdue_follow_up 王伟',
    ])
  })

  it('comes back at once when the leave is cancelled, on its own day', () => {
    const { planId, leaveId } = covered()
    store.setNow('2026-03-08')
    store.ok('chen', 'leaves.cancel', { leaveId })
    expect(planRow(store, planId)).toMatchObject({
      assignee_id: store.ids.chen,
      due_on: '2026-03-10',
      leave_id: null,
    })
  })
})

describe('the team (R-6.5)', () => {
  it('is told who is away and which leave begins unconfirmed', () => {
    const { leaveId } = store.ok('chen', 'leaves.request', vacation)
    const attention = (day: string) => {
      store.setNow(day)
      const lines = store.ok('manager', 'dailyCheck.get', {}).attention ?? []
      return lines.filter(({ kind }) => kind.includes('leave')).map(({ kind, refId }) => [kind, refId])
    }
    expect(attention('2026-03-07')).toEqual([])
    expect(attention('2026-03-08')).toEqual([['leave_unconfirmed', leaveId]])
    store.ok('manager', 'leaves.confirm', { leaveId })
    expect(attention('2026-03-08')).toEqual([])
    expect(attention('2026-03-09')).toEqual([['on_leave', leaveId]])
    expect(attention('2026-03-13')).toEqual([['on_leave', leaveId]])
    expect(attention('2026-03-14')).toEqual([])
  })

  it('has a calendar: closed before leave before rest, and the load of each day', () => {
    register(store, 'chen', { grade: 'B', expected: '2026-03-30', plan: '2026-03-12' })
    store.ok('director', 'store.setCalendar', { closedDates: ['2026-03-11'] })
    const { leaveId } = store.ok('chen', 'leaves.request', {
      from: '2026-03-10',
      until: '2026-03-11',
      kind: 'other',
    })
    const days = () => {
      const { people } = store.ok('manager', 'leaves.calendar', { from: '2026-03-09', until: '2026-03-14' })
      expect(people.map(({ name }) => name).sort()).toEqual(['李雪', '陈晓东'].sort())
      return people.find(({ name }) => name === '陈晓东')?.days.map(({ away, load }) => [away, load])
    }
    const rest = [
      [null, 1],
      [null, 0],
      ['rest', 0],
    ]
    expect(days()).toEqual([[null, 0], ['leave_requested', 0], ['closed', 0], ...rest])
    store.ok('manager', 'leaves.confirm', { leaveId })
    expect(days()?.[1]).toEqual(['leave', 0])
    expect(
      store.refused('manager', 'leaves.calendar', { from: '2026-03-09', until: '2026-09-14' }).issues?.[0]
        ?.code,
    ).toBe('too_large')
  })

  it('tells on return what happened meanwhile', () => {
    const { planId } = covered()
    store.setNow('2026-03-10')
    const execution = { result: 'reached', channel: 'phone', content: '客户周日来看车' } as const
    store.ok('li', 'followUps.execute', { planId, ...execution, next: planOn('2026-03-16') })
    store.setNow('2026-03-16')
    expect(store.ok('chen', 'leaves.whileAway')).toMatchObject({
      leave: { from: '2026-03-09', backOn: '2026-03-16' },
      contacts: [{ staffName: '李雪', customerName: '王伟', effective: true, on: '2026-03-10' }],
      plans: [{ on: '2026-03-16', postponedFrom: null }],
      claims: 0,
      violations: 0,
    })
    expect(store.ok('li', 'leaves.whileAway').leave).toBeNull()
  })
})
