import { z } from 'zod'

const millisecondsPerDay = 86_400_000
const businessDatePattern = /^([1-9]\d{3})-(\d{2})-(\d{2})$/

/** Days since 1970-01-01 of a text in the form of a date; undefined when there is no such day. */
const readEpochDay = (text: string): number | undefined => {
  const match = businessDatePattern.exec(text)
  if (match === null) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const milliseconds = Date.UTC(year, month - 1, day)
  const read = new Date(milliseconds)
  // Date.UTC rolls 02-30 over into March; only a date that reads back the same exists.
  if (read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day) return undefined
  return milliseconds / millisecondsPerDay
}

/** A business date 营业日期, `yyyy-mm-dd` in the store's zone; a day that does not exist is refused. */
export const businessDate = z
  .string()
  .refine((text) => readEpochDay(text) !== undefined, { message: 'not_a_date' })
  .brand<'BusinessDate'>()
export type BusinessDate = z.infer<typeof businessDate>

/** Reads a text strictly as a business date; undefined when it is none. */
export const parseBusinessDate = (text: string): BusinessDate | undefined =>
  readEpochDay(text) === undefined ? undefined : (text as BusinessDate)

/** A literal known to be a date; throws when it is not, which is a bug of the caller. */
export const asBusinessDate = (text: string): BusinessDate => {
  const date = parseBusinessDate(text)
  if (date === undefined) throw new Error(`not a business date: ${text}`)
  return date
}

/** Days since 1970-01-01. */
export const toEpochDay = (date: BusinessDate): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) /
  millisecondsPerDay

/** The date that lies that many days after 1970-01-01. */
export const fromEpochDay = (epochDay: number): BusinessDate =>
  new Date(epochDay * millisecondsPerDay).toISOString().slice(0, 10) as BusinessDate

/** The date `days` calendar days later (earlier when negative). */
export const addDays = (date: BusinessDate, days: number): BusinessDate =>
  fromEpochDay(toEpochDay(date) + days)

/** Calendar days from the first date to the second: positive when the second is later. */
export const daysBetween = (from: BusinessDate, to: BusinessDate): number => toEpochDay(to) - toEpochDay(from)

/** 1 = Monday … 7 = Sunday. */
export const isoWeekday = (date: BusinessDate): number => {
  // 1970-01-01 was a Thursday; the second modulo keeps dates before it positive.
  const sinceMonday = (((toEpochDay(date) + 3) % 7) + 7) % 7
  return sinceMonday + 1
}

/** Order for sorting: negative when the first is earlier. */
export const compareDates = (a: BusinessDate, b: BusinessDate): number => (a < b ? -1 : a > b ? 1 : 0)

/** The earliest of the dates given. */
export const earliest = (first: BusinessDate, ...rest: readonly BusinessDate[]): BusinessDate =>
  rest.reduce((found, date) => (date < found ? date : found), first)

/** The latest of the dates given. */
export const latest = (first: BusinessDate, ...rest: readonly BusinessDate[]): BusinessDate =>
  rest.reduce((found, date) => (date > found ? date : found), first)

/** Every date from the first to the last, both included; none when the last is earlier. */
export const eachDate = (from: BusinessDate, until: BusinessDate): BusinessDate[] => {
  const first = toEpochDay(from)
  const count = Math.max(0, toEpochDay(until) - first + 1)
  return Array.from({ length: count }, (_, index) => fromEpochDay(first + index))
}

/** The month of a date as `yyyy-mm`. */
export const monthOf = (date: BusinessDate): string => date.slice(0, 7)

/** A month (`yyyy-mm`) so many months later, or earlier when negative. */
export function addMonths(month: string, count: number): string {
  const monthsAYear = 12
  const [year = 0, number = 1] = month.split('-').map(Number)
  const index = year * monthsAYear + number - 1 + count
  const after = (index % monthsAYear) + 1
  return `${String(Math.floor(index / monthsAYear)).padStart(4, '0')}-${String(after).padStart(2, '0')}`
}
