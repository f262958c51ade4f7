import { describe, expect, it } from 'vitest'
import { verifyStore } from '#main/application/verify/index.ts'
import { readRows, writeRows } from '#tests/support/book.ts'
import { callFor, fileClaim, makeContested, writeRecording } from '#tests/support/books/contested.ts'
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
