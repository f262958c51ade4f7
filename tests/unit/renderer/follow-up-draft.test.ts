import { describe, expect, it } from 'vitest'
import { asBusinessDate } from '#shared/time/business-date.ts'
import { plansToKeep, readDraft, type Draft } from '../../../src/renderer/features/execution/draft.ts'
import { followUpInputOf } from '../../../src/renderer/features/execution/follow-up-input.ts'
import type { Proposal } from '../../../src/renderer/ui/planner/use-proposal.ts'

const today = asBusinessDate('2026-03-05')
const draft: Draft = {
  result: 'reached',
  channel: 'phone',
  content: ' 周末来试驾 ',
  feedback: '',
  contactedOn: null,
  grade: 'B',
  expected: asBusinessDate('2026-03-28'),
  gradeByHand: false,
  dateByHand: false,
  next: 'plan',
  plan: { on: null, time: '', channel: 'phone', purpose: '' },
  loss: { reason: null, note: '', competitor: '' },
  fields: {},
  opened: {
    on: today,
    version: 3,
    grade: 'B',
    expectedPurchaseDate: asBusinessDate('2026-03-28'),
    model: null,
    remarkText: '',
  },
}
const proposal: Proposal = {
  limit: asBusinessDate('2026-03-20'),
  latest: asBusinessDate('2026-03-20'),
  proposed: asBusinessDate('2026-03-19'),
  load: [],
  reasons: [],
  grade: 'B',
  expectedPurchaseDate: null,
  agrees: true,
  agreement: [],
  formalGradeAt: null,
  daysOff: [],
}
const subject = { planId: 'p', opportunityId: 'o' }
const sent = (change: Partial<Draft>) => followUpInputOf({ ...draft, ...change }, subject, proposal, today)

describe('what is sent of a follow-up', () => {
  it('follows the proposed date until another one is chosen', () => {
    expect(sent({})).toMatchObject({
      input: { next: { kind: 'plan', on: '2026-03-19' }, content: '周末来试驾' },
    })
    const chosen = { ...draft.plan, on: asBusinessDate('2026-03-12'), time: '14:30' }
    expect(sent({ plan: chosen })).toMatchObject({ input: { next: { on: '2026-03-12', time: '14:30' } } })
  })
  it('names grade and date only where they were changed', () => {
    expect(sent({})).not.toHaveProperty('input.opportunity')
    expect(sent({ grade: 'A' })).toHaveProperty('input.opportunity', { grade: 'A' })
  })
  it('takes fields filled in on the way to where they belong, and leaves empty ones out', () => {
    const filled = sent({ fields: { wechat: ' w ', budget: '20万', occupation: '' } })
    expect(filled).toHaveProperty('input.customer', { wechat: 'w' })
    expect(filled).toHaveProperty('input.opportunity', { budget: '20万' })
  })
  it('carries the version the form was opened with', () => {
    expect(sent({})).toHaveProperty('input.opportunityVersion', 3)
  })
  it.each<[string, Partial<Draft>, string[]]>([
    ['no result', { result: null }, ['result']],
    ['a loss without its reason', { next: 'lost' }, ['next.reason']],
    ['neither', { result: null, next: 'lost' }, ['result', 'next.reason']],
  ])('is held back with %s', (_what, change, problems) => {
    expect(sent(change)).toEqual({ problems })
  })
})

describe('a draft that is read back', () => {
  const keep = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
  it('is the same on its day', () => {
    expect(readDraft(keep(draft), today)).toEqual(draft)
  })
  it('is a contact of the day on which it was typed (R-4.10), and its past plan follows the proposal', () => {
    const kept = { ...draft, plan: { ...draft.plan, on: today } }
    const back = readDraft(keep(kept), asBusinessDate('2026-03-06'))
    expect(back?.contactedOn).toBe(today)
    expect(back?.plan.on).toBeNull()
  })
  it.each([[null], [{}], [{ ...draft, result: 'maybe' }], [{ ...draft, expected: '2026-02-30' }]])(
    'is nothing when it cannot be read: %#',
    (kept) => {
      expect(readDraft(keep(kept), today)).toBeUndefined()
    },
  )
})

describe('the formal grade of an opening (R-10.2)', () => {
  const formal = (change: Partial<Draft>) =>
    followUpInputOf({ ...draft, ...change }, subject, { ...proposal, formalGradeAt: 2 }, today)

  it('must be chosen by hand, also where it stays the same', () => {
    expect(formal({})).toEqual({ problems: ['opportunity.grade'] })
    expect(formal({ gradeByHand: true })).toHaveProperty('input.opportunity', { grade: 'B' })
    expect(formal({ grade: 'A', gradeByHand: true })).toHaveProperty('input.opportunity', { grade: 'A' })
  })
  it('is not asked where nobody was reached', () => {
    expect(formal({ result: 'no_answer' })).not.toHaveProperty('input.opportunity')
  })
})

describe('what is planned already (R-10.3)', () => {
  const plan = (planId: string, on: string, change: object = {}) => ({
    planId,
    opportunityId: 'o',
    on: asBusinessDate(on),
    time: null,
    channel: 'phone' as const,
    purpose: '',
    status: 'open' as const,
    assigneeId: null,
    assigneeName: null,
    beyondLimitReason: null,
    isCall: false,
    ...change,
  })
  const confirm = plan('confirm', '2026-03-05')
  const call = plan('call', '2026-03-06')
  const visit = plan('visit', '2026-03-06', { channel: 'showroom_visit' })
  const plans = [
    visit,
    call,
    confirm,
    plan('late', '2026-03-04'),
    plan('done', '2026-03-06', { status: 'executed' }),
    plan('other', '2026-03-06', { opportunityId: 'x' }),
  ]
  const appointment = {
    appointmentId: 'a',
    planId: 'visit',
    on: asBusinessDate('2026-03-06'),
    time: null,
    confirmedOn: null,
    confirmDue: null,
    outcome: null,
    missed: false,
    callPlanIds: ['confirm', 'call'],
    mayMark: false,
  }
  const kept = (executed: typeof visit) =>
    plansToKeep({ plans }, { opportunityId: 'o', appointment }, executed, today).map(({ planId }) => planId)

  it('is what comes after the call that is made, the appointment and the call before it', () => {
    expect(kept(confirm)).toEqual(['visit', 'call'])
  })
  it('is nothing once he has come: the calls before it have lost their sense', () => {
    expect(kept(visit)).toEqual([])
  })
  it('is sent as such', () => {
    expect(sent({ next: 'keep' })).toHaveProperty('input.next', { kind: 'keep' })
  })
})
