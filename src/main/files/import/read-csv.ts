import { refuse } from '#shared/errors.ts'
import type { LedgerLimits } from './ledger.ts'

const separators = [',', ';', '\t'] as const
const rowsToCompare = 20

const quote = 0x22
const carriageReturn = 0x0d
const lineFeed = 0x0a

/** What is known when the text has ended: whether a quote was still open. */
type Ending = 'complete' | 'inside_quotes'

/**
 * Yields the records of a text with separated values. Quoted cells may hold separators, line ends and doubled
 * quotes.
 */
export function* parseCsv(text: string, separator: string): Generator<string[], Ending, undefined> {
  const separatorCode = separator.charCodeAt(0)
  const length = text.length
  let at = 0
  let record: string[] = []
  let ending: Ending = 'complete'
  while (at < length) {
    let cell = ''
    if (text.charCodeAt(at) === quote) {
      at += 1
      for (;;) {
        const end = text.indexOf('"', at)
        const until = end === -1 ? length : end
        cell += text.slice(at, until)
        at = until + 1
        if (end === -1) ending = 'inside_quotes'
        if (text.charCodeAt(at) !== quote || end === -1) break
        cell += '"'
        at += 1
      }
    }
    const start = at
    let code = text.charCodeAt(at)
    while (at < length && code !== separatorCode && code !== lineFeed && code !== carriageReturn) {
      at += 1
      code = text.charCodeAt(at)
    }
    record.push(start < at ? cell + text.slice(start, at) : cell)
    if (at < length && code === separatorCode) {
      at += 1
      // A separator at the very end opens one more, empty cell.
      if (at === length) record.push('')
      continue
    }
    if (code === carriageReturn && text.charCodeAt(at + 1) === lineFeed) at += 1
    at += 1
    yield record
    record = []
  }
  if (record.length > 0) yield record
  return ending
}

/** How well a separator explains the first rows: rows of the most common width, times that width. */
const weigh = (text: string, separator: string): number => {
  const counts = new Map<number, number>()
  let seen = 0
  for (const record of parseCsv(text, separator)) {
    counts.set(record.length, (counts.get(record.length) ?? 0) + 1)
    seen += 1
    if (seen === rowsToCompare) break
  }
  return Math.max(0, ...[...counts].map(([width, rows]) => (width > 1 ? width * rows : 0)))
}

const proposeSeparator = (text: string): string => {
  const sample = text.slice(0, 200_000)
  const weighed = separators.map((separator) => ({ separator, weight: weigh(sample, separator) }))
  return weighed.reduce((best, each) => (each.weight > best.weight ? each : best)).separator
}

/** The records of a whole text, with the line `sep=;` that spreadsheets put on top obeyed and left out. */
export const readCsv = (text: string, limits: LedgerLimits): string[][] => {
  const named = /^sep=(.)\r?\n/i.exec(text)
  let end = text.length
  while (end > 0 && (text.charCodeAt(end - 1) === lineFeed || text.charCodeAt(end - 1) === carriageReturn))
    end -= 1
  const body = text.slice(named === null ? 0 : named[0].length, end)
  const separator = named?.[1] ?? proposeSeparator(body)
  const records: string[][] = []
  const parsing = parseCsv(body, separator)
  let filled = 0
  for (;;) {
    const { done, value } = parsing.next()
    if (done) {
      // The rest of the file would lie in one cell: customers would be lost without a word.
      if (value === 'inside_quotes')
        refuse('FILE_REFUSED', { reason: 'broken', data: { row: records.length } })
      return records
    }
    const row = records.push(value)
    if (value.some((cell) => cell !== '')) filled += 1
    if (filled > limits.maxRows)
      refuse('FILE_REFUSED', { reason: 'too_many_rows', data: { max: limits.maxRows } })
    // Lines without a single character cost little, but not nothing.
    if (row > limits.maxRows * 10) refuse('FILE_REFUSED', { reason: 'hostile', data: { row } })
  }
}
