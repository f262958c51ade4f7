import { extname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { writeXlsxStream } from 'hucre/xlsx'
import { refuse } from '#shared/errors.ts'
import { byteOrderMark, csvLine } from '../../csv.ts'
import { writePendingFile, type PendingFile } from '../../pending-file.ts'
import { columnFormats, type BookColumn, type Cell } from '../write-book.ts'

export const listForms = ['xlsx', 'csv'] as const
export type ListForm = (typeof listForms)[number]

/** A list ready to be written: the mark above the heads says who took it, when, why and how much. */
export interface WritableList {
  readonly name: string
  readonly mark: readonly string[]
  readonly columns: readonly BookColumn[]
  readonly rows: readonly (readonly Cell[])[]
}

/** Rows written between two breaths: other calls are answered meanwhile. */
const rowsAtOnce = 250
const fenOfYuan = 100
/** Most signs of one cell of a workbook. */
const longestCell = 32_767

/** The form that the ending of the path asks for; refuses with FILE_REFUSED unknown_format. */
export function formOf(path: string): ListForm {
  const ending = extname(path).toLowerCase().slice(1)
  return listForms.find((form) => form === ending) ?? refuse('FILE_REFUSED', { reason: 'unknown_format' })
}

/** Mark, an empty line that keeps it apart from the table, heads, and the rows with amounts in yuan. */
function* linesOf({ mark, columns, rows }: WritableList): Generator<Cell[]> {
  for (const line of mark) yield [line]
  yield []
  yield columns.map(({ header }) => header)
  for (const row of rows) {
    yield row.map((cell, place) =>
      typeof cell === 'number' && columns[place]?.as === 'yuan' ? cell / fenOfYuan : cell,
    )
  }
}

async function* breathing<T>(lines: Iterable<T>): AsyncGenerator<T> {
  let written = 0
  for (const line of lines) {
    written += 1
    if (written % rowsAtOnce === 0) await setImmediate()
    yield line
  }
}

const fitting = (cell: Cell): Cell => (typeof cell === 'string' ? cell.slice(0, longestCell) : cell)

async function* cellsOf(list: WritableList): AsyncGenerator<Cell[]> {
  for await (const line of breathing(linesOf(list))) yield line.map(fitting)
}

async function xlsxBytes(list: WritableList): Promise<Uint8Array> {
  const stream = writeXlsxStream(cellsOf(list), {
    name: list.name,
    columns: list.columns.map(({ width, as }) => ({ width, style: { numFmt: columnFormats[as] } })),
    freezePane: { rows: list.mark.length + 2 },
  })
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

async function csvBytes(list: WritableList): Promise<Uint8Array> {
  const parts = [Buffer.from(byteOrderMark)]
  for await (const line of breathing(linesOf(list))) parts.push(Buffer.from(csvLine(line)))
  return Buffer.concat(parts)
}

/**
 * Writes a list beside a path that somebody chose; the act that exports it puts it in its place. Refuses with
 * FILE_REFUSED unknown_format or cannot_write.
 */
export async function writeList(path: string, list: WritableList): Promise<PendingFile> {
  const bytes = formOf(path) === 'xlsx' ? await xlsxBytes(list) : await csvBytes(list)
  return writePendingFile(path, bytes)
}
