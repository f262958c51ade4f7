import { describe, expect, it, test } from 'vitest'
import { familiesOf } from '#main/rules/family.ts'

const links = (...pairs: readonly string[]) =>
  pairs.map((pair) => ({ customerId: pair.charAt(0), relativeId: pair.charAt(1) }))

describe('families of linked relatives (R-3.5)', () => {
  test.each([
    ['nobody linked', 'abc', [], ['a', 'b', 'c']],
    ['a couple', 'abc', ['ab'], ['ab', 'c']],
    ['a chain', 'abcd', ['ab', 'cb'], ['abc', 'd']],
    ['two couples that a child joins', 'abcd', ['ab', 'cd', 'bc'], ['abcd']],
    ['a circle', 'abc', ['ab', 'bc', 'ca'], ['abc']],
    ['a link to somebody else', 'ab', ['az'], ['a', 'b']],
    ['nobody', '', [], []],
  ])('%s', (_title, customers, pairs, families) => {
    expect(familiesOf([...customers], links(...pairs)).map((each) => each.join(''))).toEqual(families)
  })

  it('does not depend on the order of the links', () => {
    const pairs = links('ab', 'cd', 'bc', 'de')
    const forwards = familiesOf([...'abcdef'], pairs)
    expect(familiesOf([...'abcdef'], [...pairs].reverse())).toEqual(forwards)
  })
})
