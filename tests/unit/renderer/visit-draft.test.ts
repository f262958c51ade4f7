import { describe, expect, test } from 'vitest'
import {
  changesOf,
  emptyVisit,
  readVisitDraft,
  registerInputOf,
  sizeOf,
  splitSize,
} from '../../../src/renderer/features/showroom/visit-draft.ts'
import { genderOfName, nameForCard, withSalutation } from '#shared/text/salutation.ts'

describe('digits typed in the field of the party', () => {
  test.each([
    ['2', undefined],
    ['12', undefined],
    ['213', { partySize: '2', phone: '13' }],
    ['138', { partySize: '', phone: '138' }],
    ['13812345678', { partySize: '', phone: '13812345678' }],
    ['213812345678', { partySize: '2', phone: '13812345678' }],
    ['1213', { partySize: '12', phone: '13' }],
    ['113', { partySize: '1', phone: '13' }],
    ['0510', { partySize: '', phone: '0510' }],
    ['2010', { partySize: '2', phone: '010' }],
    ['２１３', { partySize: '2', phone: '13' }],
    ['222', undefined],
    ['2a3', undefined],
  ])('%s', (text, split) => {
    expect(splitSize(text)).toEqual(split)
  })
})

test.each([
  ['walk_in', '2', 2],
  ['walk_in', '', undefined],
  ['call_in', '', 1],
  ['walk_in', '0', undefined],
  ['walk_in', '100', undefined],
  ['walk_in', '两', undefined],
] as const)('a %s of "%s" is %s people', (kind, partySize, size) => {
  expect(sizeOf({ ...emptyVisit, kind, partySize })).toBe(size)
})

test('a new line says only what somebody said', () => {
  expect(registerInputOf({ ...emptyVisit, partySize: '2' }, 2)).toEqual({ kind: 'walk_in', partySize: 2 })
  expect(
    registerInputOf(
      {
        ...emptyVisit,
        phone: ' 13812345678 ',
        phoneMissing: 'declined',
        consultantId: 'li',
        byHandReason: '客户点名',
      },
      1,
    ),
  ).toEqual({
    kind: 'walk_in',
    partySize: 1,
    phone: '13812345678',
    consultantId: 'li',
    byHandReason: '客户点名',
  })
})

test('a reason for another consultant without the consultant is left out', () => {
  expect(registerInputOf({ ...emptyVisit, byHandReason: '客户点名' }, 1)).toEqual({
    kind: 'walk_in',
    partySize: 1,
  })
})

test('of a known line only what was changed is sent, and what was cleared is cleared', () => {
  const before = { ...emptyVisit, partySize: '2', leftTime: '10:20', model: '朗逸', grade: 'H' }
  expect(changesOf(before, before)).toEqual({})
  expect(changesOf(before, { ...before, leftTime: '', model: '', grade: null, partySize: '3' })).toEqual({
    leftTime: null,
    model: '',
    grade: null,
    partySize: 3,
  })
})

test('a kept draft of another shape starts afresh', () => {
  expect(readVisitDraft({ kind: 'visit' })).toEqual(emptyVisit)
})

describe('a salutation', () => {
  test.each([
    ['王', '王先生'],
    ['王女士', '王先生'],
    ['', '先生'],
    ['王 ', '王先生'],
  ])('is put behind %s', (name, full) => {
    expect(withSalutation(name, { gender: 'male', zh: '先生', en: 'Mr' }, 'zh-CN')).toBe(full)
  })
  test('stands before a name in Latin letters', () => {
    expect(withSalutation('Wang', { gender: 'female', zh: '女士', en: 'Ms' }, 'en')).toBe('Ms Wang')
  })
  test.each([
    ['王先生', 'male', '王先生'],
    ['王建国先生', 'male', '王建国'],
    ['李女士', 'female', '李女士'],
    ['先生', 'male', ''],
    ['Ms Wang', 'female', 'Wang'],
    ['王建国', undefined, '王建国'],
  ])('of %s says %s, and the card is of %s', (name, gender, card) => {
    expect(genderOfName(name)).toBe(gender)
    expect(nameForCard(name)).toBe(card)
  })
})
