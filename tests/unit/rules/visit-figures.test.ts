import { expect, it } from 'vitest'
import { rateOf } from '#main/rules/visit-figures.ts'

it.each([
  [0, 0, null],
  [0, 4, 0],
  [1, 4, 0.25],
  [4, 4, 1],
])('the rate of %i of %i is %s (section 14)', (numerator, denominator, rate) => {
  expect(rateOf(numerator, denominator)).toBe(rate)
})
