import { describe, expect, it } from 'vitest'
import { planOn, reach, readRows } from '#tests/support/book.ts'
import { apply, book, codes, make, sound } from '#tests/support/books/reassigning.ts'
import { openTrainingStore } from '#tests/support/training-store.ts'

describe('undoing it (R-7.5)', () => {
  const prepared = () => {
    const store = openTrainingStore()
    const wang = make(store, 'chen', 'H', '王伟')
    const zhao = make(store, 'chen', 'A', '赵敏')
    const sun = make(store, 'chen', 'H', '孙丽')
    const zhou = make(store, 'chen', 'B', '周杰')
    reach(store, 'chen', wang.opportunityId, planOn('2026-03-04'))
    reach(store, 'chen', sun.opportunityId, { kind: 'lost', reason: 'price' })
    store.ok('manager', 'instructions.add', { customerId: zhao.customerId, text: '请约到店' })
    store.setNow('2026-03-10')
    // The roll of the day has run before anything is compared.
    store.ok('director', 'reassignments.holdings')
    return { store, wang, zhao, sun, zhou }
  }

  it('restores the book exactly', () => {
    const { store } = prepared()
    const before = book(store)
    const { reassignmentId } = apply(store)
    const between = book(store)
    expect(between).not.toEqual(before)
    expect(between.plans.find((plan) => (plan as { due_anew_on: string | null }).due_anew_on)).toMatchObject({
      due_on: '2026-03-10',
      due_anew_on: '2026-03-10',
    })
    sound(store)
    expect(store.ok('director', 'reassignments.undo', { reassignmentId, reason: '弄错了' })).toEqual({
      restored: 4,
    })
    expect(book(store)).toEqual(before)
    sound(store)
  })

  it('restores it also weeks later, after rolls that judged the new owner', () => {
    const { store } = prepared()
    const before = book(store)
    const { reassignmentId } = apply(store)
    store.setNow('2026-04-09')
    expect(store.ok('director', 'reassignments.list').rows[0]).toMatchObject({
      reassignmentId,
      obstacles: [],
      customers: 4,
      to: [{ name: '李雪', customers: 4 }],
      fromName: '陈晓东',
      appliedBy: '高总监',
      appliedOn: '2026-03-10',
    })
    store.ok('director', 'reassignments.undo', { reassignmentId })
    expect(book(store)).toEqual(before)
    sound(store)
  })

  it.each([
    ['2026-04-09', true],
    ['2026-04-10', false],
  ])('on %s, thirty days or one more after it: %s', (today, allowed) => {
    const { store } = prepared()
    const { reassignmentId } = apply(store)
    store.setNow(today)
    const answer = store.answer('director', 'reassignments.undo', { reassignmentId })
    expect(answer.ok).toBe(allowed)
    if (!answer.ok)
      expect(answer.error.reasons).toEqual([
        { code: 'reassignment_too_old', data: { until: '2026-04-09', days: 30 } },
      ])
  })

  it.each([
    [
      'a follow-up',
      'moved_contacted_since',
      ({ store, wang }) => {
        reach(store, 'li', wang.opportunityId, planOn('2026-03-12'))
      },
    ],
    [
      'an attempt that reached nobody',
      'moved_contacted_since',
      ({ store, wang }) =>
        store.ok('li', 'followUps.execute', {
          opportunityId: wang.opportunityId,
          result: 'no_answer',
          channel: 'phone',
          next: planOn('2026-03-11'),
        }),
    ],
    [
      'a plan that was moved',
      'moved_planned_since',
      ({ store, zhou }) =>
        store.ok('li', 'followUps.move', { planId: zhou.planId, on: '2026-03-13', reason: '客户要求' }),
    ],
    [
      'a customer that was changed',
      'moved_changed_since',
      ({ store, zhao }) => {
        const { version } = store.ok('li', 'customers.get', { customerId: zhao.customerId }).customer
        store.ok('li', 'customers.update', {
          customerId: zhao.customerId,
          version,
          customer: { area: '苏州' },
        })
      },
    ],
    [
      'an opportunity that was added',
      'moved_planned_since',
      ({ store, zhao }) => {
        store.ok('li', 'opportunities.add', {
          customerId: zhao.customerId,
          opportunity: {
            model: '途观',
            expectedPurchaseDate: '2026-03-12',
            grade: 'H',
            purchaseType: 'additional',
          },
          plan: { on: '2026-03-11', channel: 'phone', purpose: '' },
        })
      },
    ],
    [
      'a loss that was decided',
      'moved_changed_since',
      ({ store, sun }) => {
        store.ok('manager', 'losses.approve', { opportunityId: sun.opportunityId })
      },
    ],
    [
      'a further transfer',
      'moved_transferred_since',
      ({ store, sun }) => {
        store.ok('director', 'reassignments.apply', {
          from: store.ids.li,
          customerIds: [sun.customerId],
          to: [store.ids.zhou],
          spread: 'one',
          reason: '再分配',
        })
      },
    ],
    [
      'an instruction that was answered',
      'moved_answered_since',
      ({ store }) => {
        const [row] = readRows<{ id: string }>(store, 'select instruction_id as id from instructions')
        store.ok('li', 'instructions.answer', { instructionId: row?.id ?? '', text: '约了周六到店' })
      },
    ],
  ] as [string, string, (all: ReturnType<typeof prepared>) => unknown][])(
    'is refused after %s, which is named',
    (_title, code, work) => {
      const all = prepared()
      const { store } = all
      const { reassignmentId } = apply(store)
      work(all)
      const before = book(store)
      const failure = store.refused('director', 'reassignments.undo', { reassignmentId })
      expect(codes(failure)).toEqual([code])
      const [first] = failure.reasons ?? []
      expect(['王伟', '赵敏', '孙丽', '周杰']).toContain(first?.data['customerName'])
      expect(failure.message).toContain(String(first?.data['customerName']))
      expect(
        store.ok('director', 'reassignments.list').rows.find((row) => row.reassignmentId === reassignmentId)
          ?.obstacles,
      ).toEqual(failure.reasons)
      expect(book(store)).toEqual(before)
    },
  )

  it('names twenty at most, and counts the others', () => {
    const store = openTrainingStore()
    const made = Array.from({ length: 23 }, (_, i) => make(store, 'chen', 'H', `客户${i + 10}`))
    const { reassignmentId } = apply(store)
    for (const { opportunityId } of made) reach(store, 'li', opportunityId, planOn('2026-03-05'))
    const { reasons = [] } = store.refused('director', 'reassignments.undo', { reassignmentId })
    expect(reasons).toHaveLength(21)
    expect(reasons.at(-1)).toEqual({ code: 'and_more_customers', data: { count: 3 } })
  })

  it('is refused once it was done, and after the sender has left', () => {
    const { store } = prepared()
    const first = apply(store)
    store.ok('director', 'reassignments.undo', { reassignmentId: first.reassignmentId })
    const twice = store.refused('director', 'reassignments.undo', { reassignmentId: first.reassignmentId })
    expect(twice.reasons).toEqual([{ code: 'reassignment_undone', data: { on: '2026-03-10' } }])
    const again = apply(store)
    store.ok('admin', 'staff.setStatus', { staffId: store.ids.chen, status: 'resigned' })
    const left = store.refused('director', 'reassignments.undo', { reassignmentId: again.reassignmentId })
    expect(left.reasons).toEqual([{ code: 'sender_cannot_own', data: { name: '陈晓东' } }])
  })

  it('gives back also an instruction that was given meanwhile', () => {
    const { store, wang } = prepared()
    const { reassignmentId } = apply(store)
    store.ok('manager', 'instructions.add', { customerId: wang.customerId, text: '尽快联系' })
    store.ok('director', 'reassignments.undo', { reassignmentId })
    expect(readRows(store, 'select distinct staff_id as s from instructions')).toEqual([
      { s: store.ids.chen },
    ])
  })

  it('knows nothing of a reassignment there never was', () => {
    const { store } = prepared()
    expect(store.refused('director', 'reassignments.undo', { reassignmentId: 'nothing' }).code).toBe(
      'NOT_FOUND',
    )
  })
})
