import { createHash } from 'node:crypto'
import path from 'node:path'

/** Written by the build beside app.asar (scripts/package-hooks.mjs). */
const digestsName = 'digests.json'

/**
 * The files of a packaged application that are not what the build wrote: changed, or gone. It finds a bad disk, a copy that broke
 * off, a file that somebody edited. Whoever can write there can write the digests too: against him only the integrity that
 * Electron checks before any script on Windows and macOS helps, and, on Linux, that the folder belongs to root (S1).
 *
 * @param read reads a file as it lies on the disk, which in Electron only `original-fs` does
 */
export function damagedFiles(resources: string, read: (file: string) => Buffer): string[] {
  let wanted: unknown
  try {
    wanted = JSON.parse(read(path.join(resources, digestsName)).toString('utf8'))
  } catch {
    return [digestsName]
  }
  if (typeof wanted !== 'object' || wanted === null || !('app.asar' in wanted)) return [digestsName]
  const isGood = ([name, digest]: [string, unknown]) => {
    try {
      return (
        createHash('sha256')
          .update(read(path.join(resources, name)))
          .digest('hex') === digest
      )
    } catch {
      return false
    }
  }
  return Object.entries(wanted)
    .filter((entry) => !isGood(entry))
    .map(([name]) => name)
}
