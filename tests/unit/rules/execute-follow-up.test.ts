import { describe, expect, it, test } from 'vitest'
import {
  executeFollowUp,
  type FollowUpFacts,
  type FollowUpInput,
  type FollowUpOutcome,
} from '#main/rules/execute-follow-up.ts'
import { opportunityStatuses } from '#shared/domain/codes.ts'
import { presets } from '#shared/policy/presets/index.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'
import { makeStoreCalendar } from '#shared/time/store-calendar.ts'

const { benyue } = presets
const store = makeStoreCalendar([])
const today = d('2026-03-04')

const facts: FollowUpFacts = {
  status: 'open',
  grade: 'H',
  expectedPurchaseDate: d('2026-03-09'),
  openedOn: d('2026-03-02'),
  anchorOn: d('2026-03-02'),
  attemptsSinceReached: 0,
  lastAttemptOn: null,
  dateMoves: [],
  effectiveToday: false,
  plan: { status: 'open', dueOn: today },
}
const input: FollowUpInput = {
  result: 'reached',
  content: '客户说周末来看车',
  contactedOn: today,
  hasRecording: false,
  next: { kind: 'plan', on: d('2026-03-07') },
}

const act = (
  changes: { facts?: Partial<FollowUpFacts>; input?: Partial<FollowUpInput>; policy?: Policy } = {},
): FollowUpOutcome =>
  executeFollowUp(
    { ...facts, ...changes.facts },
    { ...input, ...changes.input },
    store,
    changes.policy ?? benyue,
    today,
  )
const refused = (outcome: FollowUpOutcome) =>
  outcome.ok ? [] : outcome.refusals.map(({ code, data }) => `${String(data['field'])}: ${code}`)
const decided = (outcome: FollowUpOutcome) => (outcome.ok ? outcome.decisions.map(({ kind }) => kind) : [])
const decision = (outcome: FollowUpOutcome, kind: string) =>
  outcome.ok ? outcome.decisions.find((each) => each.kind === kind) : undefined

describe('executing a follow-up (R-4.3)', () => {
  it('records it and makes the next plan in one act', () => {
    const outcome = act()
    expect(decided(outcome)).toEqual(['follow-up-recorded', 'plan-made'])
    expect(decision(outcome, 'follow-up-recorded')).toMatchObject({
      effective: { yes: true },
      lateRecorded: false,
      after: { anchorOn: '2026-03-04', attemptsSinceReached: 0, limit: '2026-03-07' },
    })
    expect(decision(outcome, 'plan-made')).toMatchObject({ on: '2026-03-07', limit: '2026-03-07' })
  })

  it('uses the new grade for the next limit: H reached 03-04, now B, is due by 03-19', () => {
    const change = { grade: 'B', expectedPurchaseDate: d('2026-03-25') }
    const until = (on: string) => act({ input: { ...change, next: { kind: 'plan', on: d(on) } } })
    expect(decided(until('2026-03-19'))).toEqual([
      'follow-up-recorded',
      'grade-changed',
      'expected-date-moved',
      'plan-made',
    ])
    expect(refused(until('2026-03-20'))).toEqual(['next.on: plan_beyond_limit'])
  })

  test.each([
    ['2026-03-03', ['next.on: plan_before_today']],
    ['2026-03-04', []],
    ['2026-03-06', []],
    ['2026-03-07', []],
    ['2026-03-08', ['next.on: plan_beyond_limit']],
  ])('next plan on %s: %j', (on, expected) => {
    expect(refused(act({ input: { next: { kind: 'plan', on: d(on) } } }))).toEqual(expected)
  })

  it('gives two days after an attempt (R-4.7)', () => {
    const attempt = (on: string) =>
      act({ input: { result: 'no_answer', content: '', next: { kind: 'plan', on: d(on) } } })
    expect(refused(attempt('2026-03-06'))).toEqual([])
    expect(refused(attempt('2026-03-07'))).toEqual(['next.on: plan_beyond_limit'])
  })

  it('leaves no open opportunity without a plan or an end', () => {
    expect(refused(act({ input: { next: null } }))).toEqual(['next: plan_missing'])
  })

  it('wants content when the customer was reached, and only then', () => {
    expect(refused(act({ input: { content: '  ' } }))).toEqual(['content: content_required'])
    const next = { kind: 'plan', on: d('2026-03-06') } as const
    expect(refused(act({ input: { result: 'busy', content: '', next } }))).toEqual([])
  })

  it('names everything that is wrong at once, each with its field', () => {
    const wrong = act({
      input: { content: '', contactedOn: d('2026-03-05'), grade: 'A', next: null },
    })
    expect(refused(wrong)).toEqual([
      'content: content_required',
      'contactedOn: contact_in_future',
      'opportunity.grade: grade_date_disagree',
      'next: plan_missing',
    ])
  })

  test.each(opportunityStatuses.filter((status) => status !== 'open'))('is refused when %s', (status) => {
    expect(act({ facts: { status } })).toMatchObject({
      ok: false,
      refusals: [{ code: 'opportunity_not_open', data: { status } }],
    })
  })

  it('does not execute a plan twice, and needs none', () => {
    expect(refused(act({ facts: { plan: { status: 'executed', dueOn: today } } }))).toEqual([
      'planId: plan_not_open',
    ])
    expect(refused(act({ facts: { plan: null } }))).toEqual([])
  })
})

