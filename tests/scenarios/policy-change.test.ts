import { expect, it } from 'vitest'
import { verifyStore } from '#main/application/verify/index.ts'
import { planOn, raised, reach, readRows, register } from '#tests/support/book.ts'
import { intervals } from '#tests/support/policies.ts'
import { openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

/*
 * A policy change in the middle of open work, worked out by hand. Policy `benyue` (H 7/3, A 15/7, B 30/15, C –/30) until
 * Tuesday 2026-03-10; from Wednesday 2026-03-11 on H is called every 2 days, A every 5, B every 10 (C stays). The store is
 * closed on Friday 03-13. Published on 03-06.
 */

const book = (store: TrainingStore) =>
  Object.fromEntries(
    readRows<{ name: string; limit: string; plan: string }>(
      store,
      `select c.name, substr(o.limit_on, 6) as "limit", substr(p.due_on, 6) as plan from opportunities o
       join customers c on c.customer_id = o.customer_id
       join plans p on p.opportunity_id = o.opportunity_id and p.status = 'open'`,
    ).map(({ name, limit, plan }) => [name, `limit ${limit}, plan ${plan}`]),
  )

function beforeTheChange(store: TrainingStore) {
  store.ok('director', 'store.setCalendar', { closedDates: ['2026-03-13'] })
  const zhao = register(store, 'chen', {
    name: '赵刚',
    grade: 'H',
    expected: '2026-03-09',
    plan: '2026-03-05',
  })
  const qian = register(store, 'chen', {
    name: '钱芳',
    grade: 'A',
    expected: '2026-03-16',
    plan: '2026-03-09',
  })
  register(store, 'chen', { name: '孙丽', grade: 'B', expected: '2026-03-30', plan: '2026-03-17' })
  register(store, 'li', { name: '李强', grade: 'C', expected: '2026-04-20', plan: '2026-03-30' })
  register(store, 'li', { name: '周敏', grade: 'A', expected: '2026-03-17', plan: '2026-03-08' })
  store.setNow('2026-03-05')
  reach(store, 'chen', zhao.opportunityId, planOn('2026-03-08'))
  store.setNow('2026-03-06')
  const published = store.ok('director', 'policies.publish', {
    policy: intervals({ H: 2, A: 5, B: 10 }),
    effectiveFrom: '2026-03-11',
    note: '旺季加密回访',
  })
  expect(published).toEqual({ version: 2, movedPlans: 0 })
  return { zhao, qian }
}

it('changes the policy in the middle of open work: nobody is late by it, nobody is forgiven', () => {
  const store = openTrainingStore()
  const { zhao, qian } = beforeTheChange(store)

  // 03-08: under the old policy still. 赵刚 may be called again in three days, on the very day of the change.
  store.setNow('2026-03-08')
  reach(store, 'chen', zhao.opportunityId, planOn('2026-03-11'), {
    opportunity: { expectedPurchaseDate: '2026-03-15' },
  })
  // 03-09: 钱芳 is reached; A, seven days: up to 03-16.
  store.setNow('2026-03-09')
  reach(store, 'chen', qian.opportunityId, planOn('2026-03-16'))
  // 周敏's plan of 03-08 was missed, and so was her limit of 03-09, by 03-10: both under the old policy.
  store.setNow('2026-03-10')
  expect(raised(store)).toEqual(['2026-03-09 overdue_follow_up 周敏'])
  expect(book(store)).toEqual({
    赵刚: 'limit 03-11, plan 03-11',
    钱芳: 'limit 03-16, plan 03-16',
    孙丽: 'limit 03-17, plan 03-17',
    李强: 'limit 04-01, plan 03-30',
    周敏: 'limit 03-09, plan 03-08',
  })
  const preview = store.ok('director', 'policies.preview', {
    policy: intervals({ H: 2, A: 5, B: 10 }),
    effectiveFrom: '2026-03-11',
  })

  // 03-11: 赵刚 H 03-08 + 2 would be 03-10, so 03-11 itself; 钱芳 A 03-09 + 5 = 03-14; 孙丽 B 03-02 + 10 = 03-12.
  // 周敏's limit had passed and stays.
  store.setNow('2026-03-11')
  store.ok('chen', 'toDo.list')
  expect(book(store)).toEqual({
    赵刚: 'limit 03-11, plan 03-11',
    钱芳: 'limit 03-14, plan 03-14',
    孙丽: 'limit 03-12, plan 03-12',
    李强: 'limit 04-01, plan 03-30',
    周敏: 'limit 03-09, plan 03-08',
  })
  expect(
    preview.beyondLimit.rows.map(({ customerName, planOn: from, movedTo }) => [customerName, from, movedTo]),
  ).toEqual([
    ['孙丽', '2026-03-17', '2026-03-12'],
    ['钱芳', '2026-03-16', '2026-03-14'],
  ])
  // A contact of today goes by the new intervals: H again on 03-13 at the latest, closed, so 03-12.
  const refused = store.refused('chen', 'followUps.execute', {
    opportunityId: zhao.opportunityId,
    result: 'reached',
    channel: 'phone',
    content: '客户说周末来看车',
    next: planOn('2026-03-14'),
  })
  expect(refused.reasons?.map(({ code }) => code)).toContain('plan_beyond_limit')
  reach(store, 'chen', zhao.opportunityId, planOn('2026-03-12'))

  // Nothing else is done until Monday 03-16. 赵刚 and 孙丽 were due on 03-12; the store is closed on 03-13, so the fault
  // stands on 03-14. 钱芳's on 03-15. On 03-15 赵刚 was to have bought.
  store.setNow('2026-03-16')
  store.ok('chen', 'toDo.list')
  expect(raised(store)).toEqual([
    '2026-03-09 overdue_follow_up 周敏',
    '2026-03-14 overdue_follow_up 孙丽',
    '2026-03-14 overdue_follow_up 赵刚',
    '2026-03-15 overdue_follow_up 钱芳',
    '2026-03-16 expired_opportunity 赵刚',
  ])
  const versions = store
    .ok('director', 'violations.list')
    .rows.map(({ customerName, policyVersion }) => `${customerName} ${policyVersion}`)
  expect(versions.sort()).toEqual(['周敏 1', '孙丽 2', '赵刚 2', '赵刚 2', '钱芳 2'].sort())
  expect(verifyStore(store.application.store, 'zh-CN').problems).toEqual([])
})
