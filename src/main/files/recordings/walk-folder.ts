import { lstat, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Instant } from '#shared/time/instant.ts'
import { isNamedLikeRecording } from './sniff-recording.ts'

/** A file of a watched folder that is named like a recording. */
export interface WatchedFile {
  readonly file: string
  readonly name: string
  readonly bytes: number
  readonly changedAt: Instant
}

export interface WalkLimits {
  readonly files: number
  readonly depth: number
}
const usual: WalkLimits = { files: 20_000, depth: 5 }

/** Whether a folder can be listed. */
export const isFolder = async (folder: string): Promise<boolean> =>
  (await stat(folder).catch(() => undefined))?.isDirectory() === true

/** Whether one folder is, or lies within, another. */
export const liesWithin = (inner: string, outer: string): boolean => {
  const way = path.relative(path.resolve(outer), path.resolve(inner))
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way))
}

/**
 * The files named like recordings below a folder. Links are not followed, so that nothing leads out of it or round in
 * a circle; `except` is left out. Undefined when the folder cannot be listed; `more` when there is more than the limit.
 */
export async function walkFolder(
  folder: string,
  except: string,
  limits: WalkLimits = usual,
): Promise<{ readonly files: WatchedFile[]; readonly more: boolean } | undefined> {
  const files: WatchedFile[] = []
  let seen = 0
  let more = false
  const walk = async (at: string, depth: number): Promise<boolean> => {
    const entries = await readdir(at, { withFileTypes: true }).catch(() => undefined)
    if (!entries) return false
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = path.join(at, entry.name)
      if (seen >= limits.files) {
        more = true
        return true
      }
      if (entry.isDirectory() && depth < limits.depth && !liesWithin(file, except)) {
        await walk(file, depth + 1)
      } else if (entry.isFile()) {
        seen += 1
        if (!isNamedLikeRecording(entry.name)) continue
        const found = await lstat(file).catch(() => undefined)
        if (found?.isFile())
          files.push({ file, name: entry.name, bytes: found.size, changedAt: Math.floor(found.mtimeMs) })
      }
    }
    return true
  }
  return (await walk(folder, 0)) ? { files, more } : undefined
}
