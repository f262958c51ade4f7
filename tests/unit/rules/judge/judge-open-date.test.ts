import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { datesToRoll } from '#main/rules/dates-to-roll.ts'
import { judgeOpenDate } from '#main/rules/judge/judge-open-date.ts'
import type {
  AlreadyRaised,
  JudgedOpportunity,
  RaisedViolation,
} from '#main/rules/judge/judged-opportunity.ts'
import { opportunityStatuses } from '#shared/domain/codes.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { addDays, asBusinessDate as d } from '#shared/time/business-date.ts'
import { makeStoreCalendar } from '#shared/time/store-calendar.ts'

const { benyue } = presets

const opportunity = (changes: Partial<JudgedOpportunity> = {}): JudgedOpportunity => ({
  opportunityId: 'o1',
  customerId: 'c1',
  ownerId: 's1',
  status: 'open',
  grade: 'H',
  anchorOn: d('2026-03-02'),
  attemptsSinceReached: 0,
  lastAttemptOn: null,
  expectedPurchaseDate: d('2026-06-30'),
  plan: { planId: 'p1', dueOn: d('2026-03-05'), allowedBeyondLimit: false },
  planMissingSince: null,
  answerableFrom: d('2026-03-02'),
  ...changes,
})

const remember = (raised: readonly RaisedViolation[]): AlreadyRaised => ({
  has: (identity) => raised.some((each) => each.identity === identity),
  overdueInEpisode: (opportunityId, anchorOn) =>
    raised.some(
      (each) =>
        each.kind === 'overdue_follow_up' &&
        each.opportunityId === opportunityId &&
        each.anchorOn === anchorOn,
    ),
})

/** Rolls every open date from 03-02 until today over facts that do not change, as the day roll does. */
const timeline = (facts: readonly JudgedOpportunity[], today: string, closed: readonly string[] = []) => {
  const calendar = makeStoreCalendar(closed.map(d))
  const raised: RaisedViolation[] = []
  for (const date of datesToRoll(
    { lastRolledOn: null, firstOn: d('2026-03-02'), today: d(today) },
    calendar,
  )) {
    raised.push(...judgeOpenDate(facts, remember(raised), benyue, calendar, date))
  }
  return raised
}
const found = (facts: JudgedOpportunity, today: string, closed: readonly string[] = []) =>
  timeline([facts], today, closed).map(({ kind, on }) => `${on} ${kind}`)

it('a limit of before a change of the policy is told as such only where it is another one (R-2.1)', () => {
  const reasonsOf = (limitOn: string | null) =>
    timeline([opportunity({ limitOn: limitOn === null ? null : d(limitOn), plan: null })], '2026-03-16')
      .find(({ kind }) => kind === 'frequency_breach')
      ?.reasons.map(({ code }) => code)
  const now = reasonsOf(null)
  expect(now).toContain('limit_by_grade')
  // H is seen again after three days, on 03-05: the former limit was the same, or earlier.
  expect(reasonsOf('2026-03-05')).toEqual(now)
  expect(reasonsOf('2026-03-04')).toContain('limit_by_former_policy')
})

const noPlan = { plan: null, planMissingSince: d('2026-03-02') }

