import { describe, expect, it } from 'vitest'
import { planOn, reach, readRows } from '#tests/support/book.ts'
import { intervals } from '#tests/support/policies.ts'
import { content, make, makeWith, merge, sound, versionOf } from '#tests/support/books/merging.ts'
import { intake, openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

/** 王伟 kept, 汪伟 dropped, both chen's, and 李娜, the wife of the dropped one; merged on 03-10. */
function openMerged() {
  const store = openTrainingStore()
  const kept = makeWith(store, 'chen', { name: '王伟', mobile: '13900000001' })
  const dropped = makeWith(store, 'chen', { name: '汪伟', mobile: '13900000002' })
  const wife = make(store, 'chen', '李娜')
  store.ok('chen', 'customers.linkRelative', {
    customerId: dropped.customerId,
    relativeId: wife.customerId,
    relation: 'spouse',
  })
  reach(store, 'chen', dropped.opportunityId, planOn('2026-03-25'))
  const { instructionId } = store.ok('manager', 'instructions.add', {
    customerId: dropped.customerId,
    text: '请约到店',
  })
  store.setNow('2026-03-10')
  // The roll of the day has run before anything is compared.
  store.ok('manager', 'merges.list')
  const before = content(store)
  const { mergeId } = merge(store, 'manager', kept.customerId, dropped.customerId, {
    choices: { name: 'kept', mobile: 'kept' },
  })
  return { store, kept, dropped, wife, instructionId, mergeId, before }
}
type Merged = ReturnType<typeof openMerged>
const reasons = ({ store, mergeId }: Merged) =>
  store
    .refused('manager', 'merges.undo', { mergeId })
    .reasons?.map(({ code, data }) => `${code} ${data['customerName']}`)

describe('undoing a merge (R-3.4a)', () => {
  it('restores every row as it was', () => {
    const { store, mergeId, before, kept, dropped } = openMerged()
    expect(content(store)).not.toEqual(before)
    expect(store.ok('manager', 'merges.undo', { mergeId, reason: '是两兄弟' })).toEqual({
      keptId: kept.customerId,
      droppedId: dropped.customerId,
    })
    expect(content(store)).toEqual(before)
    sound(store)
    expect(store.ok('manager', 'merges.list').rows).toMatchObject([
      { undoneBy: '钱经理', obstacles: [{ code: 'merge_undone' }] },
    ])
  })

  it.each([
    ['2026-04-09', true],
    ['2026-04-10', false],
  ])('on %s, thirty days or one more after it: %s', (today, allowed) => {
    const { store, mergeId } = openMerged()
    store.setNow(today)
    const [listed] = store.ok('manager', 'merges.list').rows
    expect(listed).toMatchObject({
      undoUntil: '2026-04-09',
      obstacles: allowed ? [] : [{ code: 'merge_too_old' }],
    })
    const answer = store.answer('manager', 'merges.undo', { mergeId })
    expect(answer.ok).toBe(allowed)
    if (!answer.ok)
      expect(answer.error.reasons).toEqual([
        { code: 'merge_too_old', data: { until: '2026-04-09', days: 30 } },
      ])
    sound(store)
  })

  it('gives violations raised meanwhile to the record whose opportunity they are about', () => {
    const { store, mergeId, dropped, kept } = openMerged()
    store.setNow('2026-03-30')
    const of = (customerId: string) =>
      readRows<{ n: number }>(
        store,
        `select count(*) as n from violations where customer_id = '${customerId}'`,
      )[0]?.n
    store.ok('manager', 'dailyCheck.get')
    expect([of(kept.customerId), of(dropped.customerId)]).toEqual([2, 0])
    store.ok('manager', 'merges.undo', { mergeId })
    expect([of(kept.customerId), of(dropped.customerId)]).toEqual([1, 1])
    sound(store)
  })

  const since: readonly (readonly [string, string[], (merged: Merged) => void])[] = [
    [
      'a contact',
      ['moved_contacted_since 王伟', 'moved_planned_since 王伟'],
      ({ store, dropped }) =>
        void reach(store, 'chen', dropped.opportunityId, planOn('2026-03-26'), { content: '嗯' }),
    ],
    [
      'a plan moved',
      ['moved_planned_since 王伟'],
      ({ store, kept }) => {
        const { plans } = store.ok('chen', 'customers.get', { customerId: kept.customerId })
        const plan = plans.find(({ on, status }) => on === '2026-03-20' && status === 'open')
        store.ok('chen', 'followUps.move', {
          planId: plan?.planId ?? '',
          on: '2026-03-18',
          reason: '客户要求',
        })
      },
    ],
    [
      'new data',
      ['moved_changed_since 王伟'],
      ({ store, kept }) => {
        const { customerId } = kept
        const version = versionOf(store, customerId)
        store.ok('chen', 'customers.update', { customerId, version, customer: { company: '江南机电' } })
      },
    ],
    [
      'a new opportunity',
      ['moved_planned_since 王伟'],
      ({ store, kept }) => {
        const { opportunity, plan } = intake({
          opportunity: { grade: 'C', expectedPurchaseDate: '2026-06-01' },
          plan: { on: '2026-03-20' },
        })
        store.ok('chen', 'opportunities.add', { customerId: kept.customerId, opportunity, plan })
      },
    ],
    [
      'an answer',
      ['merge_instructed_since 王伟'],
      ({ store, instructionId }) =>
        void store.ok('chen', 'instructions.answer', { instructionId, text: '已约周六到店' }),
    ],
    [
      'an instruction',
      ['merge_instructed_since 王伟'],
      ({ store, kept }) =>
        void store.ok('manager', 'instructions.add', { customerId: kept.customerId, text: '再约一次' }),
    ],
    [
      'a visit',
      ['merge_visited_since 王伟'],
      ({ store }) =>
        void store.ok('chen', 'visits.register', { kind: 'walk_in', partySize: 2, phone: '13900000002' }),
    ],
    [
      'another owner',
      ['moved_transferred_since 王伟', 'moved_planned_since 王伟', 'merge_instructed_since 王伟'],
      ({ store }) =>
        void store.ok('director', 'reassignments.apply', {
          from: store.ids.chen,
          customerIds: 'all',
          to: [store.ids.li],
          spread: 'one',
          reason: '片区调整',
        }),
    ],
    [
      'a relative unlinked',
      ['merge_linked_since 王伟'],
      ({ store, kept, wife }) =>
        void store.ok('chen', 'customers.unlinkRelative', {
          customerId: kept.customerId,
          relativeId: wife.customerId,
        }),
    ],
    [
      'another phone',
      ['merge_phones_since 王伟'],
      ({ store, kept }) => {
        const { customerId } = kept
        const version = versionOf(store, customerId)
        store.ok('chen', 'customers.update', { customerId, version, customer: { mobile: '13900000008' } })
      },
    ],
    [
      'another merge',
      ['merge_merged_since 王伟', 'moved_contacted_since 王伟'],
      ({ store, kept }) => {
        const third = makeWith(store, 'chen', { name: '王维' })
        reach(store, 'chen', third.opportunityId, planOn('2026-03-26'), { content: '嗯' })
        merge(store, 'manager', kept.customerId, third.customerId, { choices: { name: 'kept' } })
      },
    ],
  ]
  it.each(since)('is refused after %s, by name', (_what, expected, act) => {
    const merged = openMerged()
    merged.store.setNow('2026-03-11')
    act(merged)
    expect(reasons(merged)).toEqual(expect.arrayContaining(expected))
    expect(merged.store.ok('manager', 'merges.list').rows.at(-1)?.obstacles.length).toBeGreaterThan(0)
    sound(merged.store)
  })

  it('goes merge by merge, the last one first, through records that were taken in one by another', () => {
    const { store, kept, dropped, mergeId, before } = openMerged()
    const third = makeWith(store, 'chen', { name: '王维', mobile: '13900000003' })
    const second = merge(store, 'manager', third.customerId, kept.customerId)
    const card = (customerId: string) => store.ok('chen', 'customers.get', { customerId })
    expect(card(dropped.customerId).customer.customerId).toBe(third.customerId)
    expect(card(third.customerId).mergedFrom.map(({ customerId }) => customerId)).toEqual([
      kept.customerId,
      dropped.customerId,
    ])
    expect(card(third.customerId).opportunities).toHaveLength(3)
    sound(store)
    expect(store.refused('manager', 'merges.undo', { mergeId }).reasons?.map(({ code }) => code)).toContain(
      'merge_merged_since',
    )
    store.ok('manager', 'merges.undo', { mergeId: second.mergeId })
    store.ok('manager', 'merges.undo', { mergeId })
    const after = content(store)
    for (const rows of Object.values(before))
      for (const row of rows) expect(Object.values(after).flat()).toContain(row)
    sound(store)
  })

  it('goes back to nobody who has left', () => {
    const store = openTrainingStore()
    const kept = makeWith(store, 'chen', { name: '王伟' })
    const dropped = makeWith(store, 'li', { name: '汪伟' })
    const { mergeId } = merge(store, 'director', kept.customerId, dropped.customerId)
    store.ok('admin', 'staff.setStatus', { staffId: store.ids.li, status: 'resigned' })
    sound(store)
    expect(store.refused('director', 'merges.undo', { mergeId }).reasons).toEqual([
      { code: 'merge_owner_left', data: { name: '李雪' } },
    ])
  })
})

describe('life goes on with a merged customer', () => {
  const dayByDay = (store: TrainingStore, days: readonly string[]) => {
    for (const day of days) {
      store.setNow(day)
      store.ok('manager', 'dailyCheck.get')
    }
  }
  it('through day rolls, a leave, a new policy and a reassignment', () => {
    const { store, kept } = openMerged()
    const { leaveId } = store.ok('chen', 'leaves.request', {
      from: '2026-03-19',
      until: '2026-03-22',
      kind: 'vacation',
    })
    for (const { opportunityId, planId } of readRows<{ opportunityId: string; planId: string }>(
      store,
      `select opportunity_id as opportunityId, plan_id as planId from plans
       where status = 'open' and due_on between '2026-03-19' and '2026-03-22'`,
    ))
      store.ok('chen', 'leaves.resolve', { leaveId, opportunityId, planId, way: 'postpone' })
    store.ok('manager', 'leaves.confirm', { leaveId })
    store.ok('director', 'policies.publish', { policy: intervals({ C: 12 }), effectiveFrom: '2026-03-18' })
    dayByDay(store, ['2026-03-12', '2026-03-18', '2026-03-26', '2026-04-02'])
    const { reassignmentId } = store.ok('director', 'reassignments.apply', {
      from: store.ids.chen,
      customerIds: 'all',
      to: [store.ids.zhou],
      spread: 'one',
      reason: '片区调整',
    })
    sound(store)
    expect(store.ok('zhou', 'customers.get', { customerId: kept.customerId }).opportunities).toHaveLength(2)
    dayByDay(store, ['2026-04-03', '2026-04-10'])
    store.ok('director', 'reassignments.undo', { reassignmentId })
    sound(store)
  })

  it('is no more in a reassignment that was made before the merge', () => {
    const store = openTrainingStore()
    const kept = makeWith(store, 'li', { name: '王伟' })
    const dropped = makeWith(store, 'chen', { name: '汪伟' })
    const { reassignmentId } = store.ok('director', 'reassignments.apply', {
      from: store.ids.chen,
      customerIds: 'all',
      to: [store.ids.li],
      spread: 'one',
      reason: '片区调整',
    })
    merge(store, 'manager', kept.customerId, dropped.customerId)
    expect(store.refused('director', 'reassignments.undo', { reassignmentId }).code).toBe('RULE_REFUSED')
    sound(store)
  })
})
