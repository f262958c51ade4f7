import path from 'node:path'
import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { reach, readRows } from '#tests/support/book.ts'
import {
  allowCover,
  openLeaveStore,
  planRow,
  registerWang,
  vacation,
} from '#tests/support/books/leave-store.ts'
import { makeWith, merge, sound } from '#tests/support/books/merging.ts'
import { fileClaim, makeContested } from '#tests/support/books/contested.ts'
import { leadOf } from '#tests/support/books/leads.ts'
import { makeProposal } from '#tests/support/books/occasions.ts'
import { cameTo, cardOf, openShowroom } from '#tests/support/books/showroom.ts'
import { openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

/** What a review of the showroom found: each is a way in which something went wrong. */

const codesOf = (failure: { readonly reasons?: readonly { readonly code: string }[] }) =>
  failure.reasons?.map(({ code }) => code)

/** Three records of one person of 陈晓东, the first taken in by the second, the second by the third. */
function mergedTwice() {
  const store = openShowroom()
  const [first, second, third] = ['王伟', '汪伟', '王玮'].map((name, place) =>
    makeWith(store, 'chen', { name, mobile: `1390000000${place}` }),
  )
  if (!first || !second || !third) throw new Error('nobody')
  merge(store, 'manager', second.customerId, first.customerId)
  merge(store, 'manager', third.customerId, second.customerId)
  return { store, first, third }
}

describe('a record that was taken in (R-3.4a)', () => {
  it('has its visits registered for whoever stands for it now, after two merges too', () => {
    const { store, first, third } = mergedTwice()
    const visit = { kind: 'walk_in', customerId: first.customerId } as const
    expect(store.ok('desk', 'visits.register', visit)).toMatchObject({
      customerId: third.customerId,
      consultantId: store.ids.chen,
    })
    sound(store)
  })

  it('gets neither a visit nor an opportunity by a card', () => {
    const { store, first, third } = mergedTwice()
    const { visitId } = cameTo(store, 'chen', { callerName: '王先生' })
    const { opportunity, plan } = cardOf()
    const { customerId } = store.ok('chen', 'visits.card', {
      visitId,
      customerId: first.customerId,
      opportunity,
      plan,
    })
    expect(customerId).toBe(third.customerId)
    sound(store)
  })

  it('gives a covered plan back to its owner where the cover stands no more when the merge is undone', () => {
    const store = openLeaveStore()
    allowCover(store)
    const { planId, customerId } = registerWang(store)
    const { leaveId } = store.ok('chen', 'leaves.request', vacation)
    store.ok('chen', 'leaves.resolve', { leaveId, planId, way: { cover: { staffId: store.ids.li } } })
    store.ok('manager', 'leaves.confirm', { leaveId })
    const kept = makeWith(store, 'zhou', { name: '汪伟', mobile: '13900000001' })
    const { mergeId } = merge(store, 'director', kept.customerId, customerId, { reason: '同一人' })
    expect(planRow(store, planId)).toMatchObject({ assignee_id: store.ids.zhou, leave_id: null })
    store.ok('chen', 'leaves.cancel', { leaveId, reason: '不去了' })
    store.ok('director', 'merges.undo', { mergeId })
    expect(planRow(store, planId)).toMatchObject({ assignee_id: store.ids.chen, leave_id: null })
    sound(store)
  })
})

describe("somebody else's customer (section 13, R-13.2)", () => {
  it('tells whoever links a visit to him neither his name nor what he wants', () => {
    const store = openShowroom()
    const phone = '13912345678'
    const { visitId } = cameTo(store, 'li')
    store.ok('chen', 'customers.register', {
      ...cardOf(phone),
      customer: { ...cardOf(phone).customer, name: '欧阳修远' },
      opportunity: { ...cardOf().opportunity, model: '途昂' },
    })
    const { customerId = '' } = store.ok('li', 'customers.lookup', { phone })
    store.ok('li', 'visits.card', { visitId, customerId, customer: { mobile: phone } })
    const line = store.ok('li', 'visits.get', { visitId })
    expect(line).toMatchObject({ callerName: '欧**', model: null, grade: null })
    expect(store.ok('chen', 'customers.get', { customerId }).customer.name).toBe('欧阳修远')
  })
})

describe('a ledger that was imported', () => {
  it('takes no visitor from whoever received him first (R-11.5)', async () => {
    const store = openShowroom()
    const { visitId } = cameTo(store, 'zhou', { phone: '13900000001' })
    const file = path.join(path.dirname(store.file), 'one.csv')
    const lines = [
      '姓名,电话,意向车型,级别,顾问',
      '王伟,13900000001,途昂,C,陈晓东',
      '李雷,13900000002,途昂,C,陈晓东',
    ]
    writeFileSync(file, lines.join('\n'))
    expect(await store.answerAsync('manager', 'imports.run', { path: file })).toMatchObject({
      value: { imported: 1, rejected: 1 },
    })
    store.ok('zhou', 'visits.card', { visitId, ...cardOf('13900000001') })
  })

  it('is not taken back under a test drive', async () => {
    const store = openTrainingStore()
    const file = path.join(path.dirname(store.file), 'one.csv')
    writeFileSync(file, '姓名,电话,意向车型,级别,顾问\n王伟,13900000001,途昂,C,陈晓东\n')
    const run = await store.answerAsync('manager', 'imports.run', { path: file })
    expect(run).toMatchObject({ ok: true })
    const { batchId } = run.ok ? (run.value as { batchId: string }) : { batchId: '' }
    const [row] = readRows<{ id: string }>(store, 'select opportunity_id as id from opportunities')
    store.ok('chen', 'testDrives.record', { opportunityId: row?.id ?? '', drivenOn: '2026-03-02' })
    const undone = await store.answerAsync('manager', 'imports.undo', { batchId })
    expect(undone).toMatchObject({ ok: false, error: { code: 'VALIDATION_FAILED' } })
  })
})

describe('whoever is suspended for study (R-8.5)', () => {
  const suspend = (store: TrainingStore, who: 'chen' | 'li' | 'zhou') => {
    const suspensionId = makeProposal(store, who, '2026-03-09', '2026-03-10')
    store.ok('director', 'suspensions.decide', {
      suspensionId,
      decision: 'suspend',
      from: '2026-03-11',
      until: '2026-03-13',
    })
  }

  it('is given no customer by a claim', () => {
    const contested = makeContested()
    const { store } = contested
    store.setNow('2026-04-03')
    const { claimId } = fileClaim(store, 'li', contested)
    const suspensionId = makeProposal(store, 'li', '2026-04-02', '2026-04-03')
    const days = { from: '2026-04-03', until: '2026-04-07' }
    store.ok('director', 'suspensions.decide', { suspensionId, decision: 'suspend', ...days })
    const decision = { claimId, reason: '客户确认', withoutRecording: true } as const
    const approve = { ...decision, decision: 'approve' } as const
    expect(codesOf(store.refused('director', 'claims.decide', approve))).toEqual(['receiver_suspended'])
    store.setNow('2026-04-08')
    store.ok('director', 'claims.decide', approve)
  })

  it('is given no line of a day that is over', () => {
    const store = openShowroom()
    store.setNow('2026-03-10 10:00')
    const { visitId } = cameTo(store, 'li', { phone: '13900000001' })
    store.setNow('2026-03-11 10:00')
    suspend(store, 'chen')
    const handOver = { visitId, consultantId: store.ids.chen, reason: '休息' }
    expect(codesOf(store.refused('manager', 'visits.handOver', handOver))).toEqual(['rotation_suspended'])
  })
})

describe('an appointment that is made in cover (R-6.4, R-10.3)', () => {
  it('has its calls with the colleague who covers', () => {
    const store = openLeaveStore()
    allowCover(store)
    const { planId, opportunityId } = registerWang(store)
    const { leaveId } = store.ok('chen', 'leaves.request', vacation)
    store.ok('chen', 'leaves.resolve', { leaveId, planId, way: { cover: { staffId: store.ids.li } } })
    store.ok('manager', 'leaves.confirm', { leaveId })
    const { policy } = store.ok('director', 'policies.current')
    store.setNow('2026-03-10')
    store.ok('director', 'policies.publish', {
      policy: { ...policy, switches: { ...policy.switches, appointmentPlansForAll: true } },
      effectiveFrom: '2026-03-10',
    })
    reach(
      store,
      'li',
      opportunityId,
      { kind: 'plan', on: '2026-03-12', channel: 'showroom_visit', purpose: '到店' },
      { planId },
    )
    expect(
      readRows(
        store,
        "select due_on as due, assignee_id as who from plans where status = 'open' order by 1, 2",
      ),
    ).toEqual([
      { due: '2026-03-11', who: store.ids.li },
      { due: '2026-03-12', who: store.ids.li },
      { due: '2026-03-12', who: store.ids.li },
    ])
  })
})

describe('a test drive (R-11.1)', () => {
  it('with the number of another is refused at the desk, also of somebody whom nobody knows yet', () => {
    const store = openShowroom()
    const { visitId } = cameTo(store, 'chen', { phone: '13900000001', agreementNumber: 'SJ-1' })
    store.ok('chen', 'visits.card', { visitId, ...cardOf('13900000001') })
    const again = { kind: 'call_in', agreementNumber: 'SJ-1' } as const
    expect(store.refused('desk', 'visits.register', again).issues).toMatchObject([
      { field: 'agreementNumber', code: 'agreement_used' },
    ])
  })

  it('with the number of another keeps nobody without a card, whose line the desk has signed', () => {
    const store = openShowroom()
    const [one, two, three] = [1, 2, 3].map((digit) => ({
      ...cameTo(store, 'chen', {
        phone: `1390000000${digit}`,
        agreementNumber: 'SJ-1',
        leftTime: '10:00',
        arrivedTime: '10:00',
      }),
      phone: `1390000000${digit}`,
    }))
    if (!one || !two || !three) throw new Error('nobody')
    store.ok('desk', 'visits.close', { on: '2026-03-02' })
    store.ok('chen', 'visits.card', { visitId: one.visitId, ...cardOf(one.phone) })
    const { warnings } = store.ok('chen', 'visits.card', { visitId: two.visitId, ...cardOf(two.phone) })
    expect(warnings.filter(({ code }) => code === 'agreement_left_out')).toHaveLength(1)
    // Whoever registers the phone cards the visit by that.
    store.ok('chen', 'customers.register', cardOf(three.phone))
    expect(readRows(store, 'select agreement_number as number from test_drives order by 1 desc')).toEqual([
      { number: 'SJ-1' },
      { number: null },
      { number: null },
    ])
    sound(store)
  })

  it('is gone when the line says that he did not drive', () => {
    const store = openShowroom()
    const { customerId } = makeWith(store, 'chen', { name: '王伟' })
    const { visitId } = cameTo(store, 'chen', { customerId, testDrive: true })
    expect(store.ok('chen', 'testDrives.list', { customerId }).rows).toHaveLength(1)
    const { version } = store.ok('desk', 'visits.get', { visitId })
    store.ok('desk', 'visits.update', { visitId, version, testDrive: false })
    expect(store.ok('chen', 'testDrives.list', { customerId }).rows).toEqual([])
    sound(store)
  })
})

describe('what the desk is told (section 13)', () => {
  it('names no grade where a known phone is refused', () => {
    const store = openShowroom()
    makeWith(store, 'chen', { name: '王伟', mobile: '13900000001' })
    const refused = (who: 'desk' | 'director') =>
      store.refused(who, 'customers.register', { ...cardOf('13900000001'), ownerId: store.ids.li })
    expect(refused('director')).toMatchObject({ code: 'DUPLICATE_CUSTOMER', data: { grade: 'C' } })
    expect(refused('desk')).toMatchObject({ code: 'DUPLICATE_CUSTOMER', data: { grade: null } })
  })
})

describe('a no-show (R-10.3)', () => {
  const onCheck = (store: TrainingStore, on: string) =>
    (store.ok('manager', 'dailyCheck.get', { on }).attention ?? []).filter(({ kind }) => kind === 'no_show')

  it.each([
    ['2026-03-05 14:29', 0],
    ['2026-03-05 14:30', 1],
    ['2026-03-05 23:59', 1],
    ['2026-03-06 09:00', 1],
  ])('that nobody has marked stands on the check of its date at %s: %i', (now, count) => {
    const store = openShowroom()
    const { opportunityId } = leadOf(store, 'chen')
    const next = {
      kind: 'plan',
      on: '2026-03-05',
      time: '14:00',
      channel: 'showroom_visit',
      purpose: '',
    } as const
    reach(store, 'chen', opportunityId, next)
    store.setNow('2026-03-05 08:30')
    const call = {
      channel: 'phone',
      result: 'reached',
      content: '确认下午到店',
      next: { kind: 'keep' },
    } as const
    store.ok('chen', 'followUps.execute', { opportunityId, ...call })
    store.setNow(now)
    expect(onCheck(store, '2026-03-05')).toHaveLength(count)
  })

  it('that nobody has marked is done with by a contact after its time', () => {
    const store = openShowroom()
    const { opportunityId } = leadOf(store, 'chen')
    const next = {
      kind: 'plan',
      on: '2026-03-05',
      time: '14:00',
      channel: 'showroom_visit',
      purpose: '',
    } as const
    reach(store, 'chen', opportunityId, next)
    store.setNow('2026-03-05 15:00')
    expect(onCheck(store, '2026-03-05')).toHaveLength(1)
    reach(store, 'chen', opportunityId, { kind: 'keep' })
    expect(onCheck(store, '2026-03-05')).toHaveLength(0)
  })
})

describe('what was noted of a lead (R-3.7)', () => {
  it.each([
    ['A 想看车', undefined, 'A 想看车', 'A'],
    ['A 想看车', 'A', 'A 想看车', 'A'],
    ['想看车', 'H', 'H 想看车', 'H'],
  ])('%s with the grade %s: %s', (remark, grade, shown, expected) => {
    const store = openTrainingStore()
    const { customerId } = leadOf(store, 'chen', { remark, ...(grade ? { grade } : {}) })
    const [opportunity] = store.ok('chen', 'customers.get', { customerId }).opportunities
    expect(opportunity).toMatchObject({ remark: shown, grade: expected })
  })
})
