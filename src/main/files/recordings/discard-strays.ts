import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'

/**
 * Removes the files below a recordings folder that no row names. Only where nobody is taking a recording in: its file comes before
 * its row. Returns how many.
 */
export async function discardStrays(folder: string, places: readonly string[]): Promise<number> {
  const named = new Set(places)
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = found
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  const strays = files.filter((file) => !named.has(path.relative(folder, file).split(path.sep).join('/')))
  for (const stray of strays) await rm(stray, { force: true })
  return strays.length
}
