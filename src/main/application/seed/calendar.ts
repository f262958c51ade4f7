import { addDays, asBusinessDate, type BusinessDate } from '#shared/time/business-date.ts'

/** New Year's Day of the lunar calendar, by year. */
const springFestivals = [
  '2023-01-22',
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-03',
].map(asBusinessDate)

/** The store is closed from New Year's Eve to the fourth day of the year. */
const closedAround = [-1, 0, 1, 2, 3]

/** The dates of a span on which the store is closed for Spring Festival. */
export const closedDatesBetween = (from: BusinessDate, until: BusinessDate): BusinessDate[] =>
  springFestivals
    .flatMap((newYear) => closedAround.map((days) => addDays(newYear, days)))
    .filter((date) => from <= date && date <= until)
