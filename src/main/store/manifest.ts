import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { storeCounts, trailHead } from '#shared/contract/backups.ts'
import { instant } from '#shared/contract/pieces.ts'
import { backupProblem, backupReason } from '#shared/domain/codes.ts'
import { syncToDisk } from '#main/platform/file-system.ts'
import { whenLetGo } from '#main/platform/held-file.ts'

/** What stands beside a backup (P4), and outside the store for whoever doubts its trail (S6). */
export const manifest = z.object({
  formatVersion: z.literal(1),
  /** The base name of the file that the backup is of. */
  storeFile: z.string(),
  madeAt: instant,
  reason: backupReason,
  /** In bytes. */
  size: z.number().int(),
  sha256: z.string(),
  schemaVersion: z.number().int(),
  storeName: z.string(),
  zone: z.string(),
  /** The hash of the first entry of the trail: two files with the same one are of the same store. */
  firstHash: z.string().nullable(),
  auditHead: trailHead.nullable(),
  counts: storeCounts,
  lastRecordAt: instant.nullable(),
  /** S7 Ids of everybody who was erased by then: whoever restores an older backup erases them again. Missing in old manifests. */
  erased: z.array(z.string()).optional(),
  /** When its content was last compared, and what was found. */
  checkedAt: instant,
  problem: backupProblem.nullable(),
})
export type Manifest = z.infer<typeof manifest>

const ending = '.json'
export const manifestFileOf = (backup: string): string => `${backup}${ending}`

/** Writes a file in one step: whole, or not at all. */
export function writeWhole(file: string, text: string): void {
  const temporary = `${file}.tmp`
  writeFileSync(temporary, text)
  syncToDisk(temporary)
  whenLetGo(() => renameSync(temporary, file))
  syncToDisk(path.dirname(file), 'folder')
}

export const writeManifest = (backup: string, content: Manifest): void =>
  writeWhole(manifestFileOf(backup), JSON.stringify(content, null, 1))

/** The manifest of a backup; undefined where it is missing, null where it cannot be read. */
export function readManifest(backup: string): Manifest | null | undefined {
  const file = manifestFileOf(backup)
  if (!existsSync(file)) return undefined
  try {
    return manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** A backup as it lies in a folder: its file, and what its manifest says. */
export interface FoundBackup {
  readonly name: string
  readonly path: string
  /** Undefined where the file is gone and only its manifest lies there. */
  readonly size: number | undefined
  readonly manifest: Manifest | null | undefined
}

/** The name of every backup of that store file begins with this. */
export const namesBegin = (storeFile: string): string => `${path.parse(storeFile).name}-`
const looksLike = (name: string, storeFile: string) =>
  name.startsWith(namesBegin(storeFile)) && /^\d{8}-\d{6}-/.test(name.slice(namesBegin(storeFile).length))

/** Everything in a folder that is, or claims to be, a backup of that store file. Throws where the folder cannot be read. */
export function findBackups(folder: string, storeFile: string): FoundBackup[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  const all = readdirSync(folder).filter((name) => looksLike(name, storeFile))
  const names = new Set(
    all.flatMap((name) =>
      name.endsWith('.db') ? [name] : name.endsWith(`.db${ending}`) ? [name.slice(0, -ending.length)] : [],
    ),
  )
  return [...names].map((name) => {
    const backup = path.join(folder, name)
    const size = statSync(backup, { throwIfNoEntry: false })?.size
    return { name, path: backup, size, manifest: readManifest(backup) }
  })
}

/** Takes a backup away, its manifest last: what is left half-way is seen as what it is. */
export function removeBackup(backup: string): void {
  whenLetGo(() => rmSync(backup, { force: true }))
  whenLetGo(() => rmSync(manifestFileOf(backup), { force: true }))
}
