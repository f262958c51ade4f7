import type { ProgressRow, ProgressSheet, ProgressTotals } from '#shared/contract/forms.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { texts } from '#shared/text/index.ts'
import { progressGlyph } from '#shared/text/progress-glyph.ts'
import { fill } from '#shared/text/say.ts'
import { cellOf, exportedRow, heightFor, twoSides, wholeRow, type ExportedBy } from './form-words.ts'
import type { FormCell, FormRow, FormSheet } from './write-form.ts'

/** A whole month as it is exported: the rows of all pages. */
export type WholeProgress = Omit<ProgressSheet, 'nextCursor'>

const fixed = [12, 14, 14, 6, 6, 11]
const dayWidth = 5

function lineRow(row: ProgressRow, sheet: WholeProgress, locale: Locale): FormRow {
  const { mark: words } = texts[locale].forms
  const glyphs = new Map(
    row.cells.map(({ on, marks }) => [on, marks.map((mark) => progressGlyph(mark, words)).join(' ')]),
  )
  const days = sheet.days.map(({ on, kind }): FormCell =>
    cellOf(glyphs.get(on) ?? null, kind === 'open' ? 'center' : 'shade'),
  )
  return {
    cells: [
      cellOf(row.name, 'cell'),
      cellOf(row.phone, 'cell'),
      cellOf(row.model, 'cell'),
      cellOf(row.firstGrade, 'center'),
      cellOf(row.grade, 'center'),
      cellOf(row.openedOn, 'center'),
      ...days,
    ],
    height: heightFor([
      [row.name, 12],
      [row.model, 14],
      ...[...glyphs.values()].map((text) => [text, dayWidth] as const),
    ]),
  }
}

const countRow = (label: string, counts: readonly number[]): FormRow => ({
  cells: [
    cellOf(label, 'label', fixed.length),
    ...counts.map((count) => cellOf(count === 0 ? null : count, 'center')),
  ],
})

/** 潜在顾客等级推进表 as a workbook: one column a day, in the shape of the paper form. */
export function progressForm(sheet: WholeProgress, by: ExportedBy, locale: Locale): FormSheet[] {
  const { forms, codes } = texts[locale]
  const words = forms.progress
  const columns = fixed.length + sheet.days.length
  const weekdays: Readonly<Record<string, string>> = codes.weekday
  const who = sheet.staffName ?? forms.everybody
  return [
    {
      name: forms.form.progress_sheet,
      orientation: 'landscape',
      widths: [...fixed, ...sheet.days.map(() => dayWidth)],
      repeated: [0, 2],
      rows: [
        wholeRow(forms.paperTitle.progress_sheet, 'title', columns, 28),
        twoSides(
          `${sheet.storeName}　${fill(forms.consultantIs, { name: who })}`,
          fill(forms.monthIs, { month: sheet.month }),
          columns,
        ),
        {
          cells: [
            ...[words.customer, words.phone, words.model, words.first, words.grade, words.openedOn].map(
              (head) => cellOf(head, 'head'),
            ),
            ...sheet.days.map(({ on, weekday, kind }) =>
              cellOf(
                `${Number(on.slice(8))}\n${weekdays[weekday] ?? ''}`,
                kind === 'open' ? 'head' : 'shade',
              ),
            ),
          ],
          height: 36,
        },
        ...sheet.rows.map((row) => lineRow(row, sheet, locale)),
        countRow(
          words.ofDay,
          sheet.days.map(({ plans }) => plans),
        ),
        countRow(
          words.contactsOfDay,
          sheet.days.map(({ contacts }) => contacts),
        ),
        wholeRow(fill(words.foot, sheet.totals satisfies ProgressTotals), 'label', columns, 24),
        wholeRow(`${words.legend}　${fill(words.leftOut, { grade: sheet.leftOut })}`, 'plain', columns, 34),
        exportedRow(by, columns, locale),
      ],
    },
  ]
}
