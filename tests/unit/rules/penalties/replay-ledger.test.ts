import { describe, expect, it, test } from 'vitest'
import { benyue } from '#shared/policy/presets/benyue.ts'
import { replayLedger, type KeptEntry } from '#main/rules/penalties/replay-ledger.ts'
import { day, item } from './facts.ts'

const kept = (entryId: string, on: string, parts: Partial<KeptEntry>): KeptEntry => ({
  entryId,
  part: 'own',
  staffId: 'chen',
  ofStaffId: 'chen',
  ladder: 'frequency',
  on: day(on),
  occasion: 1,
  items: 1,
  unit: 'money',
  perItem: 5_000,
  gross: 5_000,
  capTaken: 0,
  amount: 5_000,
  consequences: [],
  policyVersion: 1,
  ofEntryId: null,
  reversesEntryId: null,
  lowered: false,
  violations: [],
  ...parts,
})
const share = (entryId: string, of: KeptEntry, amount: number): KeptEntry =>
  kept(entryId, of.on, {
    ...of,
    entryId,
    part: 'manager_share',
    staffId: 'qian',
    gross: amount,
    amount,
    ofEntryId: of.entryId,
    violations: [],
  })
const reversal = (entryId: string, of: KeptEntry): KeptEntry => ({
  ...of,
  entryId,
  part: 'reversal',
  gross: -of.gross,
  amount: -of.amount,
  reversesEntryId: of.entryId,
  violations: [],
})

/** Two occasions with their shares, the first taken back, and the second date approved once more. */
function soundLedger(): KeptEntry[] {
  const first = kept('1', '2026-03-10', { violations: [item('2026-03-10')] })
  const second = kept('3', '2026-03-12', {
    occasion: 2,
    items: 2,
    perItem: 10_000,
    gross: 20_000,
    amount: 20_000,
    violations: [item('2026-03-12'), item('2026-03-12')],
  })
  const firstShare = share('2', first, 2_500)
  const third = kept('7', '2026-03-20', {
    occasion: 2,
    perItem: 10_000,
    gross: 10_000,
    amount: 10_000,
    violations: [item('2026-03-20')],
  })
  return [
    first,
    firstShare,
    second,
    share('4', second, 10_000),
    reversal('5', first),
    reversal('6', firstShare),
    third,
    share('8', third, 5_000),
  ]
}
const replay = (entries: KeptEntry[]) => replayLedger(entries, () => benyue)
const changed = (place: number, parts: Partial<KeptEntry>) =>
  soundLedger().map((each, index) => (index === place ? { ...each, ...parts } : each))
const without = (place: number) => soundLedger().filter((_, index) => index !== place)

describe('recomputing the ledger (R-8.11)', () => {
  it('finds a sound one the same, reversals and what was approved after them included', () => {
    expect(replay(soundLedger())).toEqual([])
  })

  test.each([
    ['an amount', 2, { amount: 1 }, [{ entryId: '3', recomputed: 20_000 }]],
    ['an amount with its gross', 2, { amount: 1, gross: 1 }, [{ entryId: '3', recomputed: 20_000 }]],
    ['a number', 2, { occasion: 3 }, [{ entryId: '3', recomputed: 20_000 }]],
    ['an item taken away', 2, { violations: [item('2026-03-12')] }, [{ entryId: '3', recomputed: 10_000 }]],
    ['all items taken away', 6, { violations: [] }, [{ entryId: '7', recomputed: 0 }]],
    ['an item of another date', 6, { violations: [item('2026-03-19')] }, [{ entryId: '7', recomputed: 0 }]],
    [
      'an item of another person',
      6,
      { violations: [item('2026-03-20', { staffId: 'li' })] },
      [{ entryId: '7', recomputed: 0 }],
    ],
    ['a consequence', 6, { consequences: ['suspension'] as const }, [{ entryId: '7', recomputed: 10_000 }]],
    ['the bearer', 7, { staffId: 'zheng' }, [{ entryId: '8', recomputed: 5_000 }]],
    ['a share', 7, { amount: 4_999 }, [{ entryId: '8', recomputed: 5_000 }]],
    ['what takes back too little', 4, { amount: -1 }, [{ entryId: '5', recomputed: -5_000 }]],
    ['the version', 2, { policyVersion: 2 }, [{ entryId: '3', recomputed: 20_000 }]],
  ] as const)('names the entry of which %s was changed, and no other', (_what, place, parts, wrong) => {
    const found = replay(changed(place, parts))
    // What lost items is shared anew as well.
    expect(found.filter(({ entryId }) => wrong.some((each) => each.entryId === entryId))).toEqual(wrong)
    const own = soundLedger()[place]?.entryId
    expect(
      found.every(
        ({ entryId }) =>
          entryId === own || soundLedger().find((each) => each.entryId === entryId)?.ofEntryId === own,
      ),
    ).toBe(true)
  })

  it('names an own entry whose share is gone, and a share whose entry is gone', () => {
    expect(replay(without(3))).toEqual([{ entryId: '3', recomputed: 20_000 }])
    expect(replay(without(6)).map(({ entryId }) => entryId)).toEqual(['8'])
  })

  it('names an entry that was taken back without its share', () => {
    expect(replay(without(5))).toEqual([{ entryId: '1', recomputed: 5_000 }])
  })

  it('names what takes back an entry twice, or none', () => {
    const [first] = soundLedger()
    if (!first) throw new Error('no ledger')
    expect(replay([...soundLedger(), reversal('9', first)])).toEqual([{ entryId: '9', recomputed: 0 }])
    expect(replay(changed(4, { reversesEntryId: 'nobody' })).map(({ entryId }) => entryId)).toContain('5')
  })

  it('takes from the entry itself who bore the share when no manager was noted', () => {
    const own = kept('1', '2026-03-10', { violations: [item('2026-03-10', { managerId: null })] })
    expect(replay([own, share('2', own, 2_500)])).toEqual([])
    expect(replay([own])).toEqual([])
  })

  it('takes from the entry itself that its suspension was lowered', () => {
    const policy = {
      ...benyue,
      penalties: {
        ...benyue.penalties,
        managerSharePercent: 0,
        ladders: {
          ...benyue.penalties.ladders,
          frequency: { ...benyue.penalties.ladders.frequency, suspensionFromOccasion: 1 },
        },
      },
    }
    const own = kept('1', '2026-03-10', { violations: [item('2026-03-10')], lowered: true })
    expect(replayLedger([own], () => policy)).toEqual([])
    expect(replayLedger([{ ...own, lowered: false }], () => policy)).toHaveLength(1)
  })
})
