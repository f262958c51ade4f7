import { describe, expect, it, test } from 'vitest'
import { raised, readRows, reach, planOn, register } from '#tests/support/book.ts'
import {
  codesOf as codes,
  openLeaveStore as openStore,
  planRow as planOf,
  registerWang as wang,
  vacation,
} from '#tests/support/books/leave-store.ts'
import type { TrainingStore } from '#tests/support/training-store.ts'

describe('asking for a leave (R-6.1)', () => {
  it('finds the plans and the purchase dates within it, first and last day included', () => {
    const store = openStore()
    const make = (expected: string, plan: string, grade = 'B') =>
      register(store, 'chen', { grade, expected, plan })
    make('2026-03-30', '2026-03-08')
    make('2026-03-30', '2026-03-09')
    make('2026-03-30', '2026-03-13')
    make('2026-03-30', '2026-03-14')
    make('2026-03-13', '2026-03-05', 'A')
    make('2026-03-14', '2026-03-05', 'A')
    expect(store.ok('chen', 'leaves.preview', { from: vacation.from, until: vacation.until })).toEqual({
      plans: 2,
      dates: 1,
      backOn: '2026-03-16',
      overlapping: null,
    })
    const { leaveId, unresolved } = store.ok('chen', 'leaves.request', vacation)
    expect(unresolved).toBe(3)
    const { leave, unresolved: lines, coverAllowed } = store.ok('chen', 'leaves.handoff', { leaveId })
    expect(leave).toMatchObject({ status: 'requested', unresolved: 3, resolved: 0, backOn: '2026-03-16' })
    expect(lines.map(({ kind, on, proposedOn }) => [kind, on, proposedOn])).toEqual([
      ['plan', '2026-03-09', '2026-03-16'],
      ['plan', '2026-03-13', '2026-03-17'],
      ['expected_date', '2026-03-13', null],
    ])
    expect(coverAllowed).toBe(false)
  })

  test.each([
    ['vacation', '2026-03-01', ['leave_before_today']],
    ['vacation', '2026-03-02', undefined],
    ['sick', '2026-02-27', undefined],
  ] as const)('%s from %s, asked for on 03-02: %j', (kind, from, expected) => {
    const store = openStore()
    const answer = store.answer('chen', 'leaves.request', { from, until: '2026-03-04', kind })
    expect(answer.ok ? undefined : codes(answer.error)).toEqual(expected)
  })

  test.each([
    ['2026-03-05', '2026-03-08', true],
    ['2026-03-05', '2026-03-09', false],
    ['2026-03-13', '2026-03-20', false],
    ['2026-03-14', '2026-03-20', true],
    ['2026-03-10', '2026-03-11', false],
  ])('a second leave %s … %s beside 03-09 … 03-13 is allowed: %s', (from, until, allowed) => {
    const store = openStore()
    store.ok('chen', 'leaves.request', vacation)
    const answer = store.answer('chen', 'leaves.request', { from, until, kind: 'training' })
    expect(answer.ok).toBe(allowed)
    if (!answer.ok) expect(codes(answer.error)).toEqual(['leave_overlaps'])
  })

  it('refuses an end before the beginning, and people without customers', () => {
    const store = openStore()
    expect(
      store.refused('chen', 'leaves.request', { ...vacation, until: '2026-03-08' }).issues?.[0],
    ).toMatchObject({ field: 'until', code: 'from_after_until' })
    expect(store.refused('manager', 'leaves.request', vacation).issues?.[0]).toMatchObject({
      field: 'staffId',
      code: 'not_a_consultant',
    })
    const { zhou, chen } = store.ids
    expect(store.refused('manager', 'leaves.request', { ...vacation, staffId: zhou }).code).toBe('NOT_FOUND')
    expect(store.ok('manager', 'leaves.request', { ...vacation, staffId: chen }).unresolved).toBe(0)
  })
})

