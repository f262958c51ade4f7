import {
  addDays,
  asBusinessDate,
  daysBetween,
  parseBusinessDate,
  type BusinessDate,
} from '#shared/time/business-date.ts'
import { cellText, type Cell } from './ledger.ts'

/** A date of a ledger as it was written: whole, without its year, absent, or none at all. */
export type ReadDate =
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'date'; readonly on: BusinessDate }
  | { readonly kind: 'no_year'; readonly month: number; readonly day: number }

const invalid: ReadDate = { kind: 'invalid' }
const two = (value: number): string => String(value).padStart(2, '0')

const makeDate = (year: number, month: number, day: number): ReadDate => {
  const on = parseBusinessDate(`${year}-${two(month)}-${two(day)}`)
  return on === undefined ? invalid : { kind: 'date', on }
}

/** A day that some year has: 2月29日 passes, 2月30日 and 13月1日 do not. */
const makeDayOfYear = (month: number, day: number): ReadDate =>
  parseBusinessDate(`2024-${two(month)}-${two(day)}`) === undefined
    ? invalid
    : { kind: 'no_year', month, day }

/** Day 0 of spreadsheets, and the span in which a bare number is taken for one of their dates. */
const firstSerialDay = asBusinessDate('1899-12-30')
const serials = { from: 10_000, until: 73_050 }

const fromSerial = (serial: number): ReadDate => {
  const day = Math.floor(serial)
  return day < serials.from || day > serials.until
    ? invalid
    : { kind: 'date', on: addDays(firstSerialDay, day) }
}

/** 26.3.9 is 2026, 85.3.9 is 1985: nobody plans sixty years ahead. */
const fullYear = (text: string): number =>
  text.length === 4 ? +text : +text < 60 ? 2000 + +text : 1900 + +text

const nothing = /^(?:[-—–/\\.]+|无|空|n\/?a|null|none)$/i
const tail = String.raw`(?:[日号])?(?:[T\s]*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?(?:[T\s]+[\d:.]+(?:Z|[ap]m)?)?`
const yearFirst = new RegExp(
  `^(\\d{4}|\\d{2})\\s*[年./-]\\s*(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})\\s*${tail}$`,
  'i',
)
const yearLast = new RegExp(`^(\\d{1,2})\\s*[./-]\\s*(\\d{1,2})\\s*[./-]\\s*(\\d{4})${tail}$`, 'i')
const withoutYear = new RegExp(`^(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})\\s*${tail}$`, 'i')
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/
const serial = /^\d{5}(?:\.\d+)?$/

const fromText = (text: string): ReadDate => {
  const read = compact.exec(text) ?? yearFirst.exec(text)
  if (read) return makeDate(fullYear(read[1] ?? ''), Number(read[2]), Number(read[3]))
  const american = yearLast.exec(text)
  if (american) return makeDate(Number(american[3]), Number(american[1]), Number(american[2]))
  const short = withoutYear.exec(text)
  if (short) return makeDayOfYear(Number(short[1]), Number(short[2]))
  return serial.test(text) ? fromSerial(Number(text)) : invalid
}

/**
 * A number that is no text: a spreadsheet's day, 20260309, or 3.9 for March 9. A 3.1 may as well have been
 * 3.10 before the spreadsheet cut the zero off, so it is not read.
 */
const fromNumber = (value: number): ReadDate => {
  if (value >= serials.from && value <= serials.until) return fromSerial(value)
  const text = String(value)
  return Number.isInteger(value) || !/\.[123]$/.test(text) ? fromText(text) : invalid
}

/** No date is longer. */
const longestDate = 40
const longestCell = 200

/** Reads a date in any of the notations of ledgers: 2026/3/9, 2026年3月9日, 26.3.9, 3月9日, 3/9, 46090 … */
export const readDate = (cell: Cell): ReadDate => {
  if (typeof cell === 'object') return { kind: 'date', on: cell.on }
  if (typeof cell === 'number') return fromNumber(cell)
  const text = cellText(cell).slice(0, longestCell).normalize('NFKC').trim()
  if (text.length > longestDate) return invalid
  return text === '' || nothing.test(text) ? { kind: 'empty' } : fromText(text)
}

const yearOf = (date: BusinessDate): number => Number(date.slice(0, 4))

/** The date with that month and day in each of several years, where the year has it. */
const inYears = (month: number, day: number, years: readonly number[]): BusinessDate[] =>
  years.flatMap((year) => parseBusinessDate(`${year}-${two(month)}-${two(day)}`) ?? [])

/** The latest such day that is not after the date: how an opening without a year is meant. */
export const latestUpTo = (month: number, day: number, date: BusinessDate): BusinessDate | undefined => {
  const year = yearOf(date)
  const years = Array.from({ length: 9 }, (_, back) => year - back)
  return inYears(month, day, years).find((each) => each <= date)
}

/** The first such day that is not before the date, within a year of it. */
export const earliestFrom = (month: number, day: number, date: BusinessDate): BusinessDate | undefined =>
  inYears(month, day, [yearOf(date), yearOf(date) + 1]).find((each) => each >= date)

/** Such a day next to the date, whichever side of it. */
export const nearestTo = (month: number, day: number, date: BusinessDate): BusinessDate | undefined => {
  const year = yearOf(date)
  const distance = (each: BusinessDate) => Math.abs(daysBetween(date, each))
  return inYears(month, day, [year + 1, year, year - 1]).reduce<BusinessDate | undefined>(
    (best, each) => (best === undefined || distance(each) < distance(best) ? each : best),
    undefined,
  )
}
