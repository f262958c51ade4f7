import { figures, type Figure } from '#shared/domain/codes.ts'
import { planOn, reach, register, writeRows } from '#tests/support/book.ts'
import { openTrainingStore, type PersonName } from '#tests/support/training-store.ts'

export const zero = Object.fromEntries(figures.map((figure) => [figure, 0])) as Record<Figure, number>
/** The date that the book is checked on, a Tuesday. */
export const on = '2026-03-10'

/** A book of which every figure of Tuesday 03-10 is counted by hand. The clock stands at that evening. */
export function makeBook() {
  const store = openTrainingStore()
  const of = (name: string, grade: string, expected: string, plan: string, owner: PersonName = 'chen') =>
    register(store, owner, { name, grade, expected, plan })
  of('过期', 'H', '2026-03-09', '2026-03-05')
  const done = of('完成', 'A', '2026-03-16', '2026-03-09')
  const missed = of('未接', 'B', '2026-03-25', '2026-03-10')
  const early = of('提前', 'B', '2026-03-30', '2026-03-10')
  const gone = of('战败', 'A', '2026-03-16', '2026-03-09')
  const planless = of('缺计划', 'B', '2026-03-30', '2026-03-16')
  const late = of('补录', 'C', '2026-06-01', '2026-03-20')
  of('李的', 'B', '2026-03-30', '2026-03-10', 'li')
  of('周的', 'B', '2026-03-30', '2026-03-09', 'zhou')
  writeRows(
    store,
    "update plans set status = 'dropped', ended_on = '2026-03-06' where plan_id = ?",
    planless.planId,
  )
  writeRows(
    store,
    "update opportunities set plan_missing_since = '2026-03-06' where opportunity_id = ?",
    planless.opportunityId,
  )
  const visit = (id: string, day: string, withIntent: number, customerId: string | null) =>
    writeRows(
      store,
      'insert into visits (visit_id, visited_on, consultant_id, customer_id, caller_name, model, with_intent) values (?, ?, ?, ?, ?, ?, ?)',
      id,
      day,
      store.ids.chen,
      customerId,
      '陆先生',
      '途观L',
      withIntent,
    )
  visit('v1', '2026-03-08', 1, null)
  visit('v2', '2026-03-08', 0, null)
  visit('v3', '2026-03-09', 1, done.customerId)
  const instruct = (id: string, day: string, answeredAt: number | null) =>
    writeRows(
      store,
      'insert into instructions (instruction_id, customer_id, staff_id, given_by, given_on, given_at, text, answered_at) values (?, ?, ?, ?, ?, 1, ?, ?)',
      id,
      done.customerId,
      store.ids.chen,
      store.ids.manager,
      day,
      '先问置换意向',
      answeredAt,
    )
  instruct('i1', '2026-03-09', null)
  instruct('i2', '2026-03-09', 1)
  store.setNow('2026-03-09')
  reach(store, 'chen', done.opportunityId, planOn(on))
  reach(store, 'chen', early.opportunityId, planOn('2026-03-20'))
  reach(store, 'chen', gone.opportunityId, { kind: 'lost', reason: 'price' })
  store.setNow('2026-03-10 18:00')
  reach(store, 'chen', done.opportunityId, planOn('2026-03-13'), { opportunity: { grade: 'H' } })
  store.ok('chen', 'followUps.execute', {
    opportunityId: missed.opportunityId,
    result: 'no_answer',
    channel: 'phone',
    next: planOn(on),
  })
  reach(store, 'chen', late.opportunityId, planOn('2026-03-20'), { contactedOn: '2026-03-09' })
  return { store, done, missed, planless, late }
}

export const chenByHand = {
  ...zero,
  // 完成 and 未接 are done, 未接 has to be tried again today; 提前 was done yesterday.
  dueToday: 3,
  doneToday: 2,
  notDone: 1,
  overdue: 1,
  expired: 1,
  missingPlan: 1,
  beyondLimit: 1,
  // 缺计划 and 提前: nothing; 未接 is a B with 15 days left.
  outOfStep: 1,
  uncardedVisits: 1,
  unanswered: 1,
  lateRecorded: 1,
}