describe('way 2, postponed (R-6.3)', () => {
  it('moves a plan of 03-10 to 03-16 and shields it from 03-10 to 03-16 (EXAMPLES)', () => {
    const store = openStore()
    const { planId } = wang(store)
    const { leaveId } = store.ok('chen', 'leaves.request', vacation)
    expect(store.ok('chen', 'leaves.resolve', { leaveId, planId, way: 'postpone' })).toEqual({
      on: '2026-03-16',
      unresolved: 0,
    })
    expect(planOf(store, planId)).toMatchObject({ due_on: '2026-03-16', leave_id: leaveId })
    store.ok('manager', 'leaves.confirm', { leaveId })
    for (const day of ['2026-03-11', '2026-03-13', '2026-03-16']) {
      store.setNow(day)
      store.ok('manager', 'dayRoll.run')
      // Until the purchase date of 03-14 passes, which no leave shields.
      expect(raised(store)).toEqual(day < '2026-03-15' ? [] : ['2026-03-15 expired_opportunity 王伟'])
      expect(store.ok('manager', 'dailyCheck.get', {}).store.figures).toMatchObject({
        beyondLimit: 0,
        overdue: 0,
      })
    }
    store.setNow('2026-03-17')
    expect(raised(store)).toEqual([
      '2026-03-15 expired_opportunity 王伟',
      '2026-03-17 overdue_follow_up 王伟',
    ])
    expect(store.ok('manager', 'dailyCheck.get', {}).store.figures).toMatchObject({
      beyondLimit: 1,
      overdue: 1,
    })
    const [line] = store.ok('manager', 'dailyCheck.lines', { on: '2026-03-17', figure: 'beyondLimit' }).rows
    expect(line).toMatchObject({ on: '2026-03-16', reasons: [{ data: { limit: '2026-03-16' } }] })
  })

  it('spreads the rest over three working days, hottest first, and one by one gives the same dates', () => {
    const dates = (act: (store: TrainingStore, leaveId: string, planIds: readonly string[]) => void) => {
      const store = openStore('2026-03-07')
      const grades = [
        ['B', '2026-03-30'],
        ['H', '2026-03-14'],
        ['A', '2026-03-20'],
        ['B', '2026-03-31'],
        ['H', '2026-03-08'],
        ['C', '2026-04-20'],
        ['A', '2026-03-18'],
      ] as const
      const made = grades.map(([grade, expected]) =>
        register(store, 'chen', { grade, expected, plan: '2026-03-10' }),
      )
      const { leaveId } = store.ok('chen', 'leaves.request', vacation)
      act(
        store,
        leaveId,
        made.map(({ planId }) => planId),
      )
      return made.map(({ planId }) => planOf(store, planId)?.due_on)
    }
    const whole = dates((store, leaveId) => {
      const { lines, unresolved } = store.ok('chen', 'leaves.postponeRest', { leaveId })
      expect(lines).toHaveLength(7)
      expect(unresolved).toBe(0)
    })
    // Seven over three days: 3, 2, 2. H H A · A B · B C
    expect(whole).toEqual(['17', '16', '16', '18', '16', '18', '17'].map((day) => `2026-03-${day}`))
    const single = dates((store, leaveId, planIds) => {
      for (const planId of [...planIds].reverse())
        store.ok('chen', 'leaves.resolve', { leaveId, planId, way: { kind: 'postpone' } })
    })
    expect(single).toEqual(whole)
  })

  it('shields the limit until the plan of the second or third day, of a confirmed leave only', () => {
    const run = (confirmed: boolean) => {
      const store = openStore('2026-03-07')
      for (const name of ['甲', '乙', '丙'])
        register(store, 'chen', { grade: 'H', expected: '2026-03-14', plan: '2026-03-10', name })
      const { leaveId } = store.ok('chen', 'leaves.request', vacation)
      store.ok('chen', 'leaves.postponeRest', { leaveId })
      if (confirmed) store.ok('manager', 'leaves.confirm', { leaveId })
      const found: string[] = []
      for (const day of ['2026-03-11', '2026-03-17', '2026-03-18', '2026-03-19']) {
        store.setNow(day)
        store.ok('manager', 'dayRoll.run')
        const { beyondLimit } = store.ok('manager', 'dailyCheck.get', {}).store.figures
        const breaches = raised(store).filter((each) => !each.includes('expired')).length
        found.push(`${day.slice(5)} ${beyondLimit} ${breaches}`)
      }
      return found
    }
    // The plans are on 03-16, 03-17 and 03-18: each is overdue on the day after it.
    expect(run(true)).toEqual(['03-11 0 0', '03-17 1 1', '03-18 2 2', '03-19 3 3'])
    expect(run(false)).toEqual(['03-11 3 3', '03-17 3 4', '03-18 3 5', '03-19 3 6'])
  })

  it('refuses what is not of the leave, what is resolved, and what belongs to somebody else', () => {
    const store = openStore()
    const other = register(store, 'chen', { grade: 'H', expected: '2026-03-06', plan: '2026-03-05' })
    const foreign = wang(store, 'li')
    const { planId } = wang(store)
    const { leaveId } = store.ok('chen', 'leaves.request', vacation)
    const resolve = (input: object) =>
      store.refused('chen', 'leaves.resolve', { leaveId, way: 'postpone', ...input })
    expect(codes(resolve({ planId: other.planId }))).toEqual(['leave_line_unknown'])
    expect(resolve({ planId: foreign.planId }).code).toBe('NOT_FOUND')
    expect(resolve({}).issues?.[0]).toMatchObject({ field: 'planId', code: 'one_of_plan_or_opportunity' })
    store.ok('chen', 'leaves.resolve', { leaveId, planId, way: 'postpone' })
    expect(codes(resolve({ planId }))).toEqual(['leave_line_resolved'])
    for (const who of ['li', 'zhou', 'otherManager'] as const)
      expect(store.refused(who, 'leaves.get', { leaveId }).code).toBe('NOT_FOUND')
  })
})

