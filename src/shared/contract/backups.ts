import { z } from 'zod'
import { backupPlace, backupProblem, backupReason } from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { instant, note } from './pieces.ts'

/** How much is in a store, for somebody who has to choose between backups. */
export const storeCounts = z.object({
  customers: z.number().int(),
  opportunities: z.number().int(),
  followUps: z.number().int(),
  plans: z.number().int(),
  visits: z.number().int(),
  leads: z.number().int(),
  staff: z.number().int(),
})
export type StoreCounts = z.infer<typeof storeCounts>

/** Where the trail stood (S6). */
export const trailHead = z.object({ sequence: z.number().int(), hash: z.string() })

/** One backup (P4): what its manifest says of it, and what is wrong with it. */
export const backupRow = z.object({
  /** The name of its file; with `place` it names the backup in every call. */
  name: z.string(),
  place: backupPlace,
  path: z.string(),
  /** Null where neither manifest nor name tells. */
  madeAt: instant.nullable(),
  reason: backupReason.nullable(),
  /** In bytes. */
  size: z.number().int(),
  schemaVersion: z.number().int().nullable(),
  storeName: z.string().nullable(),
  counts: storeCounts.nullable(),
  /** The moment of the last record in it. */
  lastRecordAt: instant.nullable(),
  head: trailHead.nullable(),
  sha256: z.string().nullable(),
  /** When its content was last compared and checked: at the latest when it was made. */
  checkedAt: instant.nullable(),
  /** Null for a backup that can be restored as far as is known. */
  problem: backupProblem.nullable(),
})
export type BackupRow = z.infer<typeof backupRow>

/** What names a backup. */
export const backupRef = z.strictObject({ name: z.string().min(1).max(255), place: backupPlace })
export type BackupRef = z.infer<typeof backupRef>

export const secondFolderState = z.object({
  path: z.string(),
  reachable: z.boolean(),
  /** It is still being read: what is told of it is what was found the last time, or nothing yet. */
  reading: z.boolean(),
  newestAt: instant.nullable(),
  /** Unreachable, or its newest backup is older than 24 hours (P4). */
  warning: z.enum(['unreachable', 'too_old', 'nothing_yet']).nullable(),
})

/** How many acts of one kind, by its call: its words stand in `text/<language>/audit.ts` under `noun_verb`. */
const actsOf = z.object({ call: z.string(), count: z.number().int() })
const actsBetween = z.object({
  acts: z.number().int(),
  byCall: z.array(actsOf),
  /** Null is the program itself. */
  byStaff: z.array(
    z.object({ staffId: z.string().nullable(), staffName: z.string().nullable(), count: z.number().int() }),
  ),
  from: instant.nullable(),
  until: instant.nullable(),
})

export const restorePreview = z.object({
  backup: backupRow,
  /** What is in the backup, and what is in the store now. */
  inBackup: storeCounts,
  inStore: storeCounts,
  /** What has been done since and would be gone. */
  lost: actsBetween,
  /** What the backup has and the store has not: a restore is undone, or the store was put back before. */
  regained: actsBetween,
  /** Customers who are in the store and not in the backup: how many, and the names of the first for whoever may read customers. */
  customersLost: z.object({ count: z.number().int(), names: z.array(z.string()) }),
  /** S7 How many the backup would bring back who were erased since: the restore erases them again. */
  erasedAgain: z.number().int(),
})
export type RestorePreview = z.infer<typeof restorePreview>

export const restored = z.object({
  /** What the store is now. */
  backup: backupRow,
  /** What it was before: restoring this undoes the restore. */
  before: backupRow.nullable(),
  /** Where a damaged file was put; null where the store was sound. */
  keptAside: z.string().nullable(),
  /** S7 How many people it had brought back who were erased again. */
  erasedAgain: z.number().int(),
})
export type Restored = z.infer<typeof restored>

export const backups = {
  /** Every backup, newest first, and how the store is kept. Those that are bad stand there too, with why. */
  list: query({
    access: 'backup.read',
    output: z.object({
      backups: z.array(backupRow),
      folder: z.string(),
      /** Bytes free where the backups lie; null where the system does not tell. */
      freeBytes: z.number().int().nullable(),
      /** The newest good one. */
      lastAt: instant.nullable(),
      /** Something was written since the newest good one. */
      changed: z.boolean(),
      /** When the next is made by itself; null where nothing changed, or nobody does it (demo store). */
      nextAt: instant.nullable(),
      /** Why the last attempt did not succeed; null after a success. */
      lastFailure: z.object({ at: instant, message: z.string() }).nullable(),
      second: secondFolderState.nullable(),
      /** The last restore in this store's trail, and the backup that undoes it while it is there. */
      lastRestore: z
        .object({
          at: instant,
          staffName: z.string().nullable(),
          reason: z.string().nullable(),
          undo: backupRow.nullable(),
        })
        .nullable(),
    }),
  }),
  /** Makes a backup now, whether or not something changed. Refuses FILE_REFUSED where it cannot be written. */
  make: command({ access: 'backup.make', output: backupRow, changes: ['backups'], repeatable: true }),
  /** Reads one again from end to end: its digest, and SQLite's check. */
  check: command({
    access: 'backup.make',
    input: backupRef,
    output: backupRow,
    changes: ['backups'],
    repeatable: true,
  }),
  /**
   * Sets the second folder (USB stick, NAS), or none. It may lie on a network share. The whole store goes there, again and again,
   * so that it asks who one is as an export does (S4). Refuses VALIDATION_FAILED `folder`.
   */
  setFolder: command({
    access: 'backup.setFolder',
    confirms: true,
    input: z.strictObject({ folder: z.string().min(1).max(2000).nullable() }),
    changes: ['backups'],
  }),
  /** What a restore would bring back and what it would lose. */
  preview: query({ access: 'backup.restore', input: backupRef, output: restorePreview }),
  /**
   * Puts a backup in the place of the store, after a backup of what is there. Everybody signs in again afterwards.
   * Refuses FILE_REFUSED for a bad backup; the store is then as it was.
   */
  restore: command({
    access: 'backup.restore',
    confirms: true,
    input: z.strictObject({ ...backupRef.shape, reason: note.min(1) }),
    output: restored,
    changes: ['backups', 'store'],
    repeatable: true,
  }),
  /** Undoes the last restore: restores what was there before it. Refuses NOT_FOUND where there is nothing to undo. */
  undoRestore: command({
    access: 'backup.restore',
    confirms: true,
    input: z.strictObject({ reason: note.min(1) }),
    output: restored,
    changes: ['backups', 'store'],
    repeatable: true,
  }),
}
