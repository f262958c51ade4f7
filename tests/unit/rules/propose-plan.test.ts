import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { planLimit } from '#main/rules/plan-limit.ts'
import { lastPartOf, proposePlan } from '#main/rules/propose-plan.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { addDays, asBusinessDate as d, type BusinessDate } from '#shared/time/business-date.ts'
import { makeStoreCalendar, makeWorkCalendar, type LeaveSpan } from '#shared/time/store-calendar.ts'

const { benyue } = presets

type Given = {
  from?: string
  limit?: string
  today?: string
  closed?: readonly string[]
  rest?: readonly number[]
  leaves?: readonly LeaveSpan[]
  load?: Readonly<Record<string, number>>
  afterLeave?: string
}

const propose = (given: Given) => {
  const { from = '2026-03-02', limit = '2026-03-05', closed = [], rest = [], leaves = [], load = {} } = given
  const store = makeStoreCalendar(closed.map(d))
  const calendar = makeWorkCalendar(store, { restWeekdays: rest, leaves })
  const loadByDate = new Map(Object.entries(load).map(([on, count]) => [d(on), count]))
  const afterLeave = given.afterLeave === undefined ? null : d(given.afterLeave)
  const facts = { from: d(from), limit: d(limit), calendar, loadByDate, afterLeave }
  return proposePlan(facts, benyue, d(given.today ?? from))
}
const outcome = (given: Given) => {
  const { proposed, reasons } = propose(given)
  return [proposed, reasons.at(-1)?.code]
}

describe('the last third of the interval (R-4.8)', () => {
  test.each([
    ['2026-03-03', ['2026-03-03']],
    ['2026-03-05', ['2026-03-04', '2026-03-05']],
    ['2026-03-09', ['2026-03-07', '2026-03-08', '2026-03-09']],
    ['2026-03-17', ['2026-03-13', '2026-03-14', '2026-03-15', '2026-03-16', '2026-03-17']],
  ])('from 03-02 to %s is %j', (until, days) => {
    expect(lastPartOf(d('2026-03-02'), d(until), benyue)).toEqual(days)
  })
})

