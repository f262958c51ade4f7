import { describe, expect, it, test } from 'vitest'
import { dayAfterLeave, shieldsOf } from '#main/rules/leave-shield.ts'
import { shielded, type JudgedOpportunity } from '#main/rules/judge/judged-opportunity.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'
import { makeStoreCalendar, makeWorkCalendar } from '#shared/time/store-calendar.ts'

const shields = (leaves: readonly (readonly [string, string])[], rest: readonly number[] = [6, 7]) =>
  shieldsOf(
    makeWorkCalendar(makeStoreCalendar([d('2026-03-24')]), {
      restWeekdays: rest,
      leaves: leaves.map(([from, until]) => ({ from: d(from), until: d(until) })),
    }),
  )
const week = shields([['2026-03-09', '2026-03-13']])

describe('the days a leave shields (R-6.3)', () => {
  test.each([
    [[['2026-03-09', '2026-03-13']], [['2026-03-09', '2026-03-16']]],
    [[['2026-03-09', '2026-03-09']], [['2026-03-09', '2026-03-10']]],
    [[['2026-03-19', '2026-03-23']], [['2026-03-19', '2026-03-25']]],
    [
      [
        ['2026-03-16', '2026-03-20'],
        ['2026-03-09', '2026-03-13'],
      ],
      [
        ['2026-03-09', '2026-03-23'],
        ['2026-03-16', '2026-03-23'],
      ],
    ],
  ] as const)('of %j are %j, the earliest first', (leaves, expected) => {
    expect(shields(leaves).map(({ from, until }) => [from, until])).toEqual(expected)
  })

  test.each([
    ['2026-03-08', '2026-03-08'],
    ['2026-03-09', '2026-03-16'],
    ['2026-03-13', '2026-03-16'],
    ['2026-03-15', '2026-03-16'],
    ['2026-03-16', '2026-03-16'],
  ])('what falls due on %s is due on %s', (due, expected) => {
    expect(shielded(d(due), { shields: week } as unknown as JudgedOpportunity)).toBe(expected)
  })

  it('reaches over two leaves with a working day between only from one to the next', () => {
    const two = shields([
      ['2026-03-09', '2026-03-13'],
      ['2026-03-17', '2026-03-20'],
    ])
    const due = (on: string) => shielded(d(on), { shields: two } as unknown as JudgedOpportunity)
    expect([due('2026-03-10'), due('2026-03-16'), due('2026-03-17')]).toEqual([
      '2026-03-16',
      '2026-03-16',
      '2026-03-23',
    ])
  })
})

describe('a plan for the time after the leave (R-6.2)', () => {
  test.each([
    ['2026-03-08', null],
    ['2026-03-09', '2026-03-16'],
    ['2026-03-13', '2026-03-16'],
    ['2026-03-14', '2026-03-16'],
    ['2026-03-16', null],
  ])('with the limit %s may be on %s', (limit, expected) => {
    expect(dayAfterLeave(d(limit), week)).toBe(expected)
  })
})
