import { describe, expect, it } from 'vitest'
import { intake, openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

const plan = (store: TrainingStore, as: 'chen' | 'li', customer: object, next: object) =>
  store.ok(
    as,
    'customers.register',
    intake({
      customer,
      opportunity: { grade: 'C', expectedPurchaseDate: '2026-05-01' },
      plan: { on: '2026-03-04', ...next },
    }),
  )

function makeDay() {
  const store = openTrainingStore()
  plan(store, 'chen', { name: '王建国', gender: 'male' }, { time: '14:30', channel: 'showroom_visit' })
  plan(store, 'chen', { name: '刘芳', gender: 'unknown' }, { time: '09:30', channel: 'phone' })
  plan(store, 'chen', { name: '没有时间' }, {})
  plan(store, 'li', { name: '别人的' }, { time: '10:00', channel: 'showroom_visit' })
  store.setNow('2026-03-04')
  return store
}

describe('what the desktop reminds of', () => {
  it('is one’s own of today by time, with how much is not done, and neither phone nor full name (S5)', () => {
    const store = makeDay()
    const told = store.ok('chen', 'toDo.reminders')
    const planned = store.ok('chen', 'toDo.list').progress.open
    expect(told).toMatchObject({ on: '2026-03-04', storeIsOpen: true, open: planned })
    const at = Number(told.time.slice(0, 2)) * 60 + Number(told.time.slice(3))
    expect(told.timed.filter(({ channel }) => channel !== 'phone')).toMatchObject([
      { customerName: '王先生', time: '14:30', minutesLeft: 14 * 60 + 30 - at },
    ])
    const names = told.timed.map(({ customerName }) => customerName)
    expect(names[0]).toBe('刘**')
    expect(JSON.stringify(told)).not.toMatch(/王建国|刘芳|别人|:"1\d{10}"/)
  })

  it('is nobody else’s, also of a director who may read every list (S2)', () => {
    const store = makeDay()
    expect(store.ok('li', 'toDo.reminders').timed).toMatchObject([{ time: '10:00' }])
    expect(store.ok('director', 'toDo.reminders')).toMatchObject({ open: 0, timed: [] })
  })

  it('is refused to whoever has no to-do list (S2)', () => {
    const store = makeDay()
    expect(store.answer('desk', 'toDo.reminders')).toMatchObject({
      ok: false,
      error: { code: 'PERMISSION_DENIED' },
    })
  })

  it('says that the store is closed, and leaves out what was done', () => {
    const store = makeDay()
    const [first] = store.ok('chen', 'toDo.reminders').timed
    store.ok('chen', 'followUps.execute', {
      planId: first?.planId ?? '',
      result: 'reached',
      channel: 'phone',
      content: '说周末来试驾新车',
      next: { kind: 'plan', on: '2026-03-20', channel: 'phone', purpose: '约试驾' },
    })
    const open = store.ok('chen', 'toDo.reminders')
    expect(open.timed.map(({ planId }) => planId)).not.toContain(first?.planId)
    store.ok('director', 'store.setCalendar', { closedDates: ['2026-03-04'] })
    expect(store.ok('chen', 'toDo.reminders').storeIsOpen).toBe(false)
  })
})
