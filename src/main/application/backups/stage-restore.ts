import { copyFileSync } from 'node:fs'
import { refuse } from '#shared/errors.ts'
import type { Instant } from '#shared/time/instant.ts'
import { syncToDisk } from '#main/platform/file-system.ts'
import { checkBackup, fileDamage, type MadeBackup } from '#main/store/backup.ts'
import { closeStore, openStore } from '#main/store/open.ts'
import { clearStaging } from '#main/store/staging.ts'
import { findStaff, listStaff } from '#main/store/read/staff.ts'
import { inTransaction } from '#main/store/transaction.ts'
import { appendAudit } from '#main/store/write/audit.ts'
import { endSessionsOf } from '#main/store/write/staff.ts'

/** Everything that is to be done to a backup before it can stand in the place of a store. */
export interface Staging {
  readonly backup: MadeBackup
  /** Where it is made ready; see `stagingFileOf`. */
  readonly staging: string
  readonly migrationsFolder: string
  readonly now: Instant
  readonly call: 'backups.restore' | 'backups.undoRestore' | 'setup.restore'
  readonly staffId: string
  /** For the trail: the reason, which backup, and who. */
  readonly reason: string
}

/** What came of it. */
export interface Staged {
  /** The zone of the store in it. */
  readonly zone: string
}

/**
 * Makes a copy of a backup ready: compared, checked, migrated, its sessions ended, the restore in its trail, folded and
 * synced. Whatever can go wrong goes wrong here, while the store is as it was; what remains is one rename.
 * Refuses FILE_REFUSED bad_backup.
 */
export function stageRestore({
  backup,
  staging,
  migrationsFolder,
  now,
  call,
  staffId,
  reason,
}: Staging): Staged {
  clearStaging(staging)
  try {
    const problem = checkBackup(backup.path, backup.manifest)
    if (problem) refuse('FILE_REFUSED', { reason: 'bad_backup', data: { problem } })
    copyFileSync(backup.path, staging)
    const store = openStore(staging, { migrationsFolder, backup: false })
    try {
      inTransaction(store, (writable) => {
        for (const each of listStaff(store)) endSessionsOf(writable, each.staffId, null)
        const known = findStaff(store, staffId) !== undefined
        appendAudit(writable, { at: now, clockSuspect: false, staffId: known ? staffId : null, call, reason })
      })
    } finally {
      closeStore(store)
    }
    if (fileDamage(staging) !== undefined)
      refuse('FILE_REFUSED', { reason: 'bad_backup', data: { problem: 'damaged' } })
    syncToDisk(staging)
    return { zone: backup.manifest.zone }
  } catch (error) {
    clearStaging(staging)
    throw error
  }
}
