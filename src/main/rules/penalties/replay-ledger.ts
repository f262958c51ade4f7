import type { Consequence } from '#shared/domain/codes.ts'
import { assessPenalty, managerOf, type Assessed } from './assess-penalty.ts'
import { groupByOccasion } from './ladder.ts'
import { makeLedgerSoFar, type LedgerSoFar } from './ledger-so-far.ts'
import type { AssessedEntry, LedgerFact, OccasionItems, PenaltyItem, PolicyOf } from './penalty-facts.ts'

/** A line of the ledger as it is kept, with the violations it is about. */
export interface KeptEntry extends LedgerFact {
  readonly ofStaffId: string
  readonly items: number
  readonly perItem: number
  readonly gross: number
  readonly capTaken: number
  readonly consequences: readonly Consequence[]
  readonly policyVersion: number
  /** The own entry of a share. */
  readonly ofEntryId: string | null
  /** The manager lowered its suspension when it was approved. */
  readonly lowered: boolean
  /** Empty for a share and for what takes an entry back. */
  readonly violations: readonly PenaltyItem[]
}

export interface WrongEntry {
  readonly entryId: string
  readonly recomputed: number
}

const figures = ['occasion', 'items', 'perItem', 'gross', 'capTaken', 'amount'] as const

const isAsAssessed = (kept: KeptEntry, assessed: AssessedEntry): boolean =>
  kept.staffId === assessed.staffId &&
  kept.unit === assessed.unit &&
  figures.every((name) => kept[name] === assessed[name]) &&
  kept.consequences.length === assessed.consequences.length &&
  kept.consequences.every((each) => assessed.consequences.includes(each))

/** The items of an own entry, when they still are one occasion of its person, ladder and date. */
function itemsOf(kept: KeptEntry, policyOf: PolicyOf): OccasionItems | undefined {
  const [group, ...others] = groupByOccasion(kept.violations, policyOf)
  return group &&
    others.length === 0 &&
    group.items.length === kept.violations.length &&
    group.staffId === kept.staffId &&
    group.ladder === kept.ladder &&
    group.on === kept.on
    ? group
    : undefined
}

interface Replayed {
  readonly kept: KeptEntry
  readonly amount: number
  /** The manager's share that must follow an own entry. */
  readonly share: AssessedEntry | null
  reversed: boolean
}

/**
 * Works the whole ledger out again in its order, out of the violations and their policies, and names the
 * entries that do not come out the same: another figure, an item that is gone or another one's, a share without its
 * entry or an entry without its share, a reversal that takes back something else. Each entry is measured by what the
 * ones before it should be, so that one wrong entry does not make the later ones wrong.
 */
export function replayLedger(entries: readonly KeptEntry[], policyOf: PolicyOf): WrongEntry[] {
  const wrong = new Map<string, number>()
  const replayed = new Map<string, Replayed>()
  const shareOfEntry = new Map(
    entries.flatMap((each) => (each.part === 'manager_share' ? [[each.ofEntryId, each] as const] : [])),
  )
  const soFar: LedgerSoFar = makeLedgerSoFar()
  const keep = (kept: KeptEntry, amount: number, share: AssessedEntry | null) => {
    replayed.set(kept.entryId, { kept, amount, share, reversed: false })
    if (kept.amount !== amount) wrong.set(kept.entryId, amount)
  }

  const replayOwn = (kept: KeptEntry) => {
    const occasion = itemsOf(kept, policyOf)
    const assessed: Assessed | null = occasion
      ? assessPenalty(occasion, policyOf(occasion.policyVersion), soFar, {
          // Who was manager, where it was not noted with the violation, only the entry itself can tell.
          managerId: managerOf(occasion) ?? shareOfEntry.get(kept.entryId)?.staffId ?? null,
          lowered: kept.lowered,
        })
      : null
    const amount = assessed?.own.amount ?? 0
    const same =
      assessed !== null &&
      !assessed.tooLarge &&
      occasion?.policyVersion === kept.policyVersion &&
      isAsAssessed(kept, assessed.own)
    if (!same) wrong.set(kept.entryId, amount)
    keep(kept, amount, assessed?.share ?? null)
    soFar.add({ ...kept, ...assessed?.own, amount })
  }

  const replayShare = (kept: KeptEntry) => {
    const share = replayed.get(kept.ofEntryId ?? '')?.share
    if (!share || !isAsAssessed(kept, share)) wrong.set(kept.entryId, share?.amount ?? 0)
    keep(kept, share?.amount ?? 0, null)
    soFar.add({ ...kept, ...share, amount: share?.amount ?? 0 })
  }

  const replayReversal = (kept: KeptEntry) => {
    const original = replayed.get(kept.reversesEntryId ?? '')
    const takesBack =
      original !== undefined &&
      !original.reversed &&
      original.kept.part !== 'reversal' &&
      original.kept.staffId === kept.staffId &&
      original.kept.on === kept.on &&
      original.kept.unit === kept.unit
    const amount = takesBack ? 0 - original.amount : 0
    if (!takesBack) wrong.set(kept.entryId, amount)
    else original.reversed = true
    keep(kept, amount, null)
    soFar.add({ ...kept, amount, reversesEntryId: takesBack ? kept.reversesEntryId : null })
  }

  for (const kept of entries) {
    if (kept.part === 'own') replayOwn(kept)
    else if (kept.part === 'manager_share') replayShare(kept)
    else replayReversal(kept)
  }
  for (const [entryId, { kept, amount, share, reversed }] of replayed) {
    if (kept.part !== 'own') continue
    const shareKept = replayed.get(shareOfEntry.get(entryId)?.entryId ?? '')
    const complete = share ? shareKept !== undefined && shareKept.reversed === reversed : !shareKept
    if (!complete && !wrong.has(entryId)) wrong.set(entryId, amount)
  }
  return entries.flatMap(({ entryId }) => {
    const recomputed = wrong.get(entryId)
    return recomputed === undefined ? [] : [{ entryId, recomputed }]
  })
}
