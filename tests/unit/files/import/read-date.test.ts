import { describe, expect, it } from 'vitest'
import { earliestFrom, latestUpTo, nearestTo, readDate } from '#main/files/import/read-date.ts'
import type { Cell } from '#main/files/import/ledger.ts'
import { asBusinessDate } from '#shared/time/business-date.ts'

const whole: [Cell, string][] = [
  ['2026/3/9', '2026-03-09'],
  ['2026-03-09', '2026-03-09'],
  ['2026.3.9', '2026-03-09'],
  ['2026年3月9日', '2026-03-09'],
  ['2026 年 3 月 9 号', '2026-03-09'],
  ['２０２６／３／９', '2026-03-09'],
  ['26.3.9', '2026-03-09'],
  ['85-3-9', '1985-03-09'],
  ['3/9/2026', '2026-03-09'],
  ['20260309', '2026-03-09'],
  [20260309, '2026-03-09'],
  ['2026-03-09 10:30:00', '2026-03-09'],
  ['2026-03-09T10:30:00Z', '2026-03-09'],
  ['2026/3/9 星期一', '2026-03-09'],
  ['2026/3/9(周一)', '2026-03-09'],
  [46090, '2026-03-09'],
  ['46090', '2026-03-09'],
  [46090.75, '2026-03-09'],
  [{ on: asBusinessDate('2026-03-09') }, '2026-03-09'],
  ['2024-02-29', '2024-02-29'],
  ['2026/12/31', '2026-12-31'],
]

const withoutYear: [Cell, number, number][] = [
  ['3月9日', 3, 9],
  ['3月9号', 3, 9],
  ['3/9', 3, 9],
  ['3-9', 3, 9],
  ['3.9', 3, 9],
  ['３月９日', 3, 9],
  [3.9, 3, 9],
  [12.25, 12, 25],
  ['2月29日', 2, 29],
]

const impossible: Cell[] = [
  '2月30日',
  '13月1日',
  '2026-02-30',
  '2026-02-29',
  '2026/13/1',
  '2026-4-31',
  '2026年3月',
  '年后',
  '本月底',
  '看情况',
  '待定',
  '3月底',
  '0',
  0,
  9999,
  99999999,
  3.1,
  '0226-03-09',
  '2026-03-09-01',
  '1/2/3/4',
]

describe('a date of a ledger', () => {
  it.each(whole)('%j is %s', (cell, on) => {
    expect(readDate(cell)).toEqual({ kind: 'date', on })
  })
  it.each(withoutYear)('%j is month %d, day %d of a year to be found', (cell, month, day) => {
    expect(readDate(cell)).toEqual({ kind: 'no_year', month, day })
  })
  it.each(impossible)('%j is none', (cell) => {
    expect(readDate(cell)).toEqual({ kind: 'invalid' })
  })
  it.each(['', ' ', '-', '/', '—', '无', 'N/A'])('%j is left empty', (cell) => {
    expect(readDate(cell)).toEqual({ kind: 'empty' })
  })
})

describe('the year that fits', () => {
  const today = asBusinessDate('2026-03-02')
  it.each([
    [3, 2, '2026-03-02'],
    [3, 3, '2025-03-03'],
    [12, 31, '2025-12-31'],
    [2, 29, '2024-02-29'],
  ])('an opening on %d/%d is the last one up to today: %s', (month, day, on) => {
    expect(latestUpTo(month, day, today)).toBe(on)
  })
  it.each([
    [3, 2, '2026-03-02'],
    [3, 1, '2027-03-01'],
    [1, 5, '2027-01-05'],
    [2, 29, undefined],
  ])('a purchase on %d/%d is the first one from the opening on: %s', (month, day, on) => {
    expect(earliestFrom(month, day, today)).toBe(on)
  })
  it.each([
    [2, 1, '2026-02-01'],
    [12, 20, '2025-12-20'],
    [6, 1, '2026-06-01'],
  ])('without an opening, %d/%d is the one next to today: %s', (month, day, on) => {
    expect(nearestTo(month, day, today)).toBe(on)
  })
})
