import { expect, it } from 'vitest'
import { checkRows } from '#main/files/import/find-problems.ts'
import { layOutLedger } from '#main/files/import/lay-out-ledger.ts'
import { cleanText, ledgerLimits, type LedgerRow } from '#main/files/import/ledger.ts'
import { loadLedger } from '#main/files/import/load-ledger.ts'
import { readRow } from '#main/files/import/read-row.ts'
import { importFields } from '#shared/contract/imports.ts'
import { contextOf, emptyStore, put, refusalOf } from './ledgers.ts'

const mapping = Object.fromEntries(importFields.map((field, column) => [field, column]))
const long = ledgerLimits.maxCellLength

/** What makes patterns go back and forth, in the longest cell there can be. */
const slow = [
  ' '.repeat(long - 2),
  '('.repeat(long - 2),
  `1.7${' '.repeat(long - 5)}万`,
  '1.7 '.repeat(8000),
  `2026${'-'.repeat(long - 6)}`,
  '138 '.repeat(8000),
  ';1 '.repeat(10_000),
  '\n('.repeat(16_000),
  'H '.repeat(16_000),
  '１'.repeat(long - 2),
  '介'.repeat(long - 2),
].flatMap((text) => [cleanText(text), cleanText(`x${text}\ny`)])

it.each(slow.map((text, index) => [index, text] as const))(
  'reads the slowest of cells at once: %i',
  (_index, text) => {
    const row: LedgerRow = { row: 1, cells: importFields.map(() => text) }
    const started = performance.now()
    for (let time = 0; time < 5; time += 1) {
      const layout = layOutLedger({
        format: 'csv',
        encoding: null,
        sheets: [],
        sheet: null,
        headerRow: 1,
        lastRow: 2,
        rows: [row, { ...row, row: 2 }],
      })
      checkRows([readRow({ ...row, row: 2 }, { ...contextOf(), mapping })], emptyStore)
      expect(layout.headerRow).toBe(1)
    }
    // A pattern that goes back and forth takes seconds here; a straight one milliseconds.
    expect((performance.now() - started) / 5).toBeLessThan(250)
  },
)

it('refuses a ledger whose cells together are more than a computer can hold', async () => {
  const file = put('much.csv', `姓名,手机\n${`${'长'.repeat(1000)},13800138000\n`.repeat(50)}`)
  const read = (maxCharacters: number) =>
    refusalOf(loadLedger(file, { sheet: null, limits: { ...ledgerLimits, maxCharacters } }, () => undefined))
  expect(await read(40_000)).toEqual({ reason: 'hostile', data: { found: 'text' } })
  expect(await read(60_000)).toBe('read')
})
