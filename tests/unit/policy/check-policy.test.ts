import { describe, expect, it, test } from 'vitest'
import { checkPolicy, policyProblemCodes } from '#shared/policy/check-policy.ts'
import { compareGrades, findGrade, gradesInOrder, highestGrade, lastGrade } from '#shared/policy/grades.ts'
import { policySchema, type Grade, type Ladder, type Policy } from '#shared/policy/policy.ts'
import { presetNames, presets } from '#shared/policy/presets/index.ts'
import { policyProblems as en } from '#shared/text/en/policy-problems.ts'
import { policyProblems as zh } from '#shared/text/zh-CN/policy-problems.ts'

const { benyue } = presets

const withGrades = (...changes: readonly (Partial<Grade> | undefined)[]): Policy => ({
  ...benyue,
  grades: benyue.grades.map((grade, index) => ({ ...grade, ...changes[index] })),
})

const ladderAt = 'penalties.ladders.frequency'
const withLadder = (change: Partial<Ladder>): Policy => ({
  ...benyue,
  penalties: {
    ...benyue.penalties,
    ladders: {
      ...benyue.penalties.ladders,
      frequency: { ...benyue.penalties.ladders.frequency, ...change },
    },
  },
})

const numbers = (policy: Policy) =>
  gradesInOrder(policy).map((each) => `${each.code} ${each.closeWithinDays ?? '–'}/${each.revisitEveryDays}`)

describe('presets (R-2.2, R-2.3)', () => {
  test.each([
    ['benyue', ['H 7/3', 'A 15/7', 'B 30/15', 'C –/30']],
    ['three-forms', ['H 7/3', 'A 30/7', 'B 90/15', 'C –/30']],
    ['tracking-log', ['A –/1', 'B –/7', 'C –/15', 'D –/30', 'E –/365']],
    ['dcc', ['A –/7', 'B –/7', 'C –/14', 'D –/30', 'E –/30']],
    ['oabcd', ['O 3/1', 'A 7/3', 'B 15/7', 'C 30/15', 'D –/30']],
  ] as const)('%s has the numbers of its source', (name, grades) => {
    expect(numbers(presets[name])).toEqual(grades)
  })

  test.each(presetNames)('%s can work, is named after itself and survives being stored', (name) => {
    const policy = presets[name]
    expect(checkPolicy(policy)).toEqual([])
    expect(policy.preset).toBe(name)
    expect(policySchema.parse(JSON.parse(JSON.stringify(policy)))).toEqual(policy)
  })
})

