import { describe, expect, it, test } from 'vitest'
import {
  changePolicy,
  limitAtChange,
  type OpenBook,
  type OpenOpportunity,
  type PolicyChange,
} from '#main/rules/policy-change.ts'
import { gradeChangeOf, previewPolicy } from '#main/rules/policy-preview.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'
import { makeStoreCalendar } from '#shared/time/store-calendar.ts'

const { benyue } = presets
/** Benyue with other intervals of H and A. */
const every = (h: number, a = 7): Policy => ({
  ...benyue,
  grades: benyue.grades.map((each) =>
    each.code === 'H'
      ? { ...each, revisitEveryDays: h }
      : each.code === 'A'
        ? { ...each, revisitEveryDays: a }
        : each,
  ),
})
const open = makeStoreCalendar([])

const opportunity = (rest: Partial<OpenOpportunity> = {}): OpenOpportunity => ({
  opportunityId: 'o1',
  grade: 'A',
  expectedPurchaseDate: null,
  anchorOn: d('2026-03-02'),
  attemptsSinceReached: 0,
  lastAttemptOn: null,
  limitOn: d('2026-03-09'),
  refused: false,
  plan: null,
  ...rest,
})
const plan = (dueOn: string, rest: Partial<NonNullable<OpenOpportunity['plan']>> = {}) => ({
  planId: 'p1',
  assigneeId: 'chen',
  dueOn: d(dueOn),
  stays: false,
  ...rest,
})
const change = (on: string, after: Policy, before: Policy = benyue): PolicyChange => ({
  before,
  after,
  on: d(on),
})
const bookOf = (opportunities: readonly OpenOpportunity[], rest: Partial<OpenBook> = {}): OpenBook => ({
  opportunities,
  staff: [{ staffId: 'chen', restWeekdays: [], leaves: [] }],
  load: opportunities.flatMap((each) =>
    each.plan ? [{ staffId: each.plan.assigneeId, on: each.plan.dueOn, count: 1 }] : [],
  ),
  ...rest,
})

describe('the limit when a policy comes into force (R-2.1)', () => {
  // Anchor 03-02, old limit 03-09 (A, 7 days).
  test.each([
    ['shortened, the new limit lies ahead', '2026-03-04', every(3, 5), {}, '2026-03-07'],
    ['shortened, the new limit is the first date itself', '2026-03-07', every(3, 5), {}, '2026-03-07'],
    [
      'shortened, the new limit would have passed: never before the first date',
      '2026-03-08',
      every(3, 5),
      {},
      '2026-03-08',
    ],
    ['shortened on the day of the old limit', '2026-03-09', every(3, 5), {}, '2026-03-09'],
    [
      'shortened the day after the old limit: it had passed and stays',
      '2026-03-10',
      every(3, 5),
      {},
      '2026-03-09',
    ],
    ['lengthened before the old limit', '2026-03-08', every(3, 12), {}, '2026-03-14'],
    ['lengthened on the day of the old limit', '2026-03-09', every(3, 12), {}, '2026-03-14'],
    [
      'lengthened the day after the old limit: it had passed and stays',
      '2026-03-10',
      every(3, 12),
      {},
      '2026-03-09',
    ],
    ['unchanged', '2026-03-04', benyue, {}, '2026-03-09'],
    [
      'a refused loss had set it later: it stays',
      '2026-03-04',
      every(3, 5),
      { refused: true, limitOn: d('2026-03-12') },
      '2026-03-12',
    ],
    [
      'a refused loss whose limit its cadence gives again is like any other',
      '2026-03-04',
      every(3, 5),
      { refused: true },
      '2026-03-07',
    ],
    [
      'after an attempt the days of attempts count, not the grade',
      '2026-03-04',
      every(3, 5),
      { attemptsSinceReached: 1, lastAttemptOn: d('2026-03-03'), limitOn: d('2026-03-05') },
      '2026-03-05',
    ],
    [
      'a grade that is no more counts as the last one',
      '2026-03-04',
      { ...benyue, grades: benyue.grades.filter(({ code }) => code !== 'A') },
      {},
      '2026-04-01',
    ],
  ] as const)('%s', (_, on, after, rest, limit) => {
    expect(limitAtChange(opportunity(rest), change(on, after), open)).toBe(limit)
  })

  it('counts a limit on a closed date as passed only when the next open date is over (R-1.4)', () => {
    const closed = makeStoreCalendar([d('2026-03-09'), d('2026-03-10')])
    const at = (on: string) => limitAtChange(opportunity(), change(on, every(3, 5)), closed)
    expect(at('2026-03-11')).toBe('2026-03-11')
    expect(at('2026-03-12')).toBe('2026-03-09')
  })
})

