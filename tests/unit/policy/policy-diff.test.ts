import { expect, it, test } from 'vitest'
import { policyDiff } from '#shared/policy/policy-diff.ts'
import { presetNames, presets } from '#shared/policy/presets/index.ts'
import type { Policy } from '#shared/policy/policy.ts'

const { benyue, dcc } = presets

test.each(presetNames)('%s differs in nothing from itself', (name) => {
  expect(policyDiff(presets[name], structuredClone(presets[name]))).toEqual([])
})

it('names each changed field with both values, in the order of the document', () => {
  const changed: Policy = {
    ...benyue,
    grades: benyue.grades.map((each) => (each.code === 'A' ? { ...each, revisitEveryDays: 5 } : each)),
    thresholds: { ...benyue.thresholds, dormantAfterDays: 45 },
    switches: { ...benyue.switches, cover: true },
    fieldLevels: {
      ...benyue.fieldLevels,
      customer: { ...benyue.fieldLevels.customer, wechat: 'required' },
    },
    penalties: { ...benyue.penalties, monthlyCapFen: 50_000 },
  }
  expect(policyDiff(benyue, changed)).toEqual([
    { field: 'grades.A.revisitEveryDays', before: 7, after: 5 },
    { field: 'thresholds.dormantAfterDays', before: 30, after: 45 },
    { field: 'switches.cover', before: false, after: true },
    { field: 'fieldLevels.customer.wechat', before: 'important', after: 'required' },
    { field: 'penalties.monthlyCapFen', before: null, after: 50_000 },
  ])
})

it('knows a grade by its code, wherever it stands in the list', () => {
  const turned: Policy = { ...benyue, grades: [...benyue.grades].reverse() }
  expect(policyDiff(benyue, turned)).toEqual([])
})

it('shows a grade that came and one that went with all their fields', () => {
  const without: Policy = { ...benyue, grades: benyue.grades.filter(({ code }) => code !== 'B') }
  const gone = policyDiff(benyue, without)
  expect(gone.every(({ field, after }) => field.startsWith('grades.B.') && after === undefined)).toBe(true)
  expect(gone).toContainEqual({ field: 'grades.B.revisitEveryDays', before: 15, after: undefined })
  expect(policyDiff(without, benyue)).toContainEqual({
    field: 'grades.B.revisitEveryDays',
    before: undefined,
    after: 15,
  })
})

it('shows a list as one value, and a part that only one of them has', () => {
  expect(policyDiff(benyue, { ...benyue, openingSequence: dcc.openingSequence })).toEqual(
    [
      { field: 'openingSequence', before: null, after: undefined },
      { field: 'openingSequence.days', before: undefined, after: '1, 4, 7' },
      { field: 'openingSequence.gradeSetAfterContact', before: undefined, after: 2 },
    ].filter(({ field }) => field !== 'openingSequence'),
  )
})
