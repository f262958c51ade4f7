import { describe, expect, it, test } from 'vitest'
import { figures } from '#shared/domain/codes.ts'
import { planOn, reach, register, writeRows } from '#tests/support/book.ts'
import { chenByHand, makeBook, on, zero } from '#tests/support/books/checked-book.ts'
import { openTrainingStore, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'

const ofSheet = (store: TrainingStore, as: PersonName, whose: PersonName, date = on) =>
  store.ok(as, 'dailyCheck.get', { on: date }).consultants.find(({ staffId }) => staffId === store.ids[whose])

describe('the figures of a date (R-9.1)', () => {
  it('are those counted by hand, of each consultant and of all', () => {
    const { store } = makeBook()
    const sheet = store.ok('director', 'dailyCheck.get', { on })
    const of = (whose: PersonName) => sheet.consultants.find(({ staffId }) => staffId === store.ids[whose])
    expect(of('chen')).toMatchObject({ name: '陈晓东', managerId: store.ids.manager, figures: chenByHand })
    expect(of('li')?.figures).toEqual({ ...zero, dueToday: 1, notDone: 1 })
    expect(of('zhou')?.figures).toEqual({ ...zero, overdue: 1 })
    expect(sheet.store.figures).toEqual({ ...chenByHand, dueToday: 4, notDone: 2, overdue: 2 })
    expect(sheet).toMatchObject({ on, policyVersion: 1, lossesWaiting: 1 })
  })

  it('count as effective what was, of everything recorded on the date', () => {
    const { store } = makeBook()
    expect(ofSheet(store, 'director', 'chen')?.effectiveRate).toBeCloseTo(1 / 3)
    expect(ofSheet(store, 'director', 'li')?.effectiveRate).toBeNull()
    expect(store.ok('otherManager', 'dailyCheck.get', { on }).store.effectiveRate).toBeNull()
  })

  it('count the violations that are dated with it', () => {
    const { store } = makeBook()
    const raisedOn = (as: PersonName, date: string) =>
      store.ok(as, 'dailyCheck.get', { on: date }).violationsRaised
    expect([
      raisedOn('manager', '2026-03-06'),
      raisedOn('manager', on),
      raisedOn('otherManager', on),
    ]).toEqual([1, 1, 1])
  })

  it.each(figures)('%s opens as many lines as it counts, each with its reason', (figure) => {
    const { store } = makeBook()
    for (const { staffId, figures: counted } of store.ok('director', 'dailyCheck.get', { on }).consultants) {
      const lines = store.ok('director', 'dailyCheck.lines', { on, staffId, figure })
      expect([lines.rows.length, lines.total]).toEqual([counted[figure], counted[figure]])
      for (const line of lines.rows) {
        expect(line).toMatchObject({ figure, staffId })
        expect(line.reasons).not.toEqual([])
      }
    }
    const all = store.ok('director', 'dailyCheck.lines', { on, figure })
    expect(all.total).toBe(store.ok('director', 'dailyCheck.get', { on }).store.figures[figure])
  })

  it.each([
    ['dueToday', ['完成 2026-03-10 done_today', '未接 2026-03-10 done_today', '未接 2026-03-10 due_today']],
    ['notDone', ['未接 2026-03-10 due_today']],
    ['overdue', ['过期 2026-03-05 overdue_follow_up']],
    ['expired', ['过期 2026-03-09 expired_opportunity']],
    ['missingPlan', ['缺计划 2026-03-06 missing_plan']],
    ['beyondLimit', ['过期 2026-03-05 limit_passed']],
    ['outOfStep', ['未接 2026-03-25 grade_out_of_step']],
    ['uncardedVisits', ['陆先生 2026-03-08 uncarded_visit']],
    ['unanswered', ['完成 2026-03-09 instruction_unanswered']],
    ['lateRecorded', ['补录 2026-03-09 follow_up_late_recorded']],
  ] as const)('%s is made of %j', (figure, expected) => {
    const { store } = makeBook()
    const { rows } = store.ok('manager', 'dailyCheck.lines', { on, staffId: store.ids.chen, figure })
    expect(rows.map((row) => `${row.customerName} ${row.on} ${row.reasons[0]?.code}`).sort()).toEqual(
      [...expected].sort(),
    )
  })

  it('a line shows the customer, his dates and what was said last', () => {
    const { store, missed } = makeBook()
    const { rows } = store.ok('manager', 'dailyCheck.lines', {
      on,
      staffId: store.ids.chen,
      figure: 'outOfStep',
    })
    expect(rows).toMatchObject([
      {
        staffName: '陈晓东',
        customerId: missed.customerId,
        opportunityId: missed.opportunityId,
        model: '帕萨特',
        grade: 'B',
        limit: '2026-03-12',
        expectedPurchaseDate: '2026-03-25',
        lastContactOn: null,
        lastContent: '',
      },
    ])
  })

  it('lines of several consultants follow each other over the pages', () => {
    const { store } = makeBook()
    const page = (cursor?: string | null) =>
      store.ok('director', 'dailyCheck.lines', { on, figure: 'dueToday', limit: 3, cursor })
    const first = page()
    const second = page(first.nextCursor)
    expect([first.rows.length, second.rows.length, first.total, second.nextCursor]).toEqual([3, 1, 4, null])
    expect(new Set([...first.rows, ...second.rows].map(({ planId }) => planId)).size).toBe(4)
  })

  test.each([
    ['2026-04-01', 0],
    ['2026-04-02', 1],
  ])(
    'a customer whose last effective follow-up was on 03-02 is dormant or not on %s: %i (R-5.2)',
    (date, dormant) => {
      const store = openTrainingStore()
      const { opportunityId } = register(store, 'chen', {
        grade: 'C',
        expected: '2026-06-01',
        plan: '2026-03-02',
      })
      reach(store, 'chen', opportunityId, planOn('2026-03-30'))
      store.setNow(date)
      expect(ofSheet(store, 'manager', 'chen', date)?.figures.dormant).toBe(dormant)
      const { rows } = store.ok('manager', 'dailyCheck.lines', { on: date, figure: 'dormant' })
      expect(rows.map((row) => [row.on, row.reasons[0]?.code])).toEqual(
        dormant ? [['2026-04-02', 'dormant_since']] : [],
      )
    },
  )

  it('a dormant customer counts once, whatever he means to buy', () => {
    const store = openTrainingStore()
    const { customerId } = register(store, 'chen', { grade: 'C', expected: '2026-06-01', plan: '2026-03-30' })
    const opportunity = {
      model: '途观L',
      grade: 'C',
      expectedPurchaseDate: '2026-07-01',
      purchaseType: 'additional',
    } as const
    store.ok('chen', 'opportunities.add', {
      customerId,
      opportunity,
      plan: { on: '2026-03-31', channel: 'phone', purpose: '' },
    })
    store.setNow('2026-04-10')
    expect(ofSheet(store, 'manager', 'chen', '2026-04-10')?.figures.dormant).toBe(1)
    expect(
      store.ok('manager', 'dailyCheck.lines', { on: '2026-04-10', figure: 'dormant' }).rows,
    ).toHaveLength(1)
  })

  it('what falls on a closed date is due on the next open one (R-1.4)', () => {
    const store = openTrainingStore()
    register(store, 'chen', { grade: 'A', expected: '2026-03-10', plan: '2026-03-08' })
    store.ok('director', 'store.setCalendar', { closedDates: ['2026-03-08', '2026-03-09', '2026-03-10'] })
    const counted = (date: string) => {
      store.setNow(date)
      const { dueToday, overdue, expired } = ofSheet(store, 'manager', 'chen', date)?.figures ?? zero
      return { dueToday, overdue, expired }
    }
    expect(counted('2026-03-09')).toEqual({ dueToday: 0, overdue: 0, expired: 0 })
    expect(counted('2026-03-11')).toEqual({ dueToday: 1, overdue: 0, expired: 0 })
    expect(counted('2026-03-12')).toEqual({ dueToday: 0, overdue: 1, expired: 1 })
  })

  it('a plan the manager allowed beyond its limit is not beyond it until it has passed (R-4.5)', () => {
    const store = openTrainingStore()
    const { opportunityId } = register(store, 'chen', {
      grade: 'H',
      expected: '2026-03-09',
      plan: '2026-03-05',
    })
    store.ok('manager', 'followUps.allowBeyondLimit', { opportunityId, on: '2026-03-09', reason: '客户出差' })
    const beyond = (date: string) => {
      store.setNow(date)
      return ofSheet(store, 'manager', 'chen', date)?.figures.beyondLimit
    }
    expect([beyond('2026-03-09'), beyond('2026-03-10')]).toEqual([0, 1])
  })
})

describe('a date that has passed', () => {
  it('shows the figures and lines that it showed then', () => {
    const { store, done, missed, planless, late } = makeBook()
    const sheetOf = () => {
      const { signed: _signed, ...sheet } = store.ok('director', 'dailyCheck.get', { on })
      return {
        ...sheet,
        lines: figures.map((figure) => store.ok('director', 'dailyCheck.lines', { on, figure })),
      }
    }
    const then = sheetOf()
    store.setNow('2026-03-12')
    reach(store, 'chen', done.opportunityId, { kind: 'ordered' })
    reach(store, 'chen', missed.opportunityId, planOn('2026-03-17'), { opportunity: { grade: 'A' } })
    reach(store, 'chen', planless.opportunityId, planOn('2026-03-17'))
    reach(store, 'chen', late.opportunityId, { kind: 'lost', reason: 'price' })
    register(store, 'chen', { grade: 'H', expected: '2026-03-19', plan: '2026-03-12' })
    const waiting = store.ok('manager', 'losses.list').rows[0]
    store.ok('manager', 'losses.approve', { opportunityId: waiting?.opportunityId ?? '' })
    const now = sheetOf()
    expect(now.consultants).toEqual(then.consultants)
    expect(now).toMatchObject({
      store: then.store,
      lossesWaiting: then.lossesWaiting,
      violationsRaised: then.violationsRaised,
    })
    const told = (sheet: typeof now) =>
      sheet.lines
        .flatMap(({ rows }) =>
          rows.map((row) => [row.figure, row.customerName, row.on, row.reasons[0]?.code].join(' ')),
        )
        .sort()
    expect(told(now)).toEqual(told(then))
  })

  it('that has not come cannot be checked', () => {
    const store = openTrainingStore()
    for (const call of ['dailyCheck.get', 'dailyCheck.sign'] as const) {
      expect(store.refused('manager', call, { on: '2026-03-03' })).toMatchObject({
        code: 'VALIDATION_FAILED',
        issues: [{ field: 'on', code: 'in_future', data: { today: '2026-03-02' } }],
      })
    }
  })
})

describe('who sees what (R-9.4)', () => {
  test.each([
    ['director', ['chen', 'li', 'zhou']],
    ['manager', ['chen', 'li']],
    ['otherManager', ['zhou']],
    ['chen', ['chen']],
  ] as const)('%s sees %j', (as, seen) => {
    const { store } = makeBook()
    const sheet = store.ok(as, 'dailyCheck.get', { on })
    expect(new Set(sheet.consultants.map(({ staffId }) => staffId))).toEqual(
      new Set(seen.map((each) => store.ids[each])),
    )
    const lines = store.ok(as, 'dailyCheck.lines', { on, figure: 'overdue' })
    expect(lines.total).toBe(sheet.store.figures.overdue)
  })

  it('lines of somebody out of reach are not there', () => {
    const { store } = makeBook()
    for (const as of ['otherManager', 'li'] as const) {
      const failure = store.refused(as, 'dailyCheck.lines', {
        on,
        staffId: store.ids.chen,
        figure: 'overdue',
      })
      expect(failure.code).toBe('NOT_FOUND')
    }
  })

  it('a consultant who left work behind still shows, one who left nothing does not', () => {
    const { store } = makeBook()
    writeRows(
      store,
      "update staff set status = 'suspended' where staff_id in (?, ?)",
      store.ids.chen,
      store.ids.zhou,
    )
    writeRows(
      store,
      "update opportunities set status = 'lost', ended_on = '2026-03-10' where owner_id = ?",
      store.ids.zhou,
    )
    const { consultants } = store.ok('director', 'dailyCheck.get', { on })
    expect(new Set(consultants.map(({ staffId }) => staffId))).toEqual(
      new Set([store.ids.chen, store.ids.li]),
    )
  })
})