describe('the proposed plan (R-4.8)', () => {
  it('is the limit day when all days are equally free', () => {
    expect(outcome({})).toEqual(['2026-03-05', 'proposal_least_load'])
    // Nothing is said of closed dates where there are none.
    expect(propose({}).reasons.map(({ code }) => code)).toEqual(['proposal_least_load'])
  })

  it('is the day before when that has less', () => {
    expect(outcome({ load: { '2026-03-05': 3, '2026-03-04': 2 } })).toEqual([
      '2026-03-04',
      'proposal_least_load',
    ])
  })

  it('looks no further than the last third', () => {
    expect(outcome({ load: { '2026-03-05': 9, '2026-03-04': 8, '2026-03-03': 0 } })[0]).toBe('2026-03-04')
  })

  it('comes before a rest day, which never moves the limit', () => {
    expect(outcome({ rest: [4] })).toEqual(['2026-03-04', 'proposal_only_day'])
    expect(outcome({ rest: [3, 4] })).toEqual(['2026-03-03', 'proposal_before_last_part'])
  })

  it('comes before a leave', () => {
    const leaves = [{ from: d('2026-03-04'), until: d('2026-03-13') }]
    expect(outcome({ leaves })).toEqual(['2026-03-03', 'proposal_before_last_part'])
  })

  it('says why the wall stands after a leave that holds the limit, though a day before is proposed (R-6.2)', () => {
    const leaves = [{ from: d('2026-03-04'), until: d('2026-03-06') }]
    const { proposed, latest, reasons } = propose({ leaves, afterLeave: '2026-03-07' })
    expect([proposed, latest]).toEqual(['2026-03-03', '2026-03-07'])
    expect(reasons).toContainEqual(
      expect.objectContaining({
        code: 'limit_after_leave',
        data: { limit: '2026-03-05', latest: '2026-03-07' },
      }),
    )
    expect(propose({ leaves }).reasons.map(({ code }) => code)).not.toContain('limit_after_leave')
  })

  it('H opened 03-02, store closed 03-05 and 03-06: 03-04 at the latest', () => {
    const { proposed, limit, latest, reasons } = propose({ closed: ['2026-03-05', '2026-03-06'] })
    expect([proposed, limit, latest]).toEqual(['2026-03-04', '2026-03-05', '2026-03-05'])
    expect(reasons.map(({ code }) => code)).toEqual(['proposal_before_closed_dates', 'proposal_least_load'])
  })

  it('is today again when only rest days are left', () => {
    expect(outcome({ from: '2026-03-06', limit: '2026-03-08', rest: [6, 7] })).toEqual([
      '2026-03-06',
      'proposal_before_last_part',
    ])
  })

  it('is a rest day rather than a leave day when no working day is left', () => {
    const leaves = [{ from: d('2026-03-08'), until: d('2026-03-20') }]
    const given = { from: '2026-03-06', limit: '2026-03-09', today: '2026-03-07', rest: [6, 7], leaves }
    expect(outcome(given)).toEqual(['2026-03-07', 'proposal_no_working_day'])
  })

  it('is the next open day when the store is closed from the day after the contact to the limit', () => {
    const closed = ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06']
    expect(outcome({ closed })).toEqual(['2026-03-07', 'proposal_no_working_day'])
  })

  it('is today when the limit has passed already', () => {
    expect(outcome({ today: '2026-03-10' })).toEqual(['2026-03-10', 'proposal_limit_has_passed'])
    expect(outcome({ today: '2026-03-10', closed: ['2026-03-10'] })[0]).toBe('2026-03-11')
  })

  it('may be today for a contact recorded late', () => {
    expect(outcome({ today: '2026-03-05' })).toEqual(['2026-03-05', 'proposal_only_day'])
  })

  it('shows the load of every day up to the wall', () => {
    expect(propose({ load: { '2026-03-04': 2 } }).load).toEqual([
      { on: '2026-03-02', count: 0 },
      { on: '2026-03-03', count: 0 },
      { on: '2026-03-04', count: 2 },
      { on: '2026-03-05', count: 0 },
    ])
  })

  it('shows the days off up to the wall', () => {
    const leaves = [{ from: d('2026-03-05'), until: d('2026-03-08') }]
    expect(propose({ rest: [3], leaves }).daysOff).toEqual(['2026-03-04', '2026-03-05'])
  })

  it('is never before today, never after its limit, never on rest or leave while a working day is left', () => {
    const from = d('2026-03-02')
    const day = fc.integer({ min: 0, max: 45 }).map((days) => addDays(from, days))
    const arbitrary = fc.record({
      days: fc.integer({ min: 1, max: 40 }),
      late: fc.integer({ min: 0, max: 3 }),
      closed: fc.array(day, { maxLength: 12 }),
      rest: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
      leave: fc.tuple(day, fc.integer({ min: 0, max: 10 })),
      load: fc.array(fc.tuple(day, fc.integer({ min: 0, max: 9 }))),
    })
    fc.assert(
      fc.property(arbitrary, ({ days, late, closed, rest, leave, load }) => {
        const limit = addDays(from, days)
        const today = addDays(from, late)
        const store = makeStoreCalendar(closed)
        const leaves = [{ from: leave[0], until: addDays(leave[0], leave[1]) }]
        const calendar = makeWorkCalendar(store, { restWeekdays: rest, leaves })
        const facts = { from, limit, calendar, loadByDate: new Map<BusinessDate, number>(load) }
        const { proposed, latest } = proposePlan(facts, benyue, today)
        expect(latest).toBe(planLimit({ from, limit, today }, store))
        expect(proposed >= today && proposed <= latest && store.isOpen(proposed)).toBe(true)
        const firstPossible = late === 0 ? addDays(from, 1) : today
        const workingLeft =
          latest === limit && calendar.lastWorkingDayUpTo(limit, firstPossible) !== undefined
        if (workingLeft) expect(calendar.isWorkingDay(proposed)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
