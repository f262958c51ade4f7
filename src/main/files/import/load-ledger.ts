import { open } from 'node:fs/promises'
import { refuse, Refusal } from '#shared/errors.ts'
import { decodeText } from './decode-text.ts'
import { findHeader, headerSearchRows } from './find-header.ts'
import { cleanText, type Ledger, type LedgerLimits, type LedgerRow } from './ledger.ts'
import { readCsv } from './read-csv.ts'
import { openXlsx, readXlsxRows, type SheetName } from './read-xlsx.ts'
import { sniffFormat } from './sniff-format.ts'

/** What is known of a ledger once all of its rows have gone by. */
export type LedgerHead = Omit<Ledger, 'rows'>
/** Takes rows as they are read. */
export type RowSink = (row: LedgerRow) => void

const readBytes = async (path: string, limits: LedgerLimits): Promise<Buffer> => {
  const file = await open(path, 'r').catch(() => refuse('FILE_REFUSED', { reason: 'not_found' }))
  try {
    const { size } = await file.stat()
    if (size > limits.maxBytes) {
      refuse('FILE_REFUSED', {
        reason: 'too_large',
        data: { maxMb: Math.floor(limits.maxBytes / 1024 / 1024) },
      })
    }
    return await file.readFile()
  } finally {
    await file.close()
  }
}

const loadCsv = (bytes: Buffer, limits: LedgerLimits, sink: RowSink): LedgerHead => {
  const { text, encoding } = decodeText(bytes)
  const records = readCsv(text, limits)
  const top: LedgerRow[] = []
  for (const [index, record] of records.entries()) {
    const cells = record.map(cleanText)
    while (cells.length > 0 && cells.at(-1) === '') cells.pop()
    if (cells.length === 0) continue
    if (cells.length > limits.maxColumns) {
      refuse('FILE_REFUSED', { reason: 'too_many_columns', data: { max: limits.maxColumns } })
    }
    if (cells.some((cell) => cell.length > limits.maxCellLength)) {
      refuse('FILE_REFUSED', { reason: 'hostile', data: { found: 'cell', row: index + 1 } })
    }
    const row = { row: index + 1, cells }
    if (top.length < headerSearchRows) top.push(row)
    sink(row)
  }
  return {
    format: 'csv',
    encoding,
    sheets: [],
    sheet: null,
    headerRow: findHeader(top).row,
    lastRow: top.length === 0 ? 0 : records.length,
  }
}

/** From this weight on a sheet is taken without a look at the others: six known columns, name and phone among them. */
const surelyALedger = 8

/** What came of trying a sheet: its weight, and its last row when it was read to the end. */
type Trial = { readonly weight: number; readonly headerRow: number; readonly lastRow: number | undefined }

/**
 * Reads a sheet, handing its rows on once its first ones weigh enough; a sheet that does not is left there, so
 * that choosing among many sheets costs little.
 */
const trySheet = async (rows: AsyncIterable<LedgerRow>, enough: number, sink: RowSink): Promise<Trial> => {
  const top: LedgerRow[] = []
  let weighed: { readonly row: number; readonly weight: number } | undefined
  let lastRow = 0
  for await (const row of rows) {
    lastRow = row.row
    if (row.cells.length === 0) continue
    if (weighed === undefined) top.push(row)
    else sink(row)
    if (top.length < headerSearchRows || weighed !== undefined) continue
    weighed = findHeader(top)
    if (weighed.weight < enough) return { weight: weighed.weight, headerRow: weighed.row, lastRow: undefined }
    for (const each of top) sink(each)
  }
  if (weighed === undefined) {
    weighed = findHeader(top)
    if (weighed.weight < enough) return { weight: weighed.weight, headerRow: weighed.row, lastRow: undefined }
    for (const each of top) sink(each)
  }
  return { weight: weighed.weight, headerRow: weighed.row, lastRow: top.length === 0 ? 0 : lastRow }
}

const isBroken = (error: unknown): boolean =>
  error instanceof Refusal && (error as Refusal<'FILE_REFUSED'>).data.reason === 'broken'

/** Takes the sheet whose header names most of a ledger's columns; a hidden one only when no other names any. */
const readBestSheet = async (
  bytes: Buffer,
  names: readonly SheetName[],
  limits: LedgerLimits,
  sink: RowSink,
): Promise<Trial & { readonly sheet: string }> => {
  const visibleFirst = [...names].sort((first, second) => Number(first.hidden) - Number(second.hidden))
  const [first] = visibleFirst
  if (first === undefined) return refuse('FILE_REFUSED', { reason: 'empty' })
  let best = { sheet: first.name, weight: 0 }
  if (visibleFirst.length > 1) {
    for (const { name: sheet, hidden } of visibleFirst) {
      let handedOn = false
      const watch = (row: LedgerRow) => {
        handedOn = true
        sink(row)
      }
      const trial = await trySheet(readXlsxRows(bytes, sheet, limits), surelyALedger, watch).catch(
        (error: unknown) => {
          // A sheet of charts has no rows to read; it is no ledger, and no fault of the file.
          if (!handedOn && isBroken(error)) return undefined
          throw error
        },
      )
      if (trial?.lastRow !== undefined) return { ...trial, sheet }
      const weight = (trial?.weight ?? 0) / (hidden ? 100 : 1)
      if (weight > best.weight) best = { sheet, weight }
    }
  }
  return { ...(await trySheet(readXlsxRows(bytes, best.sheet, limits), 0, sink)), sheet: best.sheet }
}

const loadXlsx = async (
  bytes: Buffer,
  wanted: string | null,
  limits: LedgerLimits,
  sink: RowSink,
): Promise<LedgerHead> => {
  const names = openXlsx(bytes, limits)
  if (wanted !== null && !names.some(({ name }) => name === wanted)) {
    refuse('FILE_REFUSED', { reason: 'unknown_sheet', data: { sheet: wanted } })
  }
  const candidates = wanted === null ? names : [{ name: wanted, hidden: false }]
  const { sheet, headerRow, lastRow = 0 } = await readBestSheet(bytes, candidates, limits, sink)
  return { format: 'xlsx', encoding: null, sheets: names.map(({ name }) => name), sheet, headerRow, lastRow }
}

/** What a cell costs beside its characters, counted in characters. */
const cellCost = 4

/** Hands rows on as long as all of them together are no more than a computer can hold. */
const metered = (sink: RowSink, limits: LedgerLimits): RowSink => {
  let characters = 0
  return (row) => {
    for (const cell of row.cells) characters += cellCost + (typeof cell === 'string' ? cell.length : 0)
    if (characters > limits.maxCharacters)
      refuse('FILE_REFUSED', { reason: 'hostile', data: { found: 'text' } })
    sink(row)
  }
}

/** Reads a ledger on the thread it is called on. Refuses with FILE_REFUSED; any other error is a bug. */
export const loadLedger = async (
  path: string,
  options: { readonly sheet: string | null; readonly limits: LedgerLimits },
  sink: RowSink,
): Promise<LedgerHead> => {
  const { sheet, limits } = options
  const bytes = await readBytes(path, limits)
  const meter = metered(sink, limits)
  const head =
    sniffFormat(bytes) === 'zip' ? await loadXlsx(bytes, sheet, limits, meter) : loadCsv(bytes, limits, meter)
  if (head.lastRow === 0) refuse('FILE_REFUSED', { reason: 'empty' })
  return head
}
