import { describe, expect, it } from 'vitest'
import { checkFieldLevels, isBirthdayUnknown } from '#main/rules/field-levels.ts'
import { customerFields, opportunityFields, type Policy } from '#shared/policy/policy.ts'
import { presets } from '#shared/policy/presets/index.ts'

const { benyue } = presets

const customer = {
  name: '王伟',
  gender: 'male',
  mobile: '13800138000',
  birthday: '1990-05-01',
  area: '江阴',
  source: 'walk_in',
  customerType: 'person',
}
const opportunity = { model: '帕萨特', expectedPurchaseDate: '2026-03-09', grade: 'H', purchaseType: 'first' }
const fieldsOf = (reasons: readonly { data: Readonly<Record<string, unknown>> }[]) =>
  reasons.map(({ data }) => data['field'])

describe('field levels (R-3.1, R-3.2)', () => {
  it('refuses nothing when every required field is filled', () => {
    expect(checkFieldLevels({ customer, opportunity }, benyue).missing).toEqual([])
  })

  it('names each required field that is empty, seven of the customer and four of the opportunity', () => {
    const { missing } = checkFieldLevels({ customer: {}, opportunity: {} }, benyue)
    expect(fieldsOf(missing)).toEqual([
      'customer.name',
      'customer.gender',
      'customer.mobile',
      'customer.birthday',
      'customer.area',
      'customer.source',
      'customer.customerType',
      'opportunity.model',
      'opportunity.expectedPurchaseDate',
      'opportunity.grade',
      'opportunity.purchaseType',
    ])
  })

  it('takes blanks for empty', () => {
    expect(fieldsOf(checkFieldLevels({ customer: { ...customer, area: ' 　' } }, benyue).missing)).toEqual([
      'customer.area',
    ])
  })

  it('reminds once of all empty important fields', () => {
    const { important, reminder } = checkFieldLevels({ customer, opportunity }, benyue)
    expect(important).toEqual(['wechat', 'occupation', 'currentCar', 'competitor', 'budget'])
    expect(reminder).toEqual({
      code: 'important_fields_empty',
      data: { fields: 'wechat,occupation,currentCar,competitor,budget' },
    })
  })

  it('takes the unknown birthday as entered and as an empty important field', () => {
    const unknown = { ...customer, birthday: '1900-01-01' }
    const { missing, important } = checkFieldLevels({ customer: unknown }, benyue)
    expect(missing).toEqual([])
    expect(important).toContain('birthday')
    expect(isBirthdayUnknown('1900-01-01')).toBe(true)
    expect(isBirthdayUnknown('1900-01-02')).toBe(false)
  })

  it('has no reminder when nothing important is empty', () => {
    const full = Object.fromEntries([...customerFields, ...opportunityFields].map((field) => [field, '1']))
    const { missing, important, reminder } = checkFieldLevels({ customer: full, opportunity: full }, benyue)
    expect([missing, important, reminder]).toEqual([[], [], null])
  })

  it('follows the levels of the policy', () => {
    const policy: Policy = {
      ...benyue,
      fieldLevels: {
        ...benyue.fieldLevels,
        customer: {
          ...benyue.fieldLevels.customer,
          birthday: 'optional',
          area: 'optional',
          plate: 'required',
        },
      },
    }
    const values = { customer: { ...customer, birthday: '1900-01-01', area: '' } }
    const { missing, important } = checkFieldLevels(values, policy)
    expect(fieldsOf(missing)).toEqual(['customer.plate'])
    expect(important).not.toContain('birthday')
  })
})
