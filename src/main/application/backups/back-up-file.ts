import path from 'node:path'
import type { BackupRow } from '#shared/contract/backups.ts'
import { systemClock } from '#main/platform/clock.ts'
import { doJob } from './jobs.ts'
import { rowOf } from './rows.ts'

/** Makes a backup of a store that another process has open: it is read and nothing else. */
export function backUpFile(file: string): BackupRow {
  const made = doJob('make', { file, reason: 'by_hand', now: systemClock.now() })
  const { size, schemaVersion, zone } = made.manifest
  const found = { ...made, name: path.basename(made.path), size }
  return rowOf(found, 'main', { firstHash: null, knownSchema: schemaVersion, zone })
}
