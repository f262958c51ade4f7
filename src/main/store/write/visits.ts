import type { WritableStore } from '../handle.ts'
import type { NewVisit, RegisterDayRow, TestDriveRow, VisitRow } from '../rows.ts'
import { registerDays, testDrives, visits } from '../schema/index.ts'
import { deleteRow, insertRow, updateRow } from './rows.ts'

/** Adds a line to the register. */
export const addVisit = (store: WritableStore, row: NewVisit): void => insertRow(store, visits, row)
/** Changes a line and raises its version. Returns the row as it is now. */
export const changeVisit = (store: WritableStore, before: VisitRow, patch: Partial<VisitRow>): VisitRow =>
  updateRow(store, visits, before.visitId, { ...patch, version: before.version + 1 })

/** The desk signs a day: its totals stay as they are. */
export const signRegister = (store: WritableStore, row: RegisterDayRow): void =>
  insertRow(store, registerDays, row)
export const countersignRegister = (
  store: WritableStore,
  on: RegisterDayRow['on'],
  signature: Pick<RegisterDayRow, 'countersignedAt' | 'countersignedBy'>,
): void => {
  updateRow(store, registerDays, on, signature)
}

export const addTestDrive = (store: WritableStore, row: TestDriveRow): void =>
  insertRow(store, testDrives, row)
export const changeTestDrive = (
  store: WritableStore,
  testDriveId: string,
  patch: Partial<Pick<TestDriveRow, 'agreementNumber' | 'model' | 'customerId' | 'opportunityId'>>,
): TestDriveRow => updateRow(store, testDrives, testDriveId, patch)
export const removeTestDrive = (store: WritableStore, testDriveId: string): void =>
  deleteRow(store, testDrives, testDriveId)
