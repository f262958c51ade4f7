import { addDays, asBusinessDate, monthOf, type BusinessDate } from '#shared/time/business-date.ts'

/** First visits with an intent that somebody received in a month by rotation or by hand, and how many of them ordered. */
export type Received = { readonly visits: number; readonly orders: number }

/** 转化率 in percent, rounded down; null where nothing was received. */
export const conversionOf = ({ visits, orders }: Received): number | null =>
  visits === 0 ? null : Math.floor((orders * 100) / visits)

/** The month before that of a date, first and last day. */
export const monthBefore = (
  date: BusinessDate,
): { readonly from: BusinessDate; readonly until: BusinessDate } => {
  const until = addDays(asBusinessDate(`${monthOf(date)}-01`), -1)
  return { from: asBusinessDate(`${monthOf(until)}-01`), until }
}

/**
 * Too few of last month's visits led to an order, and no manager restored him for this month. Compared exactly: 9.9 % is
 * below 10 %, 1 of 10 is not.
 */
export const isTooLow = (
  { lastMonth, restoredFor }: { readonly lastMonth: Received; readonly restoredFor: string | null },
  terms: {
    readonly today: BusinessDate
    readonly minConversionPercent: number
    readonly minVisits: number
  },
): boolean =>
  lastMonth.visits > 0 &&
  lastMonth.visits >= terms.minVisits &&
  lastMonth.orders * 100 < terms.minConversionPercent * lastMonth.visits &&
  restoredFor !== monthOf(terms.today)
