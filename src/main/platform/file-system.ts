import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, realpathSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { whenLetGo } from './held-file.ts'
import { mountTypeOf, mountTypeOnMac, networkShareOf, type Place } from './network-share.ts'

/** A path with its links and mapped drives followed; of a file that is not there yet, the real path of its folder. */
export function realPathOf(file: string): string {
  const whole = path.resolve(file)
  if (existsSync(whole)) return realpathSync.native(whole)
  const folder = path.dirname(whole)
  return folder === whole ? whole : path.join(realPathOf(folder), path.basename(whole))
}

/** Whether two paths lead to one file, however each is written: Windows tells no large letters from small ones. */
export const isSameFile = (one: string, other: string): boolean => realPathOf(one) === realPathOf(other)

/** What this system knows of the place of a file. */
function placeOf(realPath: string): Place {
  const { platform } = process
  if (platform === 'win32') return { platform, realPath }
  if (platform === 'darwin') {
    const mounts = execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2000 })
    return { platform, realPath, fileSystem: mountTypeOnMac(realPath, mounts) }
  }
  const there = existsSync(realPath) ? realPath : path.dirname(realPath)
  const magic = statfsSync(there).type
  const fileSystem = existsSync(mountinfo)
    ? mountTypeOf(realPath, readFileSync(mountinfo, 'utf8'))
    : undefined
  return { platform, realPath, magic, fileSystem }
}
const mountinfo = '/proc/self/mountinfo'

/** The network share that a file lies on (P9); undefined for one of this machine, or where the system does not tell. */
export function findNetworkShare(file: string): string | undefined {
  try {
    return networkShareOf(placeOf(realPathOf(file)))
  } catch {
    return undefined // a place that cannot be looked at is refused by opening, with its own words
  }
}

/** Bytes free for us where a path lies; undefined where the system does not tell. */
export function freeBytesAt(folder: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return undefined
  }
}

/** Makes the disk hold a file or a folder for good; where folders cannot be synced (Windows) nothing happens. */
export function syncToDisk(file: string, kind: 'file' | 'folder' = 'file'): void {
  let handle: number | undefined
  try {
    handle = kind === 'file' ? whenLetGo(() => openSync(file, 'r+')) : openSync(file, 'r')
    fsyncSync(handle)
  } catch (error) {
    if (kind === 'file') throw error
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}
