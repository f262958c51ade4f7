import { describe, expect, it } from 'vitest'
import { closedDatesBetween } from '#main/application/seed/calendar.ts'
import { mobileOf } from '#main/application/seed/names.ts'
import { makeRandom, makeSeedIds } from '#main/application/seed/random.ts'
import { normalisePhone } from '#shared/domain/phone.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'

describe('seeded chance', () => {
  const draw = (seed: string) => {
    const random = makeRandom(seed)
    return Array.from({ length: 20 }, () => random.between(1, 1000))
  }

  it('is the same from the same seed and another from another', () => {
    expect(draw('a')).toEqual(draw('a'))
    expect(draw('b')).not.toEqual(draw('a'))
  })

  it('reaches both ends and stays within them', () => {
    const random = makeRandom('ends')
    const drawn = Array.from({ length: 1000 }, () => random.between(3, 6))
    expect([...new Set(drawn)].sort((a, b) => a - b)).toEqual([3, 4, 5, 6])
  })

  it('gives each choice its weight, and none to no weight', () => {
    const random = makeRandom('weights')
    const drawn = Array.from({ length: 4000 }, () =>
      random.weighted([
        ['often', 3],
        ['seldom', 1],
        ['never', 0],
      ] as const),
    )
    const often = drawn.filter((each) => each === 'often').length
    expect(drawn).not.toContain('never')
    expect(often).toBeGreaterThan(2800)
    expect(often).toBeLessThan(3200)
  })
})

it('seeded ids are those of version 7, rise with time, and never meet', () => {
  const newId = makeSeedIds(makeRandom('ids'))
  const ids = Array.from({ length: 5000 }, (_, i) => newId(1_772_413_200_000 + i))
  expect(new Set(ids).size).toBe(5000)
  expect(ids).toEqual([...ids].sort())
  expect(ids[0]).toMatch(/^019cac0f-2680-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

it('every customer has a mobile of his own that the product would take as it is', () => {
  const random = makeRandom('phones')
  const mobiles = Array.from({ length: 20_000 }, (_, place) => mobileOf(place, random))
  expect(new Set(mobiles.map((mobile) => mobile.slice(3))).size).toBe(20_000)
  for (const mobile of mobiles.slice(0, 500))
    expect(normalisePhone(mobile)).toMatchObject({ ok: true, phone: mobile })
})

it('the store is closed from New Year’s Eve to the fourth day of Spring Festival, within the span', () => {
  expect(closedDatesBetween(d('2026-01-01'), d('2026-12-31'))).toEqual([
    '2026-02-16',
    '2026-02-17',
    '2026-02-18',
    '2026-02-19',
    '2026-02-20',
  ])
  expect(closedDatesBetween(d('2026-02-19'), d('2026-03-31'))).toEqual(['2026-02-19', '2026-02-20'])
  expect(closedDatesBetween(d('2026-03-01'), d('2026-12-31'))).toEqual([])
})
