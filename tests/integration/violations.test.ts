import { describe, expect, it, test } from 'vitest'
import { register } from '#tests/support/book.ts'
import { openTrainingStore, type LooseInput, type PersonName } from '#tests/support/training-store.ts'

/** On 03-12: chen is overdue since 03-06 and expired since 03-10, li overdue since 03-08, zhou since 03-09; chen is suspected on 03-12. */
function makeStore() {
  const store = openTrainingStore()
  const first = register(store, 'chen', {
    grade: 'H',
    expected: '2026-03-09',
    plan: '2026-03-05',
    name: '甲',
  })
  register(store, 'li', { grade: 'A', expected: '2026-03-17', plan: '2026-03-07', name: '乙' })
  register(store, 'zhou', { grade: 'A', expected: '2026-03-17', plan: '2026-03-08', name: '丙' })
  store.setNow('2026-03-12')
  const { version } = store.ok('chen', 'customers.get', { customerId: first.customerId })
    .opportunities[0] ?? { version: 0 }
  store.ok('chen', 'opportunities.update', {
    opportunityId: first.opportunityId,
    version,
    opportunity: { grade: 'B', expectedPurchaseDate: '2026-04-08' },
  })
  return store
}

const list = (as: PersonName, input?: LooseInput<'violations.list'>) =>
  makeStore()
    .ok(as, 'violations.list', input)
    .rows.map(({ on, kind, customerName }) => `${on} ${kind} ${customerName}`)

const suspected = '2026-03-12 unrealistic_postponement 甲'
const expired = '2026-03-10 expired_opportunity 甲'
const ofZhou = '2026-03-09 overdue_follow_up 丙'
const ofLi = '2026-03-08 overdue_follow_up 乙'
const overdue = '2026-03-06 overdue_follow_up 甲'

describe('the list of violations', () => {
  test.each([
    ['director', [suspected, expired, ofZhou, ofLi, overdue]],
    ['manager', [suspected, expired, ofLi, overdue]],
    ['otherManager', [ofZhou]],
    ['chen', [suspected, expired, overdue]],
    ['li', [ofLi]],
  ] as const)('shows %s those within his reach, the newest first (section 13)', (as, rows) => {
    expect(list(as)).toEqual(rows)
  })

  test.each([
    [{ from: '2026-03-09' }, [suspected, expired, ofZhou]],
    [{ until: '2026-03-08' }, [ofLi, overdue]],
    [{ from: '2026-03-08', until: '2026-03-09' }, [ofZhou, ofLi]],
    [{ kind: 'overdue_follow_up' }, [ofZhou, ofLi, overdue]],
    [{ status: 'raised', until: '2026-03-06' }, [overdue]],
    [{ status: 'confirmed' }, []],
  ] as const)('is filtered by %j', (filter, rows) => {
    expect(list('director', filter)).toEqual(rows)
  })

  it('is filtered by person, never beyond the reach of the asker', () => {
    const store = makeStore()
    const of = (as: PersonName, staff: PersonName) =>
      store.ok(as, 'violations.list', { staffId: store.ids[staff] }).total
    expect(of('director', 'chen')).toBe(3)
    expect(of('manager', 'li')).toBe(1)
    expect(of('manager', 'zhou')).toBe(0)
    expect(of('li', 'chen')).toBe(0)
  })

  it('comes in pages that say how many there are', () => {
    const store = makeStore()
    const first = store.ok('director', 'violations.list', { limit: 3 })
    expect([first.rows.length, first.total, first.nextCursor]).toEqual([3, 5, '3'])
    const second = store.ok('director', 'violations.list', { limit: 3, cursor: first.nextCursor })
    expect([second.rows.length, second.total, second.nextCursor]).toEqual([2, 5, null])
    expect(new Set([...first.rows, ...second.rows].map(({ violationId }) => violationId)).size).toBe(5)
  })

  it('says why a postponement is suspected, by its own rule (R-8.3)', () => {
    const row = makeStore().ok('chen', 'violations.list').rows[0]
    expect(row).toMatchObject({
      kind: 'unrealistic_postponement',
      ruleId: 'R-8.3',
      reasons: [
        {
          code: 'postponed_beyond_close_window',
          data: { from: '2026-03-09', to: '2026-04-08', days: 30, grade: 'H' },
        },
      ],
    })
  })

  it('is not for the front desk', () => {
    expect(makeStore().refused('desk', 'violations.list').code).toBe('PERMISSION_DENIED')
  })
})
