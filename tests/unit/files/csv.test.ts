import { describe, expect, it } from 'vitest'
import { csvCell, csvLine } from '#main/files/csv.ts'

describe('a cell of CSV (S5)', () => {
  it.each([
    ['王伟', '王伟'],
    ['=1+1', "'=1+1"],
    ['+8613800138000', "'+8613800138000"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['＠a', "'＠a"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['1=1', '1=1'],
    ['a,b', '"a,b"'],
    ['say "yes"', '"say ""yes"""'],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['', ''],
    [null, ''],
    [0, '0'],
    // An amount below zero is a number, and no text that somebody typed.
    [-50.5, '-50.5'],
  ] as const)('%j is written as %j', (cell, written) => {
    expect(csvCell(cell)).toBe(written)
  })

  it('ends a line as every spreadsheet does', () => {
    expect(csvLine(['a', null, 1])).toBe('a,,1\r\n')
    expect(csvLine([])).toBe('\r\n')
  })
})
