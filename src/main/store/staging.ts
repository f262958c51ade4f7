import { existsSync, rmSync } from 'node:fs'

/** Where a restore makes its store ready: beside the file, because only within a folder a file takes the place of another in one step. */
export const stagingFileOf = (file: string): string => `${file}.restoring`

const suffixes = ['', '-wal', '-shm', '-journal', '.owner', '.owner.json', '.owner-journal']

/** Takes away what a restore that was cut off has left; says whether there was anything. Only for whoever owns the store file (P7). */
export function clearStaging(staging: string): boolean {
  const left = suffixes.map((suffix) => staging + suffix).filter((file) => existsSync(file))
  for (const file of left) rmSync(file, { force: true })
  return left.length > 0
}
