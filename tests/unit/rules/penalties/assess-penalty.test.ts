import { describe, expect, it, test } from 'vitest'
import type { Policy } from '#shared/policy/policy.ts'
import { benyue } from '#shared/policy/presets/benyue.ts'
import { assessPenalty, isLowered, managerOf } from '#main/rules/penalties/assess-penalty.ts'
import { makeLedgerSoFar } from '#main/rules/penalties/ledger-so-far.ts'
import type { LedgerFact } from '#main/rules/penalties/penalty-facts.ts'
import { entry, item, occasion, policyWith } from './facts.ts'

const assess = (
  what: ReturnType<typeof occasion>,
  options: { policy?: Policy; before?: LedgerFact[]; lowered?: boolean; managerId?: string | null } = {},
) =>
  assessPenalty(what, options.policy ?? benyue, makeLedgerSoFar(options.before ?? []), {
    managerId: options.managerId === undefined ? 'qian' : options.managerId,
    lowered: options.lowered ?? false,
  })
const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code)

describe('frequency breaches of the worked examples (R-8.6, R-8.7)', () => {
  it('are 2×50, 1×100, 3×200 yuan, and 50, 50, 300 for the manager', () => {
    const soFar = makeLedgerSoFar()
    const entered = (
      [
        ['2026-03-10', 2],
        ['2026-03-12', 1],
        ['2026-03-20', 3],
      ] as const
    ).map(([on, count]) => {
      const { own, share } = assessPenalty(occasion(on, count), benyue, soFar, {
        managerId: 'qian',
        lowered: false,
      })
      soFar.add(entry(on, { ...own }))
      return [own.occasion, own.items, own.perItem, own.amount, share?.amount, own.consequences]
    })
    expect(entered).toEqual([
      [1, 2, 5_000, 10_000, 5_000, []],
      [2, 1, 10_000, 10_000, 5_000, []],
      [3, 3, 20_000, 60_000, 30_000, ['suspension']],
    ])
  })
})

describe('what follows besides (R-8.5)', () => {
  test.each([
    ['overdue', 0, false, ['report']],
    ['overdue', 1, false, ['report', 'suspension']],
    ['overdue', 1, true, ['report']],
    ['frequency', 1, false, []],
    ['frequency', 2, false, ['suspension']],
    ['frequency', 2, true, []],
    ['postponement', 2, false, ['suspension']],
  ] as const)('on the ladder %s after %i dates, lowered %s: %j', (ladder, count, lowered, expected) => {
    const before = Array.from({ length: count }, (_, index) => entry(`2026-03-0${index + 1}`, { ladder }))
    const { own } = assess(occasion('2026-03-20', 1, { ladder }), { before, lowered })
    expect(own.consequences).toEqual(expected)
    expect(codes(own.reasons).includes('penalty_suspension_lowered')).toBe(lowered)
  })

  it('is never a share of the manager where the ladder takes nothing', () => {
    expect(assess(occasion('2026-03-20', 1, { ladder: 'overdue' })).share).toBeNull()
  })

  it('is lowered only when every item of the occasion is', () => {
    expect(isLowered({ items: [item('2026-03-10', { lowered: true })] })).toBe(true)
    expect(isLowered({ items: [item('2026-03-10', { lowered: true }), item('2026-03-10')] })).toBe(false)
    expect(isLowered({ items: [] })).toBe(false)
  })
})

