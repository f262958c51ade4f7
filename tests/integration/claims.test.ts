import { describe, expect, it } from 'vitest'
import { verifyStore } from '#main/application/verify/index.ts'
import { planOn, raised, reach, readRows, register, writeRows } from '#tests/support/book.ts'
import { callFor, fileClaim, makeContested, phoneOf, writeRecording } from '#tests/support/contested.ts'
import type { TrainingStore } from '#tests/support/training-store.ts'

const codesOf = (failure: { reasons?: readonly { code: string }[] }) =>
  failure.reasons?.map(({ code }) => code)
const statement = '客户愿意由我跟进'
const sound = (store: TrainingStore) => verifyStore(store.application.store, 'en').problems

describe('filing a claim (R-5.3, R-5.5)', () => {
  it('is refused on 03-20 with the date from which it is possible, and possible on 04-02', () => {
    const { store, customerId, phone } = makeContested()
    store.setNow('2026-03-20')
    const early = callFor(store, 'li', phone)
    expect(early).toMatchObject({
      effective: { yes: true },
      mayClaim: false,
      dormantFrom: '2026-04-02',
      customerId,
    })
    const refused = store.refused('li', 'claims.file', {
      customerId,
      followUpId: early.followUpId,
      statement,
    })
    expect(refused).toMatchObject({
      code: 'RULE_REFUSED',
      reasons: [
        { code: 'claim_customer_protected', data: { from: '2026-04-02', protectedUntil: '2026-04-01' } },
      ],
    })
    store.setNow('2026-04-02')
    expect(
      codesOf(store.refused('li', 'claims.file', { customerId, followUpId: early.followUpId, statement })),
    ).toEqual(['claim_contact_while_protected'])
    const { followUpId, mayClaim } = callFor(store, 'li', phone)
    expect(mayClaim).toBe(true)
    const { claimId } = store.ok('li', 'claims.file', { customerId, followUpId, statement })
    expect(store.ok('li', 'claims.get', { claimId })).toMatchObject({
      status: 'filed',
      filedOn: '2026-04-02',
      dormantFrom: '2026-04-02',
      lastEffectiveOn: '2026-03-02',
      owner: { name: '陈晓东' },
      claimant: { name: '李雪' },
      followUp: { followUpId, contactedOn: '2026-04-02', effective: true },
      notes: [],
      abilities: { answer: false, decide: false, withdraw: true },
    })
    expect(store.ok('chen', 'customers.get', { customerId }).customer.ownerName).toBe('陈晓东')
    expect(sound(store)).toEqual([])
  })

  it('needs an effective contact of his own, and is not filed twice', () => {
    const { store, customerId, phone } = makeContested()
    store.setNow('2026-04-02')
    const unreached = callFor(store, 'li', phone, { result: 'no_answer', content: '客户说周末来看车' })
    expect(unreached).toMatchObject({ mayClaim: false, effective: { yes: false } })
    expect(
      codesOf(
        store.refused('li', 'claims.file', { customerId, followUpId: unreached.followUpId, statement }),
      ),
    ).toEqual(['claim_contact_not_effective', 'not_effective_not_reached'])
    const own = callFor(store, 'zhou', phone)
    const asked = { customerId, followUpId: own.followUpId, statement }
    expect(store.refused('li', 'claims.file', asked).code).toBe('NOT_FOUND')
    store.ok('zhou', 'claims.file', asked)
    expect(codesOf(store.refused('zhou', 'claims.file', asked))).toEqual(['claim_already_open'])
    expect(callFor(store, 'zhou', phone).mayClaim).toBe(false)
    // Another claimant may still file his own.
    const { followUpId } = callFor(store, 'li', phone)
    store.ok('li', 'claims.file', { customerId, followUpId, statement })
    expect(store.ok('director', 'claims.list', { open: true }).total).toBe(2)
  })

  it('names the customer of the contact, and says nothing of any other', () => {
    const { store, phone } = makeContested()
    const other = makeContested()
    store.setNow('2026-04-02')
    const { followUpId } = callFor(store, 'li', phone)
    const asked = { customerId: other.customerId, followUpId, statement }
    expect(store.refused('li', 'claims.file', asked).code).toBe('NOT_FOUND')
    expect(store.refused('li', 'claims.file', { ...asked, followUpId: 'nobody' }).code).toBe('NOT_FOUND')
    expect(store.refused('li', 'claims.file', { ...asked, statement: ' ' }).code).toBe('VALIDATION_FAILED')
  })

  it('lists his contacts with customers who are not his, masked, each with whether a claim can rest on it', () => {
    const contested = makeContested()
    const { store, customerId, phone } = contested
    store.setNow('2026-03-20')
    callFor(store, 'li', phone)
    store.setNow('2026-04-02')
    callFor(store, 'zhou', phone)
    const { followUpId } = callFor(store, 'li', phone)
    const told = store.ok('li', 'claims.contacts')
    expect(
      told.rows.map(({ contactedOn, against }) => [contactedOn, against.map(({ code }) => code)]),
    ).toEqual([
      ['2026-04-02', []],
      ['2026-03-20', ['claim_contact_while_protected']],
    ])
    expect(told).toMatchObject({
      total: 2,
      rows: [
        {
          followUpId,
          customerId,
          customerName: '王**',
          phone: `138****${phone.slice(-4)}`,
          ownerName: '陈晓东',
          dormantFrom: '2026-04-02',
        },
        {},
      ],
    })
    const { claimId } = store.ok('li', 'claims.file', { customerId, followUpId, statement })
    expect(store.ok('li', 'claims.contacts').rows[0]?.against).toMatchObject([{ code: 'claim_already_open' }])
    const asked = { claimId, decision: 'approve', reason: '客户确认', withoutRecording: true } as const
    store.ok('director', 'claims.decide', asked)
    expect(store.ok('li', 'claims.contacts').total).toBe(0)
    // What 陈晓东 did while he was the owner is no contact with somebody else's customer.
    expect(store.ok('chen', 'claims.contacts').total).toBe(0)
  })

  it('a late recorded contact carries no claim until it has a recording (R-4.10)', () => {
    const { store, customerId, phone } = makeContested()
    store.setNow('2026-04-04')
    const late = callFor(store, 'li', phone, { contactedOn: '2026-04-03' })
    expect(late).toMatchObject({ mayClaim: false, effective: { yes: false } })
    const asked = { customerId, followUpId: late.followUpId, statement }
    expect(codesOf(store.refused('li', 'claims.file', asked))).toEqual([
      'claim_contact_not_effective',
      'not_effective_late_recorded',
    ])
    writeRows(store, 'update follow_ups set effective = 1 where follow_up_id = ?', late.followUpId)
    store.ok('li', 'claims.file', asked)
  })
})

