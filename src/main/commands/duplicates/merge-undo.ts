import { can, inScope } from '#shared/access/can.ts'
import type { Input, Output } from '#shared/contract/index.ts'
import { refuse, refuseByRule } from '#shared/errors.ts'
import { reason, type Reason, type ReasonCode } from '#shared/reasons.ts'
import { businessDateAt } from '#shared/time/instant.ts'
import type { Context } from '#main/calls/context.ts'
import { againstUndo } from '#main/rules/merge-acts.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { findCustomer, findOpportunity } from '#main/store/read/customers.ts'
import { findPlan } from '#main/store/read/follow-ups.ts'
import {
  findMerge,
  listStrayViolations,
  watchedParts,
  watchRecord,
  type WatchedPart,
} from '#main/store/read/merges.ts'
import { isCoverStanding } from '#main/store/read/reassignments.ts'
import { lastEffectiveWith } from '#main/store/read/relatives.ts'
import { findStaff } from '#main/store/read/staff.ts'
import type { MergeRow } from '#main/store/rows.ts'
import { changeCustomer } from '#main/store/write/customers.ts'
import { giveViolation, markMergeUndone, takeBack } from '#main/store/write/merges.ts'
import { movePlan } from '#main/store/write/reassignments.ts'
import { familyOf } from '#main/commands/customers/relatives.ts'
import { readSnapshot, type MergeSnapshot } from './merge-snapshot.ts'

const codeOf: Readonly<Record<WatchedPart, ReasonCode>> = {
  merged: 'merge_merged_since',
  transferred: 'moved_transferred_since',
  contacted: 'moved_contacted_since',
  planned: 'moved_planned_since',
  changed: 'moved_changed_since',
  instructed: 'merge_instructed_since',
  visited: 'merge_visited_since',
  claimed: 'merge_claimed_since',
  linked: 'merge_linked_since',
  phones: 'merge_phones_since',
}

/** What has been worked on since, each record with everything that says so; a contact that changed him says it first. */
function workedOnSince(store: ReadableStore, mergeId: string, { watched }: MergeSnapshot): Reason[] {
  return Object.entries(watched).flatMap(([customerId, then]) => {
    const now = watchRecord(store, customerId, mergeId)
    const customerName = findCustomer(store, customerId)?.name ?? ''
    const parts = watchedParts.filter((part) => now[part] !== then[part])
    // Nearly every act raises a version: that alone is told only where nothing else is.
    const told = parts.length > 1 ? parts.filter((part) => part !== 'changed') : parts
    return told.map((part) => reason(codeOf[part], { customerName }))
  })
}

type Undoable = Pick<MergeRow, 'mergeId' | 'mergedOn' | 'undoneAt' | 'snapshot'>

/** R-3.4a Why a merge cannot be undone, or not any more; nothing while it can. */
export function obstaclesToUndo(store: ReadableStore, context: Context, row: Undoable): Reason[] {
  const snapshot = readSnapshot(row)
  const { ownerId, ownerName, changedOwner } = snapshot.former
  const owner = ownerId ? findStaff(store, ownerId) : undefined
  const left = changedOwner && ownerId && (owner?.role !== 'consultant' || owner.status === 'resigned')
  const facts = {
    mergedOn: row.mergedOn,
    undoneOn: row.undoneAt === null ? null : businessDateAt(row.undoneAt, context.store.zone),
    changedOwner,
    mayReassign: can(context.actor, 'customer.reassign').yes,
    ownerLeft: left ? (ownerName ?? '') : null,
  }
  // What has been worked on is looked for only where nothing else stands in the way: it reads every row.
  const first = againstUndo({ ...facts, since: [] }, context.policy, context.today)
  return first.length > 0
    ? first
    : againstUndo(
        { ...facts, since: workedOnSince(store, row.mergeId, snapshot) },
        context.policy,
        context.today,
      )
}

/** What a leave gave to a colleague goes back to him only while that still stands. */
function settleCover(store: WritableStore, { changes }: MergeSnapshot): void {
  for (const planId of new Set(changes.flatMap(({ table, id }) => (table === 'plans' ? [id] : [])))) {
    const plan = findPlan(store, planId)
    if (!plan || plan.leaveId === null || isCoverStanding(store, planId, plan.leaveId)) continue
    const ownerId = findOpportunity(store, plan.opportunityId)?.ownerId ?? plan.assigneeId
    movePlan(store, planId, { assigneeId: ownerId, leaveId: null, dueOn: plan.dueOn })
  }
}

/** What a recording has made effective meanwhile counts for whichever of the two it belongs to. */
function settleProtection(store: WritableStore, customerId: string): void {
  const row = findCustomer(store, customerId)
  if (!row) return
  const lastEffectiveOn = lastEffectiveWith(store, familyOf(store, row), row.ownerId)
  if (lastEffectiveOn !== row.lastEffectiveOn) changeCustomer(store, row, { lastEffectiveOn })
}

/** R-3.4a 撤销合并: two records again, as they were. Refused with everything that stands against it, by name. */
export function undoMerge(
  store: WritableStore,
  { mergeId, reason: why }: Input<'merges', 'undo'>,
  context: Context,
): Output<'merges', 'undo'> {
  const row = findMerge(store, mergeId)
  const kept = row && findCustomer(store, row.keptId)
  if (!row || !kept || !inScope(context.scope, kept.ownerId))
    return refuse('NOT_FOUND', { what: 'merge', id: mergeId })
  const obstacles = obstaclesToUndo(store, context, row)
  if (obstacles.length > 0) refuseByRule(...obstacles)
  if (why) context.because(why)
  const snapshot = readSnapshot(row)
  takeBack(store, snapshot.changes)
  settleCover(store, snapshot)
  for (const { violationId, customerId } of listStrayViolations(store, row.keptId))
    giveViolation(store, violationId, customerId)
  for (const customerId of Object.keys(snapshot.watched)) settleProtection(store, customerId)
  markMergeUndone(store, mergeId, { undoneAt: context.now, undoneBy: context.actor.staffId })
  return { keptId: row.keptId, droppedId: row.droppedId }
}
