import { inScope } from '#shared/access/can.ts'
import { refuse, refuseByRule } from '#shared/errors.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import type { Context } from '#main/calls/context.ts'
import type { AssessedEntry } from '#main/rules/penalties/penalty-facts.ts'
import type { WritableStore } from '#main/store/handle.ts'
import {
  findPenaltyEntry,
  findShareOf,
  isReversed,
  listItemIds,
  nextSequence,
} from '#main/store/read/penalties.ts'
import { findStaff } from '#main/store/read/staff.ts'
import type { PenaltyEntryRow } from '#main/store/rows.ts'
import { addPenaltyEntry, type NewPenaltyEntry } from '#main/store/write/penalties.ts'
import { changeViolation } from '#main/store/write/violations.ts'
import { dropConsequences, openConsequences } from './consequences.ts'
import type { AssessedOccasion } from './penalties-assess.ts'

/** Writes lines of one act behind the ledger, in order. */
function makeLedgerPen(store: WritableStore, { now, today, actor, newId }: Context) {
  let sequence = nextSequence(store)
  const written: string[] = []
  return {
    written,
    enter: (
      line: Omit<NewPenaltyEntry, 'sequence' | 'entryId' | 'enteredOn' | 'enteredAt' | 'enteredBy'>,
      violationIds: readonly string[] = [],
    ): string => {
      const entryId = newId()
      const entered = { enteredOn: today, enteredAt: now, enteredBy: actor.staffId }
      addPenaltyEntry(store, { ...line, sequence, entryId, ...entered }, violationIds)
      sequence += 1
      written.push(entryId)
      return entryId
    },
  }
}

/**
 * 批准: enters each occasion, its manager's share behind it, opens what follows besides, and settles the
 * violations. One obstacle keeps all of them out. Answers the ids in the order of the ledger.
 */
export function approveOccasions(
  store: WritableStore,
  context: Context,
  occasions: readonly AssessedOccasion[],
): string[] {
  const obstacles = occasions.flatMap((each) => each.obstacles)
  if (obstacles.length > 0) refuseByRule(...obstacles)
  const pen = makeLedgerPen(store, context)
  for (const { occasion, own, share } of occasions) {
    const { staffId, ladder, on, policyVersion, items } = occasion
    const violationIds = items.map(({ violationId }) => violationId)
    const shared = { ofStaffId: staffId, ladder, on, policyVersion }
    const lineOf = (assessed: AssessedEntry) => ({ ...assessed, ...shared })
    const entryId = pen.enter({ ...lineOf(own), part: 'own' }, violationIds)
    if (share) pen.enter({ ...lineOf(share), part: 'manager_share', ofEntryId: entryId })
    openConsequences(store, context, { entryId, staffId, ladder, on, consequences: own.consequences })
    for (const violationId of violationIds) changeViolation(store, violationId, { status: 'approved' })
  }
  return pen.written
}

/** The own entry that an id means: an entry itself, or the one that a manager's share belongs to. */
function ownEntryOf(store: WritableStore, { scope }: Context, id: string): PenaltyEntryRow {
  const named = findPenaltyEntry(store, id)
  if (!named || !inScope(scope, named.staffId)) return refuse('NOT_FOUND', { what: 'penalty', id })
  if (named.part === 'reversal') return refuseByRule(reason('penalty_reversal_stays', { field: 'ids' }))
  const own = named.ofEntryId === null ? named : findPenaltyEntry(store, named.ofEntryId)
  return own ?? refuse('NOT_FOUND', { what: 'penalty', id })
}

/**
 * 冲销: takes own entries back by reversing ones, each with its manager's share; naming either takes back both.
 * Their violations become reversed, those to be kept are confirmed again. What was approved later keeps its number.
 */
export function reverseEntries(
  store: WritableStore,
  context: Context,
  ids: readonly string[],
  { why, keep }: { readonly why: string; readonly keep: readonly string[] },
): string[] {
  const own = new Map(
    ids.map((id) => {
      const entry = ownEntryOf(store, context, id)
      return [entry.entryId, entry] as const
    }),
  )
  const refusals: Reason[] = [...own.values()]
    .filter(({ entryId }) => isReversed(store, entryId))
    .map(({ staffId, on }) =>
      reason('penalty_already_reversed', { field: 'ids', staff: findStaff(store, staffId)?.name ?? '', on }),
    )
  const itemIds = new Map([...own.keys()].map((entryId) => [entryId, listItemIds(store, entryId)]))
  const known = new Set([...itemIds.values()].flat())
  if (keep.some((violationId) => !known.has(violationId)))
    refusals.push(reason('penalty_kept_not_reversed', { field: 'keepViolationIds' }))
  if (refusals.length > 0) refuseByRule(...refusals)

  const pen = makeLedgerPen(store, context)
  const takeBack = (entry: PenaltyEntryRow, ofEntryId: string | null) => {
    const { staffId, ofStaffId, ladder, on, occasion, items, unit, perItem, policyVersion } = entry
    const about = { staffId, ofStaffId, ladder, on, occasion, items, unit, perItem, policyVersion }
    pen.enter({
      ...about,
      ofEntryId,
      part: 'reversal',
      gross: 0 - entry.gross,
      capTaken: 0 - entry.capTaken,
      amount: 0 - entry.amount,
      consequences: [],
      reversesEntryId: entry.entryId,
      reason: why,
      reasons: [reason('penalty_reversed', { why })],
    })
  }
  for (const [entryId, entry] of own) {
    const shareId = findShareOf(store, entry)
    const share = shareId ? findPenaltyEntry(store, shareId) : undefined
    takeBack(entry, null)
    if (share) takeBack(share, entryId)
    dropConsequences(store, context, entryId)
    for (const violationId of itemIds.get(entryId) ?? [])
      changeViolation(store, violationId, { status: keep.includes(violationId) ? 'confirmed' : 'reversed' })
  }
  return pen.written
}
