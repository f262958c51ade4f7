import { describe, expect, it } from 'vitest'
import { showroomFigures } from '#shared/domain/codes.ts'
import { reach, planOn, writeRows } from '#tests/support/book.ts'
import {
  intake,
  openTrainingStore,
  type PersonName,
  type TrainingStore,
} from '#tests/support/training-store.ts'

const march = { from: '2026-03-01', until: '2026-03-31' } as const
const share = (numerator: number, denominator: number) => ({
  numerator,
  denominator,
  rate: denominator === 0 ? null : numerator / denominator,
})

/** A first visit that he received himself. */
const came = (store: TrainingStore, who: PersonName, line: object = {}) =>
  store.ok('director', 'visits.register', {
    kind: 'walk_in',
    consultantId: store.ids[who],
    byHandReason: '点名',
    ...line,
  }).visitId
const { customer, opportunity, plan } = intake()
const card = (store: TrainingStore, who: PersonName, visitId: string, mobile: string) =>
  store.ok(who, 'visits.card', { visitId, customer: { ...customer, mobile }, opportunity, plan })
/** Nobody is passed over for what the test has not carded. */
const openShowroom = () => {
  const store = openTrainingStore()
  const { policy } = store.ok('director', 'policies.current')
  store.ok('director', 'policies.publish', {
    policy: { ...policy, switches: { ...policy.switches, clearToGreet: false } },
    effectiveFrom: '2026-03-02',
  })
  return store
}

