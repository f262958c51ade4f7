import type { Instant } from '#shared/time/instant.ts'
import { drizzleOf, type WritableStore } from '../handle.ts'
import type { InstructionRow, NewInstruction } from '../rows.ts'
import { clockState, instructions } from '../schema/index.ts'
import { insertRow, updateRow } from './rows.ts'

export const addInstruction = (store: WritableStore, row: NewInstruction): void =>
  insertRow(store, instructions, row)
/** Writes a step of the loop of an instruction. */
export const changeInstruction = (
  store: WritableStore,
  instructionId: string,
  step: Partial<
    Pick<InstructionRow, 'seenAt' | 'answer' | 'answeredAt' | 'answeredBy' | 'closedAt' | 'closedBy'>
  >,
): InstructionRow => updateRow(store, instructions, instructionId, step)

/** Sets the clock of a training store to where its history ends. */
export const setTrainingClock = (store: WritableStore, at: Instant): void => {
  drizzleOf(store).update(clockState).set({ trainingAt: at }).run()
}
