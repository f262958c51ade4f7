import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { WritableStore } from '../handle.ts'
import type { InstructionRow, PlanRow, ReassignmentMoveRow, ReassignmentRow } from '../rows.ts'
import { instructions, owners, plans, reassignmentMoves, reassignments } from '../schema/index.ts'
import type { TransferSnapshot } from '../schema/ownership.ts'
import { deleteRow, insertRow, updateRow } from './rows.ts'

/** Ends a link of the chain of owners on the date of a transfer. */
export const closeOwner = (store: WritableStore, ownerRowId: string, untilOn: BusinessDate): void => {
  updateRow(store, owners, ownerRowId, { untilOn })
}

/** Puts an open plan into another to-do list; one that was overdue gets another date with it. */
export const movePlan = (
  store: WritableStore,
  planId: string,
  patch: Pick<PlanRow, 'assigneeId'> & Partial<Pick<PlanRow, 'leaveId' | 'dueOn' | 'dueAnewOn'>>,
): void => {
  updateRow(store, plans, planId, patch)
}

/** Addresses an open instruction to another owner. */
export const moveInstruction = (
  store: WritableStore,
  instructionId: string,
  patch: Pick<InstructionRow, 'staffId' | 'seenAt'>,
): void => {
  updateRow(store, instructions, instructionId, patch)
}

export const addReassignment = (store: WritableStore, row: ReassignmentRow): void =>
  insertRow(store, reassignments, row)
export const addMove = (store: WritableStore, row: ReassignmentMoveRow): void =>
  insertRow(store, reassignmentMoves, row)
/** Notes that a reassignment was undone. */
export const markUndone = (
  store: WritableStore,
  reassignmentId: string,
  undone: { readonly undoneAt: Instant; readonly undoneBy: string },
): void => {
  updateRow(store, reassignments, reassignmentId, undone)
}

/** Opens a link of the chain again, and takes back the one that had followed it: as if it had never been. */
export function restoreOwner(
  store: WritableStore,
  { closedOwnerRowId, openedOwnerRowId }: Pick<TransferSnapshot, 'closedOwnerRowId' | 'openedOwnerRowId'>,
): void {
  deleteRow(store, owners, openedOwnerRowId)
  if (closedOwnerRowId) updateRow(store, owners, closedOwnerRowId, { untilOn: null })
}
