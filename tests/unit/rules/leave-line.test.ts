import { describe, expect, test } from 'vitest'
import { leaveLineState, type LineFacts } from '#main/rules/leave-line.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'

const leave = { from: d('2026-03-09'), until: d('2026-03-13') }
const plan = (dueOn: string, changes: Partial<NonNullable<LineFacts['plan']>> = {}) => ({
  status: 'open' as const,
  dueOn: d(dueOn),
  assigneeId: 'chen',
  ...changes,
})
const state = (changes: Partial<LineFacts>) => {
  const { resolved, way } = leaveLineState(
    {
      kind: 'plan',
      way: null,
      coveredBy: null,
      status: 'open',
      stillHis: true,
      expectedPurchaseDate: d('2026-06-30'),
      plan: plan('2026-03-10'),
      ...changes,
    },
    leave,
  )
  return `${resolved ? 'resolved' : 'left'} ${way}`
}

describe('a line of the handoff (R-6.1)', () => {
  test.each([
    ['2026-03-08', 'resolved null'],
    ['2026-03-09', 'left null'],
    ['2026-03-13', 'left null'],
    ['2026-03-14', 'resolved null'],
  ])('whose plan is on %s: %s', (on, expected) => {
    expect(state({ plan: plan(on) })).toBe(expected)
  })

  test.each<[string, Partial<LineFacts>, string]>([
    ['executed', { plan: plan('2026-03-10', { status: 'executed' }) }, 'resolved done_before'],
    [
      'executed, and the deal closed by it',
      { plan: plan('2026-03-10', { status: 'executed' }), status: 'ordered' },
      'resolved done_before',
    ],
    ['postponed', { way: 'postponed', plan: plan('2026-03-16') }, 'resolved postponed'],
    ['postponed, and moved back into the leave', { way: 'postponed', plan: plan('2026-03-11') }, 'left null'],
    [
      'covered',
      { way: 'covered', coveredBy: 'li', plan: plan('2026-03-10', { assigneeId: 'li' }) },
      'resolved covered',
    ],
    ['covered, and given back', { way: 'covered', coveredBy: 'li' }, 'left null'],
    ['dropped', { plan: plan('2026-03-10', { status: 'dropped' }) }, 'resolved closed'],
    ['of a loss that waits', { status: 'lost_waiting' }, 'resolved closed'],
    ['of a customer who went to somebody else', { stillHis: false }, 'resolved null'],
  ])('of a plan %s: %s', (_what, changes, expected) => {
    expect(state(changes)).toBe(expected)
  })

  test.each([
    ['2026-03-08', 'open', 'resolved updated'],
    ['2026-03-09', 'open', 'left null'],
    ['2026-03-13', 'open', 'left null'],
    ['2026-03-14', 'open', 'resolved updated'],
    ['2026-03-11', 'lost', 'resolved closed'],
    ['2026-03-11', 'lost_waiting', 'resolved closed'],
    ['2026-03-11', 'delivered', 'resolved closed'],
  ] as const)('of a purchase date %s, %s: %s', (expected, status, told) => {
    expect(state({ kind: 'expected_date', plan: null, expectedPurchaseDate: d(expected), status })).toBe(told)
  })
})
