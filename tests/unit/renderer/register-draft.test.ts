import { describe, expect, it } from 'vitest'
import { presets } from '#shared/policy/presets/index.ts'
import { asBusinessDate } from '#shared/time/business-date.ts'
import {
  gradeInRemark,
  meaningOf,
  quickOf,
  readDraft,
} from '../../../src/renderer/features/register/register-draft.ts'
import { missingFields } from '../../../src/renderer/ui/fields/field-values.ts'
import { readTime } from '../../../src/renderer/ui/planner/read-time.ts'

const today = asBusinessDate('2026-03-05')
const policy = presets.benyue

describe('a grade typed at the start of a remark (R-3.7)', () => {
  it.each([
    ['H 要白色', 'H', '要白色'],
    ['h，要白色', 'H', '要白色'],
    ['Ｈ　要白色', 'H', '要白色'],
    ['A ', 'A', ''],
  ])('%s', (text, grade, rest) => {
    expect(gradeInRemark(text, policy)).toEqual({ grade, rest })
  })
  it.each([['H'], ['HR 介绍'], ['Z 要白色'], ['要白色 H 级'], ['A柱有异响']])('is none in %s', (text) => {
    expect(gradeInRemark(text, policy)).toBeUndefined()
  })
})

describe('when to buy, in words', () => {
  it.each([
    ['week', '2026-03-12'],
    ['fortnight', '2026-03-19'],
    ['month', '2026-04-04'],
  ] as const)('%s is %s, and stays marked', (quick, date) => {
    expect(meaningOf(quick, today, policy)).toEqual({ date })
    expect(quickOf(asBusinessDate(date), today)).toBe(quick)
  })
  it('later is the coldest grade', () => {
    expect(meaningOf('later', today, policy)).toEqual({ grade: 'C' })
  })
})

describe('empty fields a form asks for at once (R-3.1)', () => {
  const customer = {
    name: '王伟',
    gender: 'male',
    mobile: '13800138001',
    area: '',
    source: 'walk_in',
    customerType: 'person',
  }
  it('names the required first, and an unknown birthday as important', () => {
    const missing = missingFields(policy, { customer: { ...customer, birthday: '1900-01-01' } })
    expect(missing.map(({ field, level }) => `${field} ${level}`)).toEqual([
      'area required',
      'birthday important',
      'wechat important',
      'occupation important',
      'currentCar important',
    ])
  })
  it('asks nothing of a form it was not given', () => {
    expect(missingFields(policy, {})).toEqual([])
  })
})

it.each([
  ['1430', '14:30'],
  ['9.05', '09:05'],
  ['14', '14:00'],
  ['１４：３０', '14:30'],
  ['24:00', undefined],
  ['9:5', undefined],
])('the time %s is read as %s', (text, time) => {
  expect(readTime(text)).toBe(time)
})

it('a kept registration with an impossible date comes back without it', () => {
  expect(readDraft({ fields: { name: '王伟' }, expected: '2026-02-30', plan: { on: 'x' } })).toMatchObject({
    fields: { name: '王伟' },
    expected: null,
    plan: { on: null, channel: 'phone' },
  })
})
