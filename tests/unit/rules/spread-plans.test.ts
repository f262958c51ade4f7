import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadPlans, type PlanToSpread } from '#main/rules/spread-plans.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { addDays, asBusinessDate as d } from '#shared/time/business-date.ts'
import { makeStoreCalendar, makeWorkCalendar } from '#shared/time/store-calendar.ts'

const { benyue } = presets
const today = d('2026-03-02')
const calendarWith = (restWeekdays: readonly number[]) =>
  makeWorkCalendar(makeStoreCalendar([]), { restWeekdays, leaves: [] })
const many = (count: number, grade: string, limit: string): PlanToSpread[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${grade}${index}`, grade, limit: d(limit) }))
const countByDate = (plans: readonly { on: string }[]) => {
  const counts: Record<string, number> = {}
  for (const { on } of plans) counts[on] = (counts[on] ?? 0) + 1
  return counts
}
const spread = (plans: readonly PlanToSpread[], rest: readonly number[] = [], load = new Map()) =>
  spreadPlans(plans, { calendar: calendarWith(rest), loadByDate: load }, benyue, today)

describe('first plans of an imported book (R-4.8)', () => {
  it('share the last third of their interval', () => {
    expect(countByDate(spread(many(10, 'H', '2026-03-05')))).toEqual({ '2026-03-04': 5, '2026-03-05': 5 })
    expect(countByDate(spread(many(9, 'A', '2026-03-09')))).toEqual({
      '2026-03-07': 3,
      '2026-03-08': 3,
      '2026-03-09': 3,
    })
  })

  it('use the whole interval when rest days leave one day of the last third', () => {
    expect(countByDate(spread(many(4, 'H', '2026-03-05'), [4]))).toEqual({ '2026-03-03': 2, '2026-03-04': 2 })
  })

  it('use today as well rather than fall on one day', () => {
    expect(countByDate(spread(many(4, 'H', '2026-03-03')))).toEqual({ '2026-03-02': 2, '2026-03-03': 2 })
  })

  it('give way to the plans he has already', () => {
    const load = new Map([[d('2026-03-05'), 4]])
    expect(countByDate(spread(many(4, 'H', '2026-03-05'), [], load))).toEqual({ '2026-03-04': 4 })
  })

  it('start again from today when their limit has passed or is today', () => {
    const [passed, now] = [spread(many(1, 'A', '2026-01-10'))[0], spread(many(1, 'A', '2026-03-02'))[0]]
    expect([passed?.limit, now?.limit]).toEqual(['2026-03-09', '2026-03-09'])
  })

  it('are found a day even when nobody works until the limit', () => {
    const leaves = [{ from: today, until: d('2026-03-20') }]
    const calendar = makeWorkCalendar(makeStoreCalendar([]), { restWeekdays: [], leaves })
    const [plan] = spreadPlans(many(1, 'H', '2026-03-05'), { calendar, loadByDate: new Map() }, benyue, today)
    expect(plan?.on).toBe('2026-03-05')
  })

  it('never come later than their limit, never on one day, and do not depend on the order given', () => {
    const plans = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        grade: fc.constantFrom('H', 'A', 'B', 'C'),
        limit: fc.integer({ min: -30, max: 40 }).map((days) => addDays(today, days)),
      }),
      { selector: ({ id }) => id, minLength: 2, maxLength: 40 },
    )
    const rest = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 2 })
    fc.assert(
      fc.property(plans, rest, (given, restWeekdays) => {
        const outcome = spread(given, restWeekdays)
        expect(outcome).toHaveLength(given.length)
        for (const { on, limit } of outcome) expect(on >= today && on <= limit).toBe(true)
        expect(spread([...given].reverse(), restWeekdays)).toEqual(outcome)
      }),
    )
  })
})
