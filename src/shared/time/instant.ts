import { z } from 'zod'
import { parseBusinessDate, toEpochDay, type BusinessDate } from './business-date.ts'

/** A moment 时刻: epoch milliseconds. Kept of what happened; rules use business dates only. */
export const instant = z.int()
export type Instant = z.infer<typeof instant>

const millisecondsPerDay = 86_400_000
const millisecondsPerMinute = 60_000
const formatters = new Map<string, Intl.DateTimeFormat>()

/** Building a formatter costs far more than using it, and a store has one zone. */
const formatterFor = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(zone, made)
  return made
}

type WallClock = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>

const wallClockAt = (at: Instant, zone: string): WallClock => {
  const read: WallClock = { year: '', month: '', day: '', hour: '', minute: '', second: '' }
  for (const part of formatterFor(zone).formatToParts(at)) {
    if (part.type in read) read[part.type as keyof WallClock] = part.value
  }
  return read
}

/** Whether the runtime knows the zone, e.g. `Asia/Shanghai`. */
export const isTimeZone = (zone: string): boolean => {
  try {
    formatterFor(zone)
    return true
  } catch {
    return false
  }
}

/** The business date of a moment in the store's zone. */
export const businessDateAt = (at: Instant, zone: string): BusinessDate => {
  const { year, month, day } = wallClockAt(at, zone)
  return `${year.padStart(4, '0')}-${month}-${day}` as BusinessDate
}

/** The time of day `HH:MM` of a moment in the store's zone. */
export const timeOfDayAt = (at: Instant, zone: string): string => {
  const { hour, minute } = wallClockAt(at, zone)
  return `${hour}:${minute}`
}

const offsetAt = (at: Instant, zone: string): number => {
  const { year, month, day, hour, minute, second } = wallClockAt(at, zone)
  const asUtc = Date.UTC(+year, +month - 1, +day, +hour, +minute, +second)
  return asUtc - Math.floor(at / 1000) * 1000
}

/** The moment at which it is `time` (`HH:MM`) on a business date in the store's zone. */
export const instantAt = (date: BusinessDate, time: string, zone: string): Instant => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const asUtc = toEpochDay(date) * millisecondsPerDay + (hour * 60 + minute) * millisecondsPerMinute
  // Twice, because the offset at the first guess may be that of the other side of a clock change.
  const guess = asUtc - offsetAt(asUtc, zone)
  return asUtc - offsetAt(guess, zone)
}

const isoPattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})$/

/** Reads an ISO moment that names its offset (`…+08:00` or `Z`); undefined for anything else. */
export const parseInstant = (text: string): Instant | undefined => {
  const match = isoPattern.exec(text)
  if (match === null) return undefined
  const [, day = '', hour = '', minute = '', second = '0', fraction = '0', offset = 'Z'] = match
  const date = parseBusinessDate(day)
  if (date === undefined || +hour > 23 || +minute > 59 || +second > 59) return undefined
  const offsetHours = offset === 'Z' ? 0 : +offset.slice(1, 3)
  const offsetRest = offset === 'Z' ? 0 : +offset.slice(4, 6)
  if (offsetHours > 14 || offsetRest > 59) return undefined
  const offsetMinutes = (offset.startsWith('-') ? -1 : 1) * (offsetHours * 60 + offsetRest)
  const minutes = +hour * 60 + +minute - offsetMinutes
  return (
    toEpochDay(date) * millisecondsPerDay +
    minutes * millisecondsPerMinute +
    +second * 1000 +
    +fraction.padEnd(3, '0')
  )
}
