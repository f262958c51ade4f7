import { extname } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { refuse } from '#shared/errors.ts'
import { writePendingFile, type PendingFile } from '#main/files/pending-file.ts'

/** What a cell may hold; a text stays a text whatever sign it begins with (S5). */
export type Cell = string | number | null

export interface BookColumn {
  readonly header: string
  readonly width: number
  /** `yuan` takes fen. */
  readonly as: 'text' | 'count' | 'yuan'
}

/** One sheet of a workbook as plain rows. */
export interface BookSheet {
  readonly name: string
  readonly columns: readonly BookColumn[]
  readonly rows: readonly (readonly Cell[])[]
}

// `@` keeps a cell a text when somebody edits it, so that `=1+1` or `+86…` never becomes a formula.
export const columnFormats = { text: '@', count: '#,##0', yuan: '¥#,##0.00;-¥#,##0.00' } as const
const fenOfYuan = 100

const bytesOf = (sheets: readonly BookSheet[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map(({ width, as }) => ({ width, style: { numFmt: columnFormats[as] } })),
      rows: [
        columns.map(({ header }) => header),
        ...rows.map((row) =>
          row.map((cell, place) =>
            typeof cell === 'number' && columns[place]?.as === 'yuan' ? cell / fenOfYuan : cell,
          ),
        ),
      ],
      freezePane: { rows: 1 },
    })),
  })

/**
 * Writes a workbook beside a path that somebody chose; the act that exports it puts it in its place. Refuses with
 * FILE_REFUSED unknown_format or cannot_write.
 */
export async function writeBook(path: string, sheets: readonly BookSheet[]): Promise<PendingFile> {
  if (extname(path).toLowerCase() !== '.xlsx') refuse('FILE_REFUSED', { reason: 'unknown_format' })
  return writePendingFile(path, await bytesOf(sheets))
}
