import { describe, expect, it, test } from 'vitest'
import { aheadSince, checkClock } from '#main/rules/clock-check.ts'
import { datesToRoll, faultStandsFrom } from '#main/rules/dates-to-roll.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'
import { makeStoreCalendar } from '#shared/time/store-calendar.ts'

const roll = (lastRolledOn: string | null, today: string, closed: readonly string[] = []) =>
  datesToRoll(
    {
      lastRolledOn: lastRolledOn === null ? null : d(lastRolledOn),
      firstOn: d('2026-03-02'),
      today: d(today),
    },
    makeStoreCalendar(closed.map(d)),
  )

describe('the dates to roll (R-1.5)', () => {
  test.each([
    ['2026-03-06', '2026-03-06', []],
    ['2026-03-05', '2026-03-06', ['2026-03-06']],
    ['2026-03-06', '2026-03-10', ['2026-03-07', '2026-03-08', '2026-03-09', '2026-03-10']],
    ['2026-03-09', '2026-03-05', []],
    ['2026-02-27', '2026-03-01', ['2026-02-28', '2026-03-01']],
  ])('rolled up to %s, today %s: %j', (lastRolledOn, today, dates) => {
    expect(roll(lastRolledOn, today)).toEqual(dates)
  })

  it('are open dates', () => {
    const closed = ['2026-03-05', '2026-03-06']
    expect(roll('2026-03-04', '2026-03-06', closed)).toEqual([])
    expect(roll('2026-03-04', '2026-03-08', closed)).toEqual(['2026-03-07', '2026-03-08'])
  })

  it('begin the day after the first date of the store', () => {
    expect(roll(null, '2026-03-02')).toEqual([])
    expect(roll(null, '2026-03-04')).toEqual(['2026-03-03', '2026-03-04'])
    expect(roll(null, '2026-03-05', ['2026-03-03'])).toEqual(['2026-03-04', '2026-03-05'])
  })

  it('are the same at once as day by day', () => {
    const closed = ['2026-03-05', '2026-03-09']
    let last: string | null = '2026-03-03'
    const daily: string[] = []
    for (const today of ['04', '05', '06', '07', '08', '09', '10', '11', '12'].map(
      (day) => `2026-03-${day}`,
    )) {
      for (const date of roll(last, today, closed)) {
        daily.push(date)
        last = date
      }
    }
    expect(daily).toEqual(roll('2026-03-03', '2026-03-12', closed))
  })
})

describe('the first date on which a fault stands (R-8.1, R-1.4)', () => {
  test.each([
    ['2026-03-04', '2026-03-07'],
    ['2026-03-05', '2026-03-08'],
    ['2026-03-06', '2026-03-08'],
    ['2026-03-07', '2026-03-08'],
    ['2026-03-02', '2026-03-03'],
  ])('due %s with 03-05 and 03-06 closed: %s', (dueOn, stands) => {
    const closed = makeStoreCalendar([d('2026-03-05'), d('2026-03-06')])
    expect(faultStandsFrom(d(dueOn), closed)).toBe(stands)
  })
})

describe('the clock (R-1.6)', () => {
  const highest = 1_772_413_200_000
  test.each([
    [highest + 60_000, 'ok'],
    [highest, 'ok'],
    [highest - 119_999, 'ok'],
    [highest - 120_000, 'ok'],
    [highest - 120_001, 'behind'],
  ])('at %i is %s', (now, state) => {
    expect(checkClock({ now, highestRecordedAt: highest }, presets.benyue).state).toBe(state)
  })

  const day = 24 * 3_600_000
  test.each([
    [highest + day, null, null],
    [highest + day + 1, null, highest],
    [highest + 30 * day, null, highest],
    [highest - day, null, null],
    // Once found, a jump waits for its answer whatever is recorded meanwhile.
    [highest + 60_000, highest - 3 * day, highest - 3 * day],
  ])('at %i, a jump found before being %s, is ahead since %s', (now, aheadFrom, since) => {
    expect(aheadSince({ now, highestRecordedAt: highest, aheadFrom }, presets.benyue)).toBe(since)
  })

  it('is not ahead in a store that has recorded nothing', () => {
    expect(aheadSince({ now: highest, highestRecordedAt: null, aheadFrom: null }, presets.benyue)).toBeNull()
  })

  it('is right in a store that has recorded nothing', () => {
    expect(checkClock({ now: 0, highestRecordedAt: null }, presets.benyue)).toMatchObject({
      state: 'ok',
      behindMs: 0,
    })
  })

  it('says how far it is behind', () => {
    const { behindMs, reasons } = checkClock(
      { now: highest - 600_000, highestRecordedAt: highest },
      presets.benyue,
    )
    expect(behindMs).toBe(600_000)
    expect(reasons).toEqual([{ code: 'clock_behind', data: { behindMs: 600_000 } }])
  })
})
