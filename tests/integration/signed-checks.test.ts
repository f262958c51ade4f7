import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { figures } from '#shared/domain/codes.ts'
import { planOn, reach, readRows, register, writeRows } from '#tests/support/book.ts'
import { makeBook, on } from '#tests/support/books/checked-book.ts'
import { openTrainingStore, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'

describe('the signature (R-9.2)', () => {
  it('freezes the figures and all lines, whatever comes later', () => {
    const { store, done } = makeBook()
    const before = store.ok('manager', 'dailyCheck.get', { on })
    const lines = figures.flatMap((figure) => store.ok('manager', 'dailyCheck.lines', { on, figure }).rows)
    const { signedAt, digest } = store.ok('manager', 'dailyCheck.sign', { on, note: '已逐一布置' })
    store.setNow('2026-03-11')
    reach(store, 'chen', done.opportunityId, planOn('2026-03-14'), { customer: { name: '改名' } })
    store.ok('admin', 'staff.update', { staffId: store.ids.chen, name: '陈改名' })
    const signed = store.ok('manager', 'dailyCheck.signed', { on })
    expect(signed).toMatchObject({
      on,
      policyVersion: 1,
      consultants: before.consultants,
      store: before.store,
      lossesWaiting: before.lossesWaiting,
      violationsRaised: before.violationsRaised,
      signedAt,
      signedBy: { staffId: store.ids.manager, name: '钱经理' },
      storeName: '江南店',
      note: '已逐一布置',
      digest,
    })
    expect(signed.lines).toEqual(lines)
    expect(signed.lines.some(({ customerName }) => customerName === '完成')).toBe(true)
  })

  it('is kept under the digest of its text, and the file refuses to change it', () => {
    const { store } = makeBook()
    const { digest } = store.ok('manager', 'dailyCheck.sign', { on })
    const [row] = readRows<{ snapshot: string; digest: string }>(
      store,
      'select snapshot, digest from signed_checks',
    )
    expect(
      createHash('sha256')
        .update(row?.snapshot ?? '')
        .digest('hex'),
    ).toBe(digest)
    expect(row?.digest).toBe(digest)
    expect(() => writeRows(store, "update signed_checks set note = 'x'")).toThrow('append-only')
    expect(() => writeRows(store, 'delete from signed_checks')).toThrow('append-only')
  })

  it('shows on the sheet, and is given once a date and signer', () => {
    const { store } = makeBook()
    expect(store.ok('manager', 'dailyCheck.get', { on })).toMatchObject({
      signed: null,
      signatures: [],
      maySign: true,
    })
    const { digest, signedAt } = store.ok('manager', 'dailyCheck.sign', { on })
    const signature = {
      signedAt,
      digest,
      note: null,
      signedBy: { staffId: store.ids.manager, name: '钱经理' },
    }
    expect(store.ok('manager', 'dailyCheck.get', { on })).toMatchObject({
      signed: signature,
      signatures: [signature],
      maySign: false,
    })
    expect(store.ok('director', 'dailyCheck.get', { on })).toMatchObject({
      signed: null,
      signatures: [signature],
      maySign: true,
    })
    expect(store.ok('otherManager', 'dailyCheck.get', { on })).toMatchObject({ signed: null, signatures: [] })
    expect(store.ok('chen', 'dailyCheck.get', { on })).toMatchObject({
      signed: null,
      signatures: [],
      maySign: false,
    })
    expect(store.refused('manager', 'dailyCheck.sign', { on })).toMatchObject({
      code: 'RULE_REFUSED',
      reasons: [{ code: 'check_already_signed', data: { field: 'on', on } }],
    })
    store.ok('director', 'dailyCheck.sign', { on })
  })

  it('freezes of a director the store, of a manager his team; a director reads both', () => {
    const { store } = makeBook()
    store.ok('manager', 'dailyCheck.sign', { on })
    store.ok('director', 'dailyCheck.sign', { on })
    const read = (as: PersonName, signedBy?: PersonName) =>
      store.ok(as, 'dailyCheck.signed', { on, ...(signedBy ? { signedBy: store.ids[signedBy] } : {}) })
    expect(read('director').consultants).toHaveLength(3)
    expect(read('director', 'manager').consultants).toHaveLength(2)
    expect(read('manager').consultants).toHaveLength(2)
    const out = store.refused('manager', 'dailyCheck.signed', { on, signedBy: store.ids.director })
    expect(out.code).toBe('NOT_FOUND')
    expect(store.refused('otherManager', 'dailyCheck.signed', { on }).code).toBe('NOT_FOUND')
  })

  it('is denied to consultants and the front desk, and so is what was signed', () => {
    const { store } = makeBook()
    store.ok('manager', 'dailyCheck.sign', { on })
    for (const as of ['chen', 'desk'] as const) {
      expect(store.refused(as, 'dailyCheck.sign', { on }).code).toBe('PERMISSION_DENIED')
      expect(store.refused(as, 'dailyCheck.signed', { on })).toMatchObject({
        code: 'PERMISSION_DENIED',
        reasons: [{ code: 'not_your_role' }],
      })
      expect(store.refused(as, 'dailyCheck.signatures', { from: on, until: on }).code).toBe(
        'PERMISSION_DENIED',
      )
    }
  })

  it('is refused while the clock is behind (R-1.6)', () => {
    const { store } = makeBook()
    store.setNow('2026-03-10 17:00')
    expect(store.refused('manager', 'dailyCheck.sign', { on }).code).toBe('CLOCK_BEHIND')
    expect(store.ok('manager', 'dailyCheck.get', { on }).maySign).toBe(false)
  })
})

describe('dates without a signature (R-9.3)', () => {
  const told = (store: TrainingStore, as: PersonName, from = '2026-01-01', until = '2026-12-31') =>
    store
      .ok(as, 'dailyCheck.signatures', { from, until })
      .rows.map((row) => `${row.on} ${row.managerName} ${row.signedAt === null ? '-' : 'signed'}`)

  it('are the open ones since the book began that have passed, of each manager with a team', () => {
    const store = openTrainingStore({ now: '2026-03-03' })
    store.ok('director', 'store.setCalendar', { closedDates: ['2026-03-04'] })
    register(store, 'chen', { grade: 'C', expected: '2026-06-01', plan: '2026-04-01' })
    store.setNow('2026-03-05 18:00')
    store.ok('manager', 'dailyCheck.sign', { on: '2026-03-05' })
    store.setNow('2026-03-06')
    store.ok('otherManager', 'dailyCheck.sign', { on: '2026-03-03' })
    const all = [
      '2026-03-03 郑经理 signed',
      '2026-03-03 钱经理 -',
      '2026-03-05 钱经理 signed',
      '2026-03-05 郑经理 -',
    ]
    expect(told(store, 'director')).toEqual(all)
    expect(told(store, 'manager')).toEqual(all.filter((row) => row.includes('钱')))
    expect(told(store, 'director', '2026-03-05', '2026-03-05')).toEqual(all.slice(2))
    store.ok('manager', 'dailyCheck.sign', { on: '2026-03-06' })
    expect(told(store, 'manager').at(-1)).toBe('2026-03-06 钱经理 signed')
  })

  it('are none in an empty store', () => {
    expect(told(openTrainingStore(), 'director')).toEqual([])
  })

  it('are asked for from a date to a later one', () => {
    const failure = openTrainingStore().refused('director', 'dailyCheck.signatures', {
      from: '2026-03-03',
      until: '2026-03-02',
    })
    expect(failure.issues).toMatchObject([{ field: 'from', code: 'from_after_until' }])
  })
})
