import { describe, expect, it, test } from 'vitest'
import { verifyStore } from '#main/application/verify/index.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { planOn, readRows } from '#tests/support/book.ts'
import { execute } from '#tests/support/books/expected-visit.ts'
import { openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

const { benyue, dcc } = presets
const edited: Policy = { ...benyue, openingSequence: dcc.openingSequence }
const problemsOf = (store: TrainingStore) => verifyStore(store.application.store, 'en').problems

/** A lead of chen's, assigned on Monday 2026-03-02, in a store with the preset `dcc` or another policy. */
function openWithLead(policy?: Policy) {
  const store = openTrainingStore(policy ? {} : { policy: 'dcc' })
  if (policy) store.ok('director', 'policies.publish', { policy, effectiveFrom: '2026-03-02', note: null })
  const { assignment } = store.ok('manager', 'leads.add', {
    name: '孙立',
    phone: '13912345678',
    source: 'website',
    model: '帕萨特',
    assign: store.ids.chen,
  })
  const { customerId, opportunityId } = assignment ?? {}
  if (!customerId || !opportunityId) throw new Error('the lead found nobody')
  const card = () => {
    const [found] = store.ok('chen', 'customers.get', { customerId }).opportunities
    if (!found) throw new Error('the lead has no opportunity')
    return found
  }
  const call = (on: string, next: string, rest: object = {}) => {
    store.setNow(on)
    return execute(store, 'chen', { opportunityId, next: planOn(next), ...rest })
  }
  return { store, opportunityId, customerId, card, call }
}
const grade = (code: string) => ({ opportunity: { grade: code } })

describe('a lead is opened by days 1, 4 and 7 (R-10.2)', () => {
  test.each([
    ['dcc', undefined, 'A'],
    ['an edited benyue', edited, 'H'],
  ] as const)('under %s, until the cadence of its grade goes on', (_name, policy, formal) => {
    const { store, card, call } = openWithLead(policy)
    expect(card().opening).toMatchObject({ contacts: 0, step: 0, of: 3, provisional: true })
    expect(call('2026-03-03', '2026-03-04').limit).toBe('2026-03-04')
    expect(card()).toMatchObject({
      limit: '2026-03-04',
      opening: { contacts: 1, from: '2026-03-03', step: 1, of: 3, day: 1, provisional: true },
    })
    expect(call('2026-03-04', '2026-03-07', grade(formal)).limit).toBe('2026-03-07')
    expect(card().opening).toMatchObject({ contacts: 2, step: 2, day: 4, provisional: false })
    expect(call('2026-03-07', '2026-03-10').limit).toBe('2026-03-10')
    expect(card().opening).toMatchObject({ contacts: 3, step: 3, day: 7 })
    expect(call('2026-03-10', '2026-03-12').limit).toBe(formal === 'A' ? '2026-03-17' : '2026-03-13')
    expect(card().opening).toBeNull()
    expect(problemsOf(store)).toEqual([])
  })

  it('refuses a plan beyond the next of its days, though the grade would allow it', () => {
    const { store, opportunityId } = openWithLead()
    store.setNow('2026-03-03')
    const late = {
      opportunityId,
      result: 'reached',
      channel: 'phone',
      content: '客户想看帕萨特',
      next: planOn('2026-03-05'),
    } as const
    expect(store.refused('chen', 'followUps.execute', late).reasons).toMatchObject([
      { code: 'plan_beyond_limit', data: { field: 'next.on', limit: '2026-03-04' } },
    ])
  })

  it('proposes the day itself and says why, and asks for the formal grade at its contact', () => {
    const { store, opportunityId, call } = openWithLead()
    store.setNow('2026-03-03')
    const first = store.ok('chen', 'opportunities.proposePlan', { opportunityId, result: 'reached' })
    expect(first).toMatchObject({ proposed: '2026-03-04', limit: '2026-03-04', formalGradeAt: null })
    call('2026-03-03', '2026-03-04')
    store.setNow('2026-03-04')
    const second = store.ok('chen', 'opportunities.proposePlan', { opportunityId, result: 'reached' })
    expect(second).toMatchObject({ proposed: '2026-03-07', limit: '2026-03-07', formalGradeAt: 2 })
    expect(second.reasons).toEqual([
      {
        code: 'limit_by_opening',
        data: { openingFrom: '2026-03-03', day: 4, contacts: 2, limit: '2026-03-07' },
      },
      { code: 'proposal_opening_day', data: { proposed: '2026-03-07', day: 4 } },
    ])
    const tried = store.ok('chen', 'opportunities.proposePlan', { opportunityId, result: 'no_answer' })
    expect(tried).toMatchObject({ limit: '2026-03-06', formalGradeAt: null })
    const unnamed = { opportunityId, result: 'reached', channel: 'phone', content: '想看试驾车' } as const
    const refused = store.refused('chen', 'followUps.execute', { ...unnamed, next: planOn('2026-03-07') })
    expect(refused.reasons).toMatchObject([
      { code: 'formal_grade_needed', data: { field: 'opportunity.grade', contact: 2 } },
    ])
  })

  it('takes the purchase date that a lead did not have together with its grade (R-3.8)', () => {
    const { call, card } = openWithLead(edited)
    call('2026-03-03', '2026-03-04')
    expect(card().expectedPurchaseDate).toBeNull()
    call('2026-03-04', '2026-03-07', { opportunity: { grade: 'A', expectedPurchaseDate: '2026-03-19' } })
    expect(card()).toMatchObject({ grade: 'A', expectedPurchaseDate: '2026-03-19', limit: '2026-03-07' })
  })

  it('proposes an earlier working day where its owner rests on the day itself', () => {
    const { store, opportunityId } = openWithLead()
    const [me] = store.ok('director', 'staff.list').rows.filter(({ name }) => name === '陈晓东')
    store.ok('admin', 'staff.update', {
      staffId: store.ids.chen,
      version: me?.version ?? 1,
      restWeekdays: [6],
    })
    store.setNow('2026-03-03')
    execute(store, 'chen', { opportunityId, next: planOn('2026-03-04') })
    store.setNow('2026-03-04')
    const proposal = store.ok('chen', 'opportunities.proposePlan', { opportunityId, result: 'reached' })
    expect(proposal).toMatchObject({ limit: '2026-03-07', proposed: '2026-03-06' })
  })

  it('stays unopened while nobody reaches him', () => {
    const { card, call } = openWithLead()
    const missed = { result: 'no_answer', content: '' } as const
    expect(call('2026-03-03', '2026-03-05', missed).limit).toBe('2026-03-05')
    expect(card().opening).toMatchObject({ contacts: 0, from: null, step: 0 })
    call('2026-03-05', '2026-03-06')
    expect(card().opening).toMatchObject({ contacts: 1, from: '2026-03-05', step: 1 })
  })

  it('keeps its day when the grade is changed meanwhile, and that names no formal one', () => {
    const { store, opportunityId, card, call } = openWithLead()
    call('2026-03-03', '2026-03-04')
    const { version } = card()
    store.ok('chen', 'opportunities.update', { opportunityId, version, opportunity: { grade: 'D' } })
    expect(card()).toMatchObject({ grade: 'D', limit: '2026-03-04', opening: { provisional: true } })
    expect(problemsOf(store)).toEqual([])
  })

  it('keeps its day through other policies, and is judged by it', () => {
    const { store, card, call } = openWithLead()
    call('2026-03-03', '2026-03-04')
    const without = { ...dcc, openingSequence: null }
    store.ok('director', 'policies.publish', { policy: without, effectiveFrom: '2026-03-03', note: null })
    expect(card().limit).toBe('2026-03-04')
    const other = { ...dcc, openingSequence: { days: [2, 5], gradeSetAfterContact: 2 } }
    store.ok('director', 'policies.publish', { policy: other, effectiveFrom: '2026-03-04', note: null })
    store.setNow('2026-03-04')
    expect(store.ok('director', 'dailyCheck.get').on).toBe('2026-03-04')
    expect(card().limit).toBe('2026-03-04')
    expect(problemsOf(store)).toEqual([])
    store.setNow('2026-03-05')
    store.ok('director', 'dayRoll.run')
    const raised = readRows<{ kind: string; reasons: string }>(store, 'select kind, reasons from violations')
    expect(raised.map(({ kind }) => kind)).toEqual(['overdue_follow_up'])
    expect(call('2026-03-05', '2026-03-08', grade('B')).limit).toBe('2026-03-08')
  })

  it('stands in the check of a past date as it stood then', () => {
    const { store, call } = openWithLead()
    call('2026-03-03', '2026-03-04')
    const beyondOn = (on: string) =>
      store.ok('director', 'dailyCheck.lines', { on, staffId: store.ids.chen, figure: 'beyondLimit' }).total
    store.setNow('2026-03-05')
    expect([beyondOn('2026-03-04'), beyondOn('2026-03-05')]).toEqual([0, 1])
    store.setNow('2026-03-06')
    call('2026-03-06', '2026-03-07', grade('E'))
    expect([beyondOn('2026-03-04'), beyondOn('2026-03-05'), beyondOn('2026-03-06')]).toEqual([0, 1, 0])
  })

  it('is nothing for a customer who walked in', () => {
    const { store } = openWithLead(edited)
    const { customerId } = store.ok('chen', 'customers.register', {
      customer: {
        name: '吴敏',
        gender: 'female',
        mobile: '13800001111',
        birthday: '1990-01-01',
        area: '江阴',
        source: 'walk_in',
        customerType: 'person',
      },
      opportunity: {
        model: '朗逸',
        grade: 'H',
        expectedPurchaseDate: '2026-03-06',
        purchaseType: 'first',
      },
      plan: { on: '2026-03-05', channel: 'phone', purpose: '' },
    })
    expect(store.ok('chen', 'customers.get', { customerId }).opportunities[0]?.opening).toBeNull()
  })
})
