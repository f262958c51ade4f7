import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { WritableStore } from '../handle.ts'
import { findPenaltyCheck } from '../read/penalties.ts'
import { penaltyChecks, penaltyEntries, penaltyItems } from '../schema/index.ts'
import { insertRow, updateRow } from './rows.ts'

export type NewPenaltyEntry = typeof penaltyEntries.$inferInsert

/** Enters a line into the ledger (R-8.4, 考核台账) with the violations it is about; nothing takes it out again. */
export function addPenaltyEntry(
  store: WritableStore,
  entry: NewPenaltyEntry,
  violationIds: readonly string[],
): void {
  insertRow(store, penaltyEntries, entry)
  for (const violationId of violationIds)
    insertRow(store, penaltyItems, { entryId: entry.entryId, violationId })
}

/** Keeps what the recomputation of a date found. */
export function keepPenaltyCheck(
  store: WritableStore,
  found: {
    readonly on: BusinessDate
    readonly checkedAt: Instant
    readonly entries: number
    readonly wrong: readonly string[]
  },
): void {
  const { on, ...rest } = found
  if (findPenaltyCheck(store, on)) updateRow(store, penaltyChecks, on, rest)
  else insertRow(store, penaltyChecks, found)
}
