import { expect, test } from 'vitest'
import { asBusinessDate } from '#shared/time/business-date.ts'
import { nameOfSpan, spanOf } from '../../../src/renderer/features/figures/span.ts'

test.each([
  ['2026-03-05', 'thisMonth', '2026-03-01', '2026-03-05'],
  ['2026-03-01', 'thisMonth', '2026-03-01', '2026-03-01'],
  ['2026-03-05', 'lastMonth', '2026-02-01', '2026-02-28'],
  ['2026-01-31', 'lastMonth', '2025-12-01', '2025-12-31'],
  ['2028-03-01', 'lastMonth', '2028-02-01', '2028-02-29'],
  ['2026-03-31', 'lastNinety', '2026-01-01', '2026-03-31'],
] as const)('on %s %s is %s to %s', (today, name, from, until) => {
  const span = spanOf(name, asBusinessDate(today))
  expect(span).toEqual({ from, until })
  expect(nameOfSpan(span, asBusinessDate(today))).toBe(name)
})

test('other dates have no name', () => {
  const span = { from: asBusinessDate('2026-03-02'), until: asBusinessDate('2026-03-03') }
  expect(nameOfSpan(span, asBusinessDate('2026-03-05'))).toBeNull()
})
