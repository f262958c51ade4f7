import type { DailyReport, ReportContact, ReportEvent, ReportPlan } from '#shared/contract/forms.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { texts } from '#shared/text/index.ts'
import { fill } from '#shared/text/say.ts'
import { timeOfDayAt } from '#shared/time/instant.ts'
import {
  cellOf,
  exportedRow,
  heightFor,
  twoSides,
  visitPhone,
  visitRemark,
  visitTimes,
  wholeRow,
  type ExportedBy,
} from './form-words.ts'
import type { FormRow, FormSheet } from './write-form.ts'

const widths = [6, 13, 15, 15, 15, 10, 30]
const columns = widths.length
const content = widths[6] ?? 0

const head = (...words: readonly string[]): FormRow => ({ cells: words.map((word) => cellOf(word, 'head')) })
const line = (texts: readonly (string | number | null)[]): FormRow => ({
  cells: texts.map((text, place) => cellOf(text, place === 0 || place === 5 ? 'center' : 'cell')),
  height: heightFor(
    texts.map((text, place) => [text === null ? null : String(text), widths[place] ?? content]),
  ),
})

/** The grade before and after, or what it stayed at. */
export const gradeMove = (
  { gradeBefore, gradeAfter }: { readonly gradeBefore: string | null; readonly gradeAfter: string | null },
  locale: Locale,
): string =>
  gradeBefore !== null && gradeAfter !== null && gradeBefore !== gradeAfter
    ? fill(texts[locale].forms.report.gradeMove, { before: gradeBefore, after: gradeAfter })
    : (gradeAfter ?? '')

function sections(report: DailyReport, locale: Locale) {
  const { forms, codes } = texts[locale]
  const words = forms.report
  const who = (staffName: string | null, name: string) =>
    report.staffId === null && staffName ? `${name}\n(${staffName})` : name
  const done = ({ kept, status }: ReportPlan) => {
    if (!kept) return words.missed
    if (status === 'open') return ''
    return status === 'executed' ? words.kept : words.dropped
  }
  const ofContact = (each: ReportContact, at: number) =>
    line([
      at + 1,
      timeOfDayAt(each.recordedAt, report.zone),
      who(each.staffName, each.customerName),
      each.phone,
      `${codes.channel[each.channel]}\n${codes.result[each.result]}`,
      gradeMove(each, locale),
      [
        each.lateRecorded ? words.late : '',
        each.content,
        each.feedback ? fill(words.feedback, { feedback: each.feedback }) : '',
        each.nextOn ? `${words.next} ${each.nextOn}` : '',
      ]
        .filter(Boolean)
        .join(forms.between),
    ])
  const ofPlan = (each: ReportPlan, at: number) =>
    line([
      at + 1,
      each.time ? `${each.on} ${each.time}` : each.on,
      who(each.staffName, each.customerName),
      each.phone,
      codes.channel[each.channel],
      each.grade,
      [done(each), each.purpose].filter(Boolean).join(' '),
    ])
  const ofEvent = (each: ReportEvent, at: number) =>
    line([
      at + 1,
      words.event[each.kind],
      who(each.staffName, each.customerName),
      each.phone,
      each.model,
      gradeMove(each, locale),
      [
        each.agreementNumber ? fill(words.agreement, { number: each.agreementNumber }) : '',
        each.lossReason ? codes.lossReason[each.lossReason] : '',
        each.settled ? '' : words.lossWaiting,
      ]
        .filter(Boolean)
        .join(forms.between),
    ])
  return { ofContact, ofPlan, ofEvent, who }
}

/** 销售活动日报表 as a workbook in the shape of the paper form. */
export function dailyReportForm(report: DailyReport, by: ExportedBy, locale: Locale): FormSheet[] {
  const { forms, codes } = texts[locale]
  const words = forms.report
  const { ofContact, ofPlan, ofEvent, who } = sections(report, locale)
  const block = (title: string, heads: FormRow, rows: readonly FormRow[]): FormRow[] => [
    wholeRow(fill(words.counted, { title, count: rows.length }), 'section', columns, 20),
    ...(rows.length > 0 ? [heads, ...rows] : [wholeRow(words.noneOf, 'cell', columns, 18)]),
  ]
  const visits = report.visits.map((each) =>
    line([
      each.number,
      visitTimes(each, locale),
      who(each.staffName, each.callerName ?? each.plate ?? ''),
      visitPhone(each, locale),
      each.model,
      each.grade,
      `${codes.visitKind[each.kind]}${forms.between}${visitRemark(each, locale)}`,
    ]),
  )
  const planHeads = head(
    words.no,
    words.on,
    words.customer,
    words.phone,
    words.channel,
    words.grade,
    words.purpose,
  )
  return [
    {
      name: forms.form.daily_report,
      orientation: 'portrait',
      widths,
      repeated: [0, 1],
      rows: [
        wholeRow(forms.paperTitle.daily_report, 'title', columns, 28),
        twoSides(
          `${report.storeName}　${fill(forms.consultantIs, { name: report.staffName ?? forms.everybody })}`,
          fill(forms.dateIs, { on: report.on }),
          columns,
        ),
        wholeRow(words.today, 'label', columns, 22),
        wholeRow(fill(words.totals, report.totals), 'cell', columns, 50),
        ...block(
          words.visits,
          head(words.no, words.time, words.customer, words.phone, words.model, words.grade, words.content),
          visits,
        ),
        ...block(words.planned, planHeads, report.planned.map(ofPlan)),
        ...block(
          words.contacts,
          head(words.no, words.time, words.customer, words.phone, words.result, words.grade, words.content),
          report.contacts.map(ofContact),
        ),
        ...block(
          words.events,
          head(words.no, words.what, words.customer, words.phone, words.model, words.grade, words.detail),
          report.events.map(ofEvent),
        ),
        wholeRow(fill(words.tomorrow, { on: report.nextOn }), 'label', columns, 22),
        ...(report.plannedNext.length > 0
          ? [planHeads, ...report.plannedNext.map(ofPlan)]
          : [wholeRow(words.noneOf, 'cell', columns, 18)]),
        twoSides(words.signConsultant, words.signManager, columns, 36),
        exportedRow(by, columns, locale),
      ],
    },
  ]
}
