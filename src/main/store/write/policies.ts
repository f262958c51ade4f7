import type { Policy } from '#shared/policy/policy.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { WritableStore } from '../handle.ts'
import { opportunities, plans, policies, store as storeTable } from '../schema/index.ts'
import { insertRow, updateColumn, updateRow } from './rows.ts'

/** Adds a version of the policy; none is ever changed. */
export const addPolicy = (
  store: WritableStore,
  row: {
    readonly version: number
    readonly effectiveFrom: BusinessDate
    readonly document: Policy
    readonly publishedAt: Instant
    readonly publishedBy: string
    readonly note: string | null
  },
): void => insertRow(store, policies, row)

/** Writes what a version makes of the open book, and notes that it has been applied. */
export function applyToBook(
  store: WritableStore,
  version: number,
  {
    limits,
    moves,
  }: {
    readonly limits: readonly {
      readonly opportunityId: string
      readonly from: BusinessDate
      readonly to: BusinessDate
    }[]
    readonly moves: readonly {
      readonly planId: string
      readonly from: BusinessDate
      readonly to: BusinessDate
    }[]
  },
): void {
  updateColumn(
    store,
    opportunities,
    'limitOn',
    limits.map(({ opportunityId, from, to }) => ({ id: opportunityId, from, to })),
  )
  updateColumn(
    store,
    plans,
    'dueOn',
    moves.map(({ planId, from, to }) => ({ id: planId, from, to })),
  )
  updateRow(store, storeTable, 1, { appliedPolicyVersion: version })
}
