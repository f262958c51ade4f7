import { describe, expect, test } from 'vitest'
import { returnPlan, withinLimit } from '#main/rules/leave-return.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'
import { makeStoreCalendar, makeWorkCalendar } from '#shared/time/store-calendar.ts'

const back = (
  onBefore: string,
  limitBefore: string,
  today: string,
  closed: readonly string[] = [],
  rest: readonly number[] = [6, 7],
) =>
  returnPlan(
    { onBefore: d(onBefore), limitBefore: d(limitBefore) },
    makeWorkCalendar(makeStoreCalendar(closed.map(d)), { restWeekdays: rest, leaves: [] }),
    d(today),
  ).slice(5)

describe('a plan that comes back (R-6.6)', () => {
  test.each([
    // plan, limit, today, closed: where it goes
    ['2026-03-10', '2026-03-10', '2026-03-06', [], '03-06'],
    ['2026-03-10', '2026-03-12', '2026-03-10', [], '03-10'],
    ['2026-03-10', '2026-03-12', '2026-03-11', [], '03-11'],
    ['2026-03-10', '2026-03-12', '2026-03-12', [], '03-12'],
    ['2026-03-10', '2026-03-12', '2026-03-13', [], '03-13'],
    // Today is no working day: the next one within the limit.
    ['2026-03-10', '2026-03-12', '2026-03-07', [], '03-09'],
    ['2026-03-10', '2026-03-12', '2026-03-09', ['2026-03-09', '2026-03-10'], '03-11'],
    // None is left, or the limit has passed: today, a rest day or not, or the next open date.
    ['2026-03-14', '2026-03-15', '2026-03-14', [], '03-14'],
    ['2026-03-10', '2026-03-12', '2026-03-14', [], '03-14'],
    ['2026-03-10', '2026-03-12', '2026-03-13', ['2026-03-13'], '03-14'],
    // A plan that was allowed beyond its limit had its own date for one.
    ['2026-03-20', '2026-03-10', '2026-03-14', [], '03-16'],
  ] as const)('of %s with the limit %s, on %s, closed %j: %s', (on, limit, today, closed, expected) => {
    expect(back(on, limit, today, closed)).toBe(expected)
  })
})

describe('a plan made for the time after a leave that is no more (R-6.6)', () => {
  test.each([
    // limit, today: where it goes
    ['2026-03-12', '2026-03-06', '03-12'],
    ['2026-03-14', '2026-03-06', '03-13'],
    ['2026-03-12', '2026-03-12', '03-12'],
    ['2026-03-12', '2026-03-13', '03-13'],
    ['2026-03-15', '2026-03-14', '03-14'],
  ])('with the limit %s, on %s: %s', (limit, today, expected) => {
    const work = makeWorkCalendar(makeStoreCalendar([]), { restWeekdays: [6, 7], leaves: [] })
    expect(withinLimit(d(limit), work, d(today)).slice(5)).toBe(expected)
  })
})