describe('a purchase date within the leave (R-6.1, R-6.3)', () => {
  it('keeps the leave from being confirmed until it is moved out or closed (EXAMPLES)', () => {
    const store = openStore()
    const { opportunityId } = register(store, 'chen', {
      grade: 'A',
      expected: '2026-03-11',
      plan: '2026-03-06',
    })
    const { leaveId } = store.ok('chen', 'leaves.request', vacation)
    expect(codes(store.refused('manager', 'leaves.confirm', { leaveId }))).toEqual(['leave_unresolved'])
    const resolve = (input: object) => ({ leaveId, opportunityId, way: 'postpone' as const, ...input })
    expect(codes(store.refused('chen', 'leaves.resolve', resolve({})))).toEqual(['leave_date_not_plan'])
    const inside = resolve({ expectedPurchaseDate: '2026-03-13' })
    expect(codes(store.refused('chen', 'leaves.resolve', inside))).toEqual(['leave_date_inside'])
    store.ok('chen', 'leaves.resolve', resolve({ expectedPurchaseDate: '2026-03-18' }))
    expect(readRows(store, 'select expected_purchase_date as d, grade from opportunities')).toEqual([
      { d: '2026-03-18', grade: 'B' },
    ])
    const { resolved } = store.ok('chen', 'leaves.handoff', { leaveId })
    expect(resolved).toMatchObject([{ way: 'updated', on: '2026-03-11', movedTo: '2026-03-18' }])
    store.ok('manager', 'leaves.confirm', { leaveId })
  })

  it('is resolved when the opportunity ends, or waits for the approval of its loss', () => {
    const store = openStore()
    const { opportunityId } = register(store, 'chen', {
      grade: 'A',
      expected: '2026-03-11',
      plan: '2026-03-06',
    })
    const { leaveId } = store.ok('chen', 'leaves.request', vacation)
    reach(store, 'chen', opportunityId, { kind: 'lost', reason: 'price' })
    expect(store.ok('chen', 'leaves.handoff', { leaveId }).resolved).toMatchObject([{ way: 'closed' }])
    store.ok('manager', 'leaves.confirm', { leaveId })
  })
})

describe('way 1, done before (R-6.2)', () => {
  it('lets the next plan wait for the first day back, proposes it, and shields it once confirmed', () => {
    const store = openStore()
    const { opportunityId, planId } = wang(store)
    const { leaveId } = store.ok('chen', 'leaves.request', vacation)
    store.setNow('2026-03-08')
    const proposal = store.ok('chen', 'opportunities.proposePlan', { opportunityId, result: 'reached' })
    expect(proposal).toMatchObject({ limit: '2026-03-11', latest: '2026-03-16', proposed: '2026-03-16' })
    expect(proposal.reasons.at(-1)?.code).toBe('proposal_after_leave')
    const late = {
      opportunityId,
      result: 'reached',
      channel: 'phone',
      content: '客户说下周来看车',
      next: planOn('2026-03-17'),
    } as const
    expect(codes(store.refused('chen', 'followUps.execute', late))).toEqual(['plan_beyond_limit'])
    reach(store, 'chen', opportunityId, planOn('2026-03-16'), { planId })
    expect(store.ok('chen', 'leaves.handoff', { leaveId })).toMatchObject({
      unresolved: [],
      resolved: [{ way: 'done_before' }],
    })
    store.ok('manager', 'leaves.confirm', { leaveId })
    store.setNow('2026-03-16')
    expect(raised(store).filter((each) => !each.includes('expired'))).toEqual([])
    store.setNow('2026-03-17')
    expect(raised(store).filter((each) => !each.includes('expired'))).toHaveLength(1)
  })

  it('shields nothing while the leave is only asked for', () => {
    const store = openStore()
    const { opportunityId } = wang(store)
    store.ok('chen', 'leaves.request', vacation)
    store.setNow('2026-03-08')
    reach(store, 'chen', opportunityId, planOn('2026-03-16'))
    store.setNow('2026-03-12')
    expect(raised(store)).toEqual(['2026-03-12 frequency_breach 王伟'])
  })

  it('proposes a working day before the leave as long as there is one', () => {
    const store = openStore('2026-03-03')
    store.ok('chen', 'leaves.request', vacation)
    const propose = () => store.ok('chen', 'opportunities.proposePlan', { grade: 'A' })
    expect(propose()).toMatchObject({ limit: '2026-03-10', latest: '2026-03-16', proposed: '2026-03-06' })
    store.setNow('2026-03-06')
    expect(propose()).toMatchObject({ limit: '2026-03-13', proposed: '2026-03-16' })
  })
})
