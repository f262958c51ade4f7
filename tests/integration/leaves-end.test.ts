import { describe, expect, it, test } from 'vitest'
import { raised, readRows, reach, planOn, register, writeRows } from '#tests/support/book.ts'
import {
  codesOf as codes,
  openLeaveStore as openStore,
  planRow as planOf,
  registerWang as wang,
  vacation,
} from '#tests/support/books/leave-store.ts'

describe('confirming (R-6.1, R-6.5)', () => {
  it('is refused to consultants, twice, and while a line is left, also one that came later', () => {
    const store = openStore()
    const { leaveId } = store.ok('chen', 'leaves.request', vacation)
    wang(store)
    expect(store.refused('chen', 'leaves.confirm', { leaveId }).code).toBe('PERMISSION_DENIED')
    expect(store.refused('otherManager', 'leaves.confirm', { leaveId }).code).toBe('NOT_FOUND')
    expect(store.refused('manager', 'leaves.confirm', { leaveId }).reasons).toMatchObject([
      { code: 'leave_unresolved', data: { count: 1 } },
    ])
    store.ok('chen', 'leaves.postponeRest', { leaveId })
    expect(store.ok('manager', 'leaves.get', { leaveId })).toMatchObject({
      obstacles: [],
      abilities: { confirm: true },
    })
    store.ok('manager', 'leaves.confirm', { leaveId })
    expect(codes(store.refused('director', 'leaves.confirm', { leaveId }))).toEqual([
      'leave_already_confirmed',
    ])
  })

  test.each([
    ['vacation', '2026-03-09', undefined],
    ['vacation', '2026-03-10', ['leave_begun']],
    ['sick', '2026-03-10', undefined],
  ] as const)('of %s that begins on 03-09, on %s: %j', (kind, today, expected) => {
    const store = openStore()
    const { leaveId } = store.ok('chen', 'leaves.request', { ...vacation, kind })
    store.setNow(today)
    const answer = store.answer('manager', 'leaves.confirm', { leaveId })
    expect(answer.ok ? undefined : codes(answer.error)).toEqual(expected)
  })

  it('of sick leave after its start waives what was raised for its days, and names what was approved', () => {
    const store = openStore()
    const { planId } = wang(store)
    store.setNow('2026-03-12')
    expect(raised(store)).toEqual(['2026-03-11 overdue_follow_up 王伟'])
    const { leaveId } = store.ok('chen', 'leaves.request', { ...vacation, kind: 'sick' })
    // Its day has come: the exception of.
    store.ok('chen', 'leaves.resolve', { leaveId, planId, way: 'postpone' })
    expect(store.ok('manager', 'leaves.confirm', { leaveId })).toEqual({ waived: 1, approved: [] })
    const [violation] = readRows<{ status: string; decision_reason: string }>(
      store,
      'select * from violations',
    )
    expect(violation).toMatchObject({ status: 'waived' })
    expect(violation?.decision_reason).toContain('2026-03-09')
    // The plan fell due anew: left undone on its new date it is raised once more.
    store.setNow('2026-03-17')
    expect(raised(store).filter((each) => each.includes('overdue'))).toEqual([
      '2026-03-11 overdue_follow_up 王伟',
      '2026-03-17 overdue_follow_up 王伟',
    ])
  })

  it('of sick leave leaves what a director approved, and what lay before its first day', () => {
    const store = openStore('2026-03-03')
    register(store, 'chen', { grade: 'H', expected: '2026-03-10', plan: '2026-03-06', name: '早' })
    const { planId } = wang(store)
    store.setNow('2026-03-11')
    expect(raised(store)).toHaveLength(3)
    writeRows(
      store,
      "update violations set status = 'approved' where identity = ?",
      `overdue_follow_up:${planId}`,
    )
    const { leaveId } = store.ok('chen', 'leaves.request', { ...vacation, kind: 'sick' })
    store.ok('chen', 'leaves.postponeRest', { leaveId })
    const lines = store.ok('chen', 'leaves.handoff', { leaveId }).unresolved
    expect(lines.map(({ kind }) => kind)).toEqual(['expected_date'])
    const { opportunityId } = lines[0]!
    store.ok('chen', 'leaves.resolve', {
      leaveId,
      opportunityId,
      way: 'postpone',
      expectedPurchaseDate: '2026-03-20',
    })
    expect(store.ok('manager', 'leaves.confirm', { leaveId })).toMatchObject({
      waived: 0,
      approved: [{ kind: 'overdue_follow_up', on: '2026-03-11', customerName: '王伟' }],
    })
  })
})

