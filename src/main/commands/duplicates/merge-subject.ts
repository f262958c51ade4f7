import { can } from '#shared/access/can.ts'
import { mergedFields, type MergedField } from '#shared/contract/duplicates.ts'
import { refuseField } from '#shared/errors.ts'
import type { Context } from '#main/calls/context.ts'
import type { MergeFacts, MergingSide } from '#main/rules/merge-acts.ts'
import type { MergedRecord } from '#main/rules/merge-fields.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { listOpportunities } from '#main/store/read/customers.ts'
import { findDismissal } from '#main/store/read/duplicates.ts'
import { countOpenClaims } from '#main/store/read/merges.ts'
import { listRelatives } from '#main/store/read/relatives.ts'
import { findStaff } from '#main/store/read/staff.ts'
import type { CustomerRow } from '#main/store/rows.ts'
import { mayReceive } from '#main/commands/ownership/reassignments-choice.ts'
import { getCustomer } from '#main/commands/subjects.ts'

/** The two records of a merge: both within reach, and not one and the same. */
export interface Two {
  readonly kept: CustomerRow
  readonly dropped: CustomerRow
}

export function getTwo(
  store: ReadableStore,
  context: Context,
  { keptId, droppedId }: { readonly keptId: string; readonly droppedId: string },
): Two {
  const kept = getCustomer(store, context, keptId)
  const dropped = getCustomer(store, context, droppedId)
  if (keptId === droppedId) refuseField('droppedId', 'merge_with_itself')
  return { kept, dropped }
}

/** A record's fields as the rule compares them. */
export const recordOf = (row: CustomerRow): MergedRecord => ({
  ...(Object.fromEntries(mergedFields.map((field) => [field, row[field]])) as Record<
    MergedField,
    string | null
  >),
  lastContactOn: row.lastContactOn,
  createdOn: row.createdOn,
  createdAt: row.createdAt,
})

export const ownerNameOf = (store: ReadableStore, ownerId: string | null): string | null =>
  ownerId ? (findStaff(store, ownerId)?.name ?? null) : null

const isOpen = ({ status }: { readonly status: string }) => status === 'open' || status === 'lost_waiting'

function side(store: ReadableStore, row: CustomerRow, otherId: string): MergingSide {
  return {
    name: row.name,
    ownerId: row.ownerId,
    ownerName: ownerNameOf(store, row.ownerId),
    openClaims: countOpenClaims(store, row.customerId),
    openOpportunities: listOpportunities(store, row.customerId).filter(isOpen).length,
    relatives: listRelatives(store, row.customerId)
      .filter(({ customerId }) => customerId !== otherId)
      .map(({ name }) => name),
  }
}

/** What decides whether two records may become one. */
export function mergeFacts(store: ReadableStore, context: Context, { kept, dropped }: Two): MergeFacts {
  const owner = kept.ownerId ? findStaff(store, kept.ownerId) : undefined
  const dismissal = findDismissal(store, kept.customerId, dropped.customerId)
  return {
    kept: side(store, kept, dropped.customerId),
    dropped: side(store, dropped, kept.customerId),
    mayReassign: can(context.actor, 'customer.reassign').yes,
    keptOwnerMayReceive: owner !== undefined && mayReceive(store, context, owner),
    areRelatives: listRelatives(store, kept.customerId).some(
      ({ customerId }) => customerId === dropped.customerId,
    ),
    dismissal: dismissal ? { by: dismissal.by, because: dismissal.reason, on: dismissal.on } : null,
  }
}
