import { describe, expect, it, test } from 'vitest'
import {
  checkExpectedDate,
  checkGradeDateChange,
  checkGradeDatePair,
  gradeForDate,
  gradeOutOfStep,
  proposeDateForGrade,
} from '#main/rules/grade-for-date.ts'
import { presetNames, presets } from '#shared/policy/presets/index.ts'
import { addDays, asBusinessDate as d } from '#shared/time/business-date.ts'

const { benyue } = presets
const today = d('2026-03-02')
const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code)

describe('the grade for a date (R-3.8)', () => {
  test.each([
    ['2026-03-02', 'H'],
    ['2026-03-09', 'H'],
    ['2026-03-10', 'A'],
    ['2026-03-17', 'A'],
    ['2026-03-18', 'B'],
    ['2026-04-01', 'B'],
    ['2026-04-02', 'C'],
    ['2027-01-01', 'C'],
  ])('expected %s is %s', (expected, grade) => {
    expect(gradeForDate(d(expected), benyue, today)).toBe(grade)
  })

  test.each([
    ['three-forms', '2026-04-01', 'A'],
    ['three-forms', '2026-04-02', 'B'],
    ['three-forms', '2026-05-31', 'B'],
    ['three-forms', '2026-06-01', 'C'],
    ['oabcd', '2026-03-05', 'O'],
    ['oabcd', '2026-03-06', 'A'],
    ['oabcd', '2026-04-02', 'D'],
  ] as const)('under %s expected %s is %s', (name, expected, grade) => {
    expect(gradeForDate(d(expected), presets[name], today)).toBe(grade)
  })

  test.each(['tracking-log', 'dcc'] as const)('%s ties no grade to a date', (name) => {
    expect(gradeForDate(d('2026-03-09'), presets[name], today)).toBeUndefined()
    expect(proposeDateForGrade('A', presets[name], today)).toBeUndefined()
  })
})

describe('the date for a grade (R-3.8)', () => {
  test.each([
    ['H', '2026-03-09'],
    ['A', '2026-03-17'],
    ['B', '2026-04-01'],
    ['C', '2026-04-02'],
  ])('%s proposes %s', (grade, expected) => {
    expect(proposeDateForGrade(grade, benyue, today)).toBe(expected)
  })

  test.each(presetNames)('what a grade of %s proposes agrees with it', (name) => {
    const policy = presets[name]
    for (const { code } of policy.grades) {
      const expected = proposeDateForGrade(code, policy, today)
      if (expected !== undefined) expect(gradeForDate(expected, policy, today)).toBe(code)
    }
  })

  it('has nothing to propose for a grade the policy does not have', () => {
    expect(proposeDateForGrade('X', benyue, today)).toBeUndefined()
  })
})

describe('a pair that is being set (R-3.8)', () => {
  const pair = { grade: 'A', expectedPurchaseDate: d('2026-03-09') }

  it('is refused under strict, with the grade that would agree', () => {
    const { refusals, warnings } = checkGradeDatePair(pair, benyue, today)
    expect(refusals).toEqual([
      {
        code: 'grade_date_disagree',
        data: { field: 'opportunity.grade', grade: 'A', expected: '2026-03-09', gradeByDate: 'H' },
      },
    ])
    expect(warnings).toEqual([])
  })

  it('is warned about under warn', () => {
    const { refusals, warnings } = checkGradeDatePair(pair, { ...benyue, gradeDateAgreement: 'warn' }, today)
    expect(refusals).toEqual([])
    expect(codes(warnings)).toEqual(['grade_date_disagree'])
  })

  it('passes when it agrees, and under a policy without windows', () => {
    const agreed = { grade: 'H', expectedPurchaseDate: d('2026-03-09') }
    expect(checkGradeDatePair(agreed, benyue, today).refusals).toEqual([])
    expect(checkGradeDatePair(pair, presets.dcc, today).refusals).toEqual([])
  })

  it('is refused when the policy has no such grade', () => {
    const unknown = { grade: 'O', expectedPurchaseDate: d('2026-03-09') }
    expect(codes(checkGradeDatePair(unknown, benyue, today).refusals)).toEqual(['grade_unknown'])
  })
})

describe('a change of grade or date (R-3.8, R-3.10)', () => {
  const drifted = { grade: 'B', expectedPurchaseDate: d('2026-03-05') }

  it('is not looked at when both stay as they were', () => {
    expect(checkGradeDateChange({ before: drifted, after: drifted }, benyue, today).refusals).toEqual([])
    const expired = { grade: 'H', expectedPurchaseDate: d('2026-02-20') }
    expect(checkGradeDateChange({ before: expired, after: expired }, benyue, today).refusals).toEqual([])
  })

  it('is looked at as a pair when one of them is set', () => {
    const after = { ...drifted, grade: 'A' }
    expect(codes(checkGradeDateChange({ before: drifted, after }, benyue, today).refusals)).toEqual([
      'grade_date_disagree',
    ])
  })

  it('takes a date that is set before today as wrong, today as right', () => {
    const after = { grade: 'H', expectedPurchaseDate: d('2026-03-01') }
    expect(codes(checkGradeDateChange({ before: null, after }, benyue, today).refusals)).toEqual([
      'expected_date_before_today',
    ])
    expect(checkExpectedDate(today, today)).toEqual([])
    expect(codes(checkExpectedDate(addDays(today, -1), today))).toEqual(['expected_date_before_today'])
  })

  it('checks the grade alone where no date is known', () => {
    const change = (grade: string) => ({ before: null, after: { grade, expectedPurchaseDate: null } })
    expect(checkGradeDateChange(change('C'), benyue, today).refusals).toEqual([])
    expect(codes(checkGradeDateChange(change('Z'), benyue, today).refusals)).toEqual(['grade_unknown'])
  })
})

describe('grade out of step (R-3.9)', () => {
  const drift = (grade: string, on: string, expected = '2026-03-30') =>
    gradeOutOfStep({ grade, expectedPurchaseDate: d(expected) }, benyue, d(on))

  it('a B with 7 days left is H by date', () => {
    expect(drift('B', '2026-03-23')).toMatchObject({ gradeByDate: 'H', daysLeft: 7 })
  })

  test.each([
    ['2026-02-28', undefined],
    ['2026-03-14', undefined],
    ['2026-03-15', 'A'],
    ['2026-03-22', 'A'],
    ['2026-03-23', 'H'],
    ['2026-03-30', 'H'],
  ])('a B expected on 03-30 is on %s by date %s', (on, byDate) => {
    expect(drift('B', on)?.gradeByDate).toBe(byDate)
  })

  it('is not said of an expired opportunity, of none with a date, nor under a policy without windows', () => {
    expect(drift('B', '2026-03-31')).toBeUndefined()
    expect(gradeOutOfStep({ grade: 'B', expectedPurchaseDate: null }, benyue, today)).toBeUndefined()
    expect(
      gradeOutOfStep({ grade: 'E', expectedPurchaseDate: d('2026-03-03') }, presets.dcc, today),
    ).toBeUndefined()
  })
})
