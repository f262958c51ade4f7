import type { WritableStore } from '../handle.ts'
import { findSetting } from '../read/settings.ts'
import { settings } from '../schema/index.ts'
import { deleteRow, insertRow, updateRow } from './rows.ts'

/** Sets a value under a name; null takes it away. */
export function saveSetting(store: WritableStore, name: string, value: unknown): void {
  const before = findSetting(store, name)
  if (value === null || value === undefined) return deleteRow(store, settings, name)
  if (before === undefined) return insertRow(store, settings, { name, value })
  updateRow(store, settings, name, { value })
}