describe('who sees a claim, and of the customer (R-9.4, R-13.2)', () => {
  it('both sides and their managers; the customer is masked for whoever may not open him', () => {
    const contested = makeContested()
    const { store, customerId, phone } = contested
    store.setNow('2026-04-02')
    const { claimId } = fileClaim(store, 'zhou', contested)
    const seen = (who: Parameters<TrainingStore['ok']>[0]) => store.ok(who, 'claims.get', { claimId })
    const masked = { masked: true, customerName: '王**', phone: `138****${phone.slice(-4)}` }
    const open = { masked: false, customerName: '王伟', phone }
    expect(seen('zhou')).toMatchObject({ ...masked, abilities: { withdraw: true } })
    expect(seen('otherManager')).toMatchObject(masked)
    expect(seen('chen')).toMatchObject({ ...open, abilities: { answer: true, withdraw: false } })
    expect(seen('manager')).toMatchObject({ ...open, abilities: { answer: false, decide: false } })
    expect(seen('director')).toMatchObject({ ...open, abilities: { decide: true } })
    expect(store.refused('li', 'claims.get', { claimId }).code).toBe('NOT_FOUND')
    expect(store.ok('li', 'claims.list').total).toBe(0)
    for (const who of ['zhou', 'chen', 'manager', 'otherManager', 'director'] as const)
      expect(store.ok(who, 'claims.list', { open: true, customerId }).total).toBe(1)
    expect(store.ok('chen', 'claims.list', { open: false }).total).toBe(0)
    expect(store.ok('chen', 'claims.list', { status: 'answered' }).total).toBe(0)
    expect(JSON.stringify(store.ok('zhou', 'claims.list'))).not.toContain(phone)
  })

  it('the recordings of a customer are for whoever answers or decides', () => {
    const contested = makeContested()
    const { store } = contested
    store.setNow('2026-04-02')
    const { claimId, followUpId } = fileClaim(store, 'zhou', contested)
    const ofOwner = readRows<{ id: string }>(
      store,
      `select follow_up_id as id from follow_ups where staff_id = '${store.ids.chen}'`,
    )[0]?.id
    writeRecording(store, 'his', followUpId)
    writeRecording(store, 'owners', ofOwner ?? null)
    writeRecording(store, 'lost', followUpId, 'missing')
    const ids = (who: 'zhou' | 'chen' | 'director') =>
      store.ok(who, 'claims.get', { claimId }).evidence.map(({ recordingId }) => recordingId)
    expect(ids('director')).toEqual(['his', 'owners'])
    expect(ids('chen')).toEqual(['his', 'owners'])
    expect(ids('zhou')).toEqual([])
    expect(
      store
        .ok('zhou', 'claims.get', { claimId })
        .followUp.recordings.map(({ fileName }) => fileName)
        .sort(),
    ).toEqual(['his.mp3', 'lost.mp3'])
  })
})

