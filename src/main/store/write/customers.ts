import type { WritableStore } from '../handle.ts'
import type { CustomerRow, OpportunityChangeRow, OpportunityRow, OwnerRow } from '../rows.ts'
import { customerPhones, customers, opportunities, opportunityChanges, owners } from '../schema/index.ts'
import { deleteRow, insertRow, updateRow } from './rows.ts'

/** Adds a customer and makes the phone his. A phone that is taken breaks the act by its key. */
export function addCustomer(store: WritableStore, row: CustomerRow): void {
  insertRow(store, customers, row)
  addPhone(store, row.customerId, row.mobile)
}

/** Adds a customer whose phone belongs to somebody else too: the caller writes with whom he shares it (R-3.4a). */
export const addCustomerWithoutPhone = (store: WritableStore, row: CustomerRow): void =>
  insertRow(store, customers, row)

/** Makes a phone this customer's. */
export function addPhone(store: WritableStore, customerId: string, phone: string): void {
  insertRow(store, customerPhones, { phone, reversed: reversePhone(phone), customerId })
}
export const removePhone = (store: WritableStore, phone: string): void =>
  deleteRow(store, customerPhones, phone)
/** Digits backwards: a tail becomes a prefix, which an index finds. */
export const reversePhone = (phone: string): string => phone.split('').reverse().join('')

/** Changes a customer and raises his version. Returns the row as it is now. */
export const changeCustomer = (
  store: WritableStore,
  before: CustomerRow,
  patch: Partial<CustomerRow>,
): CustomerRow => updateRow(store, customers, before.customerId, { ...patch, version: before.version + 1 })

export const addOwner = (store: WritableStore, row: OwnerRow): void => insertRow(store, owners, row)

export const addOpportunity = (store: WritableStore, row: OpportunityRow): void =>
  insertRow(store, opportunities, row)
/** Changes an opportunity and raises its version. Returns the row as it is now. */
export const changeOpportunity = (
  store: WritableStore,
  before: OpportunityRow,
  patch: Partial<OpportunityRow>,
): OpportunityRow =>
  updateRow(store, opportunities, before.opportunityId, { ...patch, version: before.version + 1 })

/** Notes a change of grade or purchase date: the time line and read it. */
export const addOpportunityChange = (store: WritableStore, row: OpportunityChangeRow): void =>
  insertRow(store, opportunityChanges, row)