describe('overdue follow-up (R-8.1)', () => {
  test.each([
    ['2026-03-05', []],
    ['2026-03-06', ['2026-03-06 overdue_follow_up']],
    ['2026-03-07', ['2026-03-06 overdue_follow_up']],
    ['2026-03-20', ['2026-03-06 overdue_follow_up']],
  ])(
    'H opened 03-02, plan 03-05 never executed, on %s: %j, and no frequency breach beside it',
    (today, expected) => {
      expect(found(opportunity(), today)).toEqual(expected)
    },
  )

  it('is dated 03-08 for a plan of 03-07 when the application was off until 03-10', () => {
    const facts = opportunity({
      anchorOn: d('2026-03-04'),
      plan: { planId: 'p1', dueOn: d('2026-03-07'), allowedBeyondLimit: false },
    })
    expect(found(facts, '2026-03-10')).toEqual(['2026-03-08 overdue_follow_up'])
  })

  it('carries its identity, its owner, its episode and its reason', () => {
    expect(timeline([opportunity()], '2026-03-06')).toEqual([
      {
        kind: 'overdue_follow_up',
        identity: 'overdue_follow_up:p1',
        on: '2026-03-06',
        staffId: 's1',
        opportunityId: 'o1',
        customerId: 'c1',
        planId: 'p1',
        anchorOn: '2026-03-02',
        reasons: [
          { code: 'overdue_follow_up', data: { planId: 'p1', dueOn: '2026-03-05', anchorOn: '2026-03-02' } },
        ],
      },
    ])
  })

  it('is raised again for another plan of the same opportunity', () => {
    const [first] = timeline([opportunity()], '2026-03-06')
    const next = opportunity({ plan: { planId: 'p2', dueOn: d('2026-03-08'), allowedBeyondLimit: false } })
    const raised = judgeOpenDate([next], remember([first!]), benyue, makeStoreCalendar([]), d('2026-03-09'))
    expect(raised.map(({ identity, on }) => [identity, on])).toEqual([['overdue_follow_up:p2', '2026-03-09']])
  })
})

describe('frequency breach (R-8.1, R-8.2)', () => {
  const unplanned = opportunity({ plan: { planId: 'p1', dueOn: d('2026-04-30'), allowedBeyondLimit: false } })

  test.each([
    ['2026-03-05', []],
    ['2026-03-06', ['2026-03-06 frequency_breach']],
    ['2026-03-31', ['2026-03-06 frequency_breach']],
  ])('H without a contact since 03-02, on %s: %j', (today, expected) => {
    expect(found(unplanned, today)).toEqual(expected)
  })

  it('is first judged for 03-08 when the store is closed on the limit 03-05 and on 03-06', () => {
    const closed = ['2026-03-05', '2026-03-06']
    expect(found(unplanned, '2026-03-07', closed)).toEqual([])
    expect(found(unplanned, '2026-03-08', closed)).toEqual(['2026-03-08 frequency_breach'])
  })

  it('is raised once an anchor', () => {
    const [first] = timeline([unplanned], '2026-03-06')
    const contacted = { ...unplanned, anchorOn: d('2026-03-08') }
    const again = judgeOpenDate(
      [contacted],
      remember([first!]),
      benyue,
      makeStoreCalendar([]),
      d('2026-03-12'),
    )
    expect(again.map(({ identity }) => identity)).toEqual(['frequency_breach:o1:2026-03-08'])
  })

  it('is not raised while an overdue follow-up of the same anchor exists, also one raised before', () => {
    const [overdue] = timeline([opportunity()], '2026-03-06')
    const judge = (facts: JudgedOpportunity) =>
      judgeOpenDate([facts], remember([overdue!]), benyue, makeStoreCalendar([]), d('2026-03-20'))
    expect(judge(unplanned)).toEqual([])
    expect(judge({ ...unplanned, ...noPlan })).toEqual([])
    expect(judge({ ...unplanned, anchorOn: d('2026-03-06') })).toHaveLength(1)
  })

  it('is judged from the date of a plan that a manager allowed beyond the limit', () => {
    const allowed = opportunity({ plan: { planId: 'p1', dueOn: d('2026-03-20'), allowedBeyondLimit: true } })
    expect(found(allowed, '2026-03-20')).toEqual([])
    expect(found(allowed, '2026-03-31')).toEqual(['2026-03-21 overdue_follow_up'])
  })

  it('follows the attempts', () => {
    const tried = { ...unplanned, attemptsSinceReached: 1, lastAttemptOn: d('2026-03-05') }
    expect(found(tried, '2026-03-07')).toEqual([])
    expect(found(tried, '2026-03-08')).toEqual(['2026-03-08 frequency_breach'])
  })
})

describe('missing plan (R-8.1)', () => {
  it('is raised the day after it went missing, and the breach beside it when the limit passes', () => {
    expect(found(opportunity(noPlan), '2026-03-10')).toEqual([
      '2026-03-03 missing_plan',
      '2026-03-06 frequency_breach',
    ])
  })
})

