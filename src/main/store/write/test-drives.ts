import type { WritableStore } from '../handle.ts'
import type { TestDriveRow } from '../rows.ts'
import { testDrives } from '../schema/index.ts'
import { insertRow } from './rows.ts'

export const addTestDrive = (store: WritableStore, row: TestDriveRow): void =>
  insertRow(store, testDrives, row)
