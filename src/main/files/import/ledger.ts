import type { BusinessDate } from '#shared/time/business-date.ts'

/** A cell that the spreadsheet itself keeps as a date. */
export type DateCell = { readonly on: BusinessDate }
/** A cell as it was found: text ('' when empty), a number, or a real date of the spreadsheet. */
export type Cell = string | number | DateCell

/** A row that is not wholly blank; `row` is counted from 1 as a spreadsheet shows it. */
export type LedgerRow = { readonly row: number; readonly cells: readonly Cell[] }

/** One sheet of a customer ledger 客户台账 as it lies in the file, before anything is read into it. */
export type Ledger = {
  readonly format: 'xlsx' | 'csv'
  /** Of a text file: `utf-8`, `gb18030`, `utf-16le`, `utf-16be`. */
  readonly encoding: string | null
  readonly sheets: readonly string[]
  readonly sheet: string | null
  /** Row proposed as the header. */
  readonly headerRow: number
  /** The last row of the sheet, blank or not. */
  readonly lastRow: number
  readonly rows: readonly LedgerRow[]
}

/** How much of a file is taken on before it is refused. */
export type LedgerLimits = {
  readonly maxBytes: number
  /** All parts of an .xlsx unpacked: what keeps a small file from filling the memory. */
  readonly maxUnpackedBytes: number
  readonly maxRows: number
  readonly maxColumns: number
  readonly maxCellLength: number
  /** Characters of all cells together: one long text may be used in every row and cost the file nothing. */
  readonly maxCharacters: number
  readonly maxMilliseconds: number
  readonly maxMemoryMb: number
}

const megabyte = 1024 * 1024

/** Far above any store's book, far below what a small PC cannot hold. */
export const ledgerLimits: LedgerLimits = {
  maxBytes: 64 * megabyte,
  maxUnpackedBytes: 400 * megabyte,
  maxRows: 200_000,
  maxColumns: 200,
  // What a cell of a spreadsheet can hold at most.
  maxCellLength: 32_767,
  maxCharacters: 100_000_000,
  maxMilliseconds: 60_000,
  maxMemoryMb: 2048,
}

/** The text of a cell as somebody would read it. */
export const cellText = (cell: Cell | undefined): string => {
  if (cell === undefined) return ''
  if (typeof cell === 'string') return cell
  return typeof cell === 'number' ? String(cell) : cell.on
}

export const isBlank = (cell: Cell | undefined): boolean => cell === undefined || cell === ''

/**
 * Line ends of one kind, no invisible marks, no control characters. Long runs of blanks shrink to one: they say
 * nothing, and are what makes patterns slow.
 */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b\u2060\ufeff]/g, '')
    .replace(/[^\S\n]{8,}/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