describe('expired opportunity (R-8.1)', () => {
  const expiring = opportunity({
    anchorOn: d('2026-03-10'),
    expectedPurchaseDate: d('2026-03-09'),
    plan: { planId: 'p1', dueOn: d('2026-03-13'), allowedBeyondLimit: false },
  })

  test.each([
    ['2026-03-09', []],
    ['2026-03-10', ['2026-03-10 expired_opportunity']],
    ['2026-03-13', ['2026-03-10 expired_opportunity']],
  ])('expected 03-09, on %s: %j', (today, expected) => {
    expect(found(expiring, today)).toEqual(expected)
  })

  it('is raised again for another date, not for the same', () => {
    const [first] = timeline([expiring], '2026-03-10')
    const judge = (expected: string) =>
      judgeOpenDate(
        [{ ...expiring, expectedPurchaseDate: d(expected) }],
        remember([first!]),
        benyue,
        makeStoreCalendar([]),
        d('2026-03-13'),
      )
    expect(judge('2026-03-09')).toEqual([])
    expect(judge('2026-03-12').map(({ identity }) => identity)).toEqual(['expired_opportunity:o1:2026-03-12'])
  })

  it('waits for an open date when the store is closed on it', () => {
    expect(found(expiring, '2026-03-10', ['2026-03-09'])).toEqual([])
    expect(found(expiring, '2026-03-11', ['2026-03-09'])).toEqual(['2026-03-11 expired_opportunity'])
  })
})

describe('what is not held against the owner', () => {
  test.each(opportunityStatuses.filter((status) => status !== 'open'))(
    'nothing when %s (R-4.11)',
    (status) => {
      expect(
        found(opportunity({ status, ...noPlan, expectedPurchaseDate: d('2026-03-03') }), '2026-03-31'),
      ).toEqual([])
    },
  )

  it('nothing that fell due before he answered for it (R-7.3)', () => {
    const expected = { expectedPurchaseDate: d('2026-03-04') }
    expect(found(opportunity({ ...expected, answerableFrom: d('2026-03-10') }), '2026-03-31')).toEqual([])
    expect(found(opportunity({ ...expected, answerableFrom: d('2026-03-05') }), '2026-03-31')).toEqual([
      '2026-03-06 overdue_follow_up',
    ])
  })

  it('a plan of the transfer date, not done, is his (R-7.3)', () => {
    const taken = opportunity({
      answerableFrom: d('2026-03-10'),
      plan: { planId: 'p1', dueOn: d('2026-03-10'), allowedBeyondLimit: false },
    })
    expect(found(taken, '2026-03-10')).toEqual([])
    expect(found(taken, '2026-03-12')).toEqual(['2026-03-11 overdue_follow_up'])
  })

  it('a plan that fell due anew is raised once more, against the new owner (R-7.3)', () => {
    const [first] = timeline([opportunity()], '2026-03-06')
    const plan = {
      planId: 'p1',
      dueOn: d('2026-03-10'),
      dueAnewOn: d('2026-03-10'),
      allowedBeyondLimit: false,
    }
    const inherited = opportunity({ ownerId: 's2', answerableFrom: d('2026-03-10'), plan })
    const on = (date: string) =>
      judgeOpenDate([inherited], remember([first!]), benyue, makeStoreCalendar([]), d(date))
    expect(on('2026-03-10')).toEqual([])
    expect(on('2026-03-11').map(({ identity, staffId }) => [identity, staffId])).toEqual([
      ['overdue_follow_up:p1:2026-03-10', 's2'],
    ])
  })

  it.each([
    // Transferred on a Saturday, due anew on Monday: the limit between the two is not held against him.
    ['2026-03-08', []],
    ['2026-03-06', []],
  ])('a limit of %s before the first working day of the new owner: %j (R-7.3)', (limitOn, expected) => {
    const inherited = opportunity({
      answerableFrom: d('2026-03-07'),
      limitOn: d(limitOn),
      plan: {
        planId: 'p1',
        dueOn: d('2026-03-09'),
        dueAnewOn: d('2026-03-07'),
        allowedBeyondLimit: false,
      },
    })
    expect(found(inherited, '2026-03-09')).toEqual(expected)
    expect(found(inherited, '2026-03-10')).toEqual(['2026-03-10 overdue_follow_up'])
  })

  it('no breach for the days of a confirmed leave (R-6.3)', () => {
    const away = opportunity({
      anchorOn: d('2026-03-07'),
      plan: { planId: 'p1', dueOn: d('2026-03-16'), allowedBeyondLimit: false },
      shields: [{ from: d('2026-03-09'), until: d('2026-03-16') }],
    })
    expect(found(away, '2026-03-16')).toEqual([])
    expect(found(away, '2026-03-18')).toEqual(['2026-03-17 overdue_follow_up'])
  })

  it('what fell due while a loss waited is due on the date for which it reopened (R-4.11)', () => {
    const reopened = opportunity({
      expectedPurchaseDate: d('2026-03-07'),
      plan: { planId: 'p1', dueOn: d('2026-03-11'), allowedBeyondLimit: false },
      reopened: { from: d('2026-03-05'), until: d('2026-03-11') },
      limitOn: d('2026-03-11'),
    })
    expect(found(reopened, '2026-03-11')).toEqual([])
    expect(found(reopened, '2026-03-12')).toEqual([
      '2026-03-12 overdue_follow_up',
      '2026-03-12 expired_opportunity',
    ])
  })

  it('an expected date that had passed before the loss was applied for stays expired (R-4.11)', () => {
    const reopened = opportunity({
      expectedPurchaseDate: d('2026-03-04'),
      plan: { planId: 'p1', dueOn: d('2026-03-11'), allowedBeyondLimit: false },
      reopened: { from: d('2026-03-05'), until: d('2026-03-11') },
      limitOn: d('2026-03-11'),
    })
    expect(found(reopened, '2026-03-11')).toEqual(['2026-03-05 expired_opportunity'])
  })
})