describe('answering and withdrawing (R-5.3)', () => {
  it('the owner answers, also again, until it is decided; nobody else does', () => {
    const contested = makeContested()
    const { store } = contested
    store.setNow('2026-04-02')
    const { claimId, followUpId } = fileClaim(store, 'li', contested)
    const recordingId = writeRecording(store, 'call', followUpId)
    expect(store.refused('zhou', 'claims.answer', { claimId, text: '是我的客户' }).code).toBe('NOT_FOUND')
    expect(store.refused('li', 'claims.answer', { claimId, text: '是我的客户' }).code).toBe('NOT_FOUND')
    expect(store.refused('manager', 'claims.answer', { claimId, text: '是他的' }).code).toBe(
      'PERMISSION_DENIED',
    )
    store.ok('chen', 'claims.answer', { claimId, text: '3 月 28 日微信联系过' })
    store.setNow('2026-04-03 10:00')
    store.ok('chen', 'claims.answer', { claimId, text: '补一份录音', recordingId })
    expect(store.ok('li', 'claims.get', { claimId })).toMatchObject({
      status: 'answered',
      answer: '补一份录音',
      answerRecording: { fileName: 'call.mp3', lengthMs: 63000 },
      abilities: { withdraw: true },
    })
    expect(
      codesOf(store.refused('chen', 'claims.answer', { claimId, text: '再补', recordingId: 'none' })),
    ).toEqual(['claim_recording_not_of_customer'])
  })

  it('the claimant alone takes it back, and may file again', () => {
    const contested = makeContested()
    const { store, customerId } = contested
    store.setNow('2026-04-02')
    const { claimId, followUpId } = fileClaim(store, 'li', contested)
    expect(store.refused('chen', 'claims.withdraw', { claimId }).code).toBe('NOT_FOUND')
    expect(store.refused('zhou', 'claims.withdraw', { claimId }).code).toBe('NOT_FOUND')
    store.ok('li', 'claims.withdraw', { claimId, reason: '客户不愿意换人' })
    expect(store.ok('chen', 'claims.get', { claimId })).toMatchObject({
      status: 'withdrawn',
      decisionReason: '客户不愿意换人',
      abilities: { answer: false, decide: false, withdraw: false },
    })
    for (const act of [
      () => store.refused('li', 'claims.withdraw', { claimId }),
      () => store.refused('chen', 'claims.answer', { claimId, text: '迟了' }),
      () =>
        store.refused('director', 'claims.decide', {
          claimId,
          decision: 'approve',
          reason: '迟了',
          withoutRecording: true,
        }),
    ])
      expect(codesOf(act())).toEqual(['claim_not_open'])
    store.ok('li', 'claims.file', { customerId, followUpId, statement })
  })
})

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
