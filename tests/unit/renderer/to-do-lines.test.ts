import { describe, expect, it } from 'vitest'
import { presets } from '#shared/policy/presets/index.ts'
import { asBusinessDate } from '#shared/time/business-date.ts'
import { filtersOf, keyOf, lineAfter, passes, type Line } from '../../../src/renderer/features/to-do/lines.ts'

const line = (id: string, change: Partial<Line> = {}): Line => ({
  kind: 'plan',
  planId: `plan ${id}`,
  opportunityId: id,
  customerId: `customer ${id}`,
  customerName: id,
  phone: null,
  model: null,
  grade: 'H',
  gradeByDate: 'H',
  on: asBusinessDate('2026-03-05'),
  time: null,
  daysOverdue: 0,
  limit: null,
  channel: 'phone',
  purpose: null,
  expectedPurchaseDate: null,
  lastContactOn: null,
  lastResult: null,
  lastContent: null,
  attemptsSinceReached: 0,
  protectedUntil: null,
  daysLeft: null,
  thinIce: false,
  visitId: null,
  leadId: null,
  dueAt: null,
  minutesLeft: null,
  reasons: [],
  appointment: null,
  instruction: null,
  ...change,
})
const overdue = line('wang', { kind: 'overdue_plan', daysOverdue: 2 })
const appointment = line('zhao', { kind: 'appointment', time: '14:30' })
const expired = line('wang', { kind: 'expired', planId: null, daysOverdue: 1 })
const cold = line('li', { grade: 'C' })
const instruction = line('chen', { kind: 'instruction', planId: null, opportunityId: null, grade: null })
const lines = [overdue, appointment, cold, expired, instruction]

describe('filters of the to-do list', () => {
  it('offers all, and what there are lines of, in the order of the sheet', () => {
    const shown = filtersOf(lines, presets.benyue).map(({ key, count }) => `${key} ${count}`)
    expect(shown).toEqual([
      'all 5',
      'overdue 2',
      'grade:H 2',
      'grade:C 1',
      'appointment 1',
      'expired 1',
      'instruction 1',
    ])
  })
  it('counts an expired opportunity under no grade, so that nobody is called twice', () => {
    expect(passes(expired, { kind: 'grade', grade: 'H' })).toBe(false)
  })
})

describe('the line that opens once one is done', () => {
  it.each([
    ['the next one', overdue, appointment],
    ['not another line of the same opportunity', cold, expired],
    ['the one before at the end of the list', instruction, expired],
  ])('is %s', (_what, done, next) => {
    expect(lineAfter(lines, done)).toBe(next)
  })
  it('skips what ends with the same follow-up', () => {
    expect(lineAfter([cold, overdue, expired], overdue)).toBe(cold)
  })
  it('is none when nothing else is left', () => {
    expect(lineAfter([overdue, expired], overdue)).toBeUndefined()
  })
})

it('a line is told by its plan, so that it stays selected over a refresh', () => {
  expect(keyOf({ ...overdue, daysOverdue: 3 })).toBe(keyOf(overdue))
  expect(keyOf(expired)).not.toBe(keyOf(overdue))
})
