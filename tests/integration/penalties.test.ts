import { describe, expect, it, test } from 'vitest'
import { readRows } from '#tests/support/book.ts'
import { openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'
import {
  approve,
  confirmed,
  ledger,
  linesOf,
  raise,
  statusOf,
  withPenalties,
} from '#tests/support/books/violations.ts'

const open = () => openTrainingStore({ now: '2026-03-25' })

describe('the worked examples', () => {
  const dated = (store: TrainingStore) =>
    (
      [
        ['2026-03-10', 2],
        ['2026-03-12', 1],
        ['2026-03-20', 3],
      ] as const
    ).flatMap(([on, count]) =>
      Array.from({ length: count }, () => confirmed(store, 'chen', 'frequency_breach', on)),
    )

  it('R-8.6: 2×50, 1×100, 3×200 yuan, and 50, 50, 300 for the manager', () => {
    const store = open()
    const { entries, totals } = store.ok('manager', 'penalties.preview', { violationIds: dated(store) })
    expect(
      entries.map(({ on, occasion, items, perItem, amount, managerShare, manager, obstacles }) => [
        on,
        occasion,
        items,
        perItem,
        amount,
        managerShare,
        manager?.name,
        obstacles,
      ]),
    ).toEqual([
      ['2026-03-10', 1, 2, 5_000, 10_000, 5_000, '钱经理', []],
      ['2026-03-12', 2, 1, 10_000, 10_000, 5_000, '钱经理', []],
      ['2026-03-20', 3, 3, 20_000, 60_000, 30_000, '钱经理', []],
    ])
    expect(totals).toEqual({
      money: 120_000,
      points: 0,
      capTaken: 0,
      managerShares: 40_000,
      reports: 0,
      suspensions: 1,
    })
  })

  it('R-8.6: the ledger is what the preview said, date by date or all at once', () => {
    const atOnce = open()
    approve(atOnce, ...dated(atOnce))
    const oneByOne = open()
    const [a = '', b = '', c = '', ...rest] = dated(oneByOne)
    approve(oneByOne, a, b)
    approve(oneByOne, c)
    approve(oneByOne, ...rest)
    expect(linesOf(atOnce)).toEqual([
      '2026-03-10 own 陈晓东 1 2×→10000',
      '2026-03-10 manager_share 钱经理 1 2×→5000',
      '2026-03-12 own 陈晓东 2 1×→10000',
      '2026-03-12 manager_share 钱经理 2 1×→5000',
      '2026-03-20 own 陈晓东 3 3×→60000',
      '2026-03-20 manager_share 钱经理 3 3×→30000',
    ])
    expect(linesOf(oneByOne)).toEqual(linesOf(atOnce))
  })

  it('R-8.5: overdue on 03-10 and 03-20 is a report, then a report and a proposal of suspension', () => {
    const store = open()
    const ids = ['2026-03-10', '2026-03-20'].map((on) => confirmed(store, 'chen', 'overdue_follow_up', on))
    const { entries } = store.ok('director', 'penalties.preview', { violationIds: ids })
    expect(
      entries.map(({ occasion, amount, consequence, consequences }) => [
        occasion,
        amount,
        consequence,
        consequences,
      ]),
    ).toEqual([
      [1, 0, 'report', ['report']],
      [2, 0, 'suspension', ['report', 'suspension']],
    ])
    approve(store, ...ids)
    expect(readRows(store, `select "on", status from rectifications order by "on"`)).toEqual([
      { on: '2026-03-10', status: 'due' },
      { on: '2026-03-20', status: 'due' },
    ])
    expect(readRows(store, `select "on", status from suspensions`)).toEqual([
      { on: '2026-03-20', status: 'proposed' },
    ])
  })

  it('R-8.5: a lowered suspension is a report', () => {
    const store = open()
    const first = confirmed(store, 'chen', 'overdue_follow_up', '2026-03-10')
    const second = raise(store, 'chen', 'overdue_follow_up', '2026-03-20')
    store.ok('manager', 'violations.confirm', { violationIds: [second], lowerSuspension: true })
    approve(store, first, second)
    expect(ledger(store).rows.map(({ consequences }) => consequences)).toEqual([['report'], ['report']])
    expect(readRows(store, 'select * from suspensions')).toEqual([])
  })
})

describe('approval', () => {
  it('waits while an earlier confirmed date of the ladder and person does, and nothing is half done', () => {
    const store = open()
    const early = confirmed(store, 'chen', 'frequency_breach', '2026-03-10')
    const late = confirmed(store, 'chen', 'missing_plan', '2026-03-12')
    const other = confirmed(store, 'li', 'missing_plan', '2026-03-12')
    const failure = store.refused('director', 'penalties.approve', { violationIds: [other, late] })
    expect(failure).toMatchObject({
      code: 'RULE_REFUSED',
      reasons: [
        {
          code: 'penalty_earlier_date_waits',
          data: { staff: '陈晓东', ladder: 'frequency', on: '2026-03-12', earlier: '2026-03-10' },
        },
      ],
    })
    expect(ledger(store).total).toBe(0)
    expect(statusOf(store, other)).toBe('confirmed')
    store.ok('manager', 'violations.waive', { violationIds: [early], reason: '系统故障' })
    approve(store, late)
    expect(linesOf(store)[0]).toBe('2026-03-12 own 陈晓东 1 1×→5000')
  })

  it('waits also for what was confirmed and then objected to, and not for what is only raised', () => {
    const store = open()
    const early = confirmed(store, 'chen', 'frequency_breach', '2026-03-10')
    raise(store, 'chen', 'frequency_breach', '2026-03-11')
    const late = confirmed(store, 'chen', 'frequency_breach', '2026-03-12')
    store.ok('chen', 'violations.object', { violationIds: [early], reason: '不属实' })
    expect(store.refused('director', 'penalties.approve', { violationIds: [late] }).code).toBe('RULE_REFUSED')
    store.ok('manager', 'violations.waive', { violationIds: [early], reason: '申诉成立' })
    expect(approve(store, late)).toHaveLength(2)
  })

  it('adds what is confirmed later to the number of its date', () => {
    const store = open()
    approve(store, confirmed(store, 'chen', 'overdue_follow_up', '2026-03-10'))
    approve(store, confirmed(store, 'chen', 'overdue_follow_up', '2026-03-12'))
    approve(store, confirmed(store, 'chen', 'expired_opportunity', '2026-03-10'))
    expect(ledger(store).rows.map(({ on, occasion }) => [on, occasion])).toEqual([
      ['2026-03-10', 1],
      ['2026-03-10', 1],
      ['2026-03-12', 2],
    ])
    expect(ledger(store).totals).toMatchObject({ reports: 2, suspensions: 1 })
    expect(readRows(store, 'select * from rectifications')).toHaveLength(2)
  })

  test.each([
    ['raised', 'violation_cannot_be_approved'],
    ['waived', 'violation_cannot_be_approved'],
    ['approved', 'violation_cannot_be_approved'],
    ['objected', 'violation_cannot_be_approved'],
    ['uncarded', 'violation_without_penalty'],
  ])('refuses one that is %s, naming it', (state, code) => {
    const store = open()
    const kind = state === 'uncarded' ? 'uncarded_visit' : 'frequency_breach'
    const id = raise(store, 'chen', kind, '2026-03-10')
    if (state !== 'raised' && state !== 'waived')
      store.ok('manager', 'violations.confirm', { violationIds: [id] })
    if (state === 'waived') store.ok('manager', 'violations.waive', { violationIds: [id], reason: '免' })
    if (state === 'approved') approve(store, id)
    if (state === 'objected') store.ok('chen', 'violations.object', { violationIds: [id], reason: '不' })
    const before = ledger(store).total
    expect(store.refused('director', 'penalties.approve', { violationIds: [id] })).toMatchObject({
      code: 'RULE_REFUSED',
      reasons: [{ code, data: { kind, on: '2026-03-10', staff: '陈晓东' } }],
    })
    expect(ledger(store).total).toBe(before)
  })

  it('previews what is still to be confirmed and says that it cannot be approved', () => {
    const store = open()
    const id = raise(store, 'chen', 'frequency_breach', '2026-03-10')
    const { entries } = store.ok('manager', 'penalties.preview', { violationIds: [id] })
    expect(entries).toMatchObject([
      {
        amount: 5_000,
        obstacles: [{ code: 'violation_cannot_be_approved', data: { violationStatus: 'raised' } }],
      },
    ])
  })

  it('says what waits, of everybody within reach', () => {
    const store = open()
    const ids = [
      confirmed(store, 'chen', 'frequency_breach', '2026-03-12'),
      confirmed(store, 'chen', 'frequency_breach', '2026-03-10'),
      confirmed(store, 'zhou', 'missing_plan', '2026-03-11'),
    ]
    confirmed(store, 'chen', 'uncarded_visit', '2026-03-10')
    raise(store, 'chen', 'missing_plan', '2026-03-09')
    const waiting = store.ok('director', 'penalties.waiting')
    expect([...waiting.violationIds].sort()).toEqual([...ids].sort())
    expect(waiting.entries.map(({ on, staffName, occasion }) => [on, staffName, occasion])).toEqual([
      ['2026-03-10', '陈晓东', 1],
      ['2026-03-11', '周婷', 1],
      ['2026-03-12', '陈晓东', 2],
    ])
    expect(store.ok('manager', 'penalties.waiting').entries).toHaveLength(2)
  })

  it('refuses an amount that doubling has made too large, and takes it when it is waived', () => {
    const store = open()
    withPenalties(store, 'ladders.frequency.factor', 1_000)
    const ids = Array.from({ length: 5 }, (_, index) =>
      confirmed(store, 'chen', 'frequency_breach', `2026-03-0${index + 1}`),
    )
    expect(store.refused('director', 'penalties.approve', { violationIds: ids }).reasons).toMatchObject([
      { code: 'penalty_amount_too_large', data: { occasion: 4 } },
      { code: 'penalty_amount_too_large', data: { occasion: 5 } },
    ])
    expect(approve(store, ...ids.slice(0, 3))).toHaveLength(6)
  })
})

describe('the cap, the reset and the unit', () => {
  it('shows what the cap takes off, of the person and of his manager (R-8.8)', () => {
    const store = open()
    withPenalties(store, 'monthlyCapFen', 12_000)
    const ids = (['chen', 'li'] as const).flatMap((who) => [
      confirmed(store, who, 'frequency_breach', '2026-03-10'),
      confirmed(store, who, 'frequency_breach', '2026-03-12'),
    ])
    approve(store, ...ids, confirmed(store, 'chen', 'frequency_breach', '2026-04-01'))
    const { rows, totals } = ledger(store)
    const of = (name: string) =>
      rows
        .filter(({ staffName }) => staffName === name)
        .map(({ on, gross, capTaken, amount }) => [on, gross, capTaken, amount])
    expect(of('陈晓东')).toEqual([
      ['2026-03-10', 5_000, 0, 5_000],
      ['2026-03-12', 10_000, 3_000, 7_000],
      ['2026-04-01', 20_000, 8_000, 12_000],
    ])
    expect(of('钱经理').map(([, gross]) => gross)).toEqual([2_500, 2_500, 3_500, 3_500, 6_000])
    expect(of('钱经理').reduce((sum, [, , taken]) => sum + Number(taken), 0)).toBe(0)
    expect(totals.capTaken).toBe(14_000)
  })

  test.each([
    ['month', [1, 1, 2]],
    ['quarter', [1, 1, 2]],
    ['year', [1, 2, 3]],
    ['never', [1, 2, 3]],
  ])('starts the count again with the %s (R-8.6)', (reset, numbers) => {
    const store = openTrainingStore({ now: '2026-05-01' })
    withPenalties(store, 'reset', reset)
    approve(
      store,
      ...['2026-03-31', '2026-04-01', '2026-04-02'].map((on) =>
        confirmed(store, 'chen', 'frequency_breach', on),
      ),
    )
    expect(
      ledger(store)
        .rows.filter(({ part }) => part === 'own')
        .map(({ occasion }) => occasion),
    ).toEqual(numbers)
  })

  it('takes points without a share, or nothing at all, and is called what the policy says (R-8.10)', () => {
    const store = open()
    withPenalties(store, 'ladders.frequency.unit', 'points')
    withPenalties(store, 'ladders.frequency.firstAmount', 3)
    withPenalties(store, 'ladders.frequency.label', { zh: '积分', en: 'Points' })
    withPenalties(store, 'ladders.postponement.unit', 'none')
    approve(
      store,
      confirmed(store, 'chen', 'frequency_breach', '2026-03-10'),
      confirmed(store, 'chen', 'frequency_breach', '2026-03-11'),
      confirmed(store, 'chen', 'unrealistic_postponement', '2026-03-10'),
    )
    const { rows, totals } = ledger(store)
    expect(rows.map(({ ladder, unit, amount, label }) => [ladder, unit, amount, label.zh])).toEqual([
      ['postponement', 'none', 0, '考核扣款'],
      ['frequency', 'points', 3, '积分'],
      ['frequency', 'points', 6, '积分'],
    ])
    expect([totals.money, totals.points]).toEqual([0, 9])
  })
})
