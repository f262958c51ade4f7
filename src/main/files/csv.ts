import type { Cell } from './sheets/write-book.ts'

/** S5 What a spreadsheet takes for the beginning of a formula, in either width, or lets slip before one. */
const startsFormula = /^[=+\-@\t\r\n＝＋－＠]/
/** Makes a spreadsheet read a cell as text. */
const textSign = "'"

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** One cell as CSV has it. A number is one; a text that looks like a formula is made a text (S5). */
export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  return quoted(startsFormula.test(cell) ? `${textSign}${cell}` : cell)
}

export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** With it a spreadsheet in Chinese opens the file as UTF-8. */
export const byteOrderMark = '\uFEFF'
