import { addDays } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import type { WritableStore } from '#main/store/handle.ts'
import type { PenaltyEntryRow } from '#main/store/rows.ts'
import {
  dropRectifications,
  dropSuspensions,
  insertRectification,
  insertSuspension,
} from '#main/store/write/consequences.ts'

/** What of a ledger entry its consequences need to know. */
export type EntryWithConsequences = Pick<
  PenaltyEntryRow,
  'entryId' | 'staffId' | 'ladder' | 'on' | 'consequences'
>

/**
 * What follows an approved entry besides money: its rectification report 整改报告 falls due, and its
 * suspension for study 待岗学习 is proposed to the director.
 */
export function openConsequences(store: WritableStore, context: Context, entry: EntryWithConsequences): void {
  const { today, policy, newId } = context
  const { entryId, staffId, ladder, on, consequences } = entry
  if (consequences.includes('report')) {
    insertRectification(store, {
      rectificationId: newId(),
      entryId,
      staffId,
      ladder,
      on,
      dueOn: addDays(today, policy.thresholds.reportDueDays),
      status: 'due',
      version: 1,
    })
  }
  if (consequences.includes('suspension')) {
    insertSuspension(store, {
      suspensionId: newId(),
      entryId,
      staffId,
      ladder,
      on,
      proposedOn: today,
      status: 'proposed',
    })
  }
}

/** A reversed entry has no consequences any more: its report and its suspension are dropped. */
export function dropConsequences(store: WritableStore, context: Context, entryId: string): void {
  dropRectifications(store, entryId)
  dropSuspensions(store, entryId, { decidedAt: context.now, decidedBy: context.actor.staffId })
}
