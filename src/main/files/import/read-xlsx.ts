import { streamXlsxRows } from 'hucre/xlsx'
import { refuse, Refusal } from '#shared/errors.ts'
import { parseBusinessDate } from '#shared/time/business-date.ts'
import { cleanText, type Cell, type LedgerLimits, type LedgerRow } from './ledger.ts'
import { checkedParts } from './zip-check.ts'

/** The sheets of a workbook in their order, and which of them are hidden. */
export type SheetName = { readonly name: string; readonly hidden: boolean }

const broken = (): never => refuse('FILE_REFUSED', { reason: 'broken' })
const lastRowOfASpreadsheet = 1_048_576

const unescape = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_match, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replace(/&#(\d{1,7});/g, (_match, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

const attribute = (tag: string, name: string): string =>
  unescape(new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).find(Boolean) ?? '')

const readSheetNames = (workbook: string): SheetName[] =>
  [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]{1,2000}>/g)]
    .map(([tag]) => ({ name: attribute(tag, 'name'), hidden: /hidden/i.test(attribute(tag, 'state')) }))
    .filter(({ name }) => name !== '')

/** Checks a workbook part by part and lists its sheets. */
export const openXlsx = (bytes: Buffer, limits: LedgerLimits): SheetName[] => {
  let workbook: string | undefined
  let isPacked = false
  for (const [name, content] of checkedParts(bytes, limits)) {
    isPacked ||= name === '[Content_Types].xml'
    if (/^xl\/workbook\d*\.xml$/i.test(name)) workbook = content.toString('utf8')
    // A sheet that stops half way is well packed all the same; its reader would keep quiet about the rest.
    if (/worksheets\/[^/]+\.xml$/i.test(name)) {
      const tail = content.toString('latin1', Math.max(0, content.length - 200)).trimEnd()
      if (!/<\/(?:\w+:)?worksheet\s*>$/.test(tail)) broken()
    }
  }
  // An .ods, .docx or .xlsb, or any other packed file.
  if (!isPacked || workbook === undefined) {
    return refuse('FILE_REFUSED', { reason: 'unknown_format', data: { found: 'packed' } })
  }
  return readSheetNames(workbook)
}

type SheetValue = Awaited<ReturnType<ReturnType<typeof streamXlsxRows>['next']>>['value'] extends infer Row
  ? Row extends { values: (infer Value)[] }
    ? Value
    : never
  : never

const errorValue = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/

const readValue = (value: SheetValue | undefined): Cell => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'string') return errorValue.test(value) ? '' : cleanText(value)
  // A date far outside the calendar stays a text that no date is read from.
  const time = value.getTime()
  const on = Number.isFinite(time) ? parseBusinessDate(value.toISOString().slice(0, 10)) : undefined
  return on === undefined ? '#' : { on }
}

/** Yields the rows of a sheet that are not blank, each with its number, and the number of every blank one too. */
export async function* readXlsxRows(
  bytes: Buffer,
  sheet: string,
  limits: LedgerLimits,
): AsyncGenerator<LedgerRow, void, undefined> {
  let before = 0
  let filled = 0
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      const row = index + 1
      if (!Number.isInteger(row) || row <= before || row > lastRowOfASpreadsheet) {
        refuse('FILE_REFUSED', { reason: 'hostile', data: { found: 'row_numbers' } })
      }
      before = row
      const cells = values.map(readValue)
      while (cells.length > 0 && cells.at(-1) === '') cells.pop()
      if (cells.length > limits.maxColumns) {
        refuse('FILE_REFUSED', { reason: 'too_many_columns', data: { max: limits.maxColumns } })
      }
      const tooLong = cells.some((cell) => typeof cell === 'string' && cell.length > limits.maxCellLength)
      if (tooLong) refuse('FILE_REFUSED', { reason: 'hostile', data: { found: 'cell', row } })
      if (cells.length > 0) filled += 1
      if (filled > limits.maxRows)
        refuse('FILE_REFUSED', { reason: 'too_many_rows', data: { max: limits.maxRows } })
      yield { row, cells }
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    // Whatever the reader trips over, the file is at fault and the answer is the same.
    broken()
  }
}
