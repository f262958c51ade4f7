import { addDays, asBusinessDate, type BusinessDate } from '../time/business-date.ts'

/** P4 Kept are all backups of two days; of the time before one a day, one a week, one a month. */
export const keptBackups = { days: 2, daily: 12, weekly: 10, monthly: 9 } as const

const monthsAYear = 12

/** The first day of the month so many months on from a date; earlier for a negative number. */
export function firstOfMonth(from: BusinessDate, months: number): BusinessDate {
  const [year = 0, month = 0] = from.split('-').map(Number)
  const index = year * monthsAYear + month - 1 + months
  const text = `${String(Math.floor(index / monthsAYear)).padStart(4, '0')}-${String((index % monthsAYear) + 1).padStart(2, '0')}`
  return asBusinessDate(`${text}-01`)
}

/**
 * The last day on which a backup of a date may still be kept by a store at work, which has one in each month and on more than a few
 * days of it: it may be the newest of its month, and that one goes with the first backup of the ninth month after it.
 */
export const lastKeptOn = (on: BusinessDate): BusinessDate =>
  addDays(firstOfMonth(on, keptBackups.monthly + 1), -1)

/** The same in whole months, for a paper that has no date. */
export const keptMonths: number = keptBackups.monthly + 1
