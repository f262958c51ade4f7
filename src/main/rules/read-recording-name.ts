import { normalisePhone } from '#shared/domain/phone.ts'
import { parseBusinessDate, type BusinessDate } from '#shared/time/business-date.ts'
import { businessDateAt, instantAt, type Instant } from '#shared/time/instant.ts'

/** What the name of a recording says. */
export type RecordingName = {
  /** Every number in it, as the store writes numbers: a telephone system may name its own extension beside the customer's. */
  readonly phones: readonly string[]
  readonly recordedAt: Instant | null
}

type Found<T> = { readonly value: T; readonly from: number; readonly to: number }

/** Between date and time, or between their parts, stand all kinds of signs, or none. */
const fullDate = /(?<!\d)(20\d{2})[-_./年]?(\d{2})[-_./月]?(\d{2})日?/
const timeOfDay = /([01]\d|2[0-3])[-:_.时点]?([0-5]\d)(?:分?[-:_.]?([0-5]\d)秒?)?(?!\d)/
const longForm = new RegExp(`${fullDate.source}[ _T-]*${timeOfDay.source}`, 'g')
const shortForm = /(?<!\d)(2\d)(\d{2})(\d{2})([01]\d|2[0-3])([0-5]\d)([0-5]\d)?(?!\d)/g
/** Milliseconds since 1970, of the years that recordings are of. */
const epochForm = /(?<!\d)(1[4-9]\d{11}|[23]\d{12})(?!\d)/g

const momentOf = (
  [year = '', month = '', day = '']: readonly (string | undefined)[],
  [hour = '', minute = '', second = '0']: readonly (string | undefined)[],
  zone: string,
): Instant | undefined => {
  const date: BusinessDate | undefined = parseBusinessDate(`${year}-${month}-${day}`)
  return date && instantAt(date, `${hour}:${minute}`, zone) + Number(second) * 1000
}

const foundAt = <T>(match: RegExpExecArray, value: T): Found<T> => ({
  value,
  from: match.index,
  to: match.index + match[0].length,
})

/** The first moment in the name; systems that write two begin with the start of the call. */
const findMoment = (name: string, zone: string): Found<Instant> | undefined => {
  const found: Found<Instant>[] = []
  for (const match of name.matchAll(longForm)) {
    const at = momentOf(match.slice(1, 4), match.slice(4, 7), zone)
    if (at !== undefined) found.push(foundAt(match, at))
  }
  for (const match of name.matchAll(shortForm)) {
    const [, year = '', ...rest] = match
    const at = momentOf([`20${year}`, ...rest.slice(0, 2)], rest.slice(2), zone)
    if (at !== undefined) found.push(foundAt(match, at))
  }
  for (const match of name.matchAll(epochForm)) found.push(foundAt(match, Number(match[0])))
  return found.sort((a, b) => a.from - b.from)[0]
}

const gap = '[ ()-]?'
const phoneForms = [
  new RegExp(`(?<!\\d)(?:\\+?86${gap}|0086${gap})?1[3-9]\\d${gap}\\d{4}${gap}\\d{4}(?!\\d)`, 'g'),
  /(?<!\d)\+(?!86)[1-9]\d{6,14}(?!\d)/g,
  new RegExp(`(?<!\\d)(?:010|02\\d|0[3-9]\\d{2})${gap}\\d{7,8}(?!\\d)`, 'g'),
]

const findPhones = (text: string): string[] => {
  const phones = phoneForms
    .flatMap((form) => [...text.matchAll(form)])
    .sort((a, b) => a.index - b.index)
    .flatMap(([found]) => {
      const read = normalisePhone(found)
      return read.ok ? [read.phone] : []
    })
  return [...new Set(phones)]
}

/**
 * 录音文件名: the number and the time that telephones and telephone systems write into the names of recordings.
 * A time is read in the store's zone; without a whole date and time there is none.
 */
export const readRecordingName = (fileName: string, zone: string): RecordingName => {
  const name = fileName.normalize('NFKC').replace(/\.[A-Za-z0-9]{1,5}$/, '')
  const moment = findMoment(name, zone)
  // A blank in its place keeps what stands on both sides of the time apart.
  const rest = moment ? `${name.slice(0, moment.from)}   ${name.slice(moment.to)}` : name
  return { phones: findPhones(rest), recordedAt: moment?.value ?? null }
}

/** The business date of a recording: follow-ups of this day can be meant. */
export const dateOfRecording = (recordedAt: Instant, zone: string): BusinessDate =>
  businessDateAt(recordedAt, zone)
