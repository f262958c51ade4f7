import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { ReadableStore } from '#main/store/handle.ts'
import { fileOf } from '#main/store/open.ts'
import { listSignedHeads } from '#main/store/read/verification-trail.ts'

/** S6 Where the trail stood once, kept beside it: in the manifest of a backup, or on a signed sheet. */
export interface OutsideHead {
  readonly kind: 'backup' | 'signed_check'
  /** The name of the manifest, or the date of the sheet. */
  readonly name: string
  readonly sequence: number
  readonly hash: string
  /** The moment of the last record then. */
  readonly at: number
  /** The first hash of the trail then; null where only the head was kept. */
  readonly firstHash: string | null
}

/** Of a manifest only what tells the trail; whatever else stands there is not asked. */
const headOfManifest = z.object({
  storeFile: z.string(),
  madeAt: z.number(),
  lastRecordAt: z.number().nullish(),
  firstHash: z.string().nullish(),
  auditHead: z.object({ sequence: z.number().int(), hash: z.string() }).nullable(),
})

/**
 * The heads in the manifests beside a store; a manifest that cannot be read proves nothing and is passed over. To be listed before
 * anything is read of the store: a backup that is made meanwhile would stand beyond the end of the trail.
 */
export function listBackupHeads(store: ReadableStore): OutsideHead[] {
  const file = fileOf(store)
  const folder = path.join(path.dirname(file), 'backups')
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name): OutsideHead[] => {
      const read = headOfManifest.safeParse(readJson(path.join(folder, name)))
      if (!read.success || read.data.storeFile !== path.basename(file) || !read.data.auditHead) return []
      const { auditHead, lastRecordAt, madeAt, firstHash } = read.data
      return [
        { kind: 'backup', name, ...auditHead, at: lastRecordAt ?? madeAt, firstHash: firstHash ?? null },
      ]
    })
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Every head that is known of this store beside its trail, the lowest first. */
export const listOutsideHeads = (store: ReadableStore, ofBackups: readonly OutsideHead[]): OutsideHead[] =>
  [
    ...ofBackups,
    ...listSignedHeads(store).map(({ on, signedAt, sequence, hash }): OutsideHead => ({
      kind: 'signed_check',
      name: on,
      sequence,
      hash,
      at: signedAt,
      firstHash: null,
    })),
  ].sort((a, b) => a.sequence - b.sequence || a.at - b.at)
