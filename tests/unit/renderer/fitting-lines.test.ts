import { expect, it } from 'vitest'
import { fittingLines } from '../../../src/renderer/features/ownership/fitting-lines.ts'

it.each([
  ['nothing', [], 0],
  ['short ones take a line each, empty ones too', ['', 'a', '是', ''], 3],
  ['a long one takes more', ['a'.repeat(20), 'b'], 2],
  ['Han takes two places', ['归'.repeat(10), '归'.repeat(10)], 1],
  ['what just fits', ['a'.repeat(10), 'a'.repeat(20), 'b'], 2],
  ['the first stands, however long', ['a'.repeat(100), 'b'], 1],
])('%s', (_title, texts, count) => {
  expect(fittingLines(texts, { lines: 3, placesALine: 10 })).toBe(count)
})
