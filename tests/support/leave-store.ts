import { readRows, register, writeRows } from './book.ts'
import { openTrainingStore, type PersonName, type TrainingStore } from './training-store.ts'

/** Acts that the tests of leaves need again and again. */

/** 陈晓东 rests on Saturday and Sunday; 2026-03-02 is a Monday. */
export const openLeaveStore = (now = '2026-03-02'): TrainingStore => {
  const store = openTrainingStore({ now })
  writeRows(store, "update staff set rest_weekdays = '[6,7]' where staff_id = ?", store.ids.chen)
  return store
}
/** The policy of the store from now on, with the switch on that lets a colleague cover. */
export const allowCover = (store: TrainingStore): void => {
  const [row] = readRows<{ document: string }>(store, 'select document from policies where version = 1')
  const policy = JSON.parse(row?.document ?? '{}') as { switches: object }
  const document = JSON.stringify({ ...policy, switches: { ...policy.switches, cover: true } })
  writeRows(
    store,
    'insert into policies (version, effective_from, document, published_at) select 2, effective_from, ?, published_at from policies',
    document,
  )
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
