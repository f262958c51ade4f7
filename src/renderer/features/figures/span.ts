import { addDays, parseBusinessDate, type BusinessDate } from '#shared/time/business-date.ts'

/** The dates over which the figures are counted, both included. */
export interface Span {
  readonly from: BusinessDate
  readonly until: BusinessDate
}

export const spans = ['thisMonth', 'lastMonth', 'lastNinety'] as const
export type SpanName = (typeof spans)[number]

/** A quarter's worth of days, for who wants more cases behind a rate than a month has. */
const ninety = 90

const firstOfMonth = (date: BusinessDate): BusinessDate => parseBusinessDate(`${date.slice(0, 7)}-01`) ?? date

/** What a word means today: 本月 until today, 上月 as a whole. */
export function spanOf(name: SpanName, today: BusinessDate): Span {
  const first = firstOfMonth(today)
  if (name === 'thisMonth') return { from: first, until: today }
  if (name === 'lastNinety') return { from: addDays(today, 1 - ninety), until: today }
  const last = addDays(first, -1)
  return { from: firstOfMonth(last), until: last }
}

/** Which of the words the dates are, so that it stays marked. */
export const nameOfSpan = (span: Span, today: BusinessDate): SpanName | null =>
  spans.find((name) => {
    const { from, until } = spanOf(name, today)
    return from === span.from && until === span.until
  }) ?? null
