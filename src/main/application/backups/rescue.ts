import { existsSync } from 'node:fs'
import path from 'node:path'
import type { BackupRef, BackupRow } from '#shared/contract/backups.ts'
import type { StoreFailureKind } from '#shared/domain/codes.ts'
import { refuse } from '#shared/errors.ts'
import { backupFolderOf } from '#main/store/backup.ts'
import { findBackups } from '#main/store/manifest.ts'
import { knownSchemaVersion } from '#main/store/migrate.ts'
import { isNamed, newestFirst, rowOf, type Expected } from './rows.ts'
import type { RunJob } from './jobs.ts'
import { findInSecond, readSecondFolder, type Looking } from './second-folder.ts'

export interface RescueBackups {
  readonly backups: BackupRow[]
  readonly folder: string
  readonly second: { readonly path: string; readonly reachable: boolean; readonly reading: boolean } | null
}

/** The backups of a store that does not open (P5), from both folders. Which store it was, the file cannot tell any more. */
export async function rescueBackups(
  file: string,
  migrationsFolder: string,
  looking: Looking,
): Promise<RescueBackups> {
  const expected: Expected = {
    firstHash: null,
    knownSchema: knownSchemaVersion(migrationsFolder),
    zone: 'Asia/Shanghai',
  }
  const second = readSecondFolder(file)
  const content = second === null ? undefined : await findInSecond(second, file, looking)
  const folder = backupFolderOf(file)
  const rows = [
    ...findBackups(folder, path.basename(file)).map((each) => rowOf(each, 'main', expected)),
    ...(content?.found ?? []).map((each) => rowOf(each, 'second', expected)),
  ]
  return {
    backups: newestFirst(rows),
    folder,
    second:
      second === null || !content
        ? null
        : { path: second, reachable: content.state !== 'unreachable', reading: content.state === 'reading' },
  }
}

/** One of them by its name; refuses FILE_REFUSED backup_missing, and bad_backup for one that cannot be restored. */
export async function findRescue(
  file: string,
  migrationsFolder: string,
  { ref, runJob }: { readonly ref: BackupRef; readonly runJob: RunJob },
): Promise<BackupRow> {
  const { backups } = await rescueBackups(file, migrationsFolder, { runJob, as: 'act' })
  const row = backups.find(isNamed(ref)) ?? refuse('FILE_REFUSED', { reason: 'backup_missing' })
  if (row.problem) refuse('FILE_REFUSED', { reason: 'bad_backup', data: { problem: row.problem } })
  return row
}

/** A store that another program has open, or that lies where none may, is not to be replaced. */
const replaceable: readonly StoreFailureKind[] = [
  'damaged',
  'not_found',
  'from_future',
  'not_migrated',
  'other',
]
export const mayBeReplaced = (kind: StoreFailureKind): boolean => replaceable.includes(kind)

/**
 * Whether a store was at a place where no file is: its backups are there, or its log. Somebody has lost it then, and a first start
 * would be a silent one (P5); a new store would even have its log emptied by SQLite.
 */
export function isLeftBehind(file: string): boolean {
  if (existsSync(file)) return false
  if (existsSync(`${file}-wal`)) return true
  try {
    return findBackups(backupFolderOf(file), path.basename(file)).some(({ size }) => size !== undefined)
  } catch {
    return true // something is there that cannot be looked at
  }
}

/** Where the backups of a store file lie. */
export const folderOfBackups = (file: string): string => backupFolderOf(file)
