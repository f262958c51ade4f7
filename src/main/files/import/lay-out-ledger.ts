import { importFields, type ColumnMapping } from '#shared/contract/imports.ts'
import { refuse, refuseField } from '#shared/errors.ts'
import { proposeMapping } from './header-names.ts'
import { cellText, isBlank, type Cell, type Ledger, type LedgerRow } from './ledger.ts'
import { readPhones } from './read-phones.ts'

/** A column as the screen shows it: what stands over it and what it holds. */
export type LedgerColumn = {
  readonly index: number
  readonly header: string
  readonly samples: readonly string[]
}

/** A ledger taken apart: its header, what each column means, and which rows are customers. */
export type LedgerLayout = {
  readonly headerRow: number
  readonly columns: readonly LedgerColumn[]
  readonly mapping: ColumnMapping
  readonly rows: readonly LedgerRow[]
  readonly blankRows: number
  /** Rows that count others (合计, 小计) or repeat the header on a new page. */
  readonly totalRows: number
}

const samplesPerColumn = 3
const cellsOfATotal = 3
const totalWord =
  /^(?:[本当]?[页月周日年季]?度?)?(?:合计|总计|小计|共计|累计|总数|总和|汇总)(?:\d+[人组条个台批]?)?$|^(?:(?:sub|grand)?total|sum)$/

const bareWord = (cell: Cell): string =>
  cellText(cell)
    .normalize('NFKC')
    .replace(/[\s:：()（）]/g, '')
    .toLowerCase()

/** 合计, 小计 …: a word of counting among the first cells, and no customer's phone. */
const isTotal = (row: LedgerRow, mapping: ColumnMapping): boolean => {
  const first = row.cells.filter((cell) => !isBlank(cell)).slice(0, cellsOfATotal)
  if (!first.some((cell) => typeof cell === 'string' && totalWord.test(bareWord(cell)))) return false
  return mapping.mobile === undefined || readPhones(row.cells[mapping.mobile] ?? '').kind !== 'phones'
}

const repeatsHeader = (row: LedgerRow, headers: readonly string[]): boolean =>
  row.cells.length > 1 && row.cells.every((cell, column) => cellText(cell) === headers[column])

/** A pre-numbered line that nobody has filled in is as blank as an empty one. */
const isUnfilled = (row: LedgerRow, mappedColumns: readonly number[]): boolean =>
  mappedColumns.length > 0 && mappedColumns.every((column) => isBlank(row.cells[column]))

const describeColumns = (headers: readonly string[], rows: readonly LedgerRow[]): LedgerColumn[] => {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), headers.length)
  return Array.from({ length: width }, (_, index) => {
    const samples = new Set<string>()
    for (const { cells } of rows) {
      const text = cellText(cells[index])
      if (text !== '') samples.add(text)
      if (samples.size === samplesPerColumn) break
    }
    return { index, header: headers[index] ?? '', samples: [...samples] }
  })
}

/** Refuses a mapping that names a column the file does not have, or one column for two fields. */
const checkMapping = (mapping: ColumnMapping, width: number): void => {
  const taken = new Set<number>()
  for (const field of importFields) {
    const column = mapping[field]
    if (column === undefined) continue
    if (column >= width) refuseField(`mapping.${field}`, 'unknown_column', { column: column + 1 })
    if (taken.has(column)) refuseField(`mapping.${field}`, 'invalid', { column: column + 1 })
    taken.add(column)
  }
}

/**
 * Takes a ledger apart with the header row and the mapping given, or with those it proposes. Refuses a header
 * row that does not exist (FILE_REFUSED header_row), a mapping that does not fit (VALIDATION_FAILED).
 */
export const layOutLedger = (
  ledger: Ledger,
  wanted: { readonly headerRow?: number | null; readonly mapping?: ColumnMapping | null } = {},
): LedgerLayout => {
  const headerRow = wanted.headerRow ?? ledger.headerRow
  const header = ledger.rows.find(({ row }) => row === headerRow)
  if (header === undefined) return refuse('FILE_REFUSED', { reason: 'header_row', data: { row: headerRow } })
  const headers = header.cells.map(cellText)
  const below = ledger.rows.filter(({ row }) => row > headerRow)
  const mapping = wanted.mapping ?? proposeMapping(headers)
  const columns = describeColumns(headers, below)
  checkMapping(mapping, columns.length)

  const mappedColumns = Object.values(mapping)
  const filled = below.filter((row) => !isUnfilled(row, mappedColumns))
  const rows = filled.filter((row) => !isTotal(row, mapping) && !repeatsHeader(row, headers))
  return {
    headerRow,
    columns,
    mapping,
    rows,
    blankRows: ledger.lastRow - headerRow - filled.length,
    totalRows: filled.length - rows.length,
  }
}

/** Refuses to import with a mapping that could not tell one customer from another. */
export const requireMappedPerson = (mapping: ColumnMapping): void => {
  if (mapping.name === undefined && mapping.mobile === undefined)
    refuseField('mapping.name', 'name_not_mapped')
}
