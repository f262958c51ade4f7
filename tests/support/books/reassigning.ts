import { expect } from 'vitest'
import { verifyStore } from '#main/application/verify/index.ts'
import { readRows, register } from '#tests/support/book.ts'
import type { PersonName, TrainingStore } from '#tests/support/training-store.ts'

/** Acts that the tests of reassignments need again and again. */

/** What a reassignment touches, without versions, which only rise. */
export const book = (store: TrainingStore) => ({
  customers: readRows(
    store,
    'select customer_id, name, owner_id, owner_since_on, last_effective_on, last_contact_on from customers order by 1',
  ),
  opportunities: readRows(
    store,
    `select opportunity_id, owner_id, status, grade, remark, expected_purchase_date, anchor_on, limit_on, answerable_from,
       plan_missing_since, model from opportunities order by 1`,
  ),
  plans: readRows(store, 'select * from plans order by plan_id'),
  owners: readRows(store, 'select * from owners order by owner_row_id'),
  instructions: readRows(store, 'select * from instructions order by instruction_id'),
  followUps: readRows(store, 'select * from follow_ups order by follow_up_id'),
})

/** A customer of a grade, opened on 2026-03-02. */
export const make = (store: TrainingStore, owner: PersonName, grade: string, name: string) => {
  const expected = { H: '2026-03-06', A: '2026-03-15', B: '2026-03-25', C: '2026-05-01' }[grade] ?? ''
  const plan = { H: '2026-03-05', A: '2026-03-09', B: '2026-03-16', C: '2026-03-30' }[grade] ?? ''
  return register(store, owner, { grade, expected, plan, name })
}

/** 陈晓东's customers to 李雪. */
export const toLi = (store: TrainingStore, customerIds: 'all' | string[] = 'all') => ({
  from: store.ids.chen,
  customerIds,
  to: [store.ids.li],
  spread: 'one' as const,
})
export const apply = (store: TrainingStore, customerIds: 'all' | string[] = 'all') =>
  store.ok('director', 'reassignments.apply', { ...toLi(store, customerIds), reason: '陈晓东离职' })

export const sound = (store: TrainingStore) =>
  expect(verifyStore(store.application.store, 'en').problems).toEqual([])

export const codes = (failure: { readonly reasons?: readonly { readonly code: string }[] }) =>
  failure.reasons?.map(({ code }) => code)
