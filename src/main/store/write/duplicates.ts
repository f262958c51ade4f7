import { and, eq } from 'drizzle-orm'
import type { WritableStore } from '../handle.ts'
import type { DuplicateDismissalRow, SharedPhoneRow } from '../rows.ts'
import { customerPhones, duplicateDismissals, sharedPhones } from '../schema/index.ts'
import { deleteRow, deleteRows, insertRow, updateRow } from './rows.ts'

/** R-3.4a A phone that is somebody else's is this customer's too, because somebody allowed it. */
export const addSharedPhone = (store: WritableStore, row: SharedPhoneRow): void =>
  insertRow(store, sharedPhones, row)
export const removeSharedPhone = (store: WritableStore, sharedPhoneId: string): void =>
  deleteRow(store, sharedPhones, sharedPhoneId)
export const giveSharedPhone = (store: WritableStore, sharedPhoneId: string, customerId: string): void => {
  updateRow(store, sharedPhones, sharedPhoneId, { customerId })
}
/** A phone belongs to another customer from now on: one who shared it, or the one who took its owner in. */
export const givePhone = (store: WritableStore, phone: string, customerId: string): void => {
  updateRow(store, customerPhones, phone, { customerId })
}

/** Two people after all. */
export const addDismissal = (store: WritableStore, row: DuplicateDismissalRow): void =>
  insertRow(store, duplicateDismissals, row)
export const removeDismissal = (store: WritableStore, firstId: string, secondId: string): number => {
  const pair = and(eq(duplicateDismissals.firstId, firstId), eq(duplicateDismissals.secondId, secondId))
  return pair ? deleteRows(store, duplicateDismissals, pair) : 0
}
