import { describe, expect, it, test } from 'vitest'
import { firstFollowUpOn, leadClock, leadDueAt } from '#main/rules/lead-clock.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'
import { instantAt } from '#shared/time/instant.ts'
import { makeStoreCalendar } from '#shared/time/store-calendar.ts'

const policy = presets.dcc
const minute = 60_000
const assignedAt = instantAt(d('2026-03-02'), '10:00', 'Asia/Shanghai')
const dueAt = instantAt(d('2026-03-03'), '22:00', 'Asia/Shanghai')

describe('the clock of a lead (R-10.1)', () => {
  it('gives 36 hours from the assignment, over nights and closed dates', () => {
    expect(leadDueAt(assignedAt, policy)).toBe(dueAt)
  })

  test.each([
    ['at the assignment', 0, 36 * 60, 36, false],
    ['an hour before', 35 * 60, 60, 1, false],
    ['a minute less than an hour before', 35 * 60 + 1, 59, 0, false],
    ['at the very moment', 36 * 60, 0, 0, false],
    ['a minute after', 36 * 60 + 1, -1, 0, true],
    ['an hour after', 37 * 60, -60, -1, true],
    ['two days after', 84 * 60, -48 * 60, -48, true],
  ])('%s', (_when, minutes, minutesLeft, hoursLeft, late) => {
    const at = assignedAt + minutes * minute
    expect(leadClock({ assignedAt, firstFollowUpAt: null }, policy, at)).toEqual({
      dueAt,
      minutesLeft,
      hoursLeft,
      late,
      startedLate: false,
    })
  })

  it('is late one second after the moment', () => {
    expect(leadClock({ assignedAt, firstFollowUpAt: null }, policy, dueAt + 1000)).toMatchObject({
      minutesLeft: -1,
      late: true,
    })
  })

  test.each([
    ['in time', dueAt, false],
    ['too late', dueAt + 1, true],
  ])('stops with a first follow-up %s', (_when, firstFollowUpAt, startedLate) => {
    expect(leadClock({ assignedAt, firstFollowUpAt }, policy, dueAt + 10 * minute)).toEqual({
      dueAt,
      minutesLeft: null,
      hoursLeft: null,
      late: false,
      startedLate,
    })
  })

  it('tells of an earlier moment what was known then', () => {
    const times = { assignedAt, firstFollowUpAt: dueAt + 60 * minute }
    expect(leadClock(times, policy, dueAt + minute)).toMatchObject({ late: true, startedLate: false })
  })
})

describe('the date of the first plan of a lead (R-10.1, R-1.4)', () => {
  const calendar = makeStoreCalendar([d('2026-03-02'), d('2026-03-04'), d('2026-03-05')])
  test.each([
    ['the date itself, when open', '2026-03-03', '2026-03-03', '2026-03-03'],
    ['the open date before a closed one', '2026-03-04', '2026-03-03', '2026-03-03'],
    ['over several closed ones', '2026-03-05', '2026-03-03', '2026-03-03'],
    ['the next open date, when none is left before', '2026-03-05', '2026-03-04', '2026-03-06'],
    ['the next open date, on a closed one', '2026-03-02', '2026-03-02', '2026-03-03'],
  ])('is %s', (_what, dueOn, today, on) => {
    expect(firstFollowUpOn(d(dueOn), calendar, d(today))).toBe(on)
  })
})
