import { describe, expect, it, test } from 'vitest'
import { openTrainingStore } from '#tests/support/training-store.ts'
import { approve, confirmed, ledger, wholeYear } from '#tests/support/books/violations.ts'

const open = () => openTrainingStore({ now: '2026-03-25' })

describe('the ledger and the month sheet', () => {
  const filled = () => {
    const store = open()
    approve(
      store,
      confirmed(store, 'chen', 'frequency_breach', '2026-02-27'),
      confirmed(store, 'chen', 'frequency_breach', '2026-03-10'),
      confirmed(store, 'li', 'frequency_breach', '2026-03-11'),
      confirmed(store, 'zhou', 'missing_plan', '2026-03-31'),
      confirmed(store, 'zhou', 'overdue_follow_up', '2026-03-31'),
    )
    return store
  }

  test.each([
    ['director', 9],
    ['manager', 6],
    ['otherManager', 3],
    ['chen', 2],
    ['zhou', 2],
  ] as const)('shows %s what he and his team bear: %i lines', (as, count) => {
    expect(ledger(filled(), as).total).toBe(count)
  })

  it('shows a manager his own shares and a consultant none', () => {
    const store = filled()
    expect(ledger(store, 'manager').rows.filter(({ part }) => part === 'manager_share')).toHaveLength(3)
    expect(ledger(store, 'chen').rows.map(({ part }) => part)).toEqual(['own', 'own'])
  })

  it('is filtered by span and person, and comes in pages with the totals of all', () => {
    const store = filled()
    const page = store.ok('director', 'penalties.ledger', {
      from: '2026-03-01',
      until: '2026-03-31',
      limit: 2,
    })
    expect([page.rows.length, page.total, page.nextCursor]).toEqual([2, 7, '2'])
    expect(page.totals.money).toBe(10_000 + 5_000 + 5_000 + 5_000 + 2_500 + 2_500)
    const ofChen = store.ok('director', 'penalties.ledger', { ...wholeYear, staffId: store.ids.chen })
    expect(ofChen.rows.map(({ amount }) => amount)).toEqual([5_000, 10_000])
    expect(
      store.refused('director', 'penalties.ledger', { from: '2026-03-02', until: '2026-03-01' }).code,
    ).toBe('VALIDATION_FAILED')
  })

  it('adds up by person and for the store, month by month', () => {
    const store = filled()
    const sheet = store.ok('director', 'penalties.monthSheet', { month: '2026-03' })
    expect(sheet.storeName).toBe('江南店')
    expect(
      sheet.people.map(({ name, role, entries, totals }) => [name, role, entries.length, totals.money]),
    ).toEqual([
      ['陈晓东', 'consultant', 1, 10_000],
      ['李雪', 'consultant', 1, 5_000],
      ['钱经理', 'manager', 2, 7_500],
      ['郑经理', 'manager', 1, 2_500],
      ['周婷', 'consultant', 2, 5_000],
    ])
    expect(sheet.totals).toMatchObject({ money: 30_000, managerShares: 10_000, reports: 1 })
    const sum = (of: (totals: typeof sheet.totals) => number) =>
      sheet.people.reduce((total, { totals }) => total + of(totals), 0)
    expect(sum(({ money }) => money)).toBe(sheet.totals.money)
    expect(sum(({ reports }) => reports)).toBe(sheet.totals.reports)
    expect(store.ok('chen', 'penalties.monthSheet', { month: '2026-03' }).people).toHaveLength(1)
    expect(store.ok('director', 'penalties.monthSheet', { month: '2026-01' }).people).toEqual([])
  })
})

describe('rights', () => {
  const probes = ['preview', 'approve', 'reverse'] as const
  test.each([
    ['director', ['ok', 'ok', 'ok']],
    ['manager', ['ok', 'PERMISSION_DENIED', 'PERMISSION_DENIED']],
    ['otherManager', ['NOT_FOUND', 'PERMISSION_DENIED', 'PERMISSION_DENIED']],
    ['chen', ['PERMISSION_DENIED', 'PERMISSION_DENIED', 'PERMISSION_DENIED']],
    ['desk', ['PERMISSION_DENIED', 'PERMISSION_DENIED', 'PERMISSION_DENIED']],
    ['admin', ['PERMISSION_DENIED', 'PERMISSION_DENIED', 'PERMISSION_DENIED']],
  ] as const)('%s previews, approves and reverses what is chen’s: %j', (as, expected) => {
    const found = probes.map((verb) => {
      const store = open()
      const id = confirmed(store, 'chen', 'frequency_breach', '2026-03-10')
      const input =
        verb === 'reverse' ? { ids: approve(store, id).slice(0, 1), reason: '误记' } : { violationIds: [id] }
      const answer = store.answer(as, `penalties.${verb}`, input)
      return answer.ok ? 'ok' : answer.error.code
    })
    expect(found).toEqual(expected)
  })
})
