import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { executeFollowUp, type FollowUpFacts } from '#main/rules/execute-follow-up.ts'
import { applyContact, limitOf, openingCadence, type Cadence } from '#main/rules/follow-up-limit.ts'
import { beginOpening, isGradeProvisional, isWithinOpening } from '#main/rules/opening-sequence.ts'
import { limitAtChange } from '#main/rules/policy-change.ts'
import { results, type Result } from '#shared/domain/codes.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { addDays, asBusinessDate as d } from '#shared/time/business-date.ts'
import { makeStoreCalendar } from '#shared/time/store-calendar.ts'

const { dcc, benyue } = presets
/** Benyue whose owner has set the same sequence: grades with windows, H every 3 days. */
const edited: Policy = { ...benyue, openingSequence: { days: [1, 4, 7], gradeSetAfterContact: 2 } }
const store = makeStoreCalendar([])
const lead = (policy: Policy, openedOn = '2026-03-02'): Cadence => ({
  ...openingCadence(d(openedOn)),
  ...beginOpening(policy),
})

type Call = readonly [on: string, result?: Result]
const after = (calls: readonly Call[], { policy = dcc, grade = 'A' } = {}) => {
  let cadence = lead(policy)
  let limit = limitOf({ ...cadence, grade }, policy).limit
  for (const [on, result = 'reached'] of calls) {
    const next = applyContact(cadence, { result, contactedOn: d(on), grade }, policy)
    cadence = next
    limit = next.limit
  }
  return { contacts: cadence.openingContacts ?? null, from: cadence.openingFrom ?? null, limit }
}

describe('the days of the opening (R-10.2), first contact on 03-03', () => {
  test.each<[string, readonly Call[], number | null, string]>([
    ['nobody has reached him: by the grade, from the opening', [], 0, '2026-03-09'],
    ['the first contact: day 1', [['2026-03-03']], 1, '2026-03-04'],
    ['a second one on the very day: day 1 still', [['2026-03-03'], ['2026-03-03']], 2, '2026-03-04'],
    ['on day 1: day 4', [['2026-03-03'], ['2026-03-04']], 2, '2026-03-07'],
    ['a day late, on day 2: day 4', [['2026-03-03'], ['2026-03-05']], 2, '2026-03-07'],
    ['the day before day 4: day 4', [['2026-03-03'], ['2026-03-06']], 2, '2026-03-07'],
    ['on day 4: day 7', [['2026-03-03'], ['2026-03-07']], 2, '2026-03-10'],
    ['on day 6: day 7', [['2026-03-03'], ['2026-03-09']], 2, '2026-03-10'],
    ['on day 7: over, by the grade', [['2026-03-03'], ['2026-03-10']], null, '2026-03-17'],
    ['after day 7: over, by the grade', [['2026-03-03'], ['2026-03-12']], null, '2026-03-19'],
    [
      'all of them, then by the grade',
      [['2026-03-03'], ['2026-03-04'], ['2026-03-07'], ['2026-03-10']],
      null,
      '2026-03-17',
    ],
  ])('%s', (_name, calls, contacts, limit) => {
    expect(after(calls)).toMatchObject({ contacts, limit })
  })

  it('counts from the first contact that reached him, not from the opening', () => {
    expect(after([['2026-03-05']])).toEqual({ contacts: 1, from: '2026-03-05', limit: '2026-03-06' })
  })

  test.each(['A', 'C', 'E', 'X'])('grade %s changes nothing while it lasts', (grade) => {
    expect(after([['2026-03-03'], ['2026-03-04']], { grade }).limit).toBe('2026-03-07')
  })

  it('is the same under an edited benyue, and H takes over on day 7', () => {
    const with3 = { policy: edited, grade: 'H' }
    expect(after([['2026-03-03'], ['2026-03-04']], with3).limit).toBe('2026-03-07')
    expect(after([['2026-03-03'], ['2026-03-10']], with3).limit).toBe('2026-03-13')
  })

  it('is none where the policy has none', () => {
    expect(after([['2026-03-03']], { policy: benyue, grade: 'H' })).toEqual({
      contacts: null,
      from: null,
      limit: '2026-03-06',
    })
  })

  it('says why', () => {
    const cadence = {
      ...lead(dcc),
      openingContacts: 2,
      openingFrom: d('2026-03-03'),
      anchorOn: d('2026-03-04'),
    }
    expect(limitOf({ ...cadence, grade: 'A' }, dcc).reasons).toEqual([
      {
        code: 'limit_by_opening',
        data: { openingFrom: '2026-03-03', day: 4, contacts: 2, limit: '2026-03-07' },
      },
    ])
  })
})

describe('attempts and late records within the opening (R-4.7)', () => {
  test.each<[string, readonly Call[], number | null, string]>([
    ['an attempt before any contact opens nothing', [['2026-03-03', 'no_answer']], 0, '2026-03-05'],
    ['an attempt on day 1 is due in 2 days', [['2026-03-03'], ['2026-03-04', 'busy']], 1, '2026-03-06'],
    [
      'three in a row: the grade again, from the attempt',
      [['2026-03-03'], ['2026-03-04', 'busy'], ['2026-03-05', 'busy'], ['2026-03-06', 'busy']],
      1,
      '2026-03-13',
    ],
    [
      'reached after an attempt: the days go on',
      [['2026-03-03'], ['2026-03-04', 'busy'], ['2026-03-05']],
      2,
      '2026-03-07',
    ],
    [
      'one from before the first contact, recorded late, counts not',
      [['2026-03-03'], ['2026-03-02']],
      1,
      '2026-03-04',
    ],
    [
      'one from the day before the last contact counts not either',
      [['2026-03-03'], ['2026-03-07'], ['2026-03-05']],
      2,
      '2026-03-10',
    ],
  ])('%s', (_name, calls, contacts, limit) => {
    expect(after(calls)).toMatchObject({ contacts, limit })
  })
})

