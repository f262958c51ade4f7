import type { Consequence } from '#shared/domain/codes.ts'
import type { Context } from '#main/calls/context.ts'
import { reportDueOn } from '#main/rules/rectification.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import {
  entriesOfOccasion,
  findRectificationOfOccasion,
  rectificationsOfEntry,
} from '#main/store/read/rectifications.ts'
import { findSuspensionOfOccasion, suspensionsOfEntry } from '#main/store/read/suspensions.ts'
import type { PenaltyEntryRow } from '#main/store/rows.ts'
import { addRectification, changeRectification } from '#main/store/write/rectifications.ts'
import { addSuspension, changeSuspension } from '#main/store/write/suspensions.ts'

/** What of a ledger entry its consequences need to know. */
export type EntryWithConsequences = Pick<
  PenaltyEntryRow,
  'entryId' | 'staffId' | 'ladder' | 'on' | 'consequences'
>

/**
 * What follows an approved entry besides money: its rectification report 整改报告 falls due, and its
 * suspension for study 待岗学习 is proposed to the director. One of each for a person, ladder and date: what is approved
 * later for the same occasion adds to the report that is asked for already.
 */
export function openConsequences(store: WritableStore, context: Context, entry: EntryWithConsequences): void {
  const { today, policy, calendar, newId } = context
  const { entryId, staffId, ladder, on, consequences } = entry
  const occasion = { entryId, staffId, ladder, on }
  if (consequences.includes('report') && !findRectificationOfOccasion(store, entry)) {
    const dueOn = reportDueOn(today, policy, calendar)
    addRectification(store, { rectificationId: newId(), ...occasion, dueOn })
  }
  if (consequences.includes('suspension') && !findSuspensionOfOccasion(store, entry))
    addSuspension(store, { suspensionId: newId(), ...occasion, proposedOn: today })
}

/** Another entry of the same occasion from which the same follows, and which stands. */
const otherEntry = (
  store: ReadableStore,
  occasion: Parameters<typeof entriesOfOccasion>[1],
  entryId: string,
  consequence: Consequence,
): string | undefined =>
  entriesOfOccasion(store, occasion).find(
    (each) => each.entryId !== entryId && each.consequences.includes(consequence),
  )?.entryId

/**
 * A reversed entry has no consequences any more: its report and its suspension are dropped, unless another entry
 * of the same occasion asks for them too. A suspension that is under way ends with it.
 */
export function dropConsequences(store: WritableStore, context: Context, entryId: string): void {
  const { now, actor } = context
  for (const report of rectificationsOfEntry(store, entryId)) {
    const other = otherEntry(store, report, entryId, 'report')
    changeRectification(store, report, other ? { entryId: other } : { status: 'dropped' })
  }
  for (const suspension of suspensionsOfEntry(store, entryId)) {
    const other = otherEntry(store, suspension, entryId, 'suspension')
    changeSuspension(
      store,
      suspension.suspensionId,
      other ? { entryId: other } : { status: 'dropped', decidedAt: now, decidedBy: actor.staffId },
    )
  }
}
