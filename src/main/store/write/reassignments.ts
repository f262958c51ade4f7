import type { BusinessDate } from '#shared/time/business-date.ts'
import type { WritableStore } from '../handle.ts'
import type { InstructionRow, PlanRow } from '../rows.ts'
import { instructions, owners, plans } from '../schema/index.ts'
import { updateRow } from './rows.ts'

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
