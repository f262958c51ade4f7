import { describe, expect, it } from 'vitest'
import { register } from '#tests/support/book.ts'
import { openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

/** Two customers of 陈晓东 whose plans pass on two dates; each gives an overdue follow-up the day after. */
function overdue(store: TrainingStore, plans: readonly string[]) {
  store.setNow('2026-03-02')
  for (const plan of plans) register(store, 'chen', { grade: 'A', expected: '2026-03-16', plan })
}
const raisedOn = (store: TrainingStore, on: string) =>
  store
    .ok('manager', 'violations.list', { from: on, until: on, kind: 'overdue_follow_up' })
    .rows.map(({ violationId }) => violationId)
const confirm = (store: TrainingStore, violationIds: string[]) => {
  store.ok('manager', 'violations.confirm', { violationIds })
  return violationIds
}
const approve = (store: TrainingStore, violationIds: string[]) =>
  store.ok('director', 'penalties.approve', { violationIds }).entryIds
const reports = (store: TrainingStore) =>
  store.ok('director', 'rectifications.list').rows.map(({ on, status, dueOn, items, violations }) => ({
    on,
    status,
    dueOn,
    items,
    about: violations.length,
  }))
const proposals = (store: TrainingStore) =>
  store.ok('director', 'suspensions.list').rows.map(({ on, status }) => `${on} ${status}`)

describe('what follows an approval besides money (R-8.5, R-8.9)', () => {
  it('is a report on the first occasion, and a report and a proposal of suspension from the second', () => {
    const store = openTrainingStore()
    overdue(store, ['2026-03-03', '2026-03-04'])
    store.setNow('2026-03-06')
    approve(store, confirm(store, raisedOn(store, '2026-03-04')))
    expect(reports(store)).toEqual([
      { on: '2026-03-04', status: 'due', dueOn: '2026-03-09', items: 1, about: 1 },
    ])
    expect(proposals(store)).toEqual([])
    approve(store, confirm(store, raisedOn(store, '2026-03-05')))
    expect(reports(store).map(({ on }) => on)).toEqual(['2026-03-05', '2026-03-04'])
    expect(proposals(store)).toEqual(['2026-03-05 proposed'])
  })

  it('is due on the next open date where its own is closed', () => {
    const store = openTrainingStore()
    overdue(store, ['2026-03-03'])
    store.ok('director', 'store.setCalendar', { closedDates: ['2026-03-09', '2026-03-10'] })
    store.setNow('2026-03-06')
    approve(store, confirm(store, raisedOn(store, '2026-03-04')))
    expect(reports(store)[0]?.dueOn).toBe('2026-03-11')
  })

  it('is one report for a person and date, also when more is approved later for the same date', () => {
    const store = openTrainingStore()
    overdue(store, ['2026-03-03', '2026-03-03'])
    store.setNow('2026-03-06')
    const [first = '', second = ''] = raisedOn(store, '2026-03-04')
    const [entry = ''] = approve(store, confirm(store, [first]))
    approve(store, confirm(store, [second]))
    expect(reports(store)).toMatchObject([{ on: '2026-03-04', status: 'due', about: 2 }])
    // The other entry of the date still asks for it.
    store.ok('director', 'penalties.reverse', { ids: [entry], reason: '门店停电' })
    expect(reports(store)).toMatchObject([{ on: '2026-03-04', status: 'due', about: 1 }])
  })

  it('falls away with the entry it follows, written or not, and a suspension under way ends', () => {
    const store = openTrainingStore()
    overdue(store, ['2026-03-03', '2026-03-04'])
    store.setNow('2026-03-06')
    approve(store, confirm(store, raisedOn(store, '2026-03-04')))
    const [entry = ''] = approve(store, confirm(store, raisedOn(store, '2026-03-05')))
    const [suspension] = store.ok('director', 'suspensions.list').rows
    store.ok('director', 'suspensions.decide', {
      suspensionId: suspension?.suspensionId ?? '',
      decision: 'suspend',
      from: '2026-03-06',
      until: '2026-03-08',
    })
    const report = store.ok('chen', 'rectifications.list').rows.find(({ on }) => on === '2026-03-05')
    const text = { cause: '漏看', measures: '每天核对', deadlineOn: '2026-03-20' }
    store.ok('chen', 'rectifications.write', { rectificationId: report?.rectificationId ?? '', ...text })
    store.ok('director', 'penalties.reverse', { ids: [entry], reason: '客户来电证明当天联系过' })
    expect(reports(store).map(({ on, status }) => `${on} ${status}`)).toEqual([
      '2026-03-04 due',
      '2026-03-05 dropped',
    ])
    expect(proposals(store)).toEqual(['2026-03-05 dropped'])
    const chen = store.ok('manager', 'staff.list').rows.find(({ name }) => name === '陈晓东')
    expect(chen?.suspendedUntil).toBeNull()
  })
})
