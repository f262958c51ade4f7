import { copyFileSync } from 'node:fs'
import { refuse } from '#shared/errors.ts'
import { texts } from '#shared/text/index.ts'
import { businessDateAt, type Instant } from '#shared/time/instant.ts'
import { eraseAgain } from '#main/commands/privacy/erase-again.ts'
import { syncToDisk } from '#main/platform/file-system.ts'
import { newId } from '#main/platform/ids.ts'
import { checkBackup, fileDamage, type MadeBackup } from '#main/store/backup.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { closeStore, openStore } from '#main/store/open.ts'
import { listStillThere } from '#main/store/read/erased.ts'
import { clearStaging } from '#main/store/staging.ts'
import { findStaff, listStaff } from '#main/store/read/staff.ts'
import { getStore } from '#main/store/read/store.ts'
import { noteRemains, overwriteDeleted, overwriteRemains } from '#main/store/remains.ts'
import { inTransaction } from '#main/store/transaction.ts'
import { appendAudit } from '#main/store/write/audit.ts'
import { endSessionsOf } from '#main/store/write/staff.ts'
import { startSums } from '../start-sums.ts'

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
  /** S7 Who was erased in the store whose place it takes, or is known to have been: they are erased again. */
  readonly erased: readonly string[]
}

/** What came of it. */
export interface Staged {
  /** The zone of the store in it. */
  readonly zone: string
  /** How many were erased again. */
  readonly erasedAgain: number
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
  erased,
}: Staging): Staged {
  clearStaging(staging)
  try {
    const problem = checkBackup(backup.path, backup.manifest)
    if (problem) refuse('FILE_REFUSED', { reason: 'bad_backup', data: { problem } })
    copyFileSync(backup.path, staging)
    const store = openStore(staging, { migrationsFolder, backup: false })
    let erasedAgain = 0
    try {
      inTransaction(store, (writable) => {
        for (const each of listStaff(store)) endSessionsOf(writable, each.staffId, null)
        const known = findStaff(store, staffId) !== undefined
        appendAudit(writable, { at: now, clockSuspect: false, staffId: known ? staffId : null, call, reason })
      })
      erasedAgain = eraseWhoCameBack(store, erased, { now, staffId })
    } finally {
      closeStore(store)
    }
    if (fileDamage(staging) !== undefined)
      refuse('FILE_REFUSED', { reason: 'bad_backup', data: { problem: 'damaged' } })
    syncToDisk(staging)
    return { zone: backup.manifest.zone, erasedAgain }
  } catch (error) {
    clearStaging(staging)
    throw error
  }
}

/** S7 Erases again whoever the backup brought back, each in an act of his own, and leaves nothing of them in the file. Returns how many. */
function eraseWhoCameBack(
  store: ReadableStore,
  erased: readonly string[],
  { now, staffId }: { readonly now: Instant; readonly staffId: string },
): number {
  const back = listStillThere(store, erased)
  if (back.length === 0) return 0
  // A migrated store is counted first: what is taken out is a difference to what it held.
  startSums(store, { now: () => now })
  overwriteDeleted(store)
  const file = getStore(store)
  const act = { now, today: businessDateAt(now, file.zone), newId, store: file, staffId }
  const known = findStaff(store, staffId) !== undefined
  const reason = texts[file.locale === 'en' ? 'en' : 'zh-CN'].records.erasedAgain
  let count = 0
  for (const customerId of back) {
    inTransaction(store, (writable) => {
      // Who was merged into one of them is gone with him.
      if (!eraseAgain(writable, customerId, act)) return
      appendAudit(writable, {
        at: now,
        clockSuspect: false,
        staffId: known ? staffId : null,
        call: 'privacy.erase',
        reason,
      })
      noteRemains(writable)
      count += 1
    })
  }
  overwriteRemains(store)
  return count
}
