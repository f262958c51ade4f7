import { describe, expect, it } from 'vitest'
import { verifyStore } from '#main/application/verify/index.ts'
import { planOn, raised, reach, register } from '#tests/support/book.ts'
import { fileClaim, makeContested, phoneOf, writeRecording } from '#tests/support/books/contested.ts'
import type { TrainingStore } from '#tests/support/training-store.ts'

const codesOf = (failure: { reasons?: readonly { code: string }[] }) =>
  failure.reasons?.map(({ code }) => code)
const sound = (store: TrainingStore) => verifyStore(store.application.store, 'en').problems

describe('deciding (R-5.3, R-5.4)', () => {
  const decision = (claimId: string, rest: object = {}) => ({
    claimId,
    decision: 'approve' as const,
    reason: '客户确认由李雪跟进',
    ...rest,
  })

  it('names the recording it rests on, or states that there is none: one of the two', () => {
    const contested = makeContested()
    const { store } = contested
    store.setNow('2026-04-02')
    const { claimId, followUpId } = fileClaim(store, 'li', contested)
    const recordingId = writeRecording(store, 'call', followUpId)
    const gone = writeRecording(store, 'gone', followUpId, 'changed')
    const unmatched = writeRecording(store, 'unmatched', null)
    const why = (rest: object) => codesOf(store.refused('director', 'claims.decide', decision(claimId, rest)))
    expect(why({})).toEqual(['claim_needs_evidence'])
    expect(why({ recordingId, withoutRecording: true })).toEqual(['claim_needs_evidence'])
    expect(why({ recordingId: gone })).toEqual(['claim_recording_lost'])
    expect(why({ recordingId: unmatched })).toEqual(['claim_recording_not_of_customer'])
    expect(
      store.refused('manager', 'claims.decide', decision(claimId, { withoutRecording: true })).code,
    ).toBe('PERMISSION_DENIED')
    store.ok('director', 'claims.decide', { ...decision(claimId, { recordingId }), decision: 'refuse' })
    expect(store.ok('li', 'claims.get', { claimId })).toMatchObject({
      status: 'refused',
      recording: { fileName: 'call.mp3' },
      withoutRecording: false,
      decidedBy: '高总监',
    })
    expect(store.ok('chen', 'customers.get', { customerId: contested.customerId }).owners).toHaveLength(1)
  })

  it('approved, customer, opportunity and plan go to the claimant, who answers for nothing before', () => {
    const contested = makeContested()
    const { store, customerId, opportunityId } = contested
    // The plan of 04-01 is left undone: it is 陈晓东's fault, and stays his.
    store.setNow('2026-04-03')
    const { claimId, followUpId } = fileClaim(store, 'li', contested)
    const before = raised(store)
    expect(before).toEqual(['2026-04-02 overdue_follow_up 王伟'])
    const recordingId = writeRecording(store, 'call', followUpId)
    store.ok('director', 'claims.decide', decision(claimId, { recordingId }))
    expect(store.refused('chen', 'customers.get', { customerId }).code).toBe('NOT_FOUND')
    const card = store.ok('li', 'customers.get', { customerId })
    expect(card.customer).toMatchObject({ ownerName: '李雪', ownerSinceOn: '2026-04-03' })
    expect(card.owners).toMatchObject([
      { ownerName: '李雪', fromOn: '2026-04-03', reason: '工作联系单获批：客户确认由李雪跟进' },
      { ownerName: '陈晓东', untilOn: '2026-04-03', reason: 'registered' },
    ])
    expect(card.plans.filter(({ status }) => status === 'open')).toMatchObject([
      { opportunityId, on: '2026-04-03', assigneeName: '李雪' },
    ])
    expect(card.followUps.map(({ staffName }) => staffName)).toEqual(['李雪', '陈晓东'])
    expect(card.protection).toMatchObject({ protectedUntil: '2026-05-03' })
    const [mine] = store.ok('li', 'toDo.list').items
    expect(mine).toMatchObject({ customerId, on: '2026-04-03', daysOverdue: 0 })
    store.setNow('2026-04-04')
    // From his own plan on he answers: it was due on 04-03 and is undone.
    expect(raised(store)).toEqual([...before, '2026-04-04 overdue_follow_up 王伟'])
    expect(sound(store)).toEqual([])
  })

  it('refuses the other open claims with it, on the same evidence', () => {
    const contested = makeContested()
    const { store } = contested
    store.setNow('2026-04-02')
    const mine = fileClaim(store, 'li', contested)
    const other = fileClaim(store, 'zhou', contested)
    store.ok('director', 'claims.decide', decision(mine.claimId, { withoutRecording: true }))
    expect(store.ok('zhou', 'claims.get', { claimId: other.claimId })).toMatchObject({
      status: 'refused',
      withoutRecording: true,
      decisionReason: '客户已按另一份工作联系单归 李雪',
      decidedBy: '高总监',
    })
    expect(store.ok('director', 'claims.list', { open: true }).total).toBe(0)
    // The former owner still reads what became of it.
    expect(store.ok('chen', 'claims.get', { claimId: mine.claimId })).toMatchObject({
      status: 'approved',
      masked: true,
      customerName: '王**',
    })
  })

  it('approved, linked relatives go with him, and claims on them are refused (R-3.5)', () => {
    const contested = makeContested()
    const { store, customerId, phone } = contested
    const wife = register(store, 'chen', {
      grade: 'C',
      expected: '2026-06-30',
      plan: '2026-03-20',
      name: '刘芳',
    })
    store.ok('chen', 'customers.linkRelative', {
      customerId,
      relativeId: wife.customerId,
      relation: 'spouse',
    })
    store.setNow('2026-04-02')
    const { claimId } = fileClaim(store, 'li', contested)
    store.setNow('2026-04-02 10:00')
    const other = fileClaim(store, 'zhou', {
      customerId: wife.customerId,
      phone: phoneOf(store, wife.customerId),
    })
    store.ok('director', 'claims.decide', decision(claimId, { withoutRecording: true }))
    for (const each of [customerId, wife.customerId])
      expect(store.ok('li', 'customers.get', { customerId: each }).customer.ownerName).toBe('李雪')
    expect(store.ok('zhou', 'claims.get', { claimId: other.claimId }).status).toBe('refused')
    // What was said to his wife stands in his verdict too.
    expect(
      store
        .ok('li', 'ownership.verdict', { phone })
        .contacts.map(({ staff, relativeName }) => [staff?.name, relativeName]),
    ).toEqual([
      ['周婷', '刘芳'],
      ['李雪', null],
      ['陈晓东', null],
    ])
    expect(sound(store)).toEqual([])
  })

  it('an effective contact of the owner after the filing is shown, and the director decides all the same', () => {
    const contested = makeContested()
    const { store, opportunityId, customerId } = contested
    store.setNow('2026-04-02')
    const { claimId } = fileClaim(store, 'li', contested)
    store.setNow('2026-04-03')
    reach(store, 'chen', opportunityId, planOn('2026-04-30'))
    expect(store.ok('director', 'claims.get', { claimId }).notes).toEqual([
      { code: 'claim_owner_renewed', data: { from: '2026-05-04', lastEffectiveOn: '2026-04-03' } },
    ])
    store.ok('director', 'claims.decide', decision(claimId, { withoutRecording: true }))
    expect(store.ok('li', 'customers.get', { customerId }).customer.ownerName).toBe('李雪')
    expect(sound(store)).toEqual([])
  })

  it('a customer who went to somebody else meanwhile has that owner answer', () => {
    const contested = makeContested()
    const { store, customerId } = contested
    store.setNow('2026-04-02')
    const first = fileClaim(store, 'li', contested)
    const second = fileClaim(store, 'zhou', contested)
    store.ok('director', 'claims.decide', decision(first.claimId, { withoutRecording: true }))
    store.setNow('2026-05-04')
    const third = fileClaim(store, 'zhou', contested)
    expect(third.claimId).not.toBe(second.claimId)
    store.ok('li', 'claims.answer', { claimId: third.claimId, text: '客户在外地' })
    expect(store.refused('chen', 'claims.get', { claimId: third.claimId }).code).toBe('NOT_FOUND')
    store.ok('director', 'claims.decide', {
      ...decision(third.claimId, { withoutRecording: true }),
      decision: 'refuse',
    })
    expect(store.ok('li', 'customers.get', { customerId }).customer.ownerName).toBe('李雪')
  })

  it('a claimant who has left cannot receive the customer', () => {
    const contested = makeContested()
    const { store } = contested
    store.setNow('2026-04-02')
    const { claimId } = fileClaim(store, 'zhou', contested)
    store.ok('admin', 'staff.setStatus', { staffId: store.ids.zhou, status: 'suspended' })
    const asked = decision(claimId, { withoutRecording: true })
    expect(codesOf(store.refused('director', 'claims.decide', asked))).toEqual(['claim_claimant_not_active'])
    store.ok('director', 'claims.decide', { ...asked, decision: 'refuse' })
  })

  it('is not decided while the clock is behind (R-1.6)', () => {
    const contested = makeContested()
    const { store } = contested
    store.setNow('2026-04-02 12:00')
    const { claimId } = fileClaim(store, 'li', contested)
    store.setNow('2026-04-02 11:00')
    expect(
      store.refused('director', 'claims.decide', decision(claimId, { withoutRecording: true })).code,
    ).toBe('CLOCK_BEHIND')
  })
})

