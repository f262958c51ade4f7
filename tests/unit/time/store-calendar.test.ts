import { describe, expect, it } from 'vitest'
import { asBusinessDate as d } from '#shared/time/business-date.ts'
import { makeStoreCalendar, makeWorkCalendar } from '#shared/time/store-calendar.ts'

describe('store calendar (R-1.4)', () => {
  const store = makeStoreCalendar([d('2026-03-05'), d('2026-03-06')])

  it('moves a closed date to the next open one for judging and to the previous one for proposing', () => {
    expect(store.nextOpen(d('2026-03-05'))).toBe('2026-03-07')
    expect(store.previousOpen(d('2026-03-06'))).toBe('2026-03-04')
  })

  it('leaves an open date where it is', () => {
    expect(store.nextOpen(d('2026-03-04'))).toBe('2026-03-04')
    expect(store.previousOpen(d('2026-03-07'))).toBe('2026-03-07')
    expect(store.isOpen(d('2026-03-04'))).toBe(true)
    expect(store.isOpen(d('2026-03-05'))).toBe(false)
  })

  it('finds the first open date after a date', () => {
    expect(store.firstOpenAfter(d('2026-03-03'))).toBe('2026-03-04')
    expect(store.firstOpenAfter(d('2026-03-04'))).toBe('2026-03-07')
    expect(store.firstOpenAfter(d('2026-03-05'))).toBe('2026-03-07')
  })
})

describe('work calendar (R-1.4)', () => {
  const store = makeStoreCalendar([d('2026-03-05')])
  const calendar = makeWorkCalendar(store, {
    restWeekdays: [6, 7],
    leaves: [{ from: d('2026-03-09'), until: d('2026-03-13') }],
  })

  it('counts neither closed dates nor rest days nor leave as working days', () => {
    expect(calendar.isWorkingDay(d('2026-03-04'))).toBe(true)
    expect(calendar.isWorkingDay(d('2026-03-05'))).toBe(false)
    expect(calendar.isWorkingDay(d('2026-03-07'))).toBe(false)
    expect(calendar.isWorkingDay(d('2026-03-08'))).toBe(false)
  })

  it('is on leave on its first and last day and not around them', () => {
    const days = ['2026-03-08', '2026-03-09', '2026-03-13', '2026-03-14']
    expect(days.map((day) => calendar.isOnLeave(d(day)))).toEqual([false, true, true, false])
  })

  it('finds the first working day after leave and weekend', () => {
    expect(calendar.firstWorkingDayFrom(d('2026-03-07'))).toBe('2026-03-16')
    expect(calendar.firstWorkingDayFrom(d('2026-03-06'))).toBe('2026-03-06')
  })

  it('finds the last working day up to a date, or none since the date named', () => {
    expect(calendar.lastWorkingDayUpTo(d('2026-03-15'), d('2026-03-01'))).toBe('2026-03-06')
    expect(calendar.lastWorkingDayUpTo(d('2026-03-15'), d('2026-03-07'))).toBeUndefined()
    expect(calendar.lastWorkingDayUpTo(d('2026-03-16'), d('2026-03-16'))).toBe('2026-03-16')
  })

  it('takes rest on all seven days for no rest, so that work can always be placed', () => {
    const always = makeWorkCalendar(store, { restWeekdays: [1, 2, 3, 4, 5, 6, 7], leaves: [] })
    expect(always.firstWorkingDayFrom(d('2026-03-05'))).toBe('2026-03-06')
  })
})
