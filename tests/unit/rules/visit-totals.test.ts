import { describe, expect, it } from 'vitest'
import { isHere, isUncarded, totalsOf, type CountedVisit } from '#main/rules/visit-totals.ts'

const line: CountedVisit = {
  kind: 'walk_in',
  occasion: 'first',
  partySize: 1,
  arrivedTime: '10:00',
  leftTime: '11:00',
  customerId: null,
  withIntent: true,
  callerName: '王先生',
  plate: null,
  phone: '13912345678',
  phoneMissing: null,
  model: '帕萨特',
  grade: 'H',
  remark: null,
  orderedOnSpot: false,
  testDrive: false,
  cardedOn: null,
}
const none = {
  visits: 0,
  walkIns: 0,
  callIns: 0,
  first: 0,
  repeat: 0,
  people: 0,
  valid: 0,
  withPhone: 0,
  carded: 0,
  uncarded: 0,
  orderedOnSpot: 0,
  testDrives: 0,
  open: 0,
  incomplete: 0,
}
const fields = ['callerName', 'phone', 'model', 'grade'] as const

describe('the foot of the register (R-11.1)', () => {
  it('is nothing of no line', () => {
    expect(totalsOf([], fields)).toEqual(none)
  })

  it('counts each line in everything that it is', () => {
    const one = { ...none, visits: 1, walkIns: 1, first: 1, people: 1, valid: 1, withPhone: 1 }
    expect(totalsOf([line], fields)).toEqual({ ...one, uncarded: 1 })
    expect(totalsOf([{ ...line, customerId: 'c', cardedOn: '2026-03-02' }], fields)).toEqual({
      ...one,
      carded: 1,
    })
    expect(totalsOf([{ ...line, customerId: 'c', occasion: 'repeat' }], fields)).toEqual({
      ...one,
      first: 0,
      repeat: 1,
    })
    expect(totalsOf([{ ...line, kind: 'call_in', phone: null }], fields)).toEqual({
      ...one,
      walkIns: 0,
      callIns: 1,
      withPhone: 0,
      uncarded: 1,
      incomplete: 1,
    })
    expect(totalsOf([{ ...line, withIntent: false, partySize: 3, leftTime: null }], fields)).toEqual({
      ...one,
      people: 3,
      valid: 0,
      open: 1,
    })
    expect(totalsOf([{ ...line, orderedOnSpot: true, testDrive: true }], fields)).toMatchObject({
      orderedOnSpot: 1,
      testDrives: 1,
    })
  })

  it.each([
    ['10:00', null, true],
    ['10:00', '10:00', false],
    [null, null, false],
  ])('says whether somebody who came at %s and left at %s is here', (arrivedTime, leftTime, here) => {
    expect(isHere({ arrivedTime, leftTime })).toBe(here)
  })

  it.each([
    [true, null, true],
    [true, 'c', false],
    [false, null, false],
  ])(
    'says whether a visit with intent %s of customer %s waits for a card',
    (withIntent, customerId, waits) => {
      expect(isUncarded({ withIntent, customerId })).toBe(waits)
    },
  )
})
