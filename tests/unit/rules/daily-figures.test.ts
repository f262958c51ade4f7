import { describe, expect, it, test } from 'vitest'
import { effectiveRate, figuresOfOpportunity, figuresOfPlan } from '#main/rules/daily-figures.ts'
import type { JudgedOpportunity } from '#main/rules/judge/judged-opportunity.ts'
import { opportunityStatuses } from '#shared/domain/codes.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'
import { makeStoreCalendar } from '#shared/time/store-calendar.ts'

const on = d('2026-03-05')
const open = makeStoreCalendar([])

describe('the figures of a plan (R-9.1)', () => {
  test.each([
    ['2026-03-05', null, ['dueToday', 'notDone']],
    ['2026-03-05', '2026-03-05', ['dueToday', 'doneToday']],
    ['2026-03-05', '2026-03-06', ['dueToday', 'notDone']],
    ['2026-03-05', '2026-03-04', []],
    ['2026-03-04', null, ['overdue']],
    ['2026-03-04', '2026-03-05', []],
    ['2026-03-06', null, []],
    ['2026-03-06', '2026-03-05', []],
  ])('due %s, executed %s: %j', (dueOn, executedOn, figures) => {
    const plan = { dueOn: d(dueOn), executedOn: executedOn === null ? null : d(executedOn) }
    expect(figuresOfPlan(plan, open, on).map(({ figure }) => figure)).toEqual(figures)
  })

  it('is due on the next open date when the store is closed on its own', () => {
    const closed = makeStoreCalendar([d('2026-03-04')])
    const figures = figuresOfPlan({ dueOn: d('2026-03-04'), executedOn: null }, closed, on)
    expect(figures.map(({ figure }) => figure)).toEqual(['dueToday', 'notDone'])
  })
})

const fine: JudgedOpportunity & { ownership: Parameters<typeof figuresOfOpportunity>[0]['ownership'] } = {
  opportunityId: 'o1',
  customerId: 'c1',
  ownerId: 's1',
  status: 'open',
  grade: 'H',
  anchorOn: d('2026-03-03'),
  attemptsSinceReached: 0,
  lastAttemptOn: null,
  expectedPurchaseDate: d('2026-03-09'),
  plan: { planId: 'p1', dueOn: d('2026-03-06'), allowedBeyondLimit: false },
  planMissingSince: null,
  answerableFrom: d('2026-01-02'),
  ownership: { lastEffectiveOn: d('2026-03-03'), ownerSince: d('2026-01-02'), openedOn: d('2026-01-02') },
}
const figures = (changes: Partial<typeof fine>, calendar = open) =>
  figuresOfOpportunity({ ...fine, ...changes }, calendar, presets.benyue, on).map(({ figure }) => figure)

describe('the figures of an opportunity (R-9.1)', () => {
  it('are none when all is in order', () => {
    expect(figures({})).toEqual([])
  })

  const withoutPlan = { plan: null, planMissingSince: d('2026-03-03') }
  const allowed = { planId: 'p1', dueOn: d('2026-03-20'), allowedBeyondLimit: true }
  test.each<[string, Partial<typeof fine>, string[]]>([
    ['expected today', { expectedPurchaseDate: on }, []],
    ['expected yesterday', { expectedPurchaseDate: d('2026-03-04') }, ['expired']],
    ['no plan', withoutPlan, ['missingPlan']],
    ['limit today', { anchorOn: d('2026-03-02') }, []],
    ['limit yesterday', { anchorOn: d('2026-03-01') }, ['beyondLimit']],
    ['limit yesterday, plan allowed beyond it', { anchorOn: d('2026-03-01'), plan: allowed }, []],
    ['limit before he answered for it', { anchorOn: d('2026-03-01'), answerableFrom: on }, []],
    ['B by grade, H by date', { grade: 'B' }, ['outOfStep']],
    ['30 days since effective', { ownership: { ...fine.ownership, lastEffectiveOn: d('2026-02-03') } }, []],
    [
      '31 days since effective',
      { ownership: { ...fine.ownership, lastEffectiveOn: d('2026-02-02') } },
      ['dormant'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(figures(changes)).toEqual(expected)
  })

  it('wait for an open date', () => {
    const closed = makeStoreCalendar([d('2026-03-04')])
    expect(figures({ anchorOn: d('2026-03-01'), expectedPurchaseDate: d('2026-03-04') }, closed)).toEqual([])
  })

  test.each(opportunityStatuses.filter((status) => status !== 'open'))('are none when %s', (status) => {
    expect(figures({ ...withoutPlan, status, expectedPurchaseDate: d('2026-03-01') })).toEqual([])
  })
})

describe('the effective rate (R-9.1)', () => {
  test.each([
    [0, 0, null],
    [8, 6, 0.75],
    [5, 0, 0],
    [3, 3, 1],
  ])('of %i executed, %i effective: %s', (executed, effective, rate) => {
    expect(effectiveRate(executed, effective)).toBe(rate)
  })
})
