import type { WritableStore } from '../handle.ts'
import { updateSourceName } from '../read/update-source.ts'
import { saveSetting } from './settings.ts'

/** Sets the address or folder of updates; null takes it away. */
export const saveUpdateSource = (store: WritableStore, source: string | null): void =>
  saveSetting(store, updateSourceName, source)
