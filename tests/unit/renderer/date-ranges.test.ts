import { describe, expect, it } from 'vitest'
import { asBusinessDate } from '#shared/time/business-date.ts'
import { lengthOf, rangesOf } from '../../../src/renderer/ui/calendar/date-ranges.ts'

const ranges = (...dates: string[]) =>
  rangesOf(dates.map(asBusinessDate)).map(({ from, until }) => `${from} ${until}`)

describe('closed dates as ranges', () => {
  it('joins dates that follow each other, over the end of a month', () => {
    expect(ranges('2026-01-30', '2026-01-31', '2026-02-01')).toEqual(['2026-01-30 2026-02-01'])
  })
  it('keeps a gap of one day apart', () => {
    expect(ranges('2026-02-01', '2026-02-03')).toEqual(['2026-02-01 2026-02-01', '2026-02-03 2026-02-03'])
  })
  it('takes dates in any order and twice', () => {
    expect(ranges('2026-02-02', '2026-02-01', '2026-02-02')).toEqual(['2026-02-01 2026-02-02'])
  })
  it('has nothing for nothing', () => {
    expect(ranges()).toEqual([])
  })
  it('counts both ends', () => {
    expect(lengthOf({ from: asBusinessDate('2026-02-28'), until: asBusinessDate('2026-03-01') })).toBe(2)
  })
})
