import type { RegisterLine } from '#shared/contract/forms.ts'
import type { Locale } from '#shared/contract/setup.ts'
import type { Instant } from '#shared/time/instant.ts'
import { texts } from '#shared/text/index.ts'
import { fill } from '#shared/text/say.ts'
import { businessDateAt, timeOfDayAt } from '#shared/time/instant.ts'
import type { FormCell, FormLook, FormRow } from './write-form.ts'

/** Who saved the form when: it stands at its foot. */
export interface ExportedBy {
  readonly name: string
  readonly at: Instant
  readonly zone: string
}

export const momentOf = (at: Instant, zone: string): string =>
  `${businessDateAt(at, zone)} ${timeOfDayAt(at, zone)}`

/** One cell over so many columns. */
export const cellOf = (text: string | number | null, look: FormLook, span = 1): FormCell => ({
  text,
  look,
  span,
})
/** A row that is one cell from side to side. */
export const wholeRow = (text: string, look: FormLook, columns: number, height?: number): FormRow => ({
  cells: [cellOf(text, look, columns)],
  ...(height === undefined ? {} : { height }),
})
/** Two halves of a row: what stands on its left and on its right. */
export const twoSides = (left: string, right: string, columns: number, height = 22): FormRow => {
  const half = Math.ceil(columns / 2)
  return { cells: [cellOf(left, 'plain', half), cellOf(right, 'right', columns - half)], height }
}

export const exportedRow = (by: ExportedBy, columns: number, locale: Locale): FormRow =>
  wholeRow(
    fill(texts[locale].forms.exportedBy, { name: by.name, at: momentOf(by.at, by.zone) }),
    'right',
    columns,
  )

const lineChars = 2
/** How high a row must be for its longest text: Excel does not grow rows that hold merged cells. */
export function heightFor(texts: readonly (readonly [text: string | null, width: number])[]): number {
  const lines = texts.map(([text, width]) =>
    (text ?? '').split('\n').reduce((sum, line) => {
      // A Chinese sign is as wide as two Latin ones.
      const length = [...line].reduce((wide, sign) => wide + (sign > '\u2e7f' ? lineChars : 1), 0)
      return sum + Math.max(1, Math.ceil(length / Math.max(1, width - 1)))
    }, 0),
  )
  return Math.max(18, 4 + 14 * Math.max(1, ...lines))
}

/** The remark of a visit with what else its line says. */
export function visitRemark(line: RegisterLine, locale: Locale): string {
  const { forms } = texts[locale]
  const { register } = forms
  const parts = [
    line.occasion === 'repeat' ? register.repeat : null,
    line.partySize > 1 ? fill(register.people, { count: line.partySize }) : null,
    line.withIntent ? null : register.noIntent,
    line.testDrive ? register.testDrive : null,
    line.remark,
  ]
  return parts.filter((part) => part !== null && part !== '').join(forms.between)
}

/** The phone of a visit, or why there is none. */
export function visitPhone(line: RegisterLine, locale: Locale): string | null {
  const { forms, codes } = texts[locale]
  if (line.phone) return line.phone
  return line.phoneMissing
    ? fill(forms.register.noPhone, { reason: codes.phoneMissingReason[line.phoneMissing] })
    : null
}

/** From when to when somebody was here. */
export function visitTimes(line: RegisterLine, locale: Locale): string {
  const { register } = texts[locale].forms
  if (line.arrivedTime === null) return line.leftTime ?? ''
  return `${line.arrivedTime}–${line.leftTime ?? register.here}`
}
