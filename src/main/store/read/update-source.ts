import { z } from 'zod'
import type { ReadableStore } from '../handle.ts'
import { findSetting } from './settings.ts'

export const updateSourceName = 'updates.source'
const text = z.string().min(1)

/** The address or folder from which this store takes updates of the program; null where it takes none. */
export function findUpdateSource(store: ReadableStore): string | null {
  const read = text.safeParse(findSetting(store, updateSourceName))
  return read.success ? read.data : null
}
