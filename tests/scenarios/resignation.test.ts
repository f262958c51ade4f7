import { expect, it } from 'vitest'
import { verifyStore } from '#main/application/verify/index.ts'
import { planOn, reach, register } from '#tests/support/book.ts'
import { openTrainingStore, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'

/*
 * A resignation in the middle of overdue work (R-7.1 … ), day by day. Policy `benyue`: H 7/3, A 15/7, B 30/15,
 * C –/30; 2026-03-02 is a Monday. 陈晓东 leaves on Tuesday 03-10; 李雪 rests on Tuesdays, 周婷 never. The store is closed
 * on 03-13. Worked out by hand, before the program was asked.
 */

const violations = (store: TrainingStore) =>
  store
    .ok('director', 'violations.list', { limit: 500 })
    .rows.map(({ on, kind, staffName, customerName }) => `${on} ${kind} ${customerName} ${staffName}`)
    .sort()
const overdueOf = (store: TrainingStore, who: PersonName) =>
  store
    .ok(who, 'toDo.list')
    .items.filter(({ kind }) => kind === 'overdue_plan')
    .map(({ customerName }) => customerName)
const todayOf = (store: TrainingStore, who: PersonName) =>
  store
    .ok(who, 'toDo.list')
    .items.filter(({ kind }) => kind === 'plan' || kind === 'appointment')
    .map(({ customerName }) => customerName ?? '')
    .sort()

it('nobody is blamed for what he inherits, and everything is in the right list at once', () => {
  const store = openTrainingStore()
  store.ok('admin', 'staff.update', { staffId: store.ids.li, restWeekdays: [2] })
  store.ok('director', 'store.setCalendar', { closedDates: ['2026-03-13'] })
  const make = (name: string, grade: string, expected: string, plan: string, who: PersonName = 'chen') =>
    register(store, who, { grade, expected, plan, name })

  // 03-02: six customers of 陈晓东, three of 李雪.
  const wang = make('王伟', 'H', '2026-03-09', '2026-03-05')
  const zhao = make('赵敏', 'H', '2026-03-08', '2026-03-04')
  const sun = make('孙丽', 'A', '2026-03-17', '2026-03-09')
  const zhou = make('周杰', 'A', '2026-03-16', '2026-03-09')
  const wu = make('吴涛', 'B', '2026-03-30', '2026-03-16')
  const feng = make('冯敏', 'C', '2026-04-10', '2026-03-30')
  const he = make('何静', 'A', '2026-03-14', '2026-03-09', 'li')
  const guo = make('郭涛', 'A', '2026-03-15', '2026-03-09', 'li')
  make('许洁', 'C', '2026-04-10', '2026-03-30', 'li')

  // 03-05: 赵敏's call of 03-04 was not made; he makes it good today, next on 03-08.
  store.setNow('2026-03-05')
  expect(violations(store)).toEqual(['2026-03-05 overdue_follow_up 赵敏 陈晓东'])
  reach(store, 'chen', zhao.opportunityId, planOn('2026-03-08'))
  // 03-06: 王伟's call of 03-05 was not made either. 冯敏 no longer buys; his manager does not decide yet.
  store.setNow('2026-03-06')
  reach(store, 'chen', feng.opportunityId, { kind: 'lost', reason: 'no_longer_buying' })
  // 03-09: 李雪 calls 何静 and 郭涛 in time. 赵敏 was due on 03-08, and her purchase date has passed.
  store.setNow('2026-03-09')
  store.ok('chen', 'toDo.list')
  for (const { opportunityId } of [he, guo]) reach(store, 'li', opportunityId, planOn('2026-03-16'))
  const former = [
    '2026-03-05 overdue_follow_up 赵敏 陈晓东',
    '2026-03-06 overdue_follow_up 王伟 陈晓东',
    '2026-03-09 expired_opportunity 赵敏 陈晓东',
    '2026-03-09 overdue_follow_up 赵敏 陈晓东',
  ]
  expect(violations(store)).toEqual(former)

  // 03-10: he resigns. 王伟 expired on 03-09; 孙丽 and 周杰 were due on 03-09: all of it was still his.
  store.setNow('2026-03-10')
  const his = [
    ...former,
    '2026-03-10 expired_opportunity 王伟 陈晓东',
    '2026-03-10 overdue_follow_up 周杰 陈晓东',
    '2026-03-10 overdue_follow_up 孙丽 陈晓东',
  ].sort()
  expect(violations(store)).toEqual(his)
  const resign = { staffId: store.ids.chen, status: 'resigned' } as const
  expect(store.refused('admin', 'staff.setStatus', resign).reasons).toMatchObject([
    { code: 'owns_open_opportunities', data: { count: 6 } },
  ])

  // Two H, two A, one B, one C; 李雪 holds two A and a C. 王伟 is put into her hands, the rest is spread evenly by grade: the
  // other H is 周婷's, who then has as many, both A and the C because 李雪 holds them already, and B because she has fewer.
  const spread = {
    from: store.ids.chen,
    customerIds: 'all',
    to: [store.ids.li, store.ids.zhou],
    spread: 'evenByGrade',
    assignments: [{ customerId: wang.customerId, to: store.ids.li }],
  } as const
  const preview = store.ok('director', 'reassignments.preview', spread)
  expect(preview).toMatchObject({ total: 6, overdue: 4 })
  const loads = Object.fromEntries(preview.load.map((each) => [each.name, [each.before, each.after]]))
  expect(loads).toEqual({ 李雪: [3, 4], 周婷: [0, 5] })
  expect(preview.dueAnew.map(({ on, count }) => `${on} ${count}`).sort()).toEqual([
    '2026-03-10 3',
    '2026-03-11 1',
  ])
  const { reassignmentId } = store.ok('director', 'reassignments.apply', {
    ...spread,
    reason: '离职',
    expected: 6,
  })
  store.ok('admin', 'staff.setStatus', resign)

  // The books are right at once: 周婷 has three calls to make today, 李雪 rests and has 王伟 tomorrow.
  expect([overdueOf(store, 'zhou'), todayOf(store, 'zhou')]).toEqual([[], ['周杰', '孙丽', '赵敏']])
  expect([overdueOf(store, 'li'), todayOf(store, 'li')]).toEqual([[], []])
  const check = store.ok('director', 'dailyCheck.get', { on: '2026-03-10' })
  const figuresOf = (name: string) => check.consultants.find((each) => each.name === name)?.figures
  expect(check.consultants.map(({ name }) => name).sort()).toEqual(['周婷', '李雪'])
  expect(figuresOf('周婷')).toMatchObject({ dueToday: 3, overdue: 0, beyondLimit: 0, dormant: 0 })
  expect(figuresOf('李雪')).toMatchObject({ overdue: 0, beyondLimit: 0, dormant: 0 })
  expect(violations(store)).toEqual(his)
  // The former owner is not restored any more; nobody could have him.
  expect(store.refused('director', 'reassignments.undo', { reassignmentId }).reasons).toEqual([
    { code: 'sender_cannot_own', data: { name: '陈晓东' } },
  ])

  // 03-11: 周婷 called 赵敏 and 孙丽 on the day; 周杰 was left, and is raised once more, against her. Nothing else is hers:
  // neither his purchase dates of before nor his limits.
  reach(store, 'zhou', zhao.opportunityId, planOn('2026-03-12'), {
    opportunity: { expectedPurchaseDate: '2026-03-16' },
  })
  reach(store, 'zhou', sun.opportunityId, planOn('2026-03-17'))
  store.setNow('2026-03-11')
  const one = [...his, '2026-03-11 overdue_follow_up 周杰 周婷'].sort()
  expect(violations(store)).toEqual(one)
  expect(todayOf(store, 'li')).toEqual(['王伟'])

  // 03-12: 李雪 did not call 王伟 on her first working day.
  store.setNow('2026-03-12')
  const two = [...one, '2026-03-12 overdue_follow_up 王伟 李雪'].sort()
  expect(violations(store)).toEqual(two)
  reach(store, 'li', wang.opportunityId, planOn('2026-03-15'), {
    opportunity: { expectedPurchaseDate: '2026-03-18' },
  })
  // 03-14: 赵敏 was due on 03-12. The store was closed on 03-13, which is when nothing is judged.
  store.setNow('2026-03-14')
  const three = [...two, '2026-03-14 overdue_follow_up 赵敏 周婷'].sort()
  expect(violations(store)).toEqual(three)

  // Her manager refuses 冯敏's loss: her new owner gets the plan for his next working day.
  expect(store.ok('otherManager', 'losses.list').rows).toMatchObject([
    { customerName: '冯敏', ownerName: '周婷' },
  ])
  expect(store.ok('otherManager', 'losses.refuse', { opportunityId: feng.opportunityId }).on).toBe(
    '2026-03-15',
  )
  const { plans } = store.ok('zhou', 'customers.get', { customerId: feng.customerId })
  expect(plans.filter(({ status }) => status === 'open')).toMatchObject([
    { on: '2026-03-15', assigneeName: '周婷' },
  ])

  // 吴涛's plan of 03-16 stayed what it was, whoever has him now.
  const card = store.ok('director', 'customers.get', { customerId: wu.customerId })
  expect(card.plans).toMatchObject([{ on: '2026-03-16', status: 'open', assigneeName: '周婷' }])
  expect(card.owners).toMatchObject([
    { fromOn: '2026-03-10', untilOn: null, reason: '离职' },
    { ownerName: '陈晓东', fromOn: '2026-03-02', untilOn: '2026-03-10', reason: 'registered' },
  ])
  expect(store.ok('director', 'customers.get', { customerId: zhou.customerId }).customer.ownerName).toBe(
    '周婷',
  )
  expect(verifyStore(store.application.store, 'en').problems).toEqual([])
})

it.each([
  ['he works on that day', [], '2026-03-10'],
  ['he rests on Tuesdays', [2], '2026-03-11'],
] as const)('R-7.3: a plan of 03-05 overdue, reassigned on 03-10, %s', (_title, restWeekdays, dueOn) => {
  const store = openTrainingStore()
  store.ok('admin', 'staff.update', { staffId: store.ids.li, restWeekdays: [...restWeekdays] })
  const made = register(store, 'chen', { grade: 'H', expected: '2026-03-09', plan: '2026-03-05' })
  store.setNow('2026-03-10')
  store.ok('director', 'reassignments.apply', {
    from: store.ids.chen,
    customerIds: [made.customerId],
    to: [store.ids.li],
    spread: 'one',
    reason: '离职',
  })
  expect(store.ok('li', 'customers.get', { customerId: made.customerId }).plans).toMatchObject([
    { on: dueOn },
  ])
  const against = (name: string) =>
    store
      .ok('director', 'violations.list', { limit: 500 })
      .rows.filter(({ staffName }) => staffName === name)
      .map(({ on, kind }) => `${on} ${kind}`)
  // What fell due before stays with the former owner, and with him alone.
  const former = ['2026-03-10 expired_opportunity', '2026-03-06 overdue_follow_up']
  expect([against('陈晓东'), against('李雪')]).toEqual([former, []])
  store.setNow(dueOn)
  expect(against('李雪')).toEqual([])
  store.setNow('2026-03-20')
  const next = `2026-03-${Number(dueOn.slice(-2)) + 1}`
  expect([against('陈晓东'), against('李雪')]).toEqual([former, [`${next} overdue_follow_up`]])
})
