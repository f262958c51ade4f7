import { extname } from 'node:path'
import type { CellStyle, MergeRange } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import { refuse } from '#shared/errors.ts'
import { writePendingFile, type PendingFile } from '#main/files/pending-file.ts'

/** How a cell of a paper form looks. */
export type FormLook =
  | 'title'
  | 'plain'
  | 'right'
  | 'section'
  | 'head'
  | 'label'
  | 'cell'
  | 'center'
  | 'shade'

export interface FormCell {
  readonly text: string | number | null
  readonly look: FormLook
  /** Columns it takes; the one it stands in when left out. */
  readonly span?: number
}
export interface FormRow {
  readonly cells: readonly FormCell[]
  /** In points; as high as its text when left out. */
  readonly height?: number
}

/** A paper form in a workbook: the same columns, titles and lines as on A4. */
export interface FormSheet {
  readonly name: string
  readonly orientation: 'portrait' | 'landscape'
  /** Column widths in characters. */
  readonly widths: readonly number[]
  /** Rows that each page begins with: first and last, counted from 0. */
  readonly repeated?: readonly [number, number]
  readonly rows: readonly FormRow[]
}

const side = { style: 'thin', color: { rgb: 'AAB3BD' } } as const
const border = { top: side, right: side, bottom: side, left: side }
const fillWith = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const
const middle = { vertical: 'center', wrapText: true } as const

// `@` keeps a text a text when somebody edits it, so that `=1+1` or `+86…` never becomes a formula (S5).
const looks: Readonly<Record<FormLook, CellStyle>> = {
  title: {
    font: { size: 16, bold: true },
    alignment: { horizontal: 'center', vertical: 'center' },
    numFmt: '@',
  },
  plain: { alignment: middle, numFmt: '@' },
  right: { alignment: { ...middle, horizontal: 'right' }, numFmt: '@' },
  section: { font: { bold: true }, fill: fillWith('E4E9EE'), border, alignment: middle, numFmt: '@' },
  head: {
    font: { bold: true },
    fill: fillWith('F0F3F6'),
    border,
    alignment: { ...middle, horizontal: 'center' },
    numFmt: '@',
  },
  label: { font: { bold: true }, fill: fillWith('F7F9FA'), border, alignment: middle, numFmt: '@' },
  cell: { border, alignment: middle, numFmt: '@' },
  center: { border, alignment: { ...middle, horizontal: 'center' }, numFmt: '@' },
  shade: {
    border,
    fill: fillWith('D9DEE3'),
    alignment: { ...middle, horizontal: 'center' },
    numFmt: '@',
  },
}

function lay({ rows, widths }: FormSheet) {
  const cells = new Map<string, { style: CellStyle }>()
  const merges: MergeRange[] = []
  const values = rows.map((row, at) => {
    const line: (string | number | null)[] = []
    for (const { text, look, span = 1 } of row.cells) {
      const from = line.length
      line.push(text, ...Array.from({ length: span - 1 }, () => null))
      // The border of a merged cell is drawn by each cell under it.
      for (let column = from; column < from + span; column += 1)
        cells.set(`${at},${column}`, { style: looks[look] })
      if (span > 1) merges.push({ startRow: at, endRow: at, startCol: from, endCol: from + span - 1 })
    }
    if (line.length > widths.length) throw new Error(`row ${at} of a form is wider than its columns`)
    return line
  })
  const heights = rows.flatMap(({ height }, at) => (height === undefined ? [] : [[at, { height }] as const]))
  return { rows: values, cells, merges, rowDefs: new Map(heights) }
}

const bytesOf = (sheets: readonly FormSheet[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map((sheet) => ({
      ...lay(sheet),
      name: sheet.name,
      columns: sheet.widths.map((width) => ({ width })),
      pageSetup: {
        paperSize: 'a4' as const,
        orientation: sheet.orientation,
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        horizontalCentered: true,
        margins: { top: 0.4, bottom: 0.5, left: 0.4, right: 0.4, header: 0.2, footer: 0.2 },
        ...(sheet.repeated ? { printTitlesRow: `$${sheet.repeated[0] + 1}:$${sheet.repeated[1] + 1}` } : {}),
      },
      headerFooter: { oddFooter: '&C&P / &N' },
      ...(sheet.repeated ? { freezePane: { rows: sheet.repeated[1] + 1 } } : {}),
    })),
  })

/**
 * Writes paper forms beside a path that somebody chose; the act that exports them puts the file in its place. Refuses with
 * FILE_REFUSED unknown_format or cannot_write.
 */
export async function writeForm(path: string, sheets: readonly FormSheet[]): Promise<PendingFile> {
  if (extname(path).toLowerCase() !== '.xlsx') refuse('FILE_REFUSED', { reason: 'unknown_format' })
  return writePendingFile(path, await bytesOf(sheets))
}
