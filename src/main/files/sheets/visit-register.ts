import type { RegisterLine, VisitRegister } from '#shared/contract/forms.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { texts } from '#shared/text/index.ts'
import { fill } from '#shared/text/say.ts'
import {
  cellOf,
  exportedRow,
  heightFor,
  momentOf,
  twoSides,
  visitPhone,
  visitRemark,
  visitTimes,
  wholeRow,
  type ExportedBy,
} from './form-words.ts'
import type { FormRow, FormSheet } from './write-form.ts'

const widths = [6, 9, 16, 16, 15, 8, 14, 12, 9, 40]

function lineRow(line: RegisterLine, locale: Locale): FormRow {
  const { codes, forms } = texts[locale]
  const remark = visitRemark(line, locale)
  const name = line.callerName ?? line.plate
  const consultant = line.standsInForName
    ? `${line.staffName ?? ''}\n${fill(forms.register.standsIn, { name: line.standsInForName })}`
    : line.staffName
  return {
    cells: [
      cellOf(line.number, 'center'),
      cellOf(codes.visitKind[line.kind], 'center'),
      cellOf(name, 'cell'),
      cellOf(visitPhone(line, locale), 'cell'),
      cellOf(line.model, 'cell'),
      cellOf(line.grade, 'center'),
      cellOf(visitTimes(line, locale), 'center'),
      cellOf(consultant, 'center'),
      cellOf(line.orderedOnSpot ? '√' : null, 'center'),
      cellOf(remark, 'cell'),
    ],
    height: heightFor([
      [remark, 40],
      [name, 16],
      [line.model, 15],
      [consultant, 12],
    ]),
  }
}

/** 来店(电)顾客登记表 as a workbook in the shape of the paper form. */
export function visitRegisterForm(register: VisitRegister, by: ExportedBy, locale: Locale): FormSheet[] {
  const { forms } = texts[locale]
  const words = forms.register
  const { closed, countersigned, zone } = register
  const columns = widths.length
  const heads = [
    words.no,
    words.kind,
    words.caller,
    words.phone,
    words.model,
    words.grade,
    words.times,
    words.consultant,
    words.ordered,
    words.remark,
  ]
  const signedBy = closed
    ? fill(words.closedBy, { name: closed.name, at: momentOf(closed.at, zone) })
    : words.notClosed
  const countersignedBy = countersigned
    ? fill(words.countersignedBy, { name: countersigned.name, at: momentOf(countersigned.at, zone) })
    : words.notCountersigned
  return [
    {
      name: forms.form.visit_register,
      orientation: 'landscape',
      widths,
      repeated: [0, 2],
      rows: [
        wholeRow(forms.paperTitle.visit_register, 'title', columns, 28),
        twoSides(register.storeName, fill(forms.dateIs, { on: register.on }), columns),
        { cells: heads.map((head) => cellOf(head, 'head')), height: 32 },
        ...register.lines.map((line) => lineRow(line, locale)),
        wholeRow(fill(words.foot, register.foot), 'label', columns, 36),
        ...(register.note ? [wholeRow(fill(words.note, { note: register.note }), 'cell', columns, 24)] : []),
        twoSides(signedBy, countersignedBy, columns, 30),
        exportedRow(by, columns, locale),
      ],
    },
  ]
}
