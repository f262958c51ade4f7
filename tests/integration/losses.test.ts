import { describe, expect, it } from 'vitest'
import { planOn, raised, reach, readRows, register, writeRows } from '#tests/support/book.ts'
import { intake, openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

const lost = { kind: 'lost', reason: 'competitor', note: '买了凯美瑞', competitor: '凯美瑞' } as const

/** An A of chen's, opened on 03-02, for which a loss is applied on the day the clock shows. */
function applyForLoss(store: TrainingStore, expected = '2026-03-17') {
  const made = register(store, 'chen', { grade: 'A', expected, plan: '2026-03-09' })
  store.setNow('2026-03-04')
  reach(store, 'chen', made.opportunityId, lost)
  return made
}

const opportunityOf = (store: TrainingStore, customerId: string) =>
  store.ok('director', 'customers.get', { customerId }).opportunities[0]

describe('a loss (R-4.11)', () => {
  it('waits with what helps to decide', () => {
    const store = openTrainingStore()
    const { opportunityId, customerId } = applyForLoss(store)
    expect(opportunityOf(store, customerId)).toMatchObject({ status: 'lost_waiting' })
    expect(store.ok('manager', 'losses.list')).toEqual({
      rows: [
        {
          opportunityId,
          customerId,
          customerName: '王伟',
          ownerId: store.ids.chen,
          ownerName: '陈晓东',
          model: '帕萨特',
          grade: 'A',
          reason: 'competitor',
          note: '买了凯美瑞',
          competitor: '凯美瑞',
          appliedOn: '2026-03-04',
          appliedBy: '陈晓东',
          lastContent: '客户说周末来看车',
          mayDecide: true,
        },
      ],
      nextCursor: null,
      total: 1,
    })
  })

  it('is seen by the applicant, his manager and the director; who may decide is said', () => {
    const store = openTrainingStore()
    applyForLoss(store)
    expect(store.ok('chen', 'losses.list').rows).toMatchObject([{ mayDecide: false }])
    expect(store.ok('director', 'losses.list').rows).toMatchObject([{ mayDecide: true }])
    expect(store.ok('li', 'losses.list').total).toBe(0)
    expect(store.ok('otherManager', 'losses.list').total).toBe(0)
  })

  it('comes in pages, the oldest first', () => {
    const store = openTrainingStore()
    for (const name of ['甲', '乙', '丙']) {
      const made = store.ok('chen', 'customers.register', intake({ customer: { name } }))
      reach(store, 'chen', made.opportunityId, lost)
    }
    const first = store.ok('manager', 'losses.list', { limit: 2 })
    expect([first.rows.map(({ customerName }) => customerName), first.total]).toEqual([['甲', '乙'], 3])
    const second = store.ok('manager', 'losses.list', { limit: 2, cursor: first.nextCursor })
    expect([second.rows.map(({ customerName }) => customerName), second.nextCursor]).toEqual([['丙'], null])
  })

  it('needs no plan and raises nothing while it waits', () => {
    const store = openTrainingStore()
    applyForLoss(store)
    store.setNow('2026-04-20')
    expect(store.ok('director', 'dayRoll.run').raised).toBe(0)
    expect(store.ok('manager', 'dailyCheck.get')).toMatchObject({
      lossesWaiting: 1,
      store: { figures: { overdue: 0, expired: 0, missingPlan: 0, beyondLimit: 0 } },
    })
  })

  it('approved, ends the opportunity for good', () => {
    const store = openTrainingStore()
    const { opportunityId, customerId } = applyForLoss(store)
    store.setNow('2026-03-06')
    store.ok('manager', 'losses.approve', { opportunityId, reason: '已核实' })
    expect(opportunityOf(store, customerId)).toMatchObject({ status: 'lost' })
    expect(readRows(store, 'select decision, decided_by, decision_reason from loss_applications')).toEqual([
      { decision: 'approved', decided_by: store.ids.manager, decision_reason: '已核实' },
    ])
    expect(readRows(store, 'select ended_on from opportunities')).toEqual([{ ended_on: '2026-03-06' }])
    expect(readRows(store, "select 1 from plans where status = 'open'")).toEqual([])
    expect(store.ok('manager', 'losses.list').total).toBe(0)
    store.setNow('2026-04-20')
    expect(store.ok('director', 'dayRoll.run').raised).toBe(0)
  })

  it('refused, reopens with a plan for the next working day of its owner', () => {
    const store = openTrainingStore()
    const { opportunityId, customerId } = applyForLoss(store)
    store.ok('admin', 'staff.update', { staffId: store.ids.chen, restWeekdays: [6, 7] })
    store.ok('director', 'store.setCalendar', { closedDates: ['2026-03-09'] })
    store.setNow('2026-03-06')
    const { planId, on } = store.ok('manager', 'losses.refuse', { opportunityId, reason: '再约一次' })
    expect(on).toBe('2026-03-10')
    expect(opportunityOf(store, customerId)).toMatchObject({ status: 'open', limit: '2026-03-11' })
    const { plans } = store.ok('chen', 'customers.get', { customerId })
    expect(plans.find(({ status }) => status === 'open')).toMatchObject({
      planId,
      on: '2026-03-10',
      channel: 'phone',
      purpose: '战败未获批准，重新跟进',
    })
    expect(store.ok('manager', 'losses.list').total).toBe(0)
  })

  it('refused late, is not held against the owner for the days it waited', () => {
    const store = openTrainingStore()
    const { opportunityId, customerId } = applyForLoss(store)
    store.setNow('2026-03-20')
    expect(store.ok('manager', 'losses.refuse', { opportunityId }).on).toBe('2026-03-21')
    expect(opportunityOf(store, customerId)).toMatchObject({ status: 'open', limit: '2026-03-21' })
    store.setNow('2026-03-21')
    store.ok('director', 'dayRoll.run')
    expect(raised(store)).toEqual([])
    expect(store.ok('manager', 'dailyCheck.get').store.figures.beyondLimit).toBe(0)
    store.setNow('2026-03-22')
    store.ok('director', 'dayRoll.run')
    expect(raised(store)).toEqual([
      '2026-03-22 expired_opportunity 王伟',
      '2026-03-22 overdue_follow_up 王伟',
    ])
  })

  it('refused late and worked on in time, raises nothing', () => {
    const store = openTrainingStore()
    const { opportunityId } = applyForLoss(store)
    store.setNow('2026-03-20')
    store.ok('manager', 'losses.refuse', { opportunityId })
    store.setNow('2026-03-21')
    reach(store, 'chen', opportunityId, planOn('2026-03-24'), {
      opportunity: { grade: 'H', expectedPurchaseDate: '2026-03-28' },
    })
    store.setNow('2026-03-24')
    store.ok('director', 'dayRoll.run')
    expect(raised(store)).toEqual([])
  })

  it('is decided once, and only where one waits', () => {
    const store = openTrainingStore()
    const open = store.ok('chen', 'customers.register', intake())
    const { opportunityId } = applyForLoss(store)
    store.ok('manager', 'losses.approve', { opportunityId })
    for (const each of [opportunityId, open.opportunityId]) {
      for (const call of ['losses.approve', 'losses.refuse'] as const) {
        expect(store.refused('manager', call, { opportunityId: each }).reasons).toMatchObject([
          { code: 'loss_not_waiting' },
        ])
      }
    }
  })

  it('is decided by the manager of the team or the director, nobody else', () => {
    const store = openTrainingStore()
    const { opportunityId } = applyForLoss(store)
    expect(store.refused('otherManager', 'losses.approve', { opportunityId }).code).toBe('NOT_FOUND')
    expect(store.refused('chen', 'losses.approve', { opportunityId }).code).toBe('PERMISSION_DENIED')
    expect(store.refused('admin', 'losses.refuse', { opportunityId }).code).toBe('PERMISSION_DENIED')
    store.ok('director', 'losses.refuse', { opportunityId })
  })

  it('is not decided while the clock is behind (R-1.6)', () => {
    const store = openTrainingStore()
    const { opportunityId } = applyForLoss(store)
    store.setNow('2026-03-03')
    expect(store.refused('manager', 'losses.approve', { opportunityId }).code).toBe('CLOCK_BEHIND')
    expect(store.refused('manager', 'losses.refuse', { opportunityId }).code).toBe('CLOCK_BEHIND')
  })

  it('of a store that writes English reopens in English', () => {
    const store = openTrainingStore()
    writeRows(store, "update store set locale = 'en'")
    const { opportunityId, customerId } = applyForLoss(store)
    store.ok('manager', 'losses.refuse', { opportunityId })
    const { plans } = store.ok('chen', 'customers.get', { customerId })
    expect(plans.find(({ status }) => status === 'open')?.purpose).toBe('Loss not approved: follow up again')
  })
})
