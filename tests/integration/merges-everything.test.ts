import { expect, it } from 'vitest'
import { reachOf } from '#shared/access/permissions.ts'
import { planOn, reach, readRows } from '#tests/support/book.ts'
import { content, makeWith, merge, sound } from '#tests/support/books/merging.ts'
import { openTrainingStore } from '#tests/support/training-store.ts'

/** Every table of which a row says whose it is, with whether a merge moves it or it stays with the record of which it tells. */
const tables = {
  customer_phones: 'moves',
  shared_phones: 'moves',
  opportunities: 'moves',
  plans: 'moves',
  follow_ups: 'moves',
  instructions: 'moves',
  claims: 'moves',
  visits: 'moves',
  test_drives: 'moves',
  appointments: 'moves',
  leads: 'moves',
  violations: 'moves',
  identity_changes: 'moves',
  relatives: 'moves',
  customers: 'stays',
  owners: 'stays',
  reassignment_moves: 'stays',
  erasures: 'stays',
} as const

it('has decided of every table that names a customer (R-3.4a)', () => {
  const store = openTrainingStore()
  const naming = readRows<{ name: string }>(
    store,
    `select m.name from sqlite_schema m join pragma_table_info(m.name) c
     where m.type = 'table' and c.name = 'customer_id' order by 1`,
  )
  expect(naming.map(({ name }) => name)).toEqual(Object.keys(tables).sort())
  expect(reachOf('consultant', 'customer.merge')).toBeUndefined()
})

it('moves what a whole life in the showroom leaves behind, and brings it all back (R-3.4a)', () => {
  const store = openTrainingStore()
  const kept = makeWith(store, 'chen', { name: '王伟', mobile: '13900000001' })
  const dropped = makeWith(store, 'chen', { name: '汪伟', mobile: '13900000002' })
  const { customerId, opportunityId } = dropped
  store.ok('chen', 'visits.register', {
    kind: 'walk_in',
    partySize: 2,
    phone: '13900000002',
  })
  store.ok('chen', 'testDrives.record', { opportunityId, drivenOn: '2026-03-02', agreementNumber: 'S-001' })
  store.ok('manager', 'leads.add', { name: '汪伟', phone: '13900000002', source: 'website' })
  const [lead] = readRows<{ leadId: string }>(store, 'select lead_id as leadId from leads')
  store.ok('manager', 'leads.assign', { leadIds: [lead?.leadId ?? ''], to: store.ids.chen, reason: '老客户' })
  store.ok('manager', 'instructions.add', { customerId, text: '请约到店' })
  store.ok('chen', 'customers.update', { customerId, version: 1, customer: { name: '汪玮' } })
  reach(store, 'chen', opportunityId, planOn('2026-03-04'))
  store.setNow('2026-03-10')
  // The roll raises what fell due meanwhile.
  store.ok('manager', 'merges.list')
  const before = content(store)
  const of = (table: string, id: string) =>
    readRows<{ n: number }>(store, `select count(*) as n from ${table} where customer_id = '${id}'`)[0]?.n
  const had = Object.keys(tables).filter((table) => (of(table, customerId) ?? 0) > 0)
  for (const table of ['visits', 'test_drives', 'leads', 'instructions', 'identity_changes', 'violations'])
    expect(had).toContain(table)
  const { mergeId } = merge(store, 'manager', kept.customerId, customerId)
  for (const [table, what] of Object.entries(tables))
    if (what === 'moves') expect([table, of(table, customerId)]).toEqual([table, 0])
  sound(store)
  const card = store.ok('chen', 'customers.get', { customerId })
  expect(card.customer.customerId).toBe(kept.customerId)
  expect(store.ok('chen', 'toDo.list').items.filter(({ kind }) => kind === 'overdue_plan')).not.toEqual([])
  store.ok('manager', 'merges.undo', { mergeId })
  expect(content(store)).toEqual(before)
  sound(store)
})
