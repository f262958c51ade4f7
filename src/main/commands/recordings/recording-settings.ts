import { z } from 'zod'
import { scanned } from '#shared/contract/recordings.ts'
import { instant } from '#shared/contract/pieces.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { findSetting } from '#main/store/read/settings.ts'
import { saveSetting } from '#main/store/write/settings.ts'

const folderName = 'recordings.watchedFolder'
const scanName = 'recordings.lastScan'
const lastScan = z.object({ at: instant, did: scanned })
export type LastScan = z.infer<typeof lastScan>

/** The folder that is watched for recordings; null for none. */
export function findWatchedFolder(store: ReadableStore): string | null {
  const read = z.string().min(1).safeParse(findSetting(store, folderName))
  return read.success ? read.data : null
}
export const saveWatchedFolder = (store: WritableStore, watched: string | null): void =>
  saveSetting(store, folderName, watched)

/** What the last scan that took note did. */
export function findLastScan(store: ReadableStore): LastScan | null {
  const read = lastScan.safeParse(findSetting(store, scanName))
  return read.success ? read.data : null
}
export const saveLastScan = (store: WritableStore, last: LastScan): void => saveSetting(store, scanName, last)
