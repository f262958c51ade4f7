import { describe, expect, it, test } from 'vitest'
import {
  judgePostponement,
  suspectAllowedPlan,
  type DateMove,
  type PostponementFacts,
} from '#main/rules/judge/unrealistic-postponement.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { addDays, asBusinessDate as d } from '#shared/time/business-date.ts'

const { benyue } = presets
const today = d('2026-03-31')
const expected = d('2026-04-02')

const judge = (changes: Partial<PostponementFacts>, policy = benyue) =>
  judgePostponement(
    {
      on: today,
      from: expected,
      to: addDays(expected, 1),
      grade: 'H',
      effectiveOnSameDay: false,
      earlierMoves: [],
      ...changes,
    },
    policy,
  ).map(({ code }) => code)

const later = (daysAgo: number, order = 0): DateMove => ({
  on: addDays(today, -daysAgo),
  from: d('2026-03-20'),
  to: d('2026-03-21'),
  order,
})
const sooner = (daysAgo: number): DateMove => ({ ...later(daysAgo), to: d('2026-03-19') })

describe('postponed beyond the close window of the present grade (R-8.3)', () => {
  test.each([
    ['H', 7, []],
    ['H', 8, ['postponed_beyond_close_window']],
    ['A', 15, []],
    ['A', 16, ['postponed_beyond_close_window']],
    ['B', 31, ['postponed_beyond_close_window']],
    ['C', 200, []],
    ['X', 200, []],
    ['H', -20, []],
    ['H', 0, []],
  ])('%s by %i days: %j', (grade, days, codes) => {
    expect(judge({ grade, to: addDays(expected, days) })).toEqual(codes)
  })

  it('is not suspected with an effective follow-up on the same day, nor when a first date is set', () => {
    expect(judge({ to: addDays(expected, 30), effectiveOnSameDay: true })).toEqual([])
    expect(judge({ from: null, to: addDays(expected, 30) })).toEqual([])
  })

  it('cannot happen under a policy without windows', () => {
    expect(judge({ grade: 'A', to: addDays(expected, 300) }, presets.dcc)).toEqual([])
  })
})

describe('postponed for the third time in a row (R-8.3)', () => {
  test.each([
    ['once before', [later(10)], []],
    ['twice before', [later(10), later(20)], ['postponed_repeatedly']],
    ['twice before, the first 60 days ago', [later(10), later(60)], ['postponed_repeatedly']],
    ['twice before, the first 61 days ago', [later(10), later(61)], []],
    ['twice before, with a move nearer between', [later(10), sooner(15), later(20)], []],
    ['twice before, a move nearer first', [sooner(30), later(20), later(10)], ['postponed_repeatedly']],
    ['twice on one day', [later(0, 1), later(0, 2)], ['postponed_repeatedly']],
    ['three times before', [later(5), later(10), later(20)], ['postponed_repeatedly']],
  ])('%s', (_, earlierMoves, codes) => {
    expect(judge({ earlierMoves })).toEqual(codes)
  })

  it('is not suspected with an effective follow-up on the same day', () => {
    expect(judge({ earlierMoves: [later(10), later(20)], effectiveOnSameDay: true })).toEqual([])
  })
})

it('every plan allowed beyond its limit is suspected (R-8.3)', () => {
  expect(suspectAllowedPlan({ on: d('2026-03-20'), limit: d('2026-03-05') })).toEqual([
    { code: 'postponed_plan_beyond_limit', data: { on: '2026-03-20', limit: '2026-03-05' } },
  ])
})
