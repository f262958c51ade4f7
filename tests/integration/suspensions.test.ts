import { describe, expect, it } from 'vitest'
import { register } from '#tests/support/book.ts'
import { attentionOf, makeProposal } from '#tests/support/books/occasions.ts'
import { intake, openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

const suspended = (store: TrainingStore, from = '2026-03-11', until = '2026-03-13') => {
  const suspensionId = makeProposal(store, 'chen', '2026-03-09', '2026-03-10')
  store.ok('director', 'suspensions.decide', { suspensionId, decision: 'suspend', from, until })
  return suspensionId
}
const untilOf = (store: TrainingStore) =>
  store.ok('manager', 'staff.list').rows.find(({ name }) => name === '陈晓东')?.suspendedUntil

describe('suspension for study (R-8.5)', () => {
  it('is proposed, seen by the person and his managers, and decided by the director alone', () => {
    const store = openTrainingStore({ now: '2026-03-10' })
    const suspensionId = makeProposal(store, 'chen', '2026-03-09', '2026-03-10')
    const row = (as: 'chen' | 'manager' | 'director') => store.ok(as, 'suspensions.list').rows[0]
    expect(row('chen')).toMatchObject({
      status: 'proposed',
      occasion: 2,
      violations: [{ kind: 'overdue_follow_up' }],
      abilities: { decide: false },
    })
    expect(row('manager')).toMatchObject({ abilities: { decide: false } })
    expect(row('director')).toMatchObject({ abilities: { decide: true } })
    expect(store.ok('otherManager', 'suspensions.list').total).toBe(0)
    expect(store.ok('li', 'suspensions.list').total).toBe(0)
    const suspend = { suspensionId, decision: 'suspend', from: '2026-03-11', until: '2026-03-13' } as const
    expect(store.refused('manager', 'suspensions.decide', suspend).code).toBe('PERMISSION_DENIED')
    expect(attentionOf(store, 'manager', '2026-03-10', 'suspension_proposed')).toEqual([
      '陈晓东 suspension_proposed',
    ])
    store.ok('director', 'suspensions.decide', { ...suspend, note: '集中学习话术' })
    expect(row('director')).toMatchObject({
      status: 'decided',
      from: '2026-03-11',
      until: '2026-03-13',
      decidedBy: '高总监',
      note: '集中学习话术',
      abilities: { decide: false },
    })
    expect(attentionOf(store, 'manager', '2026-03-10', 'suspension_proposed')).toEqual([])
    expect(store.refused('director', 'suspensions.decide', suspend)).toMatchObject({
      reasons: [{ code: 'suspension_not_proposed' }],
    })
  })

  it('is lowered to the report with a reason', () => {
    const store = openTrainingStore({ now: '2026-03-10' })
    const suspensionId = makeProposal(store, 'chen', '2026-03-09', '2026-03-10')
    expect(
      store.refused('director', 'suspensions.decide', { suspensionId, decision: 'lower' }),
    ).toMatchObject({
      reasons: [{ code: 'suspension_lowered_needs_note', data: { field: 'note' } }],
    })
    store.ok('director', 'suspensions.decide', { suspensionId, decision: 'lower', note: '态度诚恳' })
    expect(store.ok('director', 'suspensions.list', { status: 'lowered' }).rows).toMatchObject([
      { from: null, until: null, note: '态度诚恳' },
    ])
  })

  it('names the date that cannot be, and writes nothing', () => {
    const store = openTrainingStore({ now: '2026-03-10' })
    const suspensionId = makeProposal(store, 'chen', '2026-03-09', '2026-03-10')
    const refused = (from?: string, until?: string) =>
      store
        .refused('director', 'suspensions.decide', {
          suspensionId,
          decision: 'suspend',
          from,
          until,
        })
        .reasons?.map(({ data }) => data['field'])
    expect(refused()).toEqual(['from', 'until'])
    expect(refused('2026-03-09', '2026-03-10')).toEqual(['from'])
    expect(refused('2026-03-12', '2026-03-11')).toEqual(['until'])
    expect(store.ok('director', 'suspensions.list').rows[0]?.status).toBe('proposed')
  })

  it('shows on its dates in the list of staff and in the check, the first and the last included', () => {
    const store = openTrainingStore({ now: '2026-03-10' })
    suspended(store)
    const days = ['2026-03-10', '2026-03-11', '2026-03-13', '2026-03-14'] as const
    const shown = days.map((day) => {
      store.setNow(`${day} 18:00`)
      return [untilOf(store), attentionOf(store, 'chen', day, 'suspended').length]
    })
    expect(shown).toEqual([
      [null, 0],
      ['2026-03-13', 1],
      ['2026-03-13', 1],
      [null, 0],
    ])
  })

  it('lets him work on, but gives him no new customers meanwhile', () => {
    const store = openTrainingStore({ now: '2026-03-10' })
    const mine = register(store, 'chen', { grade: 'H', expected: '2026-03-14', plan: '2026-03-11' })
    suspended(store)
    store.setNow('2026-03-11')
    const to = (ownerId: string) =>
      intake({ ownerId, plan: { on: '2026-03-12' }, opportunity: { expectedPurchaseDate: '2026-03-14' } })
    for (const as of ['desk', 'manager', 'director'] as const)
      expect(store.refused(as, 'customers.register', to(store.ids.chen))).toMatchObject({
        code: 'RULE_REFUSED',
        reasons: [{ code: 'suspended_for_study', data: { field: 'ownerId', until: '2026-03-13' } }],
      })
    expect(store.refused('chen', 'customers.register', to(store.ids.chen)).code).toBe('RULE_REFUSED')
    store.ok('manager', 'customers.register', to(store.ids.li))
    store.ok('chen', 'followUps.execute', {
      opportunityId: mine.opportunityId,
      result: 'reached',
      channel: 'phone',
      content: '客户周末来看车',
      next: { kind: 'plan', on: '2026-03-13', channel: 'phone', purpose: '' },
    })
    store.setNow('2026-03-14')
    const later = intake({
      ownerId: store.ids.chen,
      plan: { on: '2026-03-15' },
      opportunity: { expectedPurchaseDate: '2026-03-16' },
    })
    store.ok('manager', 'customers.register', later)
  })
})
