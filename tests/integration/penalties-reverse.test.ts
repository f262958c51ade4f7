import { describe, expect, it, test } from 'vitest'
import { readRows } from '#tests/support/book.ts'
import { openTrainingStore } from '#tests/support/training-store.ts'
import {
  approve,
  confirmed,
  ledger,
  linesOf,
  statusOf,
  withPenalties,
} from '#tests/support/books/violations.ts'

const open = () => openTrainingStore({ now: '2026-03-25' })

describe('a reversal (R-8.4)', () => {
  const setUp = () => {
    const store = open()
    const first = confirmed(store, 'chen', 'frequency_breach', '2026-03-10')
    const second = confirmed(store, 'chen', 'missing_plan', '2026-03-10')
    const later = confirmed(store, 'chen', 'frequency_breach', '2026-03-12')
    const [own = '', share = ''] = approve(store, first, second)
    approve(store, later)
    return { store, first, second, later, own, share }
  }

  test.each(['own', 'share'] as const)('named by its %s entry takes back both', (which) => {
    const { store, first, later, own, share } = setUp()
    const ids = [which === 'own' ? own : share]
    const { entryIds } = store.ok('director', 'penalties.reverse', { ids, reason: '重复记录' })
    expect(entryIds).toHaveLength(2)
    expect(linesOf(store).slice(0, 4)).toEqual([
      '2026-03-10 own 陈晓东 1 2×→10000',
      '2026-03-10 manager_share 钱经理 1 2×→5000',
      '2026-03-10 reversal 陈晓东 1 2×→-10000',
      '2026-03-10 reversal 钱经理 1 2×→-5000',
    ])
    expect([statusOf(store, first), statusOf(store, later)]).toEqual(['reversed', 'approved'])
    expect(ledger(store).totals).toMatchObject({ money: 15_000, managerShares: 5_000 })
    const rows = ledger(store).rows
    expect(rows.filter(({ reversedBy }) => reversedBy !== null).map(({ entryId }) => entryId)).toEqual([
      own,
      share,
    ])
    expect(rows.find(({ part }) => part === 'reversal')).toMatchObject({
      reason: '重复记录',
      reversesEntryId: own,
    })
  })

  it('keeps what still stands, to be approved anew with the number of its date; later numbers stay', () => {
    const { store, first, second, own } = setUp()
    store.ok('director', 'penalties.reverse', { ids: [own], reason: '一项不实', keepViolationIds: [second] })
    expect([statusOf(store, first), statusOf(store, second)]).toEqual(['reversed', 'confirmed'])
    approve(store, second)
    expect(linesOf(store).filter((line) => line.includes('own'))).toEqual([
      '2026-03-10 own 陈晓东 1 2×→10000',
      '2026-03-10 own 陈晓东 1 1×→5000',
      '2026-03-12 own 陈晓东 2 1×→10000',
    ])
    approve(store, confirmed(store, 'chen', 'frequency_breach', '2026-03-20'))
    expect(ledger(store).rows.at(-2)?.occasion).toBe(3)
  })

  it('happens once, needs a reason, and is not reversed itself', () => {
    const { store, own, share } = setUp()
    expect(store.refused('director', 'penalties.reverse', { ids: [own], reason: '' }).code).toBe(
      'VALIDATION_FAILED',
    )
    const { entryIds } = store.ok('director', 'penalties.reverse', { ids: [own, share], reason: '误记' })
    expect(entryIds).toHaveLength(2)
    const refusal = (id: string) =>
      store.refused('director', 'penalties.reverse', { ids: [id], reason: '误记' }).reasons?.[0]?.code
    expect(refusal(share)).toBe('penalty_already_reversed')
    expect(refusal(entryIds[0] ?? '')).toBe('penalty_reversal_stays')
    expect(store.refused('director', 'penalties.reverse', { ids: ['nothing'], reason: '误记' }).code).toBe(
      'NOT_FOUND',
    )
  })

  it('keeps only violations of its own entries', () => {
    const { store, own, later } = setUp()
    expect(
      store.refused('director', 'penalties.reverse', {
        ids: [own],
        reason: '误记',
        keepViolationIds: [later],
      }).reasons,
    ).toMatchObject([{ code: 'penalty_kept_not_reversed' }])
    expect(ledger(store).rows.some(({ part }) => part === 'reversal')).toBe(false)
  })

  it('drops what followed from it', () => {
    const store = open()
    const ids = ['2026-03-10', '2026-03-11'].map((on) => confirmed(store, 'chen', 'overdue_follow_up', on))
    const entries = approve(store, ...ids)
    store.ok('director', 'penalties.reverse', { ids: [entries[1] ?? ''], reason: '误记' })
    expect(readRows(store, `select "on", status from rectifications order by "on"`)).toEqual([
      { on: '2026-03-10', status: 'due' },
      { on: '2026-03-11', status: 'dropped' },
    ])
    expect(readRows(store, 'select status from suspensions')).toEqual([{ status: 'dropped' }])
    expect(ledger(store).totals).toMatchObject({ reports: 1, suspensions: 0 })
  })

  it('gives back the room under the cap', () => {
    const store = open()
    withPenalties(store, 'monthlyCapFen', 5_000)
    const [own = ''] = approve(store, confirmed(store, 'chen', 'frequency_breach', '2026-03-10'))
    store.ok('director', 'penalties.reverse', { ids: [own], reason: '误记' })
    approve(store, confirmed(store, 'chen', 'unrealistic_postponement', '2026-03-10'))
    expect(ledger(store).rows.at(-2)).toMatchObject({ part: 'own', amount: 5_000, capTaken: 0 })
  })
})
