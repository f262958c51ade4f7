import { copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { businessDateAt, timeOfDayAt, type Instant } from '#shared/time/instant.ts'
import { syncToDisk } from '#main/platform/file-system.ts'
import { whenLetGo } from '#main/platform/held-file.ts'
import { clearStaging } from '#main/store/staging.ts'

/** The moments of a swap between which a process may die; a test dies at each. */
export type SwapStep = 'staged' | 'backed_up' | 'closed' | 'kept_aside' | 'log_removed' | 'renamed'

export interface Swap {
  readonly file: string
  /** A complete store beside it. */
  readonly staging: string
  /** What is there cannot be opened: it is kept under another name. */
  readonly keepAside: { readonly at: Instant; readonly zone: string } | null
  readonly onStep?: ((step: SwapStep) => void) | undefined
}

/** A second name for a file, or a copy of it where the disk knows no second names. */
function nameAgain(from: string, to: string): void {
  if (!statSync(from).isFile()) return renameSync(from, to) // a folder under the name of a store
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
    syncToDisk(to)
  }
}

/**
 * Puts a complete store in the place of a file that nobody has open. The name is never without a file: what is there is named
 * again before, and one rename replaces it. Answers where a damaged file was put.
 */
export function swapIn({ file, staging, keepAside, onStep = () => undefined }: Swap): string | null {
  const aside = keepAside && existsSync(file) ? freeName(file, keepAside) : null
  if (aside !== null) {
    nameAgain(file, aside)
    // Its log may hold what the file lacks: whoever tries to save more from it needs both.
    if (existsSync(`${file}-wal`)) nameAgain(`${file}-wal`, `${aside}-wal`)
    syncToDisk(path.dirname(file), 'folder')
  }
  onStep('kept_aside')
  // A log beside another file would be folded into it.
  for (const suffix of ['-wal', '-shm']) whenLetGo(() => rmSync(file + suffix, { force: true }))
  syncToDisk(path.dirname(file), 'folder')
  onStep('log_removed')
  whenLetGo(() => renameSync(staging, file))
  syncToDisk(path.dirname(file), 'folder')
  clearStaging(staging)
  onStep('renamed')
  return aside
}

/** `store.damaged-20260302-0900.db` */
function freeName(file: string, { at, zone }: { readonly at: Instant; readonly zone: string }): string {
  const { dir, name, ext } = path.parse(file)
  const moment = `${businessDateAt(at, zone).replaceAll('-', '')}-${timeOfDayAt(at, zone).replace(':', '')}`
  const wished = path.join(dir, `${name}.damaged-${moment}`)
  let free = `${wished}${ext}`
  for (let n = 2; existsSync(free); n += 1) free = `${wished}-${n}${ext}`
  return free
}