describe('cancelling and shortening (R-6.6)', () => {
  const postponed = () => {
    const store = openStore()
    const { planId } = wang(store)
    const { leaveId } = store.ok('chen', 'leaves.request', vacation)
    store.ok('chen', 'leaves.postponeRest', { leaveId })
    store.ok('manager', 'leaves.confirm', { leaveId })
    return { store, planId, leaveId }
  }

  it('brings a postponed plan back to the earliest working day when the leave is cancelled before it begins', () => {
    const { store, planId, leaveId } = postponed()
    store.setNow('2026-03-08')
    expect(store.ok('chen', 'leaves.cancel', { leaveId, reason: '不去了' }).lines).toEqual([
      { planId, from: '2026-03-16', on: '2026-03-09' },
    ])
    expect(planOf(store, planId)).toMatchObject({ due_on: '2026-03-09', leave_id: null })
    expect(store.ok('chen', 'leaves.get', { leaveId })).toMatchObject({
      status: 'cancelled',
      confirmedBy: null,
    })
    store.setNow('2026-03-10')
    expect(raised(store)).toEqual(['2026-03-10 overdue_follow_up 王伟'])
    expect(codes(store.refused('chen', 'leaves.cancel', { leaveId }))).toEqual(['leave_cancelled'])
  })

  it('is shortened once it has begun, and brings the plan to today when its limit has passed', () => {
    const { store, planId, leaveId } = postponed()
    store.setNow('2026-03-12')
    expect(codes(store.refused('chen', 'leaves.cancel', { leaveId }))).toEqual(['leave_to_shorten'])
    expect(store.ok('chen', 'leaves.shorten', { leaveId, until: '2026-03-11' }).lines).toEqual([
      { planId, from: '2026-03-16', on: '2026-03-12' },
    ])
    expect(store.ok('chen', 'leaves.get', { leaveId })).toMatchObject({
      until: '2026-03-11',
      untilBefore: '2026-03-13',
      backOn: '2026-03-12',
    })
    expect(raised(store)).toEqual([])
    store.setNow('2026-03-13')
    expect(raised(store)).toEqual(['2026-03-13 overdue_follow_up 王伟'])
  })

  test.each([
    ['2026-03-10', ['leave_shorten_range']],
    ['2026-03-11', undefined],
    ['2026-03-12', undefined],
    ['2026-03-13', ['leave_shorten_range']],
  ])('on 03-12 to %s: %j', (until, expected) => {
    const { store, leaveId } = postponed()
    store.setNow('2026-03-12')
    const answer = store.answer('chen', 'leaves.shorten', { leaveId, until })
    expect(answer.ok ? undefined : codes(answer.error)).toEqual(expected)
  })

  it('lets a plan that waited beyond its limit for the day back come nearer again', () => {
    const store = openStore()
    const { opportunityId } = wang(store)
    const { leaveId } = store.ok('chen', 'leaves.request', vacation)
    store.setNow('2026-03-08')
    reach(store, 'chen', opportunityId, planOn('2026-03-16'))
    expect(store.ok('chen', 'leaves.cancel', { leaveId }).lines).toMatchObject([
      { from: '2026-03-16', on: '2026-03-11' },
    ])
  })
})
