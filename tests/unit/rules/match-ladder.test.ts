import { expect, it } from 'vitest'
import { likenessOf, type Comparable } from '#main/rules/match-ladder.ts'

const nobody: Comparable = { phones: [], plate: null, pinyin: null, area: null, models: [], familyId: null }
const wang: Comparable = {
  phones: ['13900000001', '13900000002'],
  plate: '苏B12345',
  pinyin: 'wangwei',
  area: '江阴',
  models: ['帕萨特', '途观'],
  familyId: null,
}

it.each<[string, Partial<Comparable>, string]>([
  ['the first phone', { phones: ['13900000001'] }, 'phone: phone'],
  ['another of his phones', { phones: ['13800000000', '13900000002'] }, 'phone: phone'],
  ['the plate', { plate: '苏B12345' }, 'plate: plate'],
  ['the sound of the name and the area', { pinyin: 'wangwei', area: '江阴' }, 'name: name area'],
  ['the sound of the name and one open model', { pinyin: 'wangwei', models: ['途观'] }, 'name: name model'],
  ['the sound of the name alone', { pinyin: 'wangwei' }, '–'],
  ['the area and the model, not the name', { area: '江阴', models: ['途观'] }, '–'],
  ['phone and everything else', { ...wang }, 'phone: phone plate name area model'],
  ['plate and name, not the phone', { plate: '苏B12345', pinyin: 'wangwei' }, 'plate: plate name'],
  ['nothing', {}, '–'],
  ['blanks against blanks', { plate: ' ', area: ' ', models: [''] }, '–'],
])('R-3.4a two records that share %s', (_what, other, expected) => {
  const likeness = likenessOf({ ...wang, plate: wang.plate }, { ...nobody, ...other })
  expect(likeness ? `${likeness.level}: ${likeness.agrees.join(' ')}` : '–').toBe(expected)
})

it('R-3.4a empty fields agree with nothing, not even with each other', () => {
  expect(likenessOf(nobody, nobody)).toBeUndefined()
  expect(likenessOf({ ...nobody, plate: '' }, { ...nobody, plate: '' })).toBeUndefined()
})

it.each<[string, string | null, string | null, string]>([
  ['one family', 'f1', 'f1', 'relative'],
  ['two families', 'f1', 'f2', 'phone'],
  ['a family and nobody', 'f1', null, 'phone'],
])('R-3.5 the same phone in %s is told as %s', (_what, one, other, level) => {
  expect(likenessOf({ ...wang, familyId: one }, { ...wang, familyId: other })?.level).toBe(level)
})

it('R-3.5 relatives who share nothing are not told of', () => {
  expect(likenessOf({ ...wang, familyId: 'f' }, { ...nobody, familyId: 'f' })).toBeUndefined()
})
