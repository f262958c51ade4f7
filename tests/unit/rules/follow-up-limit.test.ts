import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { applyContact, limitOf, openingCadence, type Cadence } from '#main/rules/follow-up-limit.ts'
import { results } from '#shared/domain/codes.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { addDays, asBusinessDate as d } from '#shared/time/business-date.ts'

const { benyue } = presets
const limitAfterOpening = (grade: string, openedOn: string, policy = benyue) =>
  limitOf({ ...openingCadence(d(openedOn)), grade }, policy).limit

describe('the limit from the anchor (R-4.1)', () => {
  test.each([
    ['H', '2026-03-02', '2026-03-05'],
    ['A', '2026-03-02', '2026-03-09'],
    ['B', '2026-03-02', '2026-03-17'],
    ['C', '2026-01-31', '2026-03-02'],
    ['H', '2024-02-27', '2024-03-01'],
    ['H', '2026-02-27', '2026-03-02'],
    ['H', '2025-12-30', '2026-01-02'],
  ])('%s opened on %s is due by %s', (grade, openedOn, limit) => {
    expect(limitAfterOpening(grade, openedOn)).toBe(limit)
  })

  test.each([
    ['three-forms', 'B', '2026-03-17'],
    ['tracking-log', 'A', '2026-03-03'],
    ['tracking-log', 'E', '2027-03-02'],
    ['dcc', 'C', '2026-03-16'],
    ['oabcd', 'O', '2026-03-03'],
  ] as const)('under %s a %s opened on 03-02 is due by %s', (name, grade, limit) => {
    expect(limitAfterOpening(grade, '2026-03-02', presets[name])).toBe(limit)
  })

  it('a contact and a grade change in one act use the new grade', () => {
    const contact = { result: 'reached', contactedOn: d('2026-03-04'), grade: 'B' } as const
    expect(applyContact(openingCadence(d('2026-03-02')), contact, benyue)).toMatchObject({
      anchorOn: '2026-03-04',
      limit: '2026-03-19',
    })
  })

  it('a grade change alone keeps the anchor', () => {
    const cadence = openingCadence(d('2026-03-02'))
    expect(limitOf({ ...cadence, grade: 'A' }, benyue).limit).toBe('2026-03-09')
    expect(limitOf({ ...cadence, grade: 'H' }, benyue).limit).toBe('2026-03-05')
  })

  it('says why: the grade, its interval, the anchor and the limit', () => {
    expect(limitOf({ ...openingCadence(d('2026-03-02')), grade: 'H' }, benyue).reasons).toEqual([
      {
        code: 'limit_by_grade',
        data: { grade: 'H', anchorOn: '2026-03-02', days: 3, limit: '2026-03-05' },
      },
    ])
  })

  it('uses the coldest grade for a code the policy does not have', () => {
    expect(limitAfterOpening('X', '2026-03-02')).toBe('2026-04-01')
  })
})

describe('the limit after attempts (R-4.7)', () => {
  const walk = (
    grade: string,
    reachedOn: string,
    attempts: readonly (readonly [string, (typeof results)[number]])[],
  ) => {
    let cadence: Cadence = openingCadence(d(reachedOn))
    return attempts.map(([contactedOn, result]) => {
      const after = applyContact(cadence, { result, contactedOn: d(contactedOn), grade }, benyue)
      cadence = after
      return [after.limit, after.reasons[0]?.code]
    })
  }

  it('H, reached 03-02: no answer 03-05, busy 03-06, no answer 03-08', () => {
    const attempts = [
      ['2026-03-05', 'no_answer'],
      ['2026-03-06', 'busy'],
      ['2026-03-08', 'no_answer'],
    ] as const
    expect(walk('H', '2026-03-02', attempts)).toEqual([
      ['2026-03-07', 'limit_by_attempt'],
      ['2026-03-08', 'limit_by_attempt'],
      ['2026-03-11', 'limit_after_attempts'],
    ])
  })

  it('B, reached 03-02: no answer 03-16, 03-17, 03-18, and a fourth on 04-02', () => {
    const attempts = ['2026-03-16', '2026-03-17', '2026-03-18', '2026-04-02'].map(
      (on) => [on, 'no_answer'] as const,
    )
    expect(walk('B', '2026-03-02', attempts).map(([limit]) => limit)).toEqual([
      '2026-03-18',
      '2026-03-19',
      '2026-04-02',
      '2026-04-17',
    ])
  })

  it('reaching the customer ends the row of attempts', () => {
    const attempts = [
      ['2026-03-05', 'no_answer'],
      ['2026-03-06', 'reached'],
      ['2026-03-09', 'busy'],
    ] as const
    expect(walk('H', '2026-03-02', attempts).map(([limit]) => limit)).toEqual([
      '2026-03-07',
      '2026-03-09',
      '2026-03-11',
    ])
  })

  it('reaching the customer in the evening ends the row to which the morning belongs', () => {
    const attempts = [
      ['2026-03-05', 'no_answer'],
      ['2026-03-05', 'reached'],
    ] as const
    expect(walk('H', '2026-03-02', attempts).map(([limit]) => limit)).toEqual(['2026-03-07', '2026-03-08'])
  })

  test.each(results.filter((result) => result !== 'reached'))(
    '%s leaves the anchor where it is',
    (result) => {
      const contact = { result, contactedOn: d('2026-03-04'), grade: 'H' }
      expect(applyContact(openingCadence(d('2026-03-02')), contact, benyue)).toMatchObject({
        anchorOn: '2026-03-02',
        attemptsSinceReached: 1,
        lastAttemptOn: '2026-03-04',
      })
    },
  )

  it('a contact recorded late never moves anything back', () => {
    const cadence: Cadence = {
      anchorOn: d('2026-03-06'),
      attemptsSinceReached: 1,
      lastAttemptOn: d('2026-03-08'),
    }
    const late = (result: 'reached' | 'busy', on: string) =>
      applyContact(cadence, { result, contactedOn: d(on), grade: 'H' }, benyue)
    expect(late('reached', '2026-03-04')).toMatchObject(cadence)
    expect(late('busy', '2026-03-04')).toMatchObject(cadence)
    expect(late('reached', '2026-03-07')).toMatchObject({ ...cadence, anchorOn: '2026-03-07' })
    expect(late('busy', '2026-03-07')).toMatchObject({ ...cadence, attemptsSinceReached: 2 })
  })

  it('the limit always lies after the last contact, whatever happens', () => {
    const contact = fc.record({ result: fc.constantFrom(...results), after: fc.integer({ min: 0, max: 40 }) })
    fc.assert(
      fc.property(
        fc.array(contact, { maxLength: 8 }),
        fc.constantFrom('H', 'A', 'B', 'C'),
        (contacts, grade) => {
          let cadence = openingCadence(d('2026-01-01'))
          let on = d('2026-01-01')
          for (const { result, after } of contacts) {
            on = addDays(on, after)
            const next = applyContact(cadence, { result, contactedOn: on, grade }, benyue)
            expect(next.limit > on).toBe(true)
            expect(next.anchorOn >= cadence.anchorOn).toBe(true)
            cadence = next
          }
        },
      ),
    )
  })
})
