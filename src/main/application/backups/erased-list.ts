import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { backupFolderOf } from '#main/store/backup.ts'
import { findBackups, namesBegin, readManifest, writeWhole, type FoundBackup } from '#main/store/manifest.ts'

/**
 * Who was erased (S7), as ids beside the backups: the manifests tell it as well, but only from the next backup on, and when the store itself is
 * lost nothing else does.
 */
const content = z.array(z.string())
const fileFor = (file: string) =>
  path.join(backupFolderOf(file), `${namesBegin(path.basename(file))}erased.json`)

export function readErased(file: string): string[] {
  const from = fileFor(file)
  try {
    return existsSync(from) ? content.parse(JSON.parse(readFileSync(from, 'utf8'))) : []
  } catch {
    return [] // the manifests still tell it
  }
}

/** Adds to the list; who stands there stays there. Ids are of one store only, so that those of another do no harm. */
export function noteErased(file: string, customerIds: readonly string[]): void {
  const known = readErased(file)
  const all = [...new Set([...known, ...customerIds])].sort()
  if (all.length === known.length) return
  mkdirSync(backupFolderOf(file), { recursive: true })
  writeWhole(fileFor(file), JSON.stringify(all))
}

/** Who was erased as far as backups tell: of those that are of the same store. */
export const erasedOf = (found: readonly FoundBackup[], firstHash: string | null): string[] => [
  ...new Set(
    found.flatMap(({ manifest }) =>
      manifest && manifest.firstHash === firstHash ? (manifest.erased ?? []) : [],
    ),
  ),
]

/** Adds what the manifests in the folder of a backup elsewhere tell. */
export function noteErasedBeside(file: string, backup: string): void {
  const storeFile = readManifest(backup)?.storeFile
  if (storeFile === undefined) return
  const found = findBackups(path.dirname(backup), storeFile)
  noteErased(file, [...new Set(found.flatMap(({ manifest }) => manifest?.erased ?? []))])
}
