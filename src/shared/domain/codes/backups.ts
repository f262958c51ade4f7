import { z } from 'zod'

/** Backups of a store (P4) and why a store does not open (P5, P7, P9). */

export const backupReasons = [
  'scheduled',
  'quit',
  'before_migration',
  'before_import',
  'before_restore',
  'before_reassignment',
  'by_hand',
] as const
/** What made the program make a backup. */
export const backupReason = z.enum(backupReasons)
export type BackupReason = z.infer<typeof backupReason>

export const backupPlaces = ['main', 'second'] as const
/** Where a backup lies: in the folder beside the store, or in the second folder that the store has chosen. */
export const backupPlace = z.enum(backupPlaces)
export type BackupPlace = z.infer<typeof backupPlace>

export const backupProblems = [
  'manifest_missing',
  'manifest_broken',
  'file_missing',
  'size_differs',
  'content_differs',
  'damaged',
  'other_store',
  'from_future',
] as const
/** Why a backup cannot be restored; it is shown all the same. */
export const backupProblem = z.enum(backupProblems)
export type BackupProblem = z.infer<typeof backupProblem>

export const storeFailureKinds = [
  'damaged',
  'from_future',
  'not_migrated',
  'busy',
  'not_found',
  'network_share',
  'full',
  'read_only',
  'other',
] as const
/** Why a store does not open. */
export const storeFailureKind = z.enum(storeFailureKinds)
export type StoreFailureKind = z.infer<typeof storeFailureKind>
