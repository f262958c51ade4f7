import type { WritableStore } from '../handle.ts'
import type { RelativeRow } from '../rows.ts'
import { relatives } from '../schema/index.ts'
import { deleteRow, insertRow } from './rows.ts'

/** Links two customers as close relatives. */
export const addRelative = (store: WritableStore, row: RelativeRow): void => insertRow(store, relatives, row)
export const removeRelative = (store: WritableStore, linkId: string): void =>
  deleteRow(store, relatives, linkId)
