import { describe, expect, it } from 'vitest'
import { planAfterTransfer } from '#main/rules/transfer-plan.ts'
import { makeStoreCalendar, makeWorkCalendar } from '#shared/time/store-calendar.ts'

const today = '2026-03-10'

const after = (
  dueOn: string,
  {
    closed = [],
    rest = [],
    leaves = [],
    leaveId = null,
  }: {
    readonly closed?: readonly string[]
    readonly rest?: readonly number[]
    readonly leaveId?: string | null
    readonly leaves?: readonly { readonly from: string; readonly until: string }[]
  } = {},
) => {
  const calendar = makeStoreCalendar(closed as never)
  const work = makeWorkCalendar(calendar, { restWeekdays: rest, leaves: leaves as never })
  const result = planAfterTransfer(
    { dueOn: dueOn as never, leaveId },
    work.firstWorkingDayFrom(today as never),
    today as never,
  )
  return [result.dueOn, result.anew]
}

// 2026-03-10 is a Tuesday.
describe('R-7.3 a plan on the day of the transfer', () => {
  it.each([
    ['overdue since long', '2026-03-05', {}, ['2026-03-10', true]],
    ['overdue since yesterday', '2026-03-09', {}, ['2026-03-10', true]],
    ['due today', '2026-03-10', {}, ['2026-03-10', false]],
    ['to come', '2026-03-11', {}, ['2026-03-11', false]],
    ['to come, postponed by a leave', '2026-03-16', { leaveId: 'l1' }, ['2026-03-16', true]],
    ['overdue, new owner rests today', '2026-03-09', { rest: [2] }, ['2026-03-11', true]],
    ['due today, new owner rests today', '2026-03-10', { rest: [2] }, ['2026-03-10', false]],
    [
      'overdue, new owner is on leave',
      '2026-03-05',
      { leaves: [{ from: '2026-03-09', until: '2026-03-12' }] },
      ['2026-03-13', true],
    ],
    [
      'overdue, leave ends before a closed date',
      '2026-03-05',
      { leaves: [{ from: '2026-03-09', until: '2026-03-12' }], closed: ['2026-03-13'] },
      ['2026-03-14', true],
    ],
    ['dated on the closed date before today', '2026-03-09', { closed: ['2026-03-09'] }, ['2026-03-10', true]],
  ] as const)('%s: %s', (_title, dueOn, around, expected) => {
    expect(after(dueOn, around)).toEqual(expected)
  })
})
