import { daysBetween, type BusinessDate } from '#shared/time/business-date.ts'

export interface DateRange {
  readonly from: BusinessDate
  readonly until: BusinessDate
}

/** Joins dates that follow each other: a holiday is one line, however long. */
export function rangesOf(dates: readonly BusinessDate[]): DateRange[] {
  const ranges: DateRange[] = []
  for (const date of [...new Set(dates)].toSorted()) {
    const last = ranges.at(-1)
    if (last && daysBetween(last.until, date) === 1)
      ranges[ranges.length - 1] = { from: last.from, until: date }
    else ranges.push({ from: date, until: date })
  }
  return ranges
}

export const lengthOf = ({ from, until }: DateRange) => daysBetween(from, until) + 1
