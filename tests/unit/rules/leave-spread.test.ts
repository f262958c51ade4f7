import { describe, expect, it, test } from 'vitest'
import { spreadPostponed } from '#main/rules/leave-spread.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'
import { makeStoreCalendar, makeWorkCalendar } from '#shared/time/store-calendar.ts'

const { benyue } = presets
const leave = { from: d('2026-03-09'), until: d('2026-03-13') }

const spread = (
  grades: string,
  given: {
    readonly rest?: readonly number[]
    readonly closed?: readonly string[]
    readonly further?: readonly (readonly [string, string])[]
    readonly today?: string
    readonly days?: number
  } = {},
): string[] => {
  const further = (given.further ?? []).map(([from, until]) => ({ from: d(from), until: d(until) }))
  const work = makeWorkCalendar(makeStoreCalendar((given.closed ?? []).map(d)), {
    restWeekdays: given.rest ?? [],
    leaves: [leave, ...further],
  })
  const policy = {
    ...benyue,
    thresholds: { ...benyue.thresholds, postponedSpreadDays: given.days ?? 3 },
  }
  const plans = [...grades].map((grade, index) => ({ planId: `p${index}`, grade, on: d('2026-03-10') }))
  const placed = spreadPostponed(plans, { until: leave.until, work }, policy, d(given.today ?? '2026-03-02'))
  return plans.map(({ planId }) => placed.get(planId)?.slice(5) ?? '')
}

describe('where the plans of a leave go (R-6.3)', () => {
  it('puts the plan of 03-10 on Monday 03-16 when he rests on Saturday and Sunday (EXAMPLES)', () => {
    expect(spread('H', { rest: [6, 7] })).toEqual(['03-16'])
  })

  test.each([
    ['H', {}, ['03-14']],
    ['H', { rest: [6] }, ['03-15']],
    ['H', { rest: [6, 7], closed: ['2026-03-16'] }, ['03-17']],
    ['H', { rest: [6, 7], further: [['2026-03-16', '2026-03-17']] }, ['03-18']],
    ['H', { rest: [6, 7], further: [['2026-03-17', '2026-03-17']] }, ['03-16']],
    ['', {}, []],
    ['HH', {}, ['03-14', '03-15']],
    ['HHH', {}, ['03-14', '03-15', '03-16']],
    ['HHHH', {}, ['03-14', '03-14', '03-15', '03-16']],
    ['CBAH', {}, ['03-16', '03-15', '03-14', '03-14']],
    ['HHHHHHH', {}, ['03-14', '03-14', '03-14', '03-15', '03-15', '03-16', '03-16']],
    ['CCCHHAB', {}, ['03-15', '03-16', '03-16', '03-14', '03-14', '03-14', '03-15']],
    ['HHH', { rest: [6, 7], closed: ['2026-03-17'] }, ['03-16', '03-18', '03-19']],
    ['HH', { rest: [6, 7], further: [['2026-03-17', '2026-03-20']] }, ['03-16', '03-23']],
    ['HHH', { days: 1 }, ['03-14', '03-14', '03-14']],
    ['HH', { days: 5 }, ['03-14', '03-15']],
  ] as const)('grades %s, %j: %j', (grades, given, expected) => {
    expect(spread(grades, given)).toEqual(expected)
  })

  test.each([
    ['2026-03-13', '03-14'],
    ['2026-03-14', '03-14'],
    ['2026-03-15', '03-15'],
    ['2026-03-20', '03-20'],
  ])('never puts a plan before today, %s: %s', (today, expected) => {
    expect(spread('H', { today })).toEqual([expected])
  })

  it('puts the oldest date first within a grade, and gives a day never fewer than a later one', () => {
    const work = makeWorkCalendar(makeStoreCalendar([]), { restWeekdays: [], leaves: [leave] })
    const plans = ['2026-03-12', '2026-03-09', '2026-03-11', '2026-03-10'].map((on, index) => ({
      planId: `p${index}`,
      grade: 'A',
      on: d(on),
    }))
    const placed = spreadPostponed(plans, { until: leave.until, work }, benyue, d('2026-03-02'))
    expect(plans.map(({ planId }) => placed.get(planId)?.slice(5))).toEqual([
      '03-16',
      '03-14',
      '03-15',
      '03-14',
    ])
  })
})