describe('plans when a policy comes into force', () => {
  const moved = (book: OpenBook, on: string, after: Policy, calendar = open) =>
    changePolicy(book, change(on, after), calendar).moves.map(
      ({ planId, from, to }) => `${planId} ${from} ${to}`,
    )

  test.each([
    ['on the new limit: stays', plan('2026-03-07'), []],
    ['a day beyond: moves within', plan('2026-03-08'), ['p1 2026-03-08 2026-03-07']],
    ['allowed, or placed by a leave: stays', plan('2026-03-08', { stays: true }), []],
    ['of nobody: moves all the same', plan('2026-03-08', { assigneeId: null }), ['p1 2026-03-08 2026-03-07']],
  ] as const)('%s', (_, each, expected) => {
    // From 03-04 on A is called every 5 days: limit 03-07.
    expect(moved(bookOf([opportunity({ plan: each })]), '2026-03-04', every(3, 5))).toEqual(expected)
  })

  it('leaves an overdue plan where it is, and one whose limit had passed', () => {
    const overdue = opportunity({ plan: plan('2026-03-03') })
    const late = opportunity({ plan: plan('2026-03-12') })
    expect(moved(bookOf([overdue]), '2026-03-08', every(3, 5))).toEqual([])
    expect(moved(bookOf([late]), '2026-03-10', every(3, 5))).toEqual([])
  })

  it('moves to today when nothing else is left, and never before it', () => {
    expect(moved(bookOf([opportunity({ plan: plan('2026-03-09') })]), '2026-03-08', every(3, 5))).toEqual([
      'p1 2026-03-09 2026-03-08',
    ])
  })

  it('takes no rest day, leave day or closed date', () => {
    const book = bookOf([opportunity({ plan: plan('2026-03-09') })], {
      // 2026-03-06 is a Friday; a leave on the 5th, the store closed on the 7th.
      staff: [
        { staffId: 'chen', restWeekdays: [5], leaves: [{ from: d('2026-03-05'), until: d('2026-03-05') }] },
      ],
    })
    expect(moved(book, '2026-03-04', every(3, 5), makeStoreCalendar([d('2026-03-07')]))).toEqual([
      'p1 2026-03-09 2026-03-04',
    ])
  })

  it('keeps a plan on the next open date when the store is closed up to the new limit (R-1.4)', () => {
    const closed = makeStoreCalendar(['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07'].map(d))
    const on = (dueOn: string) =>
      moved(bookOf([opportunity({ plan: plan(dueOn) })]), '2026-03-04', every(3, 5), closed)
    expect(on('2026-03-08')).toEqual([])
    expect(on('2026-03-09')).toEqual(['p1 2026-03-09 2026-03-08'])
  })

  it('spreads many over the least loaded days, whatever order they come in', () => {
    const many = Array.from({ length: 6 }, (_, i) =>
      opportunity({ opportunityId: `o${i}`, plan: plan('2026-03-09', { planId: `p${i}` }) }),
    )
    const result = changePolicy(bookOf(many), change('2026-03-04', every(3, 5)), open)
    const load = [...(result.newLoad.get('chen') ?? [])]
      .filter(([, count]) => count > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    // The last part of 03-04 … 03-07 is two days.
    expect(load).toEqual([
      ['2026-03-06', 3],
      ['2026-03-07', 3],
    ])
    const byPlan = (moves: typeof result.moves) => moves.map(({ planId, to }) => `${planId} ${to}`).sort()
    expect(
      byPlan(changePolicy(bookOf([...many].reverse()), change('2026-03-04', every(3, 5)), open).moves),
    ).toEqual(byPlan(result.moves))
  })
})

describe('what a preview tells (R-2.5)', () => {
  // Windows: H 7, A 15, B 30 become H 5, A 15, B 30.
  const shorter: Policy = {
    ...benyue,
    grades: benyue.grades.map((each) => (each.code === 'H' ? { ...each, closeWithinDays: 5 } : each)),
  }
  const withoutB: Policy = { ...benyue, grades: benyue.grades.filter(({ code }) => code !== 'B') }
  test.each([
    ['day 5 is H under both', 'H', '2026-03-07', shorter, undefined],
    ['day 6 becomes A', 'H', '2026-03-08', shorter, { from: 'H', to: 'A' }],
    ['day 7 becomes A', 'H', '2026-03-09', shorter, { from: 'H', to: 'A' }],
    ['day 8 was A already', 'A', '2026-03-10', shorter, undefined],
    ['an expired date says nothing', 'H', '2026-03-01', shorter, undefined],
    ['no date says nothing', 'H', null, shorter, undefined],
    ['a code that is no more goes to the grade by date', 'B', '2026-03-12', withoutB, { from: 'B', to: 'A' }],
    [
      'a code that is no more and a far date go to the last grade',
      'B',
      '2026-03-30',
      withoutB,
      { from: 'B', to: 'C' },
    ],
    ['a code that is no more and no date go to the last grade', 'B', null, withoutB, { from: 'B', to: 'C' }],
  ] as const)('%s', (_, grade, expected, after, result) => {
    const facts = { grade, expectedPurchaseDate: expected === null ? null : d(expected) }
    expect(gradeChangeOf(facts, change('2026-03-02', after))).toEqual(result)
  })

  it('puts the plans furthest beyond first, and counts the load day by day from the first date on', () => {
    const near = opportunity({ opportunityId: 'near', plan: plan('2026-03-08', { planId: 'near' }) })
    const far = opportunity({ opportunityId: 'far', plan: plan('2026-03-09', { planId: 'far' }) })
    const stays = opportunity({ opportunityId: 'stays', plan: plan('2026-03-05', { planId: 'stays' }) })
    const effect = previewPolicy(bookOf([near, stays, far]), change('2026-03-04', every(3, 5)), open, 1)
    expect(effect).toMatchObject({ openOpportunities: 3, movedPlans: 2, worst: [{ planId: 'far' }] })
    const [chen] = effect.load
    expect(chen?.days).toHaveLength(benyue.thresholds.previewDays)
    expect(chen?.days.slice(0, 6)).toEqual([
      { on: '2026-03-04', old: 0, new: 0 },
      { on: '2026-03-05', old: 1, new: 1 },
      { on: '2026-03-06', old: 0, new: 1 },
      { on: '2026-03-07', old: 0, new: 1 },
      { on: '2026-03-08', old: 1, new: 0 },
      { on: '2026-03-09', old: 1, new: 0 },
    ])
  })
})