describe('figures of the showroom (section 14)', () => {
  it('count each visit by what became of it', () => {
    const store = openShowroom()
    came(store, 'chen', { withIntent: false })
    came(store, 'chen')
    came(store, 'chen', { phone: '13900000001', testDrive: true })
    const carded = card(store, 'chen', came(store, 'chen', { phone: '13900000002' }), '13900000002')
    const bought = card(store, 'chen', came(store, 'chen', { phone: '13900000003' }), '13900000003')
    store.ok('chen', 'testDrives.record', { opportunityId: bought.opportunityId, drivenOn: '2026-03-02' })
    store.ok('chen', 'testDrives.record', { opportunityId: carded.opportunityId, drivenOn: '2026-03-02' })
    store.setNow('2026-03-05')
    reach(store, 'chen', bought.opportunityId, { kind: 'ordered' })
    came(store, 'zhou', { phone: '13900000009' })
    const { rows, total } = store.ok('director', 'figures.showroom', march)
    expect(rows.map(({ name }) => name)).toEqual(['周婷', '李雪', '陈晓东'])
    expect(rows.find(({ name }) => name === '陈晓东')?.figures).toEqual({
      firstVisits: share(4, 5),
      leaveContact: share(3, 4),
      carding: share(2, 4),
      testDrive: share(3, 4),
      order: share(1, 2),
      secondVisit: share(1, 2),
      testDriveToOrder: share(1, 2),
    })
    expect(total.firstVisits).toEqual(share(5, 6))
    expect(total.leaveContact).toEqual(share(4, 5))
    expect(rows.find(({ name }) => name === '李雪')?.figures.carding).toEqual(share(0, 0))
  })

  it.each([
    ['on the date of registration', '2026-03-02', 0],
    ['on the next date', '2026-03-03', 1],
    ['on the last date of the span', '2026-03-31', 1],
    ['on the date after it', '2026-04-01', 0],
  ])('count a second visit %s', (_when, on, counted) => {
    const store = openShowroom()
    const { opportunityId } = store.ok('chen', 'customers.register', intake())
    store.setNow(on)
    store.ok('chen', 'testDrives.record', { opportunityId, drivenOn: on })
    expect(store.ok('chen', 'figures.showroom', march).total.secondVisit).toEqual(share(counted, 1))
  })

  it.each([
    ['a reached visit at his home', 'home_visit', 'reached', 1],
    ['a call', 'phone', 'reached', 0],
    ['somebody who was not at home', 'home_visit', 'no_answer', 0],
  ] as const)('take %s for what it is', (_what, channel, result, counted) => {
    const store = openShowroom()
    const { opportunityId } = store.ok('chen', 'customers.register', intake())
    store.setNow('2026-03-05')
    reach(store, 'chen', opportunityId, planOn('2026-03-06'), { channel, result })
    expect(store.ok('chen', 'figures.showroom', march).total.secondVisit.numerator).toBe(counted)
  })

  it('look only at the first face-to-face contact: one before the span ends it', () => {
    const store = openShowroom()
    const { customerId } = store.ok('chen', 'customers.register', intake())
    store.setNow('2026-03-03')
    store.ok('desk', 'visits.register', { kind: 'call_in', customerId })
    expect(store.ok('chen', 'figures.showroom', march).total.secondVisit.numerator).toBe(0)
    store.ok('desk', 'visits.register', { kind: 'walk_in', customerId })
    expect(store.ok('chen', 'figures.showroom', march).total.secondVisit.numerator).toBe(1)
    const day = { from: '2026-03-02', until: '2026-03-02' }
    expect(store.ok('chen', 'figures.showroom', day).total.secondVisit).toEqual(share(0, 1))
  })

  it('open exactly the records they count, for everybody and each person', () => {
    const store = openShowroom()
    came(store, 'chen')
    card(store, 'chen', came(store, 'chen', { phone: '13900000002', testDrive: true }), '13900000002')
    came(store, 'li', { withIntent: false })
    writeRows(
      store,
      `insert into visits (visit_id, visited_on, with_intent) values ('waits', '2026-03-02', 1)`,
    )
    const { rows, total } = store.ok('director', 'figures.showroom', march)
    expect(rows.map(({ name }) => name)).toEqual(['周婷', '李雪', '陈晓东', null])
    for (const figure of showroomFigures) {
      const all = store.ok('director', 'figures.showroomLines', { figure, ...march })
      const counted = store.ok('director', 'figures.showroomLines', { figure, ...march, counted: true })
      const left = store.ok('director', 'figures.showroomLines', { figure, ...march, counted: false })
      expect([figure, all.total, counted.total]).toEqual([
        figure,
        total[figure].denominator,
        total[figure].numerator,
      ])
      expect(all.rows.filter((row) => row.counted).length).toBe(counted.rows.length)
      expect(counted.total + left.total).toBe(all.total)
      // Null is the line of what nobody received: it opens as well.
      for (const { staffId, figures } of rows) {
        const own = store.ok('director', 'figures.showroomLines', { figure, ...march, staffId })
        expect([figure, staffId, own.total]).toEqual([figure, staffId, figures[figure].denominator])
        expect(own.rows.every((row) => row.staffId === staffId)).toBe(true)
      }
    }
  })

  it.each([
    ['manager', 1],
    ['otherManager', 1],
    ['director', 1],
    ['chen', 0],
  ] as const)('open for %s the %i visits that nobody received', (who, visits) => {
    const store = openShowroom()
    came(store, 'chen')
    const { visitId } = store.ok('desk', 'visits.register', { kind: 'walk_in', withIntent: false })
    const asked = { figure: 'firstVisits', ...march, staffId: null } as const
    const { rows, total } = store.ok(who, 'figures.showroomLines', asked)
    expect([total, rows.length]).toEqual([visits, visits])
    for (const row of rows) {
      expect(row).toMatchObject({ visitId, staffId: null, counted: false })
      expect(store.ok(who, 'visits.get', { visitId }).consultantId).toBeNull()
    }
  })

  it('turn the pages of their records', () => {
    const store = openShowroom()
    for (let i = 0; i < 3; i += 1) came(store, 'chen')
    const asked = { figure: 'firstVisits', ...march, limit: 2 } as const
    const first = store.ok('chen', 'figures.showroomLines', asked)
    expect(first).toMatchObject({ total: 3, nextCursor: '2' })
    const second = store.ok('chen', 'figures.showroomLines', { ...asked, cursor: first.nextCursor })
    expect(new Set([...first.rows, ...second.rows].map(({ lineId }) => lineId)).size).toBe(3)
  })

  it.each([
    ['chen', ['陈晓东']],
    ['manager', ['李雪', '陈晓东', null]],
    ['otherManager', ['周婷', null]],
    ['director', ['周婷', '李雪', '陈晓东', null]],
  ] as const)('show %s the people %j', (who, names) => {
    const store = openShowroom()
    for (const consultant of ['chen', 'li', 'zhou'] as const) came(store, consultant)
    writeRows(
      store,
      `insert into visits (visit_id, visited_on, with_intent) values ('waits', '2026-03-02', 1)`,
    )
    expect(store.ok(who, 'figures.showroom', march).rows.map(({ name }) => name)).toEqual(names)
    const lines = store.ok(who, 'figures.showroomLines', { figure: 'firstVisits', ...march })
    expect(new Set(lines.rows.map(({ staffName }) => staffName))).toEqual(new Set(names))
  })

  it('refuse a person beyond reach, a span the wrong way round, and the desk', () => {
    const store = openTrainingStore()
    const beyond = { ...march, staffId: store.ids.zhou }
    expect(store.refused('chen', 'figures.showroom', beyond).code).toBe('NOT_FOUND')
    expect(store.refused('manager', 'figures.showroomLines', { figure: 'order', ...beyond }).code).toBe(
      'NOT_FOUND',
    )
    const wrong = { from: '2026-03-02', until: '2026-03-01' }
    expect(store.refused('chen', 'figures.showroom', wrong).issues?.[0]?.code).toBe('from_after_until')
    expect(store.refused('desk', 'figures.showroom', march).code).toBe('PERMISSION_DENIED')
  })
})
