import { describe, expect, it, test } from 'vitest'
import { agreeGradeAndDate } from '#main/rules/agree-grade-and-date.ts'
import { presetNames, presets } from '#shared/policy/presets/index.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'

const { benyue } = presets
const today = d('2026-03-02')
const outcome = (chosen: { grade?: string; expectedPurchaseDate?: string }, policy = benyue) => {
  const { grade, expectedPurchaseDate } = chosen
  const agreed = agreeGradeAndDate(
    {
      ...(grade === undefined ? {} : { grade }),
      ...(expectedPurchaseDate === undefined ? {} : { expectedPurchaseDate: d(expectedPurchaseDate) }),
    },
    policy,
    today,
  )
  return [agreed.grade, agreed.expectedPurchaseDate, agreed.agrees, ...agreed.reasons.map(({ code }) => code)]
}

describe('grade and date propose each other (R-3.8)', () => {
  test.each([
    [{ expectedPurchaseDate: '2026-03-09' }, ['H', '2026-03-09', true, 'grade_proposed_for_date']],
    [{ expectedPurchaseDate: '2026-03-10' }, ['A', '2026-03-10', true, 'grade_proposed_for_date']],
    [{ expectedPurchaseDate: '2026-03-01' }, ['H', '2026-03-01', false, 'expected_date_before_today']],
    [{ grade: 'B' }, ['B', '2026-04-01', true, 'date_proposed_for_grade']],
    [{}, ['C', '2026-04-02', true, 'date_proposed_for_grade']],
    [{ grade: 'H', expectedPurchaseDate: '2026-03-09' }, ['H', '2026-03-09', true]],
    [{ grade: 'H', expectedPurchaseDate: '2026-03-10' }, ['H', '2026-03-10', false, 'grade_date_disagree']],
    [{ grade: 'X' }, ['X', null, true]],
  ])('%j', (chosen, expected) => {
    expect(outcome(chosen)).toEqual(expected)
  })

  it('say they disagree also where that is only warned about', () => {
    const warning = { ...benyue, gradeDateAgreement: 'warn' } as const
    expect(outcome({ grade: 'H', expectedPurchaseDate: '2026-03-10' }, warning)[2]).toBe(false)
  })

  it('leave each other alone under a policy without close windows', () => {
    expect(outcome({ grade: 'A' }, presets.dcc)).toEqual(['A', null, true])
    expect(outcome({ expectedPurchaseDate: '2026-03-09' }, presets.dcc)).toEqual(['E', '2026-03-09', true])
    expect(outcome({ grade: 'A', expectedPurchaseDate: '2027-03-09' }, presets.dcc)[2]).toBe(true)
  })

  test.each(presetNames)('always agree as proposed under %s', (name) => {
    for (const { code } of presets[name].grades) expect(outcome({ grade: code }, presets[name])[2]).toBe(true)
  })
})