describe('the formal grade (R-10.2 正式定级)', () => {
  const execute = (
    cadence: Cadence,
    on: string,
    grade?: string,
    result: Result = 'reached',
    policy = dcc,
  ) => {
    const facts: FollowUpFacts = {
      ...cadence,
      status: 'open',
      grade: policy === dcc ? 'A' : 'H',
      expectedPurchaseDate: null,
      openedOn: d('2026-03-02'),
      dateMoves: [],
      effectiveToday: false,
      plan: null,
    }
    const outcome = executeFollowUp(
      facts,
      {
        result,
        content: '约了周末到店看车',
        contactedOn: d(on),
        hasRecording: false,
        ...(grade ? { grade } : {}),
        next: { kind: 'plan', on: d(on) },
      },
      store,
      policy,
      d(on),
    )
    return outcome.ok
      ? 'saved'
      : outcome.refusals.map(({ code, data }) => `${String(data['field'])}: ${code}`)
  }
  const asked = ['opportunity.grade: formal_grade_needed']
  const first = { ...lead(dcc), openingContacts: 1, openingFrom: d('2026-03-03'), anchorOn: d('2026-03-03') }

  it('is not asked at the first contact', () => {
    expect(execute(lead(dcc), '2026-03-03')).toBe('saved')
  })
  test.each(['2026-03-03', '2026-03-04', '2026-03-12'])('is asked at the second, on %s', (on) => {
    expect(execute(first, on)).toEqual(asked)
    expect(execute(first, on, 'A')).toBe('saved')
    expect(execute(first, on, 'C')).toBe('saved')
  })
  it('is not asked by an attempt, and not again at the third', () => {
    expect(execute(first, '2026-03-04', undefined, 'no_answer')).toBe('saved')
    expect(execute({ ...first, openingContacts: 2, anchorOn: d('2026-03-04') }, '2026-03-07')).toBe('saved')
  })
  it('is asked under an edited benyue too', () => {
    expect(execute(first, '2026-03-04', undefined, 'reached', edited)).toEqual(asked)
    expect(execute(first, '2026-03-04', 'B', 'reached', edited)).toBe('saved')
  })
  it('is asked at the contact that ends the opening before that', () => {
    const third: Policy = { ...dcc, openingSequence: { days: [1, 4, 7], gradeSetAfterContact: 3 } }
    expect(execute(first, '2026-03-09', undefined, 'reached', third)).toBe('saved')
    expect(execute(first, '2026-03-10', undefined, 'reached', third)).toEqual(asked)
  })
  test.each([
    [0, true],
    [1, true],
    [2, false],
    [null, false],
  ])('after %s contacts provisional: %s', (openingContacts, yes) => {
    expect(isGradeProvisional({ openingContacts }, dcc)).toBe(yes)
    expect(isGradeProvisional({ openingContacts }, benyue)).toBe(false)
  })
})

describe('another policy comes into force (R-2.1)', () => {
  const within = {
    ...lead(dcc),
    openingContacts: 1,
    openingFrom: d('2026-03-03'),
    anchorOn: d('2026-03-03'),
    grade: 'A',
    limitOn: d('2026-03-04'),
    refused: false,
  }
  const change = (after: Policy) => ({ before: dcc, after, on: d('2026-03-04') })
  const other: Policy = { ...dcc, openingSequence: { days: [3], gradeSetAfterContact: 2 } }

  test.each([
    ['without a sequence', { ...dcc, openingSequence: null }],
    ['with other days', other],
  ])('%s: the limit of a begun opening stays', (_name, policy) => {
    expect(limitAtChange(within, change(policy), store)).toBe('2026-03-04')
  })
  it('goes by the new one from the next contact on', () => {
    const contact = { result: 'reached', contactedOn: d('2026-03-04'), grade: 'A' } as const
    expect(applyContact(within, contact, other)).toMatchObject({ openingContacts: 2, limit: '2026-03-06' })
    expect(applyContact(within, contact, { ...dcc, openingSequence: null })).toMatchObject({
      openingContacts: null,
      limit: '2026-03-11',
    })
  })
  it('one that nobody has reached, and one that waits after an attempt, go by their grade', () => {
    expect(isWithinOpening({ ...within, openingContacts: 0 })).toBe(false)
    expect(isWithinOpening({ ...within, attemptsSinceReached: 1 })).toBe(false)
    expect(isWithinOpening(within)).toBe(true)
  })
})

it('whatever happens, an opening in force has a limit that is one of its days, after the last contact', () => {
  const call = fc.record({ gap: fc.nat({ max: 5 }), result: fc.constantFrom(...results) })
  fc.assert(
    fc.property(fc.array(call, { maxLength: 12 }), (calls) => {
      let cadence = lead(dcc)
      let on = d('2026-03-02')
      for (const { gap, result } of calls) {
        on = addDays(on, gap)
        const next = applyContact(cadence, { result, contactedOn: on, grade: 'A' }, dcc)
        if (isWithinOpening(next) && next.openingFrom) {
          expect([1, 4, 7].map((day) => addDays(next.openingFrom ?? on, day))).toContain(next.limit)
          expect(next.limit > next.anchorOn).toBe(true)
        }
        cadence = next
      }
    }),
  )
})
