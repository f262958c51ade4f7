import type { WritableStore } from '../handle.ts'
import type { SuspensionRow } from '../rows.ts'
import { suspensions } from '../schema/index.ts'
import { insertRow, updateRow } from './rows.ts'

/** A suspension for study is proposed (待岗学习, R-8.5). */
export const addSuspension = (
  store: WritableStore,
  row: Pick<SuspensionRow, 'suspensionId' | 'entryId' | 'staffId' | 'ladder' | 'on' | 'proposedOn'>,
): void => insertRow(store, suspensions, { ...row, status: 'proposed' })

/** What became of a suspension: decided with its dates, lowered, dropped, or moved to another entry of its occasion. */
export const changeSuspension = (
  store: WritableStore,
  suspensionId: string,
  patch: Partial<Omit<SuspensionRow, 'suspensionId'>>,
): SuspensionRow => updateRow(store, suspensions, suspensionId, patch)