describe('grade and date in the act (R-3.8, R-3.10)', () => {
  it('are not looked at when both stay, even if they have drifted or expired', () => {
    expect(refused(act({ facts: { grade: 'B', expectedPurchaseDate: d('2026-03-01') } }))).toEqual([])
    const same = { grade: 'H', expectedPurchaseDate: d('2026-03-01') }
    expect(refused(act({ facts: same, input: same }))).toEqual([])
  })

  it('are refused when a date before today is set', () => {
    expect(refused(act({ input: { expectedPurchaseDate: d('2026-03-03') } }))).toEqual([
      'opportunity.expectedPurchaseDate: expected_date_before_today',
    ])
  })

  it('only warn under a policy that warns', () => {
    const outcome = act({ input: { grade: 'A' }, policy: { ...benyue, gradeDateAgreement: 'warn' } })
    expect(outcome).toMatchObject({ ok: true, warnings: [{ code: 'grade_date_disagree' }] })
  })
})

describe('recorded late (R-4.10)', () => {
  const late = { contactedOn: d('2026-03-03'), next: { kind: 'plan', on: d('2026-03-06') } as const }

  it('is marked, moves the anchor, and is not effective without a recording', () => {
    expect(decision(act({ input: late }), 'follow-up-recorded')).toMatchObject({
      lateRecorded: true,
      effective: { yes: false },
      after: { anchorOn: '2026-03-03', limit: '2026-03-06' },
    })
  })

  it('is effective with one', () => {
    const outcome = act({ input: { ...late, hasRecording: true } })
    expect(decision(outcome, 'follow-up-recorded')).toMatchObject({
      lateRecorded: true,
      effective: { yes: true },
    })
  })

  it('is not accepted for a day before the opening or after today', () => {
    expect(refused(act({ input: { ...late, contactedOn: d('2026-03-02') } }))).not.toContain(
      'contactedOn: contact_before_opening',
    )
    expect(refused(act({ input: { ...late, contactedOn: d('2026-03-01') } }))).toContain(
      'contactedOn: contact_before_opening',
    )
    expect(refused(act({ input: { ...late, contactedOn: d('2026-03-05') } }))).toContain(
      'contactedOn: contact_in_future',
    )
  })
})

describe('the end of an opportunity (R-4.3, R-4.11)', () => {
  it('is ordered without a plan', () => {
    expect(decided(act({ input: { next: { kind: 'ordered' } } }))).toEqual(['follow-up-recorded', 'ordered'])
  })

  it('is a loss applied for, or a loss at once where the policy says so', () => {
    const lost = { next: { kind: 'lost', reason: 'price' } } as const
    expect(decided(act({ input: lost }))).toEqual(['follow-up-recorded', 'loss-applied'])
    const policy = { ...benyue, switches: { ...benyue.switches, lossNeedsApproval: false } }
    expect(decided(act({ input: lost, policy }))).toEqual(['follow-up-recorded', 'lost'])
  })

  test.each([
    ['other', '', ['next.note: loss_note_required']],
    ['competitor', ' ', ['next.note: loss_note_required']],
    ['competitor', '雅阁', []],
    ['other', '移居国外', []],
    ['finance', '', []],
  ] as const)('lost by %s with note %j: %j', (reason, note, expected) => {
    expect(refused(act({ input: { next: { kind: 'lost', reason, note } } }))).toEqual(expected)
  })
})

describe('a postponed purchase in the act (R-8.3)', () => {
  const postponed = { grade: 'C', expectedPurchaseDate: d('2026-04-20') }
  const suspicion = (outcome: FollowUpOutcome) => {
    const move = decision(outcome, 'expected-date-moved')
    return move?.kind === 'expected-date-moved' ? move.suspicion.map(({ code }) => code) : undefined
  }

  it('is suspected without an effective follow-up on the day', () => {
    expect(suspicion(act({ input: { ...postponed, content: '好的' } }))).toEqual([
      'postponed_beyond_close_window',
    ])
  })

  it('is not suspected when this follow-up, or one earlier today, is effective', () => {
    expect(suspicion(act({ input: postponed }))).toEqual([])
    expect(
      suspicion(act({ input: { ...postponed, content: '好的' }, facts: { effectiveToday: true } })),
    ).toEqual([])
  })

  it('is suspected when the effective contact was on another day', () => {
    const late = { ...postponed, contactedOn: d('2026-03-03'), hasRecording: true }
    expect(suspicion(act({ input: late }))).toEqual(['postponed_beyond_close_window'])
  })
})
