import { describe, expect, test } from 'vitest'
import {
  checkLeaveCancel,
  checkLeaveConfirm,
  checkLeaveRequest,
  checkLeaveResolve,
  checkLeaveShorten,
  type LeaveFacts,
} from '#main/rules/leave-acts.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'

const leave = (changes: Partial<LeaveFacts> = {}): LeaveFacts => ({
  from: d('2026-03-09'),
  until: d('2026-03-13'),
  kind: 'vacation',
  status: 'requested',
  ...changes,
})
const codes = (reasons: readonly { readonly code: string }[]) => reasons.map(({ code }) => code)
const [requested, confirmed, cancelled] = [
  leave(),
  leave({ status: 'confirmed' }),
  leave({ status: 'cancelled' }),
]
const sick = leave({ kind: 'sick' })

describe('asking for a leave (R-6.1, R-6.5)', () => {
  test.each([
    ['vacation', '2026-03-04', ['leave_before_today']],
    ['vacation', '2026-03-05', []],
    ['training', '2026-03-04', ['leave_before_today']],
    ['sick', '2026-03-04', []],
    ['sick', '2026-03-09', ['leave_overlaps']],
  ] as const)('%s from %s on 03-05: %j', (kind, from, expected) => {
    const asked = { kind, from: d(from), until: d(from) }
    expect(codes(checkLeaveRequest(asked, [confirmed], d('2026-03-05')))).toEqual(expected)
  })
})

describe('confirming a leave (R-6.1, R-6.5)', () => {
  test.each([
    [requested, 0, '2026-03-09', []],
    [requested, 0, '2026-03-10', ['leave_begun']],
    [requested, 2, '2026-03-08', ['leave_unresolved']],
    [sick, 0, '2026-03-20', []],
    [sick, 1, '2026-03-20', ['leave_unresolved']],
    [confirmed, 0, '2026-03-08', ['leave_already_confirmed']],
    [cancelled, 0, '2026-03-08', ['leave_cancelled']],
  ] as const)('%j with %i left, on %s: %j', (facts, left, today, expected) => {
    expect(codes(checkLeaveConfirm(facts, left, d(today)))).toEqual(expected)
  })
})

describe('resolving lines of a leave (R-6.1)', () => {
  test.each([
    [requested, '2026-03-09', []],
    [requested, '2026-03-10', ['leave_begun']],
    [sick, '2026-03-20', []],
    [confirmed, '2026-03-13', []],
    [confirmed, '2026-03-14', ['leave_over']],
    [cancelled, '2026-03-08', ['leave_cancelled']],
  ] as const)('%j on %s: %j', (facts, today, expected) => {
    expect(codes(checkLeaveResolve(facts, d(today)))).toEqual(expected)
  })
})

describe('cancelling a leave (R-6.6)', () => {
  test.each([
    [confirmed, '2026-03-09', []],
    [confirmed, '2026-03-10', ['leave_to_shorten']],
    [requested, '2026-03-10', []],
    [cancelled, '2026-03-08', ['leave_cancelled']],
  ] as const)('%j on %s: %j', (facts, today, expected) => {
    expect(codes(checkLeaveCancel(facts, d(today)))).toEqual(expected)
  })
})

describe('shortening a leave (R-6.6)', () => {
  test.each([
    ['2026-03-05', '2026-03-08', ['leave_shorten_range']],
    ['2026-03-05', '2026-03-09', []],
    ['2026-03-05', '2026-03-12', []],
    ['2026-03-05', '2026-03-13', ['leave_shorten_range']],
    ['2026-03-12', '2026-03-10', ['leave_shorten_range']],
    ['2026-03-12', '2026-03-11', []],
    ['2026-03-13', '2026-03-12', []],
    ['2026-03-14', '2026-03-13', ['leave_over']],
  ])('on %s to %s: %j', (today, until, expected) => {
    expect(codes(checkLeaveShorten(confirmed, d(until), d(today)))).toEqual(expected)
  })
})
