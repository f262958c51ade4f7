import { existsSync } from 'node:fs'
import { refuse } from '#shared/errors.ts'
import type { MadeBackup } from '#main/store/backup.ts'
import { readManifest } from '#main/store/manifest.ts'

/** A backup with its manifest, for work on the file itself; refuses FILE_REFUSED bad_backup. It may lie on a share: not where calls wait. */
export function madeAt(path: string): MadeBackup {
  const manifest = readManifest(path)
  if (manifest && existsSync(path)) return { path, manifest }
  const problem = manifest ? 'file_missing' : manifest === null ? 'manifest_broken' : 'manifest_missing'
  return refuse('FILE_REFUSED', { reason: 'bad_backup', data: { problem } })
}
