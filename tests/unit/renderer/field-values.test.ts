import { expect, test } from 'vitest'
import { opportunityInputOf, typedValue } from '../../../src/renderer/ui/fields/field-values.ts'

test('a quotation is typed in yuan and sent in fen', () => {
  expect(opportunityInputOf({ model: '朗逸', quotationFen: ' 128,800.5 ' })).toEqual({
    model: '朗逸',
    quotationFen: 12_880_050,
  })
  expect(typedValue('quotationFen', 12_880_050)).toBe('128800.50')
})

test('an empty quotation is left out of a new opportunity, and clears that of a known one', () => {
  expect(opportunityInputOf({ quotationFen: '' })).toEqual({})
  expect(opportunityInputOf({ quotationFen: '' }, true)).toEqual({ quotationFen: '' })
})

test('what is no amount goes as it was typed, so that the refusal names the field and nothing is lost', () => {
  expect(opportunityInputOf({ quotationFen: '12.345' })).toEqual({ quotationFen: '12.345' })
})
