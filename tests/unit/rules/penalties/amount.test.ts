import { describe, expect, it, test } from 'vitest'
import { formatYuan } from '#shared/domain/money.ts'
import { amountOf, capTakes, largestExactAmount, shareOf } from '#main/rules/penalties/amount.ts'

const money = { unit: 'money', firstAmount: 5_000, factor: 2 } as const

describe('what an occasion takes (R-8.5)', () => {
  test.each([
    [1, 2, 5_000, 10_000],
    [2, 1, 10_000, 10_000],
    [3, 3, 20_000, 60_000],
    [5, 1, 80_000, 80_000],
  ])('on occasion %i, %i items at %i fen are %i', (occasion, items, perItem, gross) => {
    expect(amountOf(money, occasion, items)).toEqual({ perItem, gross })
  })

  it('is the same for points, and nothing where the ladder takes nothing', () => {
    expect(amountOf({ unit: 'points', firstAmount: 1, factor: 3 }, 3, 2)).toEqual({ perItem: 9, gross: 18 })
    expect(amountOf({ unit: 'none', firstAmount: 5_000, factor: 2 }, 3, 2)).toEqual({ perItem: 0, gross: 0 })
  })

  it('stays the first amount for ever with a factor of one', () => {
    expect(amountOf({ ...money, factor: 1 }, 1_000_000, 1)).toEqual({ perItem: 5_000, gross: 5_000 })
  })

  it('is refused where it would stop being exact, and not an occasion before', () => {
    const last = Math.floor(Math.log2(largestExactAmount / 5_000)) + 1
    expect(amountOf(money, last, 1)?.gross).toBe(5_000 * 2 ** (last - 1))
    expect(amountOf(money, last + 1, 1)).toBeNull()
    expect(amountOf(money, last, 500)).toBeNull()
    const dearest = { ...money, firstAmount: largestExactAmount }
    expect(amountOf(dearest, 1, 1)?.gross).toBe(largestExactAmount)
    expect(amountOf({ ...money, firstAmount: 1 }, 1, largestExactAmount)?.gross).toBe(largestExactAmount)
    expect(amountOf({ ...money, firstAmount: 1 }, 1, largestExactAmount + 1)).toBeNull()
    expect(Number.isSafeInteger(largestExactAmount * 10_000)).toBe(true)
  })
})

describe('the monthly cap (R-8.8)', () => {
  test.each([
    [null, 1_000_000, 5_000, 0],
    [20_000, 0, 20_000, 0],
    [20_000, 0, 20_001, 1],
    [20_000, 15_000, 5_000, 0],
    [20_000, 15_000, 5_001, 1],
    [20_000, 20_000, 5_000, 5_000],
    [20_000, 25_000, 5_000, 5_000],
    [0, 0, 5_000, 5_000],
  ])('of %s takes, after %i are charged, off %i: %i', (cap, charged, gross, taken) => {
    expect(capTakes(cap, charged, gross)).toBe(taken)
  })
})

describe('the share of the manager (R-8.7)', () => {
  test.each([
    [10_000, 50, 5_000],
    [5_001, 50, 2_500],
    [5_003, 33, 1_650],
    [1, 50, 0],
    [5_000, 0, 0],
    [5_000, 100, 5_000],
  ])('of %i fen at %i percent is %i, rounded down', (amount, percent, share) => {
    expect(shareOf(amount, percent)).toBe(share)
  })
})

test.each([
  [0, '¥0.00'],
  [5, '¥0.05'],
  [5_000, '¥50.00'],
  [125_050, '¥1,250.50'],
  [123_456_789_01, '¥123,456,789.01'],
  [-5_000, '-¥50.00'],
])('%i fen are written %s', (fen, written) => {
  expect(formatYuan(fen)).toBe(written)
})
