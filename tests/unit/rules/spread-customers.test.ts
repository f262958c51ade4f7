import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadCustomers, type Receiver } from '#main/rules/spread-customers.ts'
import { presets } from '#shared/policy/presets/index.ts'

const policy = presets.benyue
const grades = ['H', 'A', 'B', 'C', null] as const

/** `HHA-` is two H, one A and one without an open opportunity, as c00, c01 … */
const customersOf = (letters: string) =>
  [...letters].map((letter, i) => ({
    customerId: `c${String(i).padStart(2, '0')}`,
    grade: letter === '-' ? null : letter,
  }))
const receiver = (staffId: string, held = ''): Receiver => ({
  staffId,
  held: grades.map((grade) => ({
    grade,
    customers: [...held].filter((letter) => (letter === '-' ? null : letter) === grade).length,
  })),
})
const chosen = (pairs: Record<string, string> = {}) => new Map(Object.entries(pairs))

/** What each receiver is given, as letters in the order of the grades. */
const spread = (
  letters: string,
  receivers: readonly Receiver[],
  way: 'one' | 'evenByGrade',
  assignments: Record<string, string> = {},
) => {
  const customers = customersOf(letters)
  const given = spreadCustomers(customers, receivers, { way, assignments: chosen(assignments) }, policy)
  return Object.fromEntries(
    receivers.map(({ staffId }) => [
      staffId,
      grades
        .flatMap((grade) => customers.filter((each) => each.grade === grade))
        .filter(({ customerId }) => given.get(customerId) === staffId)
        .map(({ grade }) => grade ?? '-')
        .join(''),
    ]),
  )
}

describe('R-7.2 who gets whom', () => {
  it.each([
    ['all to one', 'HAB', 'one', ['', ''], { a: 'HAB', b: '' }],
    ['an even number of each grade', 'HHAABB', 'evenByGrade', ['', ''], { a: 'HAB', b: 'HAB' }],
    ['odd ones go to whoever has fewer in all', 'HHHAB', 'evenByGrade', ['', ''], { a: 'HHB', b: 'HA' }],
    ['what they hold already counts', 'HHH', 'evenByGrade', ['HHH', ''], { a: '', b: 'HHH' }],
    ['more than the difference is shared', 'HHHHH', 'evenByGrade', ['HHH', ''], { a: 'H', b: 'HHHH' }],
    ['each grade by itself', 'HHAA', 'evenByGrade', ['HH', 'AA'], { a: 'AA', b: 'HH' }],
    ['without an open opportunity last', '-H-H', 'evenByGrade', ['', ''], { a: 'H-', b: 'H-' }],
    ['nothing to spread', '', 'evenByGrade', ['', ''], { a: '', b: '' }],
  ] as const)('%s', (_title, letters, way, [a, b], expected) => {
    expect(spread(letters, [receiver('a', a), receiver('b', b)], way)).toEqual(expected)
  })

  it('three receivers: no grade differs by more than one where nobody held any', () => {
    expect(spread('HHHHAAAAAB', [receiver('a'), receiver('b'), receiver('c')], 'evenByGrade')).toEqual({
      a: 'HHAB',
      b: 'HAA',
      c: 'HAA',
    })
  })

  it('what was chosen one by one stands, and counts for the rest', () => {
    expect(spread('HHHH', [receiver('a'), receiver('b')], 'evenByGrade', { c00: 'a', c01: 'a' })).toEqual({
      a: 'HH',
      b: 'HH',
    })
    expect(spread('HA', [receiver('a'), receiver('b')], 'one', { c00: 'b' })).toEqual({ a: 'A', b: 'H' })
  })

  it('leaves out for whom there is nobody', () => {
    const given = spreadCustomers(
      customersOf('HA'),
      [],
      { way: 'evenByGrade', assignments: chosen({ c01: 'b' }) },
      policy,
    )
    expect([...given]).toEqual([['c01', 'b']])
  })

  const anyBook = fc.record({
    letters: fc.array(fc.constantFrom('H', 'A', 'B', 'C', '-'), { maxLength: 60 }).map((all) => all.join('')),
    held: fc.array(
      fc.array(fc.constantFrom('H', 'A', 'B', 'C'), { maxLength: 12 }).map((all) => all.join('')),
      { minLength: 1, maxLength: 5 },
    ),
  })

  it('is as even as what was held before allows, and loses nobody', () => {
    fc.assert(
      fc.property(anyBook, ({ letters, held }) => {
        const receivers = held.map((each, i) => receiver(`s${i}`, each))
        const result = spread(letters, receivers, 'evenByGrade')
        expect(Object.values(result).join('').length).toBe(letters.length)
        for (const grade of ['H', 'A', 'B', 'C', '-']) {
          const count = (text: string | undefined) =>
            [...(text ?? '')].filter((letter) => letter === grade).length
          const after = held.map((each, i) => count(each) + count(result[`s${i}`]))
          // Whoever was given one is at most one above whoever has least: nobody else could have taken it better.
          held.forEach((_, i) => {
            if (count(result[`s${i}`]) > 0) expect(after[i]! - Math.min(...after)).toBeLessThanOrEqual(1)
          })
        }
      }),
    )
  })

  it('does not depend on the order of customers and receivers', () => {
    fc.assert(
      fc.property(anyBook, fc.func(fc.integer()), ({ letters, held }, weigh) => {
        const customers = customersOf(letters)
        const receivers = held.map((each, i) => receiver(`s${i}`, each))
        const shuffled = <T>(list: readonly T[]) => [...list].sort((a, b) => weigh(a) - weigh(b))
        const way = { way: 'evenByGrade', assignments: chosen() } as const
        const once = spreadCustomers(customers, receivers, way, policy)
        const again = spreadCustomers(shuffled(customers), shuffled(receivers), way, policy)
        expect(Object.fromEntries(again)).toEqual(Object.fromEntries(once))
      }),
    )
  })
})
