import { describe, expect, it } from 'vitest'
import { asBusinessDate } from '#shared/time/business-date.ts'
import { readDate } from '../../../src/renderer/ui/fields/read-date.ts'

const today = asBusinessDate('2026-03-05')

describe('a date as people type it', () => {
  it.each([
    ['2026-3-5', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['3月6号', '2026-03-06'],
    [' 3-6 ', '2026-03-06'],
    ['3/6', '2026-03-06'],
    ['3-6', '2026-03-06'],
    ['+0', '2026-03-05'],
    ['+3', '2026-03-08'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text, today, 'future')).toBe(date)
  })

  it.each(['', '3', '3-32', '2-30', '2026-02-29', '13-1', 'abc', '2026-3', '-3', '0-0'])(
    '%j is no date',
    (text) => {
      expect(readDate(text, today, 'future')).toBeUndefined()
    },
  )

  it.each([
    ['3-4', 'future', '2027-03-04'],
    ['3-5', 'future', '2026-03-05'],
    ['12-31', 'future', '2026-12-31'],
    ['3-5', 'past', '2026-03-05'],
    ['3-6', 'past', '2025-03-06'],
    ['12-31', 'past', '2025-12-31'],
    ['2-29', 'future', '2028-02-29'],
    ['2-29', 'past', '2024-02-29'],
  ] as const)('without a year, %s looking to the %s is %s', (text, lean, date) => {
    expect(readDate(text, today, lean)).toBe(date)
  })
})
