import { open, rename, rm } from 'node:fs/promises'
import { extname } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { refuse } from '#shared/errors.ts'

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
const formats = { text: '@', count: '#,##0', yuan: '¥#,##0.00;-¥#,##0.00' } as const
const fenOfYuan = 100

const bytesOf = (sheets: readonly BookSheet[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map(({ width, as }) => ({ width, style: { numFmt: formats[as] } })),
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
 * Writes a workbook at a path that somebody chose, whole or not at all: what was there before stays until the new one
 * is complete. Refuses with FILE_REFUSED unknown_format or cannot_write.
 */
export async function writeBook(path: string, sheets: readonly BookSheet[]): Promise<void> {
  if (extname(path).toLowerCase() !== '.xlsx') refuse('FILE_REFUSED', { reason: 'unknown_format' })
  const bytes = await bytesOf(sheets)
  const temporary = `${path}.part`
  try {
    const file = await open(temporary, 'w')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined)
    refuse('FILE_REFUSED', { reason: 'cannot_write' })
  }
}
