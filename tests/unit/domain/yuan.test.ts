import { describe, expect, test } from 'vitest'
import { readYuan, yuanText } from '#shared/domain/money.ts'

describe('an amount typed in yuan', () => {
  test.each([
    ['128800', 12_880_000],
    ['128,800.5', 12_880_050],
    ['￥128800.50', 12_880_050],
    ['１２８８００元', 12_880_000],
    ['0', 0],
    ['0.01', 1],
    ['999999999.99', 99_999_999_999],
  ])('%s is %i fen', (text, fen) => {
    expect(readYuan(text)).toBe(fen)
  })
  test.each(['', '12.345', '1万', '-5', '1.2.3', '.5', '1e5', '1000000000'])('%s is none', (text) => {
    expect(readYuan(text)).toBeUndefined()
  })
  test.each([0, 1, 10, 99, 100, 12_880_050])('%i fen are written so that they are read again', (fen) => {
    expect(readYuan(yuanText(fen))).toBe(fen)
  })
})