describe('a policy that cannot work is refused with the field (R-2.4)', () => {
  const cases: readonly (readonly [string, Policy, string, string])[] = [
    ['no grades', { ...benyue, grades: [] }, 'grades', 'grades_missing'],
    ['one grade', { ...benyue, grades: benyue.grades.slice(3) }, 'grades', 'grade_count'],
    ['repeated code', withGrades({}, { code: 'H' }), 'grades.1.code', 'grade_code_repeated'],
    ['repeated place', withGrades({}, { order: 1 }), 'grades.1.order', 'grade_order_repeated'],
    [
      'equal windows',
      withGrades({}, { closeWithinDays: 7 }),
      'grades.1.closeWithinDays',
      'close_windows_not_increasing',
    ],
    [
      'falling windows',
      withGrades({}, {}, { closeWithinDays: 14, revisitEveryDays: 7 }),
      'grades.2.closeWithinDays',
      'close_windows_not_increasing',
    ],
    [
      'window missing between',
      withGrades({}, { closeWithinDays: null }),
      'grades.1.closeWithinDays',
      'close_window_missing',
    ],
    [
      'window of no day',
      withGrades({ closeWithinDays: 0 }),
      'grades.0.closeWithinDays',
      'close_window_below_one',
    ],
    ['no interval', withGrades({ revisitEveryDays: 0 }), 'grades.0.revisitEveryDays', 'revisit_below_one'],
    [
      'interval beyond window',
      withGrades({ revisitEveryDays: 8 }),
      'grades.0.revisitEveryDays',
      'revisit_beyond_close_window',
    ],
    [
      'last grade with window',
      withGrades({}, {}, {}, { closeWithinDays: 60 }),
      'grades.3.closeWithinDays',
      'last_grade_with_window',
    ],
    [
      'threshold of zero',
      { ...benyue, thresholds: { ...benyue.thresholds, planSpreadPart: 0 } },
      'thresholds.planSpreadPart',
      'threshold_too_small',
    ],
    [
      'an interval of eleven years',
      withGrades({}, {}, {}, { revisitEveryDays: 4_015 }),
      'grades.3.revisitEveryDays',
      'number_too_large',
    ],
    [
      'a window that ends after the last date there is',
      withGrades({}, {}, { closeWithinDays: 9e15 }),
      'grades.2.closeWithinDays',
      'number_too_large',
    ],
    [
      'protection without end',
      { ...benyue, thresholds: { ...benyue.thresholds, dormantAfterDays: 9e15 } },
      'thresholds.dormantAfterDays',
      'number_too_large',
    ],
    [
      'an opening step in eleven years',
      { ...benyue, openingSequence: { days: [1, 4_015], gradeSetAfterContact: 2 } },
      'openingSequence.days.1',
      'number_too_large',
    ],
    [
      'thin ice beyond protection',
      { ...benyue, thresholds: { ...benyue.thresholds, thinIceDays: 31 } },
      'thresholds.thinIceDays',
      'thin_ice_beyond_protection',
    ],
    [
      'name optional',
      {
        ...benyue,
        fieldLevels: {
          ...benyue.fieldLevels,
          customer: { ...benyue.fieldLevels.customer, name: 'optional' },
        },
      },
      'fieldLevels.customer.name',
      'field_must_stay_required',
    ],
    [
      'opening days falling',
      { ...benyue, openingSequence: { days: [1, 1], gradeSetAfterContact: 2 } },
      'openingSequence.days.1',
      'opening_days_not_increasing',
    ],
    [
      'an opening without days',
      { ...benyue, openingSequence: { days: [], gradeSetAfterContact: 1 } },
      'openingSequence.days',
      'opening_days_missing',
    ],
    [
      'a lead that is an exception at once',
      { ...benyue, leadShowroomDays: { A: 0 } },
      'leadShowroomDays.A',
      'threshold_too_small',
    ],
    [
      'share above all',
      { ...benyue, penalties: { ...benyue.penalties, managerSharePercent: 101 } },
      'penalties.managerSharePercent',
      'percent_out_of_range',
    ],
    [
      'a number that is not there',
      withGrades({ revisitEveryDays: Number.NaN }),
      'grades.0.revisitEveryDays',
      'whole_number_missing',
    ],
    [
      'a threshold that was stored empty',
      { ...benyue, thresholds: { ...benyue.thresholds, thinIceDays: null as unknown as number } },
      'thresholds.thinIceDays',
      'whole_number_missing',
    ],
    [
      'half a day',
      withGrades({ revisitEveryDays: 2.5 }),
      'grades.0.revisitEveryDays',
      'whole_number_missing',
    ],
    ['blank label', withGrades({ label: { zh: ' ', en: 'x' } }), 'grades.0.label.zh', 'label_missing'],
    ['code in small letters', withGrades({ code: 'h' }), 'grades.0.code', 'grade_code_invalid'],
    ['code too long', withGrades({ code: 'HHHHH' }), 'grades.0.code', 'grade_code_invalid'],
    ['colour of no palette', withGrades({ color: 'pink' }), 'grades.0.color', 'color_unknown'],
    ['amount below zero', withLadder({ firstAmount: -1 }), `${ladderAt}.firstAmount`, 'amount_negative'],
    ['factor of zero', withLadder({ factor: 0 }), `${ladderAt}.factor`, 'factor_below_one'],
    [
      'report from no occasion',
      withLadder({ reportFromOccasion: 0 }),
      `${ladderAt}.reportFromOccasion`,
      'occasion_below_one',
    ],
    [
      'suspension from no occasion',
      withLadder({ suspensionFromOccasion: 0 }),
      `${ladderAt}.suspensionFromOccasion`,
      'occasion_below_one',
    ],
    [
      'kinds of another ladder',
      withLadder({ kinds: ['missing_plan'] }),
      `${ladderAt}.kinds`,
      'ladder_kinds_changed',
    ],
    [
      'cap below zero',
      { ...benyue, penalties: { ...benyue.penalties, monthlyCapFen: -1 } },
      'penalties.monthlyCapFen',
      'cap_negative',
    ],
    [
      'closing at opening time',
      { ...benyue, openingHours: { from: '09:00', until: '09:00' } },
      'openingHours.until',
      'opening_hours_empty',
    ],
    [
      'grade set before any contact',
      { ...benyue, openingSequence: { days: [1], gradeSetAfterContact: 0 } },
      'openingSequence.gradeSetAfterContact',
      'opening_grade_below_one',
    ],
  ]

  test.each([
    ['a colour of one’s own', withGrades({ color: '#1A2b3c' })],
    ['an amount of nothing', withLadder({ firstAmount: 0 })],
    ['no report and no suspension', withLadder({ reportFromOccasion: null, suspensionFromOccasion: null })],
    ['a factor of one', withLadder({ factor: 1 })],
    ['a minute of opening', { ...benyue, openingHours: { from: '09:00', until: '09:01' } }],
    ['an interval of ten years', withGrades({}, {}, {}, { revisitEveryDays: 3_650 })],
    ['a cap of nothing', { ...benyue, penalties: { ...benyue.penalties, monthlyCapFen: 0 } }],
  ] as const)('%s works', (_, policy) => expect(checkPolicy(policy)).toEqual([]))

  test.each(cases)('%s', (_, policy, field, code) => {
    expect(checkPolicy(policy)).toContainEqual(expect.objectContaining({ field, code }))
  })

  it('tests every code it can give, and both languages word it', () => {
    expect(new Set(cases.map(([, , , code]) => code))).toEqual(new Set(policyProblemCodes))
    expect(Object.keys(zh).sort()).toEqual([...policyProblemCodes].sort())
    expect(Object.keys(en).sort()).toEqual([...policyProblemCodes].sort())
  })

  it('accepts an interval as long as its window and refuses a day more', () => {
    expect(checkPolicy(withGrades({ revisitEveryDays: 7 }))).toEqual([])
    expect(checkPolicy(withGrades({ revisitEveryDays: 8 }))).toHaveLength(1)
  })

  it('accepts eight grades and refuses nine', () => {
    const many = (count: number): Policy => ({
      ...presets.dcc,
      grades: Array.from({ length: count }, (_, index) => ({
        code: `G${index}`,
        label: { zh: '级', en: 'grade' },
        color: 'grey',
        order: index,
        closeWithinDays: null,
        revisitEveryDays: 7,
      })),
    })
    expect(checkPolicy(many(8))).toEqual([])
    expect(checkPolicy(many(9)).map(({ code }) => code)).toEqual(['grade_count'])
  })

  it('looks at the order of the grades, not at their place in the list', () => {
    expect(checkPolicy({ ...benyue, grades: [...benyue.grades].reverse() })).toEqual([])
  })
})

describe('grades of a policy (R-3.6)', () => {
  it('finds grades by code and the coldest by order', () => {
    expect(findGrade(benyue, 'A')?.revisitEveryDays).toBe(7)
    expect(findGrade(benyue, 'O')).toBeUndefined()
    expect(lastGrade(presets.oabcd)?.code).toBe('D')
  })

  it('takes the hottest of several; a code of another policy comes last', () => {
    expect(highestGrade(benyue, ['C', 'H', 'B'])).toBe('H')
    expect(highestGrade(presets.oabcd, ['A', 'O'])).toBe('O')
    expect(highestGrade(benyue, [])).toBeUndefined()
    expect(compareGrades(benyue, 'X', 'C')).toBeGreaterThan(0)
  })
})
