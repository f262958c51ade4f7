import type { BusinessDate } from '#shared/time/business-date.ts'
import type { WritableStore } from '../handle.ts'
import { customers, erasures } from '../schema/index.ts'
import { insertRow, updateRow } from './rows.ts'

/** Notes that a person is erased; every redaction names it. */
export const addErasure = (store: WritableStore, row: typeof erasures.$inferInsert): void =>
  insertRow(store, erasures, row)

/** Marks a record as erased, for good. */
export const markErased = (
  store: WritableStore,
  customerId: string,
  { erasedOn, version }: { readonly erasedOn: BusinessDate; readonly version: number },
): void => void updateRow(store, customers, customerId, { erasedOn, version })