describe('the cap (R-8.8)', () => {
  const policy = policyWith({ monthlyCapFen: 12_000 })

  it('takes off what lies beyond it, and the manager shares what is left', () => {
    const { own, share } = assess(occasion('2026-03-12', 2), { policy, before: [entry('2026-03-10')] })
    expect([own.gross, own.capTaken, own.amount]).toEqual([20_000, 13_000, 7_000])
    expect([share?.gross, share?.capTaken, share?.amount]).toEqual([3_500, 0, 3_500])
    expect(own.reasons.find(({ code }) => code === 'penalty_cap')?.data).toEqual({
      month: '2026-03',
      cap: '¥120.00',
      charged: '¥50.00',
      taken: '¥130.00',
    })
  })

  it('counts the month of the occasion only', () => {
    const { own } = assess(occasion('2026-04-01', 2), { policy, before: [entry('2026-03-31')] })
    expect([own.gross, own.capTaken]).toEqual([20_000, 8_000])
  })

  it('leaves out what was taken back', () => {
    const taken = entry('2026-03-10')
    const back = entry('2026-03-10', { part: 'reversal', amount: -5_000, reversesEntryId: taken.entryId })
    const { own } = assess(occasion('2026-03-12', 2), { policy, before: [taken, back] })
    expect([own.occasion, own.gross, own.capTaken]).toEqual([1, 10_000, 0])
  })

  it('holds for the shares of a manager as well, and shows what it takes off them', () => {
    const shares = entry('2026-03-02', { part: 'manager_share', staffId: 'qian', amount: 11_000 })
    const { own, share } = assess(occasion('2026-03-12', 2), { policy, before: [shares] })
    expect(own.capTaken).toBe(0)
    expect([share?.gross, share?.capTaken, share?.amount]).toEqual([5_000, 4_000, 1_000])
    expect(codes(share?.reasons ?? [])).toEqual(['penalty_manager_share', 'penalty_cap'])
  })

  it('that takes everything leaves nothing to share', () => {
    const { own, share } = assess(occasion('2026-03-12'), {
      policy,
      before: [entry('2026-03-10', { amount: 12_000 })],
    })
    expect([own.gross, own.amount, share]).toEqual([10_000, 0, null])
  })
})

describe('points (R-8.10)', () => {
  const policy = policyWith({ monthlyCapFen: 1 }, { unit: 'points', firstAmount: 2, factor: 2 })

  it('are neither shared nor capped', () => {
    const { own, share } = assess(occasion('2026-03-12', 3), { policy, before: [entry('2026-03-10')] })
    expect([own.unit, own.perItem, own.amount, own.capTaken, share]).toEqual(['points', 4, 12, 0, null])
    expect(codes(own.reasons)).toEqual(['penalty_occasion', 'penalty_points'])
  })
})

describe('the manager (R-8.7)', () => {
  it('is the one noted with the first item that notes one', () => {
    const items = [
      item('2026-03-10', { managerId: null }),
      item('2026-03-10', { managerId: 'zheng' }),
      item('2026-03-10', { managerId: 'qian' }),
    ]
    expect(managerOf({ items })).toBe('zheng')
    expect(managerOf({ items: items.slice(0, 1) })).toBeNull()
  })

  it('bears nothing where there is none', () => {
    expect(assess(occasion('2026-03-10'), { managerId: null }).share).toBeNull()
  })
})

describe('every amount explains itself', () => {
  it('names the occasion, the dates it counts, the factor and the version of the policy', () => {
    const { own } = assess(occasion('2026-03-12', 1, { policyVersion: 4 }), { before: [entry('2026-03-10')] })
    expect(own.reasons).toEqual([
      {
        code: 'penalty_occasion',
        data: {
          occasion: 2,
          ladder: 'frequency',
          on: '2026-03-12',
          dates: '2026-03-10',
          reset: 'never',
          policyVersion: 4,
        },
      },
      {
        code: 'penalty_money',
        data: { items: 1, perItem: '¥100.00', gross: '¥100.00', first: '¥50.00', factor: 2 },
      },
    ])
  })

  it('says that a number is shared with what was approved for the date before', () => {
    const { own } = assess(occasion('2026-03-10'), { before: [entry('2026-03-10')] })
    expect([own.occasion, own.reasons[0]?.code]).toEqual([1, 'penalty_occasion_shared'])
  })

  it('tells when an amount is too large to be told', () => {
    const before = Array.from({ length: 31 }, (_, index) =>
      entry(`2026-01-${String(index + 1).padStart(2, '0')}`),
    )
    expect(assess(occasion('2026-03-10'), { before }).tooLarge).toBe(true)
    expect(assess(occasion('2026-03-10'), { before: before.slice(0, 5) }).tooLarge).toBe(false)
  })
})
