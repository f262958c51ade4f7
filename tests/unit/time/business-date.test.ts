import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  addDays,
  asBusinessDate,
  businessDate,
  compareDates,
  daysBetween,
  eachDate,
  earliest,
  fromEpochDay,
  isoWeekday,
  latest,
  monthOf,
  parseBusinessDate,
  toEpochDay,
} from '#shared/time/business-date.ts'

const d = asBusinessDate

describe('business date (R-1.1)', () => {
  test.each(['2026-02-28', '2024-02-29', '1900-01-01', '2026-12-31', '2000-02-29'])('accepts %s', (text) => {
    expect(businessDate.safeParse(text).success).toBe(true)
    expect(parseBusinessDate(text)).toBe(text)
  })

  test.each([
    '2026-02-29',
    '2026-02-30',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '2026/03/02',
    '20260302',
    ' 2026-03-02',
    '2026-03-02T00:00:00Z',
    '0026-03-02',
    '',
  ])('refuses %j', (text) => {
    expect(businessDate.safeParse(text).success).toBe(false)
    expect(parseBusinessDate(text)).toBeUndefined()
    expect(() => asBusinessDate(text)).toThrow('not a business date')
  })

  test.each([
    ['2026-03-02', 7, '2026-03-09'],
    ['2026-01-31', 30, '2026-03-02'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-12-31', 1, '2027-01-01'],
    ['1969-12-31', 1, '1970-01-01'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(d(from), days)).toBe(to)
    expect(daysBetween(d(from), d(to))).toBe(days)
  })

  test.each([
    ['2026-03-02', 1],
    ['2026-03-07', 6],
    ['2026-03-08', 7],
    ['1970-01-01', 4],
    ['1900-01-01', 1],
  ])('%s is weekday %i', (date, weekday) => {
    expect(isoWeekday(d(date))).toBe(weekday)
  })

  it('lists every date of a span, and none of a span that ends before it begins', () => {
    expect(eachDate(d('2026-02-27'), d('2026-03-02'))).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
    ])
    expect(eachDate(d('2026-03-02'), d('2026-03-01'))).toEqual([])
  })

  it('orders dates', () => {
    const [a, b] = [d('2025-12-31'), d('2026-01-01')]
    expect([compareDates(a, b), compareDates(b, a), compareDates(a, a)]).toEqual([-1, 1, 0])
    expect(earliest(b, a, b)).toBe(a)
    expect(latest(a, b, a)).toBe(b)
    expect(monthOf(b)).toBe('2026-01')
  })

  it('comes back from its epoch day, and moves by as many days as asked', () => {
    const epochDay = fc.integer({ min: -200_000, max: 200_000 })
    fc.assert(
      fc.property(epochDay, fc.integer({ min: -5_000, max: 5_000 }), (day, days) => {
        const date = fromEpochDay(day)
        expect(toEpochDay(date)).toBe(day)
        expect(parseBusinessDate(date)).toBe(date)
        expect(daysBetween(date, addDays(date, days))).toBe(days)
        expect(isoWeekday(addDays(date, 7))).toBe(isoWeekday(date))
      }),
    )
  })
})