describe('open claims on the daily check (R-9.1)', () => {
  const lines = (store: TrainingStore, who: Parameters<TrainingStore['ok']>[0], on: string) =>
    (store.ok(who, 'dailyCheck.get', { on }).attention ?? [])
      .filter(({ kind }) => kind === 'claim_open')
      .map(({ staffName, customerName, customerId, reasons }) => [
        staffName,
        customerName,
        customerId !== null,
        reasons[0]?.code,
      ])

  it('stand once, beside the owner or else the claimant, as they stood on the date', () => {
    const contested = makeContested()
    const { store } = contested
    store.setNow('2026-04-02')
    const { claimId } = fileClaim(store, 'zhou', contested)
    store.setNow('2026-04-03')
    store.ok('chen', 'claims.answer', { claimId, text: '3 月 28 日微信联系过' })
    const asked = '2026-04-02'
    const byOwner = ['陈晓东', '王伟', true, 'claim_waits_for_answer']
    expect(lines(store, 'manager', asked)).toEqual([byOwner])
    expect(lines(store, 'director', asked)).toEqual([byOwner])
    expect(lines(store, 'chen', asked)).toEqual([byOwner])
    const byClaimant = ['周婷', '王**', false, 'claim_waits_for_answer']
    expect(lines(store, 'otherManager', asked)).toEqual([byClaimant])
    expect(lines(store, 'zhou', asked)).toEqual([byClaimant])
    expect(lines(store, 'li', asked)).toEqual([])
    expect(lines(store, 'manager', '2026-04-01')).toEqual([])
    expect(lines(store, 'manager', '2026-04-03')).toEqual([
      ['陈晓东', '王伟', true, 'claim_waits_for_decision'],
    ])
    store.setNow('2026-04-04')
    store.ok('director', 'claims.decide', {
      claimId,
      decision: 'refuse',
      reason: '归属顾问有有效证据',
      withoutRecording: true,
    })
    expect(lines(store, 'manager', '2026-04-04')).toEqual([])
    expect(lines(store, 'manager', '2026-04-03')).toHaveLength(1)
  })
})
