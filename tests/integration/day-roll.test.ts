import { describe, expect, it, test } from 'vitest'
import { addDays, asBusinessDate as d, type BusinessDate } from '#shared/time/business-date.ts'
import { planOn, raised, reach, register, writeRows } from '#tests/support/book.ts'
import { openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

const run = (store: TrainingStore) => store.ok('director', 'dayRoll.run')
const nothing = { rolledDates: [], raised: 0 }
/** A plan on a date that no call would allow: what an older program or a mistake may leave behind. */
const putPlanOn = (store: TrainingStore, planId: string, on: string) =>
  writeRows(store, 'update plans set due_on = ? where plan_id = ?', on, planId)

describe('the day roll (R-1.5)', () => {
  it('rolls the dates of a weekend off in order and raises an overdue plan once, dated 03-08', () => {
    const store = openTrainingStore({ now: '2026-03-04' })
    register(store, 'chen', { grade: 'H', expected: '2026-03-11', plan: '2026-03-07' })
    store.setNow('2026-03-06 18:00')
    expect(run(store)).toEqual({ rolledDates: ['2026-03-05', '2026-03-06'], raised: 0 })
    store.setNow('2026-03-10')
    expect(run(store)).toEqual({
      rolledDates: ['2026-03-07', '2026-03-08', '2026-03-09', '2026-03-10'],
      raised: 1,
    })
    expect(raised(store)).toEqual(['2026-03-08 overdue_follow_up 王伟'])
    expect(store.ok('director', 'store.status').lastRolledOn).toBe('2026-03-10')
  })

  it('changes nothing when it is run again', () => {
    const store = openTrainingStore()
    register(store, 'chen', { grade: 'H', expected: '2026-03-09', plan: '2026-03-05' })
    store.setNow('2026-03-08')
    expect(run(store).raised).toBe(1)
    expect(run(store)).toEqual(nothing)
    store.setNow('2026-03-08 18:00')
    expect(run(store)).toEqual(nothing)
    expect(raised(store)).toEqual(['2026-03-06 overdue_follow_up 王伟'])
  })

  it('runs by itself at the first call of a date, and the next who asks is told what it found', () => {
    const store = openTrainingStore()
    register(store, 'chen', { grade: 'H', expected: '2026-03-09', plan: '2026-03-05' })
    store.setNow('2026-03-06')
    store.ok('li', 'toDo.list')
    expect(store.ok('li', 'store.status').lastRolledOn).toBe('2026-03-06')
    store.setNow('2026-03-07')
    store.ok('chen', 'toDo.list')
    // The roll of 03-06 raised the overdue plan on 03-06 itself; whoever asks on 03-07 is told of that morning's.
    expect(run(store)).toEqual({ rolledDates: ['2026-03-07'], raised: 0 })
    expect(run(store)).toEqual(nothing)
    expect(store.ok('manager', 'violations.list').total).toBe(1)
  })

  it('finds nothing to roll in an empty store, and nothing on the first day of a book', () => {
    const store = openTrainingStore()
    store.setNow('2026-03-20')
    expect(run(store)).toEqual(nothing)
    expect(store.ok('director', 'store.status').lastRolledOn).toBeNull()
    register(store, 'chen', { grade: 'H', expected: '2026-03-25', plan: '2026-03-20' })
    expect(run(store)).toEqual(nothing)
    store.setNow('2026-03-21')
    expect(run(store)).toEqual({ rolledDates: ['2026-03-21'], raised: 1 })
  })

  it('leaves closed dates out, and judges a limit on one by the next open date (R-1.4)', () => {
    const store = openTrainingStore()
    store.ok('director', 'store.setCalendar', { closedDates: ['2026-03-05', '2026-03-06'] })
    const { planId } = register(store, 'chen', { grade: 'H', expected: '2026-03-09', plan: '2026-03-04' })
    putPlanOn(store, planId, '2026-03-30')
    store.setNow('2026-03-07')
    expect(run(store)).toEqual({ rolledDates: ['2026-03-03', '2026-03-04', '2026-03-07'], raised: 0 })
    store.setNow('2026-03-08')
    expect(run(store)).toEqual({ rolledDates: ['2026-03-08'], raised: 1 })
    expect(raised(store)).toEqual(['2026-03-08 frequency_breach 王伟'])
  })

  it('rolls nothing on a closed date', () => {
    const store = openTrainingStore()
    store.ok('director', 'store.setCalendar', { closedDates: ['2026-03-06'] })
    register(store, 'chen', { grade: 'H', expected: '2026-03-09', plan: '2026-03-05' })
    store.setNow('2026-03-06')
    expect(run(store).rolledDates).toEqual(['2026-03-03', '2026-03-04', '2026-03-05'])
    store.setNow('2026-03-07')
    expect(run(store)).toEqual({ rolledDates: ['2026-03-07'], raised: 1 })
  })

  it('judges nothing while the clock is behind (R-1.6)', () => {
    const store = openTrainingStore()
    register(store, 'chen', { grade: 'H', expected: '2026-03-09', plan: '2026-03-05' })
    store.setNow('2026-03-10')
    store.ok('chen', 'toDo.list')
    const judgedOn = store.ok('chen', 'store.status').lastRolledOn
    store.setNow('2026-03-09')
    expect(store.refused('director', 'dayRoll.run').code).toBe('CLOCK_BEHIND')
    expect(store.ok('chen', 'store.status')).toMatchObject({ clock: 'behind', lastRolledOn: judgedOn })
  })
})

describe('what a roll raises (R-8.1)', () => {
  const expired = { grade: 'H', expected: '2026-03-04', plan: '2026-03-05' }

  test.each([
    ['2026-03-05', []],
    ['2026-03-06', ['2026-03-06 overdue_follow_up 王伟']],
    ['2026-03-20', ['2026-03-06 overdue_follow_up 王伟']],
  ])(
    'of an H of 03-02 whose plan of 03-05 is never executed, by %s: %j and no frequency breach',
    (today, found) => {
      const store = openTrainingStore()
      const { opportunityId } = register(store, 'chen', {
        grade: 'H',
        expected: '2026-03-09',
        plan: '2026-03-05',
      })
      writeRows(
        store,
        "update opportunities set expected_purchase_date = '2026-12-31' where opportunity_id = ?",
        opportunityId,
      )
      store.setNow(today)
      run(store)
      expect(raised(store)).toEqual(found)
    },
  )

  it('an expired opportunity once for each of its dates', () => {
    const store = openTrainingStore()
    const { opportunityId } = register(store, 'chen', expired)
    store.setNow('2026-03-05')
    reach(store, 'chen', opportunityId, planOn('2026-03-08'))
    store.setNow('2026-03-08')
    reach(store, 'chen', opportunityId, planOn('2026-03-11'), {
      opportunity: { expectedPurchaseDate: '2026-03-09' },
    })
    store.setNow('2026-03-11')
    run(store)
    expect(raised(store)).toEqual([
      '2026-03-05 expired_opportunity 王伟',
      '2026-03-10 expired_opportunity 王伟',
    ])
  })

  it('a plan that is missing, dated with the day after', () => {
    const store = openTrainingStore()
    const { opportunityId, planId } = register(store, 'chen', {
      grade: 'A',
      expected: '2026-03-17',
      plan: '2026-03-09',
    })
    writeRows(store, "update plans set status = 'dropped', ended_on = '2026-03-03' where plan_id = ?", planId)
    writeRows(
      store,
      "update opportunities set plan_missing_since = '2026-03-03' where opportunity_id = ?",
      opportunityId,
    )
    store.setNow('2026-03-05')
    run(store)
    expect(raised(store)).toEqual(['2026-03-04 missing_plan 王伟'])
  })

  it('a breach of the frequency anew for every anchor, but not beside an overdue follow-up of the same one (R-8.2)', () => {
    const store = openTrainingStore()
    const { opportunityId } = register(store, 'chen', {
      grade: 'H',
      expected: '2026-03-09',
      plan: '2026-03-05',
    })
    writeRows(
      store,
      "update opportunities set expected_purchase_date = '2026-12-31' where opportunity_id = ?",
      opportunityId,
    )
    store.setNow('2026-03-08')
    const next = reach(store, 'chen', opportunityId, planOn('2026-03-11'))
    putPlanOn(store, next.nextPlanId ?? '', '2026-03-30')
    store.setNow('2026-03-20')
    run(store)
    expect(raised(store)).toEqual(['2026-03-06 overdue_follow_up 王伟', '2026-03-12 frequency_breach 王伟'])
  })

  it('a visit with intent that has no card the day after, once', () => {
    const store = openTrainingStore()
    register(store, 'chen', { grade: 'C', expected: '2026-06-01', plan: '2026-04-01' })
    const visit = (id: string, withIntent: number) =>
      writeRows(
        store,
        "insert into visits (visit_id, visited_on, consultant_id, customer_id, caller_name, model, with_intent) values (?, '2026-03-03', ?, null, '陆先生', '途观L', ?)",
        id,
        store.ids.li,
        withIntent,
      )
    visit('v1', 1)
    visit('v2', 0)
    store.setNow('2026-03-06')
    run(store)
    const { rows } = store.ok('manager', 'violations.list')
    expect(rows).toMatchObject([
      {
        kind: 'uncarded_visit',
        on: '2026-03-04',
        staffId: store.ids.li,
        customerId: null,
        opportunityId: null,
        ruleId: 'R-8.1',
      },
    ])
  })

  it('nothing for the days of a confirmed leave (R-6.3)', () => {
    const store = openTrainingStore({ now: '2026-03-07' })
    const { planId } = register(store, 'chen', { grade: 'H', expected: '2026-03-14', plan: '2026-03-08' })
    writeRows(
      store,
      "insert into leaves (leave_id, staff_id, from_on, until_on, kind, confirmed_at) values ('l1', ?, '2026-03-09', '2026-03-13', 'vacation', 1)",
      store.ids.chen,
    )
    putPlanOn(store, planId, '2026-03-14')
    store.setNow('2026-03-14')
    run(store)
    expect(raised(store)).toEqual([])
    store.setNow('2026-03-15')
    run(store)
    expect(raised(store)).toEqual([
      '2026-03-15 expired_opportunity 王伟',
      '2026-03-15 overdue_follow_up 王伟',
    ])
  })

  it('keeps the rule, the version of the policy and the reasons', () => {
    const store = openTrainingStore()
    const { planId, opportunityId, customerId } = register(store, 'chen', {
      grade: 'H',
      expected: '2026-03-09',
      plan: '2026-03-05',
    })
    store.setNow('2026-03-06')
    run(store)
    expect(store.ok('chen', 'violations.list').rows).toMatchObject([
      {
        kind: 'overdue_follow_up',
        status: 'raised',
        staffId: store.ids.chen,
        staffName: '陈晓东',
        customerId,
        opportunityId,
        ruleId: 'R-8.1',
        policyVersion: 1,
        reasons: [{ code: 'overdue_follow_up', data: { planId, dueOn: '2026-03-05' } }],
      },
    ])
  })
})

describe('dates on which the application was off', () => {
  /** A book of all grades with plans here and there, some of them later than any call would allow. */
  function makeBook(store: TrainingStore): void {
    store.ok('director', 'store.setCalendar', {
      closedDates: ['2026-03-08', '2026-03-15', '2026-03-16', '2026-03-22'],
    })
    const lines = [
      ['H', '2026-03-09', '2026-03-05', null],
      ['H', '2026-03-07', '2026-03-04', '2026-03-18'],
      ['A', '2026-03-15', '2026-03-09', '2026-03-12'],
      ['A', '2026-03-17', '2026-03-06', null],
      ['B', '2026-03-22', '2026-03-14', null],
      ['B', '2026-03-30', '2026-03-17', '2026-03-28'],
      ['C', '2026-05-01', '2026-03-23', null],
    ] as const
    for (const [index, [grade, expected, plan, movedTo]] of lines.entries()) {
      const made = register(store, index % 2 ? 'chen' : 'zhou', {
        grade,
        expected,
        plan,
        name: `客户${index}`,
      })
      if (movedTo) putPlanOn(store, made.planId, movedTo)
      if (index === 3) {
        writeRows(
          store,
          "update plans set status = 'dropped', ended_on = '2026-03-02' where plan_id = ?",
          made.planId,
        )
        writeRows(
          store,
          "update opportunities set plan_missing_since = '2026-03-08' where opportunity_id = ?",
          made.opportunityId,
        )
      }
    }
    writeRows(
      store,
      "insert into visits (visit_id, visited_on, consultant_id, customer_id, caller_name, model, with_intent) values ('v1', '2026-03-14', ?, null, '陆先生', '途观L', 1)",
      store.ids.li,
    )
  }

  it('come out as if it had run on every one of them', () => {
    const daily = openTrainingStore()
    const atOnce = openTrainingStore()
    makeBook(daily)
    makeBook(atOnce)
    const last = d('2026-03-25')
    for (let date: BusinessDate = d('2026-03-03'); date <= last; date = addDays(date, 1)) {
      daily.setNow(date)
      daily.ok('chen', 'toDo.list')
    }
    atOnce.setNow(last)
    expect(run(atOnce).raised).toBe(raised(daily).length)
    expect(raised(atOnce)).toEqual(raised(daily))
    expect(raised(atOnce)).toEqual(
      [
        '2026-03-06 frequency_breach 客户1',
        '2026-03-06 overdue_follow_up 客户0',
        '2026-03-09 expired_opportunity 客户1',
        '2026-03-10 expired_opportunity 客户0',
        '2026-03-10 frequency_breach 客户2',
        '2026-03-10 frequency_breach 客户3',
        '2026-03-10 missing_plan 客户3',
        '2026-03-17 uncarded_visit',
        '2026-03-13 overdue_follow_up 客户2',
        '2026-03-17 overdue_follow_up 客户4',
        '2026-03-18 expired_opportunity 客户2',
        '2026-03-18 expired_opportunity 客户3',
        '2026-03-18 frequency_breach 客户5',
        '2026-03-19 overdue_follow_up 客户1',
        '2026-03-24 expired_opportunity 客户4',
        '2026-03-24 overdue_follow_up 客户6',
      ].sort(),
    )
  })
})
