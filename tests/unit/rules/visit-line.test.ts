import { describe, expect, it } from 'vitest'
import { fieldsOfLine, missingOfVisit, type VisitLine } from '#main/rules/visit-line.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { visitFields } from '#shared/policy/policy.ts'

const empty: VisitLine = {
  customerId: null,
  withIntent: true,
  callerName: null,
  plate: null,
  phone: null,
  phoneMissing: null,
  model: null,
  grade: null,
  remark: null,
}
const missing = (line: Partial<VisitLine>) => missingOfVisit({ ...empty, ...line }, visitFields)

describe('what a line of the register still lacks (R-11.1, R-11.7)', () => {
  it.each([
    ['nothing but a time', {}, ['callerName', 'phone', 'model', 'grade', 'remark']],
    ['a name', { callerName: '王先生' }, ['phone', 'model', 'grade', 'remark']],
    ['the plate instead of a name', { plate: '苏B1' }, ['phone', 'model', 'grade', 'remark']],
    [
      'the reason why there is no phone',
      { phoneMissing: 'declined' },
      ['callerName', 'model', 'grade', 'remark'],
    ],
    ['no intent to buy', { withIntent: false }, ['callerName', 'phone', 'remark']],
    ['a known customer', { customerId: 'c' }, ['remark']],
    [
      'everything',
      { callerName: '王先生', phone: '13912345678', model: '帕萨特', grade: 'H', remark: '看车' },
      [],
    ],
  ])('with %s', (_what, line, expected) => {
    expect(missing(line)).toEqual(expected)
  })

  it('asks for what the policy calls required or important', () => {
    expect(fieldsOfLine(presets.benyue)).toEqual(['callerName', 'phone', 'model', 'grade'])
    const visit = { ...presets.benyue.fieldLevels.visit, remark: 'required', model: 'optional' } as const
    expect(fieldsOfLine({ fieldLevels: { ...presets.benyue.fieldLevels, visit } })).toEqual([
      'callerName',
      'phone',
      'grade',
      'remark',
    ])
  })
})
