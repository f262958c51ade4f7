import { describe, expect, test } from 'vitest'
import { conversionOf, isTooLow, monthBefore } from '#main/rules/rotation-conversion.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'

describe('the conversion of a month (R-11.4)', () => {
  test.each([
    [0, 0, null],
    [3, 0, 0],
    [3, 1, 33],
    [11, 1, 9],
    [10, 1, 10],
    [4, 4, 100],
  ])('%i visits and %i orders are %s percent', (visits, orders, expected) => {
    expect(conversionOf({ visits, orders })).toBe(expected)
  })

  test.each([
    ['2026-03-01', '2026-02-01', '2026-02-28'],
    ['2026-03-31', '2026-02-01', '2026-02-28'],
    ['2028-03-15', '2028-02-01', '2028-02-29'],
    ['2026-01-01', '2025-12-01', '2025-12-31'],
  ])('on %s the month before is %s to %s', (today, from, until) => {
    expect(monthBefore(d(today))).toEqual({ from, until })
  })

  test.each([
    ['2026-03-31', '2026-03', false],
    ['2026-04-01', '2026-03', true],
    ['2026-03-01', null, true],
  ])('on %s, restored for %s, he is out: %s', (today, restoredFor, expected) => {
    const terms = { today: d(today), minConversionPercent: 10, minVisits: 1 }
    expect(isTooLow({ lastMonth: { visits: 5, orders: 0 }, restoredFor }, terms)).toBe(expected)
  })
})
