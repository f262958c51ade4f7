import { describe, expect, it, test } from 'vitest'
import { benyue } from '#shared/policy/presets/benyue.ts'
import { groupByOccasion, ladderOf, resetPeriodOf } from '#main/rules/penalties/ladder.ts'
import { occasionOf } from '#main/rules/penalties/occasion.ts'
import { day, entry, item, policyWith } from './facts.ts'

describe('the ladder of a kind (R-8.6)', () => {
  test.each([
    ['overdue_follow_up', 'overdue'],
    ['expired_opportunity', 'overdue'],
    ['unrealistic_postponement', 'postponement'],
    ['frequency_breach', 'frequency'],
    ['missing_plan', 'frequency'],
    ['uncarded_visit', null],
  ] as const)('%s is on the ladder %s', (kind, ladder) => {
    expect(ladderOf(kind, benyue)).toBe(ladder)
  })
})

describe('the span of a reset (R-8.6)', () => {
  test.each([
    ['never', '2026-03-31', '2027-12-31', true],
    ['month', '2026-03-01', '2026-03-31', true],
    ['month', '2026-03-31', '2026-04-01', false],
    ['month', '2026-03-10', '2027-03-10', false],
    ['quarter', '2026-01-01', '2026-03-31', true],
    ['quarter', '2026-03-31', '2026-04-01', false],
    ['quarter', '2026-10-01', '2026-12-31', true],
    ['quarter', '2026-05-05', '2027-05-05', false],
    ['year', '2026-01-01', '2026-12-31', true],
    ['year', '2026-12-31', '2027-01-01', false],
  ] as const)('%s holds %s and %s together: %s', (reset, one, other, together) => {
    expect(resetPeriodOf(reset, day(one)) === resetPeriodOf(reset, day(other))).toBe(together)
  })
})

describe('the number of an occasion (R-8.6)', () => {
  const number = (
    standing: [on: string, occasion: number][],
    on: string,
    reset: 'never' | 'month' = 'never',
  ) =>
    occasionOf(
      standing.map(([date, occasion]) => entry(date, { occasion })),
      day(on),
      policyWith({ reset }),
    )
  test.each([
    ['the first', [], '2026-03-10', 1],
    ['one date before', [['2026-03-10', 1]], '2026-03-12', 2],
    [
      'two entries of one date before',
      [
        ['2026-03-10', 1],
        ['2026-03-10', 1],
      ],
      '2026-03-12',
      2,
    ],
    [
      'two dates before',
      [
        ['2026-03-12', 2],
        ['2026-03-10', 1],
      ],
      '2026-03-20',
      3,
    ],
    ['the same date again', [['2026-03-10', 1]], '2026-03-10', 1],
    ['the same date, which a reversal left alone with its number', [['2026-03-20', 3]], '2026-03-20', 3],
    ['a date before one that was approved first', [['2026-03-20', 1]], '2026-03-10', 1],
  ] as const)('%s', (_what, standing, on, expected) => {
    expect(number([...standing] as [string, number][], on).number).toBe(expected)
  })

  it('starts again with the span of the reset, and names the dates it counts', () => {
    const before: [string, number][] = [
      ['2026-02-27', 1],
      ['2026-02-28', 2],
      ['2026-03-02', 1],
    ]
    expect(number(before, '2026-03-03', 'month')).toEqual({
      number: 2,
      counted: ['2026-03-02'],
      shared: false,
    })
    expect(number(before, '2026-03-03')).toEqual({
      number: 4,
      counted: ['2026-02-27', '2026-02-28', '2026-03-02'],
      shared: false,
    })
  })
})

describe('items of one person, ladder and date', () => {
  it('are one occasion, in the order of the ledger, without what has no penalty', () => {
    const groups = groupByOccasion(
      [
        item('2026-03-12', { staffId: 'li', kind: 'missing_plan' }),
        item('2026-03-12', { kind: 'missing_plan', policyVersion: 2 }),
        item('2026-03-12', { kind: 'frequency_breach' }),
        item('2026-03-12', { kind: 'expired_opportunity' }),
        item('2026-03-10', { staffId: 'li', kind: 'unrealistic_postponement' }),
        item('2026-03-10', { kind: 'uncarded_visit' }),
      ],
      () => benyue,
    )
    expect(
      groups.map(({ on, staffId, ladder, items, policyVersion }) => [
        on,
        staffId,
        ladder,
        items.length,
        policyVersion,
      ]),
    ).toEqual([
      ['2026-03-10', 'li', 'postponement', 1, 1],
      ['2026-03-12', 'chen', 'overdue', 1, 1],
      ['2026-03-12', 'chen', 'frequency', 2, 2],
      ['2026-03-12', 'li', 'frequency', 1, 1],
    ])
  })

  it('stand under the latest policy under which one of them was raised, whichever came first', () => {
    for (const versions of [
      [2, 3],
      [3, 2],
    ]) {
      const items = versions.map((policyVersion) =>
        item('2026-03-12', { kind: 'frequency_breach', policyVersion }),
      )
      expect(groupByOccasion(items, () => benyue).map((each) => each.policyVersion)).toEqual([3])
    }
  })

  it('do not depend on the order in which they are named', () => {
    const items = [item('2026-03-12'), item('2026-03-10'), item('2026-03-12')]
    expect(groupByOccasion([...items].reverse(), () => benyue)).toEqual(groupByOccasion(items, () => benyue))
  })
})