describe('judging a date', () => {
  const arbitrary = fc.array(
    fc.record({
      grade: fc.constantFrom('H', 'A', 'B', 'C'),
      anchor: fc.integer({ min: 0, max: 20 }),
      plan: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
      expected: fc.integer({ min: 0, max: 60 }),
      answerable: fc.integer({ min: 0, max: 10 }),
    }),
    { maxLength: 12 },
  )
  const start = d('2026-03-02')
  const build = (
    lines: readonly {
      grade: string
      anchor: number
      plan: number | null
      expected: number
      answerable: number
    }[],
  ) =>
    lines.map((line, index) =>
      opportunity({
        opportunityId: `o${index}`,
        grade: line.grade,
        anchorOn: addDays(start, line.anchor),
        plan:
          line.plan === null
            ? null
            : { planId: `p${index}`, dueOn: addDays(start, line.plan), allowedBeyondLimit: false },
        planMissingSince: line.plan === null ? addDays(start, line.anchor) : null,
        expectedPurchaseDate: addDays(start, line.expected),
        answerableFrom: addDays(start, line.answerable),
      }),
    )
  const identities = (raised: readonly RaisedViolation[]) =>
    raised.map(({ identity, on }) => `${on} ${identity}`).sort()

  it('does not depend on the order of the opportunities', () => {
    fc.assert(
      fc.property(arbitrary, (lines) => {
        const facts = build(lines)
        expect(identities(timeline([...facts].reverse(), '2026-04-15'))).toEqual(
          identities(timeline(facts, '2026-04-15')),
        )
      }),
    )
  })

  it('raises nothing new when the same date is judged twice, and nothing twice at all', () => {
    fc.assert(
      fc.property(arbitrary, (lines) => {
        const facts = build(lines)
        const raised = timeline(facts, '2026-04-15')
        expect(new Set(raised.map(({ identity }) => identity)).size).toBe(raised.length)
        const again = judgeOpenDate(facts, remember(raised), benyue, makeStoreCalendar([]), d('2026-04-15'))
        expect(again).toEqual([])
      }),
    )
  })
})
