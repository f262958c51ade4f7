import { replayLedger, type KeptEntry, type WrongEntry } from '#main/rules/penalties/replay-ledger.ts'
import type { PenaltyItem } from '#main/rules/penalties/penalty-facts.ts'
import { inScope } from '#shared/access/can.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import {
  findPenaltyEntry,
  listLedgerItems,
  listWholeLedger,
  nextSequence,
} from '#main/store/read/penalties.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { documentOf } from '#main/store/read/store.ts'
import { keepPenaltyCheck } from '#main/store/write/penalties.ts'

export interface Recomputed {
  readonly entries: number
  readonly wrong: readonly WrongEntry[]
}

/** 复算: works the whole ledger out again from the records, and names the entries that differ. */
export function recomputeLedger(store: ReadableStore): Recomputed {
  const rows = listWholeLedger(store)
  const isKnown = new Map<number, boolean>()
  const known = (version: number): boolean => {
    const before = isKnown.get(version)
    if (before !== undefined) return before
    let there = true
    try {
      documentOf(store, version)
    } catch {
      // A policy that is gone makes wrong what rests on it, and nothing else.
      there = false
    }
    isKnown.set(version, there)
    return there
  }
  const items = Map.groupBy(listLedgerItems(store), ({ entryId }) => entryId)
  const entries = rows.map((row): KeptEntry => {
    const own = items.get(row.entryId) ?? []
    const violations = own.map((item): PenaltyItem => ({ ...item, lowered: false }))
    return {
      ...row,
      lowered: row.reasons.some(({ code }) => code === 'penalty_suspension_lowered'),
      violations: violations.every(({ policyVersion }) => known(policyVersion)) ? violations : [],
    }
  })
  return { entries: rows.length, wrong: replayLedger(entries, (version) => documentOf(store, version)) }
}

/** The nightly check: once a date, with its roll. A store without a ledger has nothing to check. */
export function checkLedger(store: WritableStore, { today, now }: Context): void {
  if (nextSequence(store) === 1) return
  const { entries, wrong } = recomputeLedger(store)
  keepPenaltyCheck(store, { on: today, checkedAt: now, entries, wrong: wrong.map(({ entryId }) => entryId) })
}

/** The same on demand, for the entries within reach. */
export const recompute: HandlersOf<'penalties'>['recompute'] = (store, _input, { scope }) => {
  const { entries, wrong } = recomputeLedger(store)
  return {
    entries,
    wrong: wrong.flatMap(({ entryId, recomputed }) => {
      const entry = findPenaltyEntry(store, entryId)
      if (!entry || !inScope(scope, entry.staffId)) return []
      const { staffId, on, amount } = entry
      return [{ entryId, staffName: findStaff(store, staffId)?.name ?? '', on, amount, recomputed }]
    }),
  }
}
