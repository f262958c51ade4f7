import type { BackupRef, BackupRow } from '#shared/contract/backups.ts'
import { backupReason, type BackupPlace, type BackupProblem } from '#shared/domain/codes.ts'
import { parseBusinessDate } from '#shared/time/business-date.ts'
import { instantAt, type Instant } from '#shared/time/instant.ts'
import type { FoundBackup } from '#main/store/manifest.ts'

/** What is known of the store that the backups should be of. */
export interface Expected {
  /** Null while the store does not open: then any store's will do. */
  readonly firstHash: string | null
  readonly knownSchema: number
  readonly zone: string
}

function problemOf({ size, manifest }: FoundBackup, expected: Expected): BackupProblem | null {
  if (manifest === undefined) return 'manifest_missing'
  if (manifest === null) return 'manifest_broken'
  if (size === undefined) return 'file_missing'
  if (size !== manifest.size) return 'size_differs'
  if (manifest.problem) return manifest.problem
  if (manifest.schemaVersion > expected.knownSchema) return 'from_future'
  return expected.firstHash !== null && manifest.firstHash !== expected.firstHash ? 'other_store' : null
}

/** What the name of a backup tells where its manifest does not. */
function readName(name: string, zone: string): Pick<BackupRow, 'madeAt' | 'reason'> {
  const [, y, mo, d, h, mi, s, rest] = /-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-([a-z_]+)/.exec(name) ?? []
  const date = parseBusinessDate(`${y}-${mo}-${d}`)
  const reason = backupReason.safeParse(rest)
  return {
    madeAt: date ? instantAt(date, `${h}:${mi}`, zone) + Number(s) * 1000 : null,
    reason: reason.data ?? null,
  }
}

/** A backup as it is shown: never hidden for being bad. */
export function rowOf(found: FoundBackup, place: BackupPlace, expected: Expected): BackupRow {
  const { name, path, manifest: content } = found
  const named = readName(name, expected.zone)
  return {
    name,
    place,
    path,
    madeAt: content?.madeAt ?? named.madeAt,
    reason: content?.reason ?? named.reason,
    size: found.size ?? content?.size ?? 0,
    schemaVersion: content?.schemaVersion ?? null,
    storeName: content?.storeName ?? null,
    counts: content?.counts ?? null,
    lastRecordAt: content?.lastRecordAt ?? null,
    head: content?.auditHead ?? null,
    sha256: content?.sha256 ?? null,
    checkedAt: content?.checkedAt ?? null,
    problem: problemOf(found, expected),
  }
}

const momentOf = ({ madeAt }: BackupRow): Instant => madeAt ?? Number.NEGATIVE_INFINITY
/** Newest first; of one moment the one that was named later. */
export const newestFirst = (rows: readonly BackupRow[]): BackupRow[] =>
  [...rows].sort((a, b) => momentOf(b) - momentOf(a) || (a.name < b.name ? 1 : -1))

export const isNamed =
  ({ name, place }: BackupRef) =>
  (row: BackupRow): boolean =>
    row.name === name && row.place === place
