import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { maskPhone, normalisePhone } from '#shared/domain/phone.ts'

describe('normalisePhone (R-3.3, R-3.4)', () => {
  test.each([
    '+86 138-0013-8000',
    '１３８００１３８０００',
    '13800138000',
    '138 0013 8000',
    '0086 13800138000',
    '8613800138000',
    '＋８６１３８００１３８０００',
    '138—0013—8000',
    '\u202a13800138000\u202c',
    '(+86)138.0013.8000',
  ])('%j is the same mobile', (text) => {
    expect(normalisePhone(text)).toEqual({ ok: true, phone: '13800138000', kind: 'mobile' })
  })

  test.each([
    ['0510-86123456', '051086123456', 'landline'],
    ['0510 8612345', '05108612345', 'landline'],
    ['021-62345678', '02162345678', 'landline'],
    ['010 6234567', '0106234567', 'landline'],
    ['010-12345678', '01012345678', 'landline'],
    ['0755-1234567', '07551234567', 'landline'],
    ['+86 21 62345678', '02162345678', 'landline'],
    ['+852 9123 4567', '+85291234567', 'foreign'],
    ['0049 30 1234567', '+49301234567', 'foreign'],
  ])('%j is %s, a %s', (text, phone, kind) => {
    expect(normalisePhone(text)).toEqual({ ok: true, phone, kind })
  })

  test.each([
    ['', 'phone_empty'],
    ['  - ', 'phone_empty'],
    ['1380013800', 'phone_mobile_invalid'],
    ['138001380000', 'phone_mobile_invalid'],
    ['12800138000', 'phone_mobile_invalid'],
    ['62345678', 'phone_mobile_invalid'],
    ['0510-123456', 'phone_landline_invalid'],
    ['021-623456789', 'phone_landline_invalid'],
    ['+8612345', 'phone_mobile_invalid'],
    ['+123', 'phone_foreign_invalid'],
    ['13800138000转2', 'phone_has_other_characters'],
    ['138+0013', 'phone_has_other_characters'],
    ['微信', 'phone_has_other_characters'],
  ])('refuses %j: %s', (text, code) => {
    expect(normalisePhone(text)).toMatchObject({ ok: false, reason: { code, data: { field: 'mobile' } } })
  })

  it('leaves what it made as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+- ') }), (text) => {
        const once = normalisePhone(text)
        if (once.ok) expect(normalisePhone(once.phone)).toEqual(once)
      }),
      { numRuns: 500 },
    )
  })
})

describe('maskPhone (R-13.2)', () => {
  test.each([
    ['13800131234', '138****1234'],
    ['02162345678', '021****5678'],
    ['0106234567', '****4567'],
  ])('%s shows as %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked)
  })
})
