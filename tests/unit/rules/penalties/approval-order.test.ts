import { describe, expect, it, test } from 'vitest'
import {
  isConfirmed,
  whatWaitsBefore,
  type UndecidedViolation,
} from '#main/rules/penalties/approval-order.ts'
import { day } from './facts.ts'

const undecided = (on: string, parts: Partial<UndecidedViolation> = {}): UndecidedViolation => ({
  violationId: on,
  staffId: 'chen',
  ladder: 'frequency',
  on: day(on),
  status: 'confirmed',
  confirmedBefore: false,
  ...parts,
})
const before = (others: UndecidedViolation[], requested: string[] = []) =>
  whatWaitsBefore(
    { staffId: 'chen', ladder: 'frequency', on: day('2026-03-12') },
    '陈晓东',
    others,
    new Set(requested),
  ).map(({ data }) => data['earlier'])

describe('approval goes by date (R-8.6)', () => {
  test.each([
    ['an earlier confirmed date', [undecided('2026-03-11')], ['2026-03-11']],
    ['the earliest of several', [undecided('2026-03-11'), undecided('2026-03-04')], ['2026-03-04']],
    ['another item of the same date', [undecided('2026-03-12')], []],
    ['a later date', [undecided('2026-03-13')], []],
    ['another ladder', [undecided('2026-03-11', { ladder: 'overdue' })], []],
    ['another person', [undecided('2026-03-11', { staffId: 'li' })], []],
    ['one that is only raised', [undecided('2026-03-11', { status: 'raised' })], []],
    ['an objection before confirmation', [undecided('2026-03-11', { status: 'objected' })], []],
    [
      'an objection to what was confirmed',
      [undecided('2026-03-11', { status: 'objected', confirmedBefore: true })],
      ['2026-03-11'],
    ],
    ['a waived one', [undecided('2026-03-11', { status: 'waived', confirmedBefore: true })], []],
  ])('%s', (_what, others, waits) => {
    expect(before(others)).toEqual(waits)
  })

  it('does not wait for what is approved in the same act', () => {
    expect(before([undecided('2026-03-11')], ['2026-03-11'])).toEqual([])
    expect(before([undecided('2026-03-11'), undecided('2026-03-10')], ['2026-03-11'])).toEqual(['2026-03-10'])
  })

  it('takes a re-decided violation for what it is now', () => {
    expect(isConfirmed(undecided('2026-03-11', { status: 'approved', confirmedBefore: true }))).toBe(false)
  })
})
