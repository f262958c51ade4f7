import { staff } from '#main/store/schema/index.ts'
import { updateRow } from '#main/store/write/rows.ts'
import { act } from '#tests/support/acts.ts'
import { readRows, register } from '#tests/support/book.ts'
import { addSecondPolicy } from '#tests/support/policies.ts'
import { openTrainingStore, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'

/** Acts that the tests of leaves need again and again. */

/** 陈晓东 rests on Saturday and Sunday; 2026-03-02 is a Monday. */
export const openLeaveStore = (now = '2026-03-02'): TrainingStore => {
  const store = openTrainingStore({ now })
  act(store, (writable) => updateRow(writable, staff, store.ids.chen, { restWeekdays: [6, 7] }))
  return store
}
/** The policy of the store from now on, with the switch on that lets a colleague cover. */
export const allowCover = (store: TrainingStore): void => {
  addSecondPolicy(store, (first) => ({ ...first, switches: { ...first.switches, cover: true } }))
}
export const vacation = { from: '2026-03-09', until: '2026-03-13', kind: 'vacation' } as const
export const planRow = (store: TrainingStore, planId: string) =>
  readRows<{ due_on: string; leave_id: string | null; assignee_id: string; status: string }>(
    store,
    `select due_on, leave_id, assignee_id, status from plans where plan_id = '${planId}'`,
  )[0]
export const codesOf = (failure: { readonly reasons?: readonly { readonly code: string }[] }) =>
  failure.reasons?.map(({ code }) => code)

/** 王伟, H, opened 03-07 with a plan of 03-10 within the vacation. */
export const registerWang = (store: TrainingStore, who: PersonName = 'chen') => {
  store.setNow('2026-03-07')
  return register(store, who, { grade: 'H', expected: '2026-03-14', plan: '2026-03-10' })
}
