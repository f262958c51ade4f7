import { describe, expect, it } from 'vitest'
import { givenToAll, headsOf, withRelatives } from '#main/rules/keep-families.ts'

const people = (names: string) => [...names].map((customerId) => ({ customerId }))
const names = (of: readonly { readonly customerId: string }[]) =>
  of.map(({ customerId }) => customerId).join('')
const families = new Map([
  ['b', 'F'],
  ['d', 'F'],
  ['e', 'G'],
  ['f', 'G'],
])

describe('families that change owner (R-3.5)', () => {
  it('take their members along, in the order of the book', () => {
    expect(names(withRelatives(people('d'), people('abcdef'), families))).toBe('bd')
    expect(names(withRelatives(people('ac'), people('abcdef'), families))).toBe('ac')
    expect(names(withRelatives(people('fa'), people('abcdef'), families))).toBe('aef')
    expect(names(withRelatives([], people('abcdef'), families))).toBe('')
  })

  it('are given as one: by hand where one of them is, else as the first', () => {
    expect(names(headsOf(people('abcdef'), families, new Map()))).toBe('abce')
    expect(names(headsOf(people('abcdef'), families, new Map([['d', 'li']])))).toBe('adce')
    const given = givenToAll(
      people('abcdef'),
      families,
      new Map([
        ['a', 'li'],
        ['d', 'zhou'],
        ['c', 'li'],
      ]),
    )
    expect([...given]).toEqual([
      ['a', 'li'],
      ['b', 'zhou'],
      ['c', 'li'],
      ['d', 'zhou'],
    ])
  })
})
