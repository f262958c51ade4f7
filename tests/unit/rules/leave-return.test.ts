import { describe, expect, test } from 'vitest'
import { returnPlan } from '#main/rules/leave-return.ts'
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
    ['2026-03-10', '2026-03-10', '2026-03-06', [], '03-10'],
    ['2026-03-10', '2026-03-12', '2026-03-10', [], '03-10'],
    ['2026-03-10', '2026-03-12', '2026-03-11', [], '03-11'],
    ['2026-03-10', '2026-03-12', '2026-03-12', [], '03-12'],
    ['2026-03-10', '2026-03-12', '2026-03-13', [], '03-13'],
    // The limit has passed: today, a rest day or not, or the next open date.
    ['2026-03-10', '2026-03-12', '2026-03-14', [], '03-14'],
    ['2026-03-10', '2026-03-12', '2026-03-13', ['2026-03-13'], '03-14'],
    // Its day is no working day any more: later within the limit, else before it.
    ['2026-03-10', '2026-03-12', '2026-03-06', ['2026-03-10'], '03-11'],
    ['2026-03-10', '2026-03-10', '2026-03-06', ['2026-03-10'], '03-09'],
    ['2026-03-14', '2026-03-15', '2026-03-10', [], '03-13'],
    ['2026-03-14', '2026-03-15', '2026-03-14', [], '03-14'],
    // A plan that was allowed beyond its limit had its own date for one.
    ['2026-03-20', '2026-03-10', '2026-03-16', [], '03-20'],
  ] as const)('of %s with the limit %s, on %s, closed %j: %s', (on, limit, today, closed, expected) => {
    expect(back(on, limit, today, closed)).toBe(expected)
  })
})
