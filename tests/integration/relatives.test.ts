import { describe, expect, it } from 'vitest'
import { verifyStore } from '#main/application/verify/index.ts'
import { planOn, reach, readRows, register, writeRows } from '#tests/support/book.ts'
import { openTrainingStore, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'

const of = (store: TrainingStore, name: string, owner: PersonName = 'chen') =>
  register(store, owner, { name, grade: 'C', expected: '2026-06-01', plan: '2026-03-20' })
const lastEffective = (store: TrainingStore) =>
  readRows<{ name: string; on: string | null }>(
    store,
    'select name, last_effective_on as "on" from customers order by rowid',
  ).map(({ name, on }) => `${name} ${on ?? '–'}`)

function openFamily() {
  const store = openTrainingStore()
  const [husband, wife, son] = [of(store, '王伟'), of(store, '李娜'), of(store, '王小明')]
  store.ok('chen', 'customers.linkRelative', {
    customerId: husband.customerId,
    relativeId: wife.customerId,
    relation: 'spouse',
  })
  store.ok('chen', 'customers.linkRelative', {
    customerId: husband.customerId,
    relativeId: son.customerId,
    relation: 'child',
  })
  return { store, husband, wife, son }
}

describe('close relatives (R-3.5)', () => {
  it('stand on both cards, each with what he is to the other', () => {
    const { store, husband, son } = openFamily()
    const relatives = (customerId: string) =>
      store
        .ok('chen', 'customers.get', { customerId })
        .relatives.map(({ name, relation }) => [name, relation])
    expect(new Set(relatives(husband.customerId))).toEqual(
      new Set([
        ['李娜', 'spouse'],
        ['王小明', 'child'],
      ]),
    )
    expect(relatives(son.customerId)).toEqual([['王伟', 'parent']])
  })

  it('are one customer for ownership: a contact with one protects all of them', () => {
    const { store, wife } = openFamily()
    store.setNow('2026-03-10')
    reach(store, 'chen', wife.opportunityId, planOn('2026-03-20'))
    expect(lastEffective(store)).toEqual(['王伟 2026-03-10', '李娜 2026-03-10', '王小明 2026-03-10'])
    store.setNow('2026-04-09')
    const today = store.ok('manager', 'dailyCheck.get').store.figures.dormant
    store.setNow('2026-04-10')
    const next = store.ok('manager', 'dailyCheck.get').store.figures.dormant
    expect([today, next]).toEqual([0, 3])
    expect(store.ok('manager', 'dailyCheck.get', { on: '2026-04-09' }).store.figures.dormant).toBe(0)
    expect(verifyStore(store.application.store, 'en').problems).toEqual([])
  })

  it('are each judged by their own contacts when the link is taken back', () => {
    const { store, husband, wife } = openFamily()
    store.setNow('2026-03-10')
    reach(store, 'chen', wife.opportunityId, planOn('2026-03-20'))
    store.ok('chen', 'customers.unlinkRelative', {
      customerId: wife.customerId,
      relativeId: husband.customerId,
    })
    expect(lastEffective(store)).toEqual(['王伟 –', '李娜 2026-03-10', '王小明 –'])
    expect(verifyStore(store.application.store, 'en').problems).toEqual([])
  })

  it('are not linked across owners, with themselves, or twice', () => {
    const { store, husband, wife } = openFamily()
    const other = of(store, '赵强', 'li')
    const link = (as: PersonName, customerId: string, relativeId: string) =>
      store.refused(as, 'customers.linkRelative', { customerId, relativeId, relation: 'spouse' })
    expect(link('chen', husband.customerId, other.customerId).code).toBe('NOT_FOUND')
    expect(link('manager', husband.customerId, other.customerId).reasons).toMatchObject([
      { code: 'relatives_differ_in_owner', data: { owner: '陈晓东', other: '李雪' } },
    ])
    expect(link('chen', husband.customerId, husband.customerId).issues).toMatchObject([
      { code: 'own_relative' },
    ])
    expect(link('chen', wife.customerId, husband.customerId).issues).toMatchObject([
      { code: 'linked_already' },
    ])
    expect(
      store.refused('chen', 'customers.unlinkRelative', {
        customerId: husband.customerId,
        relativeId: husband.customerId,
      }).issues,
    ).toMatchObject([{ code: 'not_linked' }])
  })

  it('change owner together, by a reassignment and back by its undo', () => {
    const { store, husband } = openFamily()
    const alone = of(store, '赵强')
    const { reassignmentId, moved } = store.ok('director', 'reassignments.apply', {
      from: store.ids.chen,
      customerIds: [husband.customerId],
      to: [store.ids.li, store.ids.zhou],
      spread: 'evenByGrade',
      reason: '片区调整',
    })
    expect(moved).toBe(3)
    const owners = () =>
      readRows<{ owner: string }>(
        store,
        'select distinct owner_id as owner from customers where family_id is not null',
      )
    expect(owners()).toHaveLength(1)
    expect(owners()[0]?.owner).not.toBe(store.ids.chen)
    expect(store.ok('chen', 'customers.get', { customerId: alone.customerId }).customer.ownerId).toBe(
      store.ids.chen,
    )
    expect(verifyStore(store.application.store, 'en').problems).toEqual([])
    store.ok('director', 'reassignments.undo', { reassignmentId })
    expect(owners()).toEqual([{ owner: store.ids.chen }])
    expect(verifyStore(store.application.store, 'en').problems).toEqual([])
  })

  it('are found again by verify when a hand in the file parts them', () => {
    const { store, son } = openFamily()
    writeRows(store, 'update customers set owner_id = ? where customer_id = ?', store.ids.li, son.customerId)
    const codes = verifyStore(store.application.store, 'en').problems.map(({ code }) => code)
    expect(codes).toContain('family_owner_differs')
    writeRows(store, 'update customers set family_id = null where customer_id = ?', son.customerId)
    expect(verifyStore(store.application.store, 'en').problems.map(({ code }) => code)).toContain(
      'family_without_links',
    )
  })
})
