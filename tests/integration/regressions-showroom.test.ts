import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { raised, readRows } from '#tests/support/book.ts'
import { makeFolder } from '#tests/support/folders.ts'
import { makeWith, merge, sound } from '#tests/support/books/merging.ts'
import { openShowroom } from '#tests/support/books/showroom.ts'
import { intake, openTrainingStore } from '#tests/support/training-store.ts'

/** Faults that a tester found at the showroom's calls from outside, each with what must be true instead. */

describe('a plate (R-11.2, R-3.4a)', () => {
  it('is the same with signs that nobody sees and in full width, at the desk and on the card', () => {
    const store = openShowroom()
    store.ok('desk', 'visits.register', { kind: 'walk_in', plate: '苏B12345' })
    for (const plate of ['苏B\u200b12345', '苏Ｂ１２３４５', '苏b·123 45'])
      expect(store.refused('desk', 'visits.register', { kind: 'walk_in', plate })).toMatchObject({
        reasons: [{ code: 'earlier_visit_uncarded' }],
      })
    const { customerId } = makeWith(store, 'chen', { name: '韩梅', plate: '苏Ａ８８８\u200b８８' })
    expect(store.ok('chen', 'customers.get', { customerId }).customer.plate).toBe('苏A88888')
    expect(store.ok('desk', 'arrivals.find', { plate: '苏a88888' }).customer).toMatchObject({ customerId })
  })
})

describe('a visit that is linked to somebody else (R-11.2)', () => {
  it('takes its test drive along', () => {
    const store = openShowroom()
    const first = makeWith(store, 'chen', { name: '王伟' })
    const second = makeWith(store, 'chen', { name: '李雷' })
    const { visitId } = store.ok('desk', 'visits.register', {
      kind: 'walk_in',
      customerId: first.customerId,
      agreementNumber: 'SJ-9',
    })
    store.ok('chen', 'visits.card', { visitId, customerId: second.customerId })
    expect(readRows(store, 'select customer_id, opportunity_id from test_drives')).toEqual([
      { customer_id: second.customerId, opportunity_id: second.opportunityId },
    ])
    sound(store)
  })
})

describe('a merge that was taken apart (R-13.2)', () => {
  it('tells the supervisor of the other record neither the name nor the phone of the one that went back', () => {
    const store = openTrainingStore()
    const kept = makeWith(store, 'chen', { name: '王伟' })
    const dropped = makeWith(store, 'zhou', { name: '汪薇', mobile: '13900001234' })
    const { mergeId } = merge(store, 'director', kept.customerId, dropped.customerId)
    const told = () => store.ok('manager', 'merges.list').rows[0]
    expect(told()).toMatchObject({ droppedName: '汪薇', droppedPhone: '13900001234' })
    store.ok('director', 'merges.undo', { mergeId })
    expect(told()).toMatchObject({ droppedName: '汪**', droppedPhone: '139****1234' })
    expect(store.ok('director', 'merges.list').rows[0]).toMatchObject({ droppedPhone: '13900001234' })
  })
})

describe('the daily report (R-12.1)', () => {
  it('is refused for dates after which there is no calendar', async () => {
    const store = openTrainingStore()
    const failure = { code: 'VALIDATION_FAILED', issues: [{ field: 'on', code: 'too_large' }] }
    expect(store.refused('chen', 'forms.dailyReport', { on: '9999-12-31' })).toMatchObject(failure)
    const file = path.join(makeFolder(), 'report.xlsx')
    const asked = { form: 'daily_report', on: '9999-12-31', path: file }
    expect(await store.answerAsync('director', 'forms.export', asked)).toMatchObject({ error: failure })
  })
})

describe('a store that has visitors and no customer yet (R-1.5, R-11.2)', () => {
  it('judges its first visit without a card on the next date', () => {
    const store = openTrainingStore()
    store.ok('desk', 'visits.register', { kind: 'walk_in' })
    store.setNow('2026-03-03')
    store.ok('director', 'dayRoll.run')
    expect(raised(store)).toEqual(['2026-03-03 uncarded_visit'])
  })
})

describe('an appointment to visit (R-10.3)', () => {
  it('is not kept by a call', () => {
    const store = openShowroom()
    const { policy } = store.ok('director', 'policies.current')
    const switches = { ...policy.switches, appointmentPlansForAll: true }
    store.ok('director', 'policies.publish', {
      policy: { ...policy, switches },
      effectiveFrom: '2026-03-02',
    })
    const plan = { on: '2026-03-02', time: '14:00', channel: 'showroom_visit' }
    const { customerId } = store.ok('chen', 'customers.register', intake({ plan }))
    const outcome = () => store.ok('chen', 'appointments.list', { on: '2026-03-02' }).rows[0]?.outcome
    store.ok('desk', 'visits.register', { kind: 'call_in', customerId })
    expect(outcome()).toBeNull()
    store.ok('desk', 'visits.register', { kind: 'walk_in', customerId })
    expect(outcome()).toBe('kept')
  })
})

describe('the number of an agreement (R-11.1)', () => {
  it('is used once, also with signs that nobody sees', () => {
    const store = openShowroom()
    const { opportunityId } = makeWith(store, 'chen', { name: '王伟' })
    const drive = { opportunityId, drivenOn: '2026-03-02' }
    store.ok('chen', 'testDrives.record', { ...drive, agreementNumber: 'SJ-1' })
    const again = { ...drive, agreementNumber: 'SJ\u200b-1' }
    expect(store.refused('chen', 'testDrives.record', again)).toMatchObject({
      issues: [{ field: 'agreementNumber', code: 'agreement_used' }],
    })
  })
})

describe('a lead that waits for everybody (R-13.2)', () => {
  it('shows the phone of somebody else’s customer to nobody but who took it down', () => {
    const store = openTrainingStore()
    const mobile = '13912345678'
    store.ok('zhou', 'customers.register', intake({ customer: { mobile } }))
    store.ok('desk', 'leads.add', { name: '王伟', phone: mobile, assign: 'later' })
    const phonesOf = (as: 'manager' | 'otherManager' | 'director') =>
      store.ok(as, 'leads.list').rows.map(({ phone, masked }) => [phone, masked])
    expect(phonesOf('manager')).toEqual([['139****5678', true]])
    expect(phonesOf('otherManager')).toEqual([[mobile, false]])
    expect(phonesOf('director')).toEqual([[mobile, false]])
  })
})
