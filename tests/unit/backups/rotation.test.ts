import { describe, expect, it } from 'vitest'
import { namesToLetGo, type Kept } from '#main/application/backups/rotation.ts'
import { firstOfMonth, lastKeptOn } from '#shared/domain/kept-backups.ts'
import { addDays, asBusinessDate } from '#shared/time/business-date.ts'
import { businessDateAt, instantAt } from '#shared/time/instant.ts'

const zone = 'Asia/Shanghai'
const today = asBusinessDate('2026-03-18') // a Wednesday
const now = instantAt(today, '18:00', zone)
const made = (date: string, time = '12:00', more: Partial<Kept> = {}): Kept => ({
  name: `${date} ${time}`,
  madeAt: instantAt(asBusinessDate(date), time, zone),
  reason: 'scheduled',
  good: true,
  ...more,
})
const kept = (all: readonly Kept[], at = now) => {
  const gone = new Set(namesToLetGo(all, at, zone))
  return all.filter(({ name }) => !gone.has(name)).map(({ name }) => name)
}
/** One a day, back from today. */
const daily = (days: number, time = '12:00') =>
  Array.from({ length: days }, (_, n) => made(addDays(today, -n), time))

describe('rotation (P4)', () => {
  it('keeps all of today and yesterday', () => {
    const all = ['00:00', '09:00', '09:30', '23:59'].flatMap((time) => [
      made('2026-03-18', time),
      made('2026-03-17', time),
    ])
    expect(kept(all)).toHaveLength(8)
  })

  it('keeps the newest of each day before, for twelve days in all', () => {
    const all = daily(12).flatMap((each) => [each, made(each.name.slice(0, 10), '08:00')])
    const stay = kept(all)
    expect(stay).toHaveLength(12 + 2)
    expect(stay).toContain('2026-03-16 12:00')
    expect(stay).not.toContain('2026-03-16 08:00')
  })

  it('keeps ten weeks and nine months of a year of days', () => {
    const stay = kept(daily(365))
    const days = Array.from({ length: 12 }, (_, n) => `${addDays(today, -n)} 12:00`)
    const sundays = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((week) => `${addDays(today, -3 - 7 * (week - 1))} 12:00`)
    const lastOfMonth = [
      '2026-02-28',
      '2026-01-31',
      '2025-12-31',
      '2025-11-30',
      '2025-10-31',
      '2025-09-30',
      '2025-08-31',
      '2025-07-31',
    ]
    expect([...stay].sort()).toEqual(
      [...new Set([...days, ...sundays, ...lastOfMonth.map((date) => `${date} 12:00`)])].sort(),
    )
  })

  it('counts slots that have a backup, so that a closed month costs nothing', () => {
    const all = [made('2025-01-05'), made('2025-03-05'), made('2025-08-05'), made('2025-08-04')]
    expect(kept(all)).toEqual(all.map(({ name }) => name))
  })

  it('never lets the last good one go, however old, and however many bad ones are newer', () => {
    const old = made('2020-01-01')
    const bad = daily(60).map((each) => ({ ...each, good: false }))
    expect(kept([old, ...bad])).toEqual(['2020-01-01 12:00', '2026-03-18 12:00', '2026-03-17 12:00'])
    expect(kept([old])).toEqual(['2020-01-01 12:00'])
  })

  it('never lets a bad one stand for its day', () => {
    const all = [made('2026-03-10', '12:00', { good: false }), made('2026-03-10', '09:00')]
    expect(kept(all)).toEqual(['2026-03-10 09:00'])
  })

  it('keeps what undoes the last restore, and the store before its last migration, for as long as a month is kept', () => {
    const special = (month: string) => [
      made(`${month}-14`, '07:00', { reason: 'before_restore' }),
      made(`${month}-13`, '07:00', { reason: 'before_restore' }),
      made(`${month}-12`, '07:00', { reason: 'before_migration' }),
    ]
    const stay = kept([...daily(500), ...special('2025-07')])
    expect(stay).toEqual(expect.arrayContaining(['2025-07-14 07:00', '2025-07-12 07:00']))
    expect(stay).not.toContain('2025-07-13 07:00')
    expect(kept([...daily(500), ...special('2025-06')]).filter((name) => name.endsWith('07:00'))).toEqual([])
  })

  it.each(['2026-03-18', '2026-03-01', '2026-01-31', '2026-12-31', '2024-02-29'])(
    'has let go of every backup of %s by the day that whoever is erased is told (S7)',
    (text) => {
      const on = asBusinessDate(text)
      const until = lastKeptOn(on)
      // The worst of a store at work: nothing more that month, then little, and late in each month.
      const months = Array.from({ length: 9 }, (_, n) => addDays(firstOfMonth(on, n + 2), -1))
      const worked = months.flatMap((date) => [addDays(date, -16), addDays(date, -8), date])
      for (const reason of ['scheduled', 'before_restore', 'before_migration'] as const) {
        const his = made(on, '12:00', { reason })
        const left = worked.reduce(
          (all, date) => {
            const next = [...all, made(date)]
            const stay = kept(next, instantAt(date, '18:00', zone))
            return next.filter(({ name }) => stay.includes(name))
          },
          [his],
        )
        const stay = kept([...left, made(until)], instantAt(until, '18:00', zone))
        expect([reason, stay.includes(his.name)]).toEqual([reason, on === until])
      }
      // And the day is not merely far away: a month before he may still be there.
      const before = worked.slice(0, -3).map((date) => made(date))
      const month = addDays(firstOfMonth(on, 9), -1)
      expect(kept([made(on), ...before], instantAt(month, '18:00', zone))).toContain(made(on).name)
    },
  )

  it('goes by the dates of the store, not of the machine or of Greenwich', () => {
    // 00:30 in Shanghai is still the day before in Greenwich.
    const early = made('2026-03-17', '00:30')
    expect(kept([early, made('2026-03-16', '23:30'), made('2026-03-16', '23:40')])).toEqual([
      '2026-03-17 00:30',
      '2026-03-16 23:40',
    ])
    expect(businessDateAt(early.madeAt, 'UTC')).toBe('2026-03-16')
  })

  it('takes what a clock that was ahead has made for new, not for old', () => {
    expect(kept([made('2027-01-01', '09:00'), made('2027-01-01', '08:00'), made('2026-03-18')])).toHaveLength(
      3,
    )
  })

  it('lets nothing go twice over: after it has run it has nothing left to do', () => {
    const all = daily(400).flatMap((each) => [each, made(each.name.slice(0, 10), '08:00')])
    const stay = new Set(kept(all))
    const left = all.filter(({ name }) => stay.has(name))
    expect(namesToLetGo(left, now, zone)).toEqual([])
  })
})
