import type { LadderName } from '#shared/domain/codes.ts'
import { monthOf, type BusinessDate } from '#shared/time/business-date.ts'
import type { LedgerFact } from './penalty-facts.ts'

/** What a ledger holds at one place of its order: what stands of each person and ladder, and what is charged. */
export interface LedgerSoFar {
  /** Own entries of a person and ladder that no reversal has taken back. */
  readonly standing: (staffId: string, ladder: LadderName) => readonly LedgerFact[]
  /** Money that a person bears in the month of a date, what was taken back left out. */
  readonly charged: (staffId: string, on: BusinessDate) => number
  readonly add: (entry: LedgerFact) => void
}

/** Reads a ledger in its order. A reversing entry takes back the whole of the one it names. */
export function makeLedgerSoFar(entries: Iterable<LedgerFact> = []): LedgerSoFar {
  const own = new Map<string, LedgerFact[]>()
  const money = new Map<string, number>()
  const ladderKey = (staffId: string, ladder: LadderName) => `${staffId} ${ladder}`
  const monthKey = (staffId: string, on: BusinessDate) => `${staffId} ${monthOf(on)}`
  const add = (entry: LedgerFact) => {
    const { staffId, ladder, on } = entry
    if (entry.unit === 'money') {
      const key = monthKey(staffId, on)
      money.set(key, (money.get(key) ?? 0) + entry.amount)
    }
    const key = ladderKey(staffId, ladder)
    const known = own.get(key) ?? []
    if (entry.part === 'own') own.set(key, [...known, entry])
    else if (entry.part === 'reversal') {
      own.set(
        key,
        known.filter(({ entryId }) => entryId !== entry.reversesEntryId),
      )
    }
  }
  for (const entry of entries) add(entry)
  return {
    standing: (staffId, ladder) => own.get(ladderKey(staffId, ladder)) ?? [],
    charged: (staffId, on) => money.get(monthKey(staffId, on)) ?? 0,
    add,
  }
}
