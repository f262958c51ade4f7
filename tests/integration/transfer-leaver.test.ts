import { describe, expect, it } from 'vitest'
import { verifyStore } from '#main/application/verify/index.ts'
import { readRows, register } from '#tests/support/book.ts'
import {
  allowCover,
  codesOf,
  openLeaveStore,
  planRow,
  registerWang,
  vacation,
} from '#tests/support/books/leave-store.ts'
import { openTrainingStore, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'

const sound = (store: TrainingStore) =>
  expect(verifyStore(store.application.store, 'en').problems).toEqual([])

/** 王伟's plan of 03-10 lies in 陈晓东's confirmed vacation 03-09 … 03-13: covered by 李雪, or postponed to 03-16. */
const onLeave = (way: 'cover' | 'postpone') => {
  const store = openLeaveStore()
  if (way === 'cover') allowCover(store)
  const made = registerWang(store)
  const { leaveId } = store.ok('chen', 'leaves.request', vacation)
  store.ok('chen', 'leaves.resolve', {
    leaveId,
    planId: made.planId,
    way: way === 'cover' ? { cover: { staffId: store.ids.li } } : 'postpone',
  })
  store.ok('manager', 'leaves.confirm', { leaveId })
  return { store, ...made, leaveId }
}
const give = (store: TrainingStore, to: PersonName) =>
  store.ok('director', 'reassignments.apply', {
    from: store.ids.chen,
    customerIds: 'all',
    to: [store.ids[to]],
    spread: 'one',
    reason: '片区调整',
  })
const violations = (store: TrainingStore) =>
  store
    .ok('director', 'violations.list', { limit: 500 })
    .rows.map(({ on, kind, staffName }) => `${on} ${kind} ${staffName}`)
    .sort()

describe('a plan that is covered for a leave (R-6.4)', () => {
  it('goes to the new owner with its customer, and back to the colleague when that is undone', () => {
    const { store, planId, leaveId } = onLeave('cover')
    store.setNow('2026-03-09')
    const { reassignmentId } = give(store, 'zhou')
    expect(planRow(store, planId)).toMatchObject({
      assignee_id: store.ids.zhou,
      leave_id: null,
      due_on: '2026-03-10',
    })
    sound(store)
    store.ok('director', 'reassignments.undo', { reassignmentId })
    expect(planRow(store, planId)).toMatchObject({ assignee_id: store.ids.li, leave_id: leaveId })
    sound(store)
  })

  it('goes back to the owner when its leave was cancelled meanwhile', () => {
    const { store, planId, leaveId } = onLeave('cover')
    store.setNow('2026-03-08')
    const { reassignmentId } = give(store, 'zhou')
    store.ok('manager', 'leaves.cancel', { leaveId })
    store.ok('director', 'reassignments.undo', { reassignmentId })
    expect(planRow(store, planId)).toMatchObject({ assignee_id: store.ids.chen, leave_id: null })
    sound(store)
  })

  it('goes back to its owner when the colleague leaves, postponed to his first day after the leave', () => {
    const { store, planId, leaveId } = onLeave('cover')
    store.setNow('2026-03-09')
    store.ok('admin', 'staff.setStatus', { staffId: store.ids.li, status: 'resigned' })
    expect(planRow(store, planId)).toMatchObject({
      assignee_id: store.ids.chen,
      leave_id: leaveId,
      due_on: '2026-03-16',
    })
    sound(store)
    // The purchase date of 03-14 lies after the leave.
    store.setNow('2026-03-16')
    expect(violations(store)).toEqual(['2026-03-15 expired_opportunity 陈晓东'])
    store.setNow('2026-03-17')
    expect(violations(store)).toEqual([
      '2026-03-15 expired_opportunity 陈晓东',
      '2026-03-17 overdue_follow_up 陈晓东',
    ])
  })
})

describe('a plan that a leave postponed beyond its limit (R-6.3)', () => {
  it('is held against the new owner from its date only, and shielded by the leave again when undone', () => {
    const { store, planId, leaveId } = onLeave('postpone')
    expect(planRow(store, planId)?.due_on).toBe('2026-03-16')
    store.setNow('2026-03-09')
    const { reassignmentId } = give(store, 'li')
    expect(planRow(store, planId)).toMatchObject({ due_on: '2026-03-16', leave_id: null })
    // The purchase date of 03-14 falls due with the new owner, the limit of 03-10 with nobody.
    store.setNow('2026-03-16')
    expect(violations(store)).toEqual(['2026-03-15 expired_opportunity 李雪'])
    store.ok('director', 'reassignments.undo', { reassignmentId })
    expect(planRow(store, planId)).toMatchObject({
      assignee_id: store.ids.chen,
      due_on: '2026-03-16',
      leave_id: leaveId,
    })
    sound(store)
    store.setNow('2026-03-17')
    expect(violations(store)).toEqual([
      '2026-03-15 expired_opportunity 李雪',
      '2026-03-17 overdue_follow_up 陈晓东',
    ])
  })

  // The limit of 03-10 is to come on the first date, and has passed under the leave's shield on the second.
  it.each(['2026-03-09', '2026-03-12'])('transferred on %s, is his once its date has passed', (on) => {
    const { store } = onLeave('postpone')
    store.setNow(on)
    give(store, 'li')
    store.setNow('2026-03-18')
    expect(violations(store)).toEqual([
      '2026-03-15 expired_opportunity 李雪',
      '2026-03-17 overdue_follow_up 李雪',
    ])
  })
})

describe('somebody who leaves (R-7.1)', () => {
  it('is not closed while he owns an open opportunity or a waiting loss, and is afterwards', () => {
    const store = openTrainingStore()
    register(store, 'chen', { grade: 'H', expected: '2026-03-06', plan: '2026-03-05' })
    const leave = { staffId: store.ids.chen, status: 'resigned' } as const
    const refusal = store.refused('admin', 'staff.setStatus', leave)
    expect(refusal.reasons).toEqual([
      { code: 'owns_open_opportunities', data: { field: 'status', count: 1 } },
    ])
    give(store, 'li')
    store.ok('admin', 'staff.setStatus', leave)
    const holdings = store.ok('director', 'reassignments.holdings').rows
    expect(holdings.map(({ name }) => name).sort()).toEqual(['周婷', '李雪'])
    expect(
      codesOf(
        store.refused('director', 'reassignments.preview', {
          from: store.ids.li,
          customerIds: 'all',
          to: [store.ids.chen],
          spread: 'one',
        }),
      ),
    ).toEqual(['receiver_not_active'])
    sound(store)
  })

  it('takes leaves that have not begun back with him, and keeps the one that has', () => {
    const store = openTrainingStore()
    const ask = (from: string, until: string) =>
      store.ok('chen', 'leaves.request', { from, until, kind: 'vacation' }).leaveId
    const begun = ask('2026-03-04', '2026-03-06')
    const confirmed = ask('2026-03-10', '2026-03-11')
    const asked = ask('2026-03-20', '2026-03-21')
    for (const leaveId of [begun, confirmed]) store.ok('manager', 'leaves.confirm', { leaveId })
    store.setNow('2026-03-05')
    store.ok('admin', 'staff.setStatus', { staffId: store.ids.chen, status: 'resigned' })
    const cancelled = readRows<{ id: string }>(
      store,
      'select leave_id as id from leaves where cancelled_at is not null',
    )
    expect(cancelled.map(({ id }) => id).sort()).toEqual([confirmed, asked].sort())
    sound(store)
  })
})
