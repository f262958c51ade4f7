import { describe, expect, it, test } from 'vitest'
import { planOnItsDay, progressCells, type ProgressFacts } from '#main/rules/progress-cell.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'
import { makeStoreCalendar } from '#shared/time/store-calendar.ts'
import { progressGlyph } from '#shared/text/progress-glyph.ts'
import { texts } from '#shared/text/index.ts'

const { nextOpen } = makeStoreCalendar([d('2026-03-07'), d('2026-03-08')])
const march = { first: d('2026-03-01'), last: d('2026-03-31') }

describe('a plan on its day (R-12.1)', () => {
  test.each([
    // due, settled, today, what became of it
    ['2026-03-05', null, '2026-03-04', 'waiting'],
    ['2026-03-05', null, '2026-03-05', 'waiting'],
    ['2026-03-05', null, '2026-03-06', 'missed'],
    ['2026-03-05', '2026-03-04', '2026-03-06', 'forestalled'],
    ['2026-03-05', '2026-03-05', '2026-03-06', 'kept'],
    ['2026-03-05', '2026-03-06', '2026-03-06', 'missed'],
    // 03-07 and 03-08 are closed: its day is 03-09.
    ['2026-03-07', null, '2026-03-09', 'waiting'],
    ['2026-03-07', null, '2026-03-10', 'missed'],
    ['2026-03-07', '2026-03-09', '2026-03-10', 'kept'],
    ['2026-03-07', '2026-03-10', '2026-03-10', 'missed'],
  ] as const)('due %s, settled %s, on %s: %s', (due, settled, today, expected) => {
    const plan = { dueOn: d(due), settledOn: settled && d(settled) }
    expect(planOnItsDay(plan, nextOpen, d(today))).toBe(expected)
  })
})

const facts: ProgressFacts = {
  openedOn: d('2026-02-20'),
  firstGrade: 'B',
  status: 'open',
  orderedOn: null,
  deliveredOn: null,
  plans: [],
  contacts: [],
  changes: [],
  losses: [],
  visits: [],
  testDrives: [],
}
const drawn = (of: Partial<ProgressFacts>, today = '2026-03-20', locale: 'zh-CN' | 'en' = 'zh-CN') =>
  progressCells({ ...facts, ...of }, march, nextOpen, d(today)).map(
    ({ on, marks }) =>
      `${on} ${marks.map((mark) => progressGlyph(mark, texts[locale].forms.mark)).join(' ')}`,
  )
const plan = (dueOn: string, settledOn: string | null) => ({
  planId: dueOn,
  dueOn: d(dueOn),
  settledOn: settledOn === null ? null : d(settledOn),
})

describe('the row of an opportunity on the progress sheet (R-12.1)', () => {
  it('has a star for a plan, a hollow one where its day was missed, none where it was settled before', () => {
    const plans = [
      plan('2026-03-03', '2026-03-03'),
      plan('2026-03-05', '2026-03-06'),
      plan('2026-03-12', '2026-03-11'),
      plan('2026-03-19', null),
      plan('2026-03-20', null),
    ]
    expect(drawn({ plans })).toEqual(['2026-03-03 ★', '2026-03-05 ☆', '2026-03-19 ☆', '2026-03-20 ★'])
  })

  it('has the grade after each contact, and another mark where nobody was reached or nothing was said of it', () => {
    const contact = (on: string, reached: boolean, grade: string | null) => ({ on: d(on), reached, grade })
    expect(
      drawn({
        contacts: [
          contact('2026-03-02', true, 'A'),
          contact('2026-03-02', false, 'A'),
          contact('2026-03-04', true, null),
        ],
        changes: [{ on: d('2026-03-05'), grade: 'H' }],
      }),
    ).toEqual(['2026-03-02 A ×', '2026-03-04 ○', '2026-03-05 →H'])
  })

  it('puts several marks of a day into one cell, the plan before what came of it', () => {
    const on = d('2026-03-02')
    expect(
      drawn({
        openedOn: on,
        status: 'delivered',
        plans: [plan('2026-03-02', '2026-03-02')],
        visits: [on],
        testDrives: [on],
        contacts: [{ on, reached: true, grade: 'H' }],
        orderedOn: on,
        deliveredOn: d('2026-03-31'),
      }),
    ).toEqual(['2026-03-02 建 ★ 店 试 H 订', '2026-03-31 交'])
  })

  it('leaves out what lies outside the month, on its very edges not', () => {
    const plans = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((on) => plan(on, null))
    expect(drawn({ plans }, '2026-02-01')).toEqual(['2026-03-01 ★', '2026-03-31 ★'])
  })

  it('shows a loss on the day it was applied for, and nothing of a refused one', () => {
    const losses = (['refused', 'waiting', 'approved'] as const).map((decision, at) => ({
      on: d(`2026-03-0${at + 1}`),
      decision,
    }))
    expect(drawn({ losses })).toEqual(['2026-03-02 败?', '2026-03-03 败'])
    expect(drawn({ losses }, '2026-03-20', 'en')).toEqual(['2026-03-02 lost?', '2026-03-03 lost'])
  })

  it('lets a plan be moved only while its date has not come and the opportunity is open (R-4.6)', () => {
    const movable = (status: ProgressFacts['status']) =>
      progressCells(
        { ...facts, status, plans: [plan('2026-03-20', null), plan('2026-03-21', null)] },
        march,
        nextOpen,
        d('2026-03-20'),
      ).map(({ marks }) => marks.map((mark) => mark.movable))
    expect(movable('open')).toEqual([[false], [true]])
    expect(movable('lost_waiting')).toEqual([[false], [false]])
  })
})
