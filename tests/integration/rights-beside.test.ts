import { expect, it } from 'vitest'
import { makeWith } from '#tests/support/books/merging.ts'
import { allowCover, openLeaveStore, registerWang, vacation } from '#tests/support/books/leave-store.ts'
import { openTrainingStore } from '#tests/support/training-store.ts'

/** What people learn of others' customers beside their own: in lists that are theirs for another reason. */

it('the supervisor of whoever covers does not learn the number of another team’s customer (R-13.2, S5)', () => {
  const store = openLeaveStore()
  allowCover(store)
  const { planId, customerId } = registerWang(store)
  const { mobile } = store.ok('chen', 'customers.get', { customerId }).customer
  const { leaveId } = store.ok('chen', 'leaves.request', vacation)
  const way = { cover: { staffId: store.ids.zhou } }
  store.ok('chen', 'leaves.resolve', { leaveId, planId, way })
  store.ok('manager', 'leaves.confirm', { leaveId })
  store.setNow('2026-03-10')
  const phoneFor = (who: 'zhou' | 'otherManager' | 'manager' | 'director') =>
    store.ok(who, 'toDo.list', { staffId: store.ids.zhou }).items.find((item) => item.planId === planId)
      ?.phone
  // Whoever is to call needs the number; so do those whose customer it is.
  expect(phoneFor('zhou')).toBe(mobile)
  expect(phoneFor('director')).toBe(mobile)
  const masked = phoneFor('otherManager')
  expect(masked).toContain('*')
  expect(masked).not.toBe(mobile)
})

it('who meets the customer of a colleague by a phone learns whose he is, and no name (R-13.1, S5)', () => {
  const store = openTrainingStore()
  const mobile = '13912345678'
  makeWith(store, 'li', { name: '欧阳晓蝶', mobile })
  const nameFor = (who: 'chen' | 'desk' | 'li' | 'manager' | 'otherManager') =>
    JSON.stringify(store.ok(who, 'customers.lookup', { phone: mobile }))
  for (const who of ['chen', 'desk', 'otherManager'] as const) expect(nameFor(who)).not.toContain('晓蝶')
  expect(nameFor('chen')).toContain('李雪')
  for (const who of ['li', 'manager'] as const) expect(nameFor(who)).toContain('欧阳晓蝶')
})

it('the front desk sees of the staff whom a customer can be given, and nobody else (section 13)', () => {
  const store = openTrainingStore()
  const seenBy = (who: 'desk' | 'chen' | 'manager' | 'director') =>
    store
      .ok(who, 'staff.list', {})
      .rows.map(({ staffId }) => Object.entries(store.ids).find(([, id]) => id === staffId)?.[0] ?? staffId)
      .sort((one, other) => (one < other ? -1 : 1))
  store.ok('admin', 'staff.setStatus', { staffId: store.ids.zhou, status: 'suspended' })
  expect(seenBy('desk')).toEqual(['chen', 'desk', 'li'])
  expect(seenBy('chen')).toEqual(['chen'])
  expect(seenBy('manager')).toEqual(['chen', 'li', 'manager'])
  expect(seenBy('director')).toHaveLength(8)
})
