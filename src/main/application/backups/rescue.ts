import { existsSync } from 'node:fs'
import path from 'node:path'
import type { BackupRef, BackupRow } from '#shared/contract/backups.ts'
import type { BackupPlace, StoreFailureKind } from '#shared/domain/codes.ts'
import { refuse } from '#shared/errors.ts'
import { backupFolderOf } from '#main/store/backup.ts'
import { findBackups, type FoundBackup } from '#main/store/manifest.ts'
import { knownSchemaVersion } from '#main/store/migrate.ts'
import { isNamed, newestFirst, rowOf, type Expected } from './rows.ts'
import { erasedOf, readErased } from './erased-list.ts'
import type { RunJob } from './jobs.ts'
import { findInSecond, readSecondFolder, type Looking } from './second-folder.ts'

export interface RescueBackups {
  readonly backups: BackupRow[]
  readonly folder: string
  /** S7 How many people are known to have been erased and are not in a backup, by its place and name. */
  readonly toErase: Readonly<Record<string, number>>
  readonly second: { readonly path: string; readonly reachable: boolean; readonly reading: boolean } | null
}

/** The backups of a store that does not open (P5), from both folders. Which store it was, the file cannot tell any more. */
export async function rescueBackups(
  file: string,
  migrationsFolder: string,
  looking: Looking,
): Promise<RescueBackups> {
  const { rows, found, state, second } = await lookEverywhere(file, migrationsFolder, looking)
  const noted = readErased(file)
  return {
    backups: rows,
    folder: backupFolderOf(file),
    toErase: Object.fromEntries(
      found.flatMap(({ place, each }) => {
        const count = toEraseOf(each, found, noted).length
        return count > 0 ? [[`${place} ${each.name}`, count]] : []
      }),
    ),
    second:
      second === null
        ? null
        : { path: second, reachable: state !== 'unreachable', reading: state === 'reading' },
  }
}

interface Found {
  readonly place: BackupPlace
  readonly each: FoundBackup
}

async function lookEverywhere(file: string, migrationsFolder: string, looking: Looking) {
  const expected: Expected = {
    firstHash: null,
    knownSchema: knownSchemaVersion(migrationsFolder),
    zone: 'Asia/Shanghai',
  }
  const second = readSecondFolder(file)
  const content = second === null ? undefined : await findInSecond(second, file, looking)
  const found: Found[] = [
    ...findBackups(backupFolderOf(file), path.basename(file)).map((each) => ({
      place: 'main' as const,
      each,
    })),
    ...(content?.found ?? []).map((each) => ({ place: 'second' as const, each })),
  ]
  const rows = newestFirst(found.map(({ place, each }) => rowOf(each, place, expected)))
  return { rows, found, second, state: content?.state }
}

/** S7 Who is known to have been erased, by the other backups and by the list beside them, and is not erased in this one. */
function toEraseOf({ manifest }: FoundBackup, found: readonly Found[], noted: readonly string[]): string[] {
  const others = erasedOf(
    found.map(({ each }) => each),
    manifest?.firstHash ?? null,
  )
  const erasedThen = new Set(manifest?.erased ?? [])
  return [...new Set([...others, ...noted])].filter((customerId) => !erasedThen.has(customerId))
}

/**
 * One of them by its name, and who is to be erased in it again; refuses FILE_REFUSED backup_missing, and bad_backup for one that
 * cannot be restored.
 */
export async function findRescue(
  file: string,
  migrationsFolder: string,
  { ref, runJob }: { readonly ref: BackupRef; readonly runJob: RunJob },
): Promise<{ readonly row: BackupRow; readonly erased: string[] }> {
  const { rows, found } = await lookEverywhere(file, migrationsFolder, { runJob, as: 'act' })
  const row = rows.find(isNamed(ref)) ?? refuse('FILE_REFUSED', { reason: 'backup_missing' })
  if (row.problem) refuse('FILE_REFUSED', { reason: 'bad_backup', data: { problem: row.problem } })
  const own = found.find(({ place, each }) => place === ref.place && each.name === ref.name)
  return { row, erased: own ? toEraseOf(own.each, found, readErased(file)) : [] }
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
