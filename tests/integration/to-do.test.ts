import { describe, expect, it } from 'vitest'
import { intake, openTrainingStore } from '#tests/support/training-store.ts'

describe('the to-do list', () => {
  it('stands in the order of R-4.9: overdue by age, appointments by time, plans by grade and waiting, then the rest', () => {
    const store = openTrainingStore()
    const add = (name: string, grade: string, expectedPurchaseDate: string, plan: object) =>
      store.ok(
        'chen',
        'customers.register',
        intake({ customer: { name }, opportunity: { grade, expectedPurchaseDate }, plan }),
      )
    add('逾期二天', 'H', '2026-03-09', { on: '2026-03-02' })
    add('逾期一天', 'B', '2026-03-25', { on: '2026-03-03' })
    add('今日乙', 'B', '2026-03-25', { on: '2026-03-04' })
    add('今日甲', 'H', '2026-03-09', { on: '2026-03-04' })
    add('下午到店', 'C', '2026-05-01', { on: '2026-03-04', time: '14:30', channel: 'showroom_visit' })
    add('上午试驾', 'C', '2026-05-01', { on: '2026-03-04', time: '09:30', channel: 'test_drive' })
    add('明天', 'H', '2026-03-09', { on: '2026-03-05' })
    add('今日到期', 'H', '2026-03-04', { on: '2026-03-05' })
    add('不符', 'A', '2026-03-11', { on: '2026-03-09' })
    store.setNow('2026-03-04')
    const list = store.ok('chen', 'toDo.list')
    expect(
      list.items.map(({ kind, customerName, daysOverdue }) => [kind, customerName, daysOverdue]),
    ).toEqual([
      ['overdue_plan', '逾期二天', 2],
      ['overdue_plan', '逾期一天', 1],
      ['appointment', '上午试驾', 0],
      ['appointment', '下午到店', 0],
      ['plan', '今日甲', 0],
      ['plan', '今日乙', 0],
      ['expiring', '今日到期', 0],
      ['out_of_step', '不符', 0],
    ])
    expect(list.items.at(-1)).toMatchObject({
      grade: 'A',
      gradeByDate: 'H',
      reasons: [{ code: 'grade_out_of_step' }],
    })
    expect(list.progress).toEqual({ done: 0, open: 6 })
    expect(list.ahead).toEqual([
      { on: '2026-03-05', count: 2 },
      { on: '2026-03-09', count: 1 },
    ])
  })

  it('tells of each line what was said last, the attempts and the days of protection left (R-5.7)', () => {
    const store = openTrainingStore()
    const { planId } = store.ok(
      'chen',
      'customers.register',
      intake({ opportunity: { grade: 'C', expectedPurchaseDate: '2026-05-01' } }),
    )
    const said = { result: 'reached', channel: 'phone', content: '说周末来试驾' } as const
    const next = store.ok('chen', 'followUps.execute', {
      planId,
      ...said,
      next: { kind: 'plan', on: '2026-03-27', channel: 'phone', purpose: '约试驾' },
    })
    store.setNow('2026-03-27')
    store.ok('chen', 'followUps.execute', {
      planId: next.nextPlanId,
      result: 'no_answer',
      channel: 'phone',
      next: { kind: 'plan', on: '2026-03-27', channel: 'phone', purpose: '再打' },
    })
    expect(store.ok('chen', 'toDo.list').items).toMatchObject([
      {
        kind: 'plan',
        purpose: '再打',
        lastResult: 'no_answer',
        attemptsSinceReached: 1,
        limit: '2026-03-29',
        protectedUntil: '2026-04-01',
        daysLeft: 5,
        thinIce: true,
      },
    ])
  })

  it('is his own: a manager sees those of his team, another manager does not', () => {
    const store = openTrainingStore()
    store.ok('chen', 'customers.register', intake({ plan: { on: '2026-03-02' } }))
    expect(store.ok('manager', 'toDo.list', { staffId: store.ids.chen }).total).toBe(1)
    expect(store.refused('otherManager', 'toDo.list', { staffId: store.ids.chen }).code).toBe('NOT_FOUND')
    expect(store.refused('li', 'toDo.list', { staffId: store.ids.chen }).code).toBe('NOT_FOUND')
    expect(store.refused('desk', 'toDo.list').code).toBe('PERMISSION_DENIED')
  })
})
