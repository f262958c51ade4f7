import { describe, expect, test } from 'vitest'
import { clearanceStep, countOverdue, lastPassed } from '#main/rules/rotation-clearance.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'
import { makeStoreCalendar } from '#shared/time/store-calendar.ts'

describe('clear to greet (R-11.6)', () => {
  // Saturday and Sunday are closed.
  const calendar = makeStoreCalendar([d('2026-03-07'), d('2026-03-08')])
  test.each([
    ['2026-03-06', '2026-03-05'],
    ['2026-03-07', '2026-03-06'],
    // What was due on Saturday may be done on Monday: it has not passed.
    ['2026-03-09', '2026-03-06'],
    ['2026-03-10', '2026-03-09'],
  ])('on %s has passed what was due up to %s', (today, passed) => {
    expect(lastPassed(d(today), calendar)).toBe(passed)
  })

  const due = (...days: string[]) => days.map((day) => ({ on: d(day), plans: 1 }))
  const shield = { from: d('2026-03-03'), until: d('2026-03-06') }
  test.each([
    ['the day before', due('2026-03-05'), [], 1],
    ['two plans of a day', [{ on: d('2026-03-02'), plans: 2 }], [], 2],
    ['today', due('2026-03-06'), [], 0],
    ['the day before a leave', due('2026-03-02'), [shield], 1],
    ['the first day of a leave', due('2026-03-03'), [shield], 0],
    ['the last day that a leave shields', due('2026-03-05'), [shield], 0],
    ['a leave that is over', due('2026-03-03'), [{ from: d('2026-03-03'), until: d('2026-03-04') }], 1],
  ])('what was due on %s counts or not', (_name, plans, shields, expected) => {
    expect(countOverdue(plans, shields, d('2026-03-05'))).toBe(expected)
  })

  test.each([
    [false, { hindered: false, cleared: true }, null],
    [false, { hindered: true, cleared: false }, 'mark'],
    [true, { hindered: true, cleared: false }, null],
    [true, { hindered: false, cleared: true }, 'to_end'],
    // Let through, or the switch was turned off.
    [true, { hindered: false, cleared: false }, 'unmark'],
    [false, { hindered: false, cleared: false }, null],
  ])('marked %s and now %j: %s', (marked, now, expected) => {
    expect(clearanceStep(marked, now)).toBe(expected)
  })
})
