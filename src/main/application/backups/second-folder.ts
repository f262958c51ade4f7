import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { backupFolderOf } from '#main/store/backup.ts'
import { namesBegin, writeWhole, type FoundBackup } from '#main/store/manifest.ts'
import type { RunJob } from './jobs.ts'

/**
 * The second folder of a store's backups (P4): a USB stick or a share. Which it is stands beside the backups and not in
 * the store, so that it is known when the store is damaged, and no restore forgets it.
 */
const settings = z.object({ second: z.string().nullable() })
const settingsFileOf = (file: string) =>
  path.join(backupFolderOf(file), `${namesBegin(path.basename(file))}settings.json`)

export function readSecondFolder(file: string): string | null {
  const from = settingsFileOf(file)
  if (!existsSync(from)) return null
  try {
    return settings.parse(JSON.parse(readFileSync(from, 'utf8'))).second
  } catch {
    return null // as good as none: it can be set again
  }
}

export function writeSecondFolder(file: string, second: string | null): void {
  mkdirSync(backupFolderOf(file), { recursive: true })
  writeWhole(settingsFileOf(file), JSON.stringify({ second }))
}

/** How long a folder may take to answer before it counts as out of reach, in milliseconds. */
const patience = 3000

function within<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const waiting = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds)
  })
  return Promise.race([work, waiting]).finally(() => clearTimeout(timer))
}

const asking = new Map<string, Promise<boolean>>()

/** Whether a folder answers. A share that hangs is asked once at a time, however many want to know. */
export async function isReachable(folder: string): Promise<boolean> {
  const asked =
    asking.get(folder) ??
    readdir(folder)
      .then(
        () => true,
        () => false,
      )
      .finally(() => asking.delete(folder))
  asking.set(folder, asked)
  return (await within(asked, patience)) ?? false
}

/** What is known of the second folder: `reading` while it is still being looked at, with what was found the last time. */
export interface SecondContent {
  readonly state: 'read' | 'reading' | 'unreachable'
  readonly found: readonly FoundBackup[]
}

/** A screen waits so long for a slow share, and says then that it is being read, in milliseconds. */
const screenWaits = 1500
/** Whatever has not answered by then counts as out of reach, in milliseconds. */
const outOfReachAfter = 20_000
/** Whoever was told that it is being read asks again when it has been; the answer is kept for him so long, in milliseconds. */
const keptFor = 10_000

interface Reading {
  readonly work: Promise<FoundBackup[] | null>
  /** It took too long. */
  late: boolean
  /** Somebody went on without it. */
  waited: boolean
}
const readings = new Map<string, Reading>()
const kept = new Map<string, FoundBackup[] | null>()
const lastFound = new Map<string, FoundBackup[]>()

export interface Looking {
  readonly runJob: RunJob
  /** `screen` comes back soon, with what is known by then; `act` waits until it is out of reach. */
  readonly as: 'screen' | 'act'
  /** Told when somebody went on without an answer and there is one now. */
  readonly told?: () => void
}

/**
 * What lies in the second folder. It may be a share that hangs, so it is read where no call waits for it, once at a time however
 * many want to know.
 */
export async function findInSecond(
  folder: string,
  file: string,
  { runJob, as, told = () => undefined }: Looking,
): Promise<SecondContent> {
  const key = `${folder}\n${file}`
  const contentOf = (found: FoundBackup[] | null): SecondContent =>
    found === null ? { state: 'unreachable', found: [] } : { state: 'read', found }
  const before = kept.get(key)
  if (before !== undefined && as === 'screen') return contentOf(before)
  const reading = readings.get(key) ?? begin(key, { folder, file, runJob, told })
  const found = await within(reading.work, as === 'screen' ? screenWaits : outOfReachAfter)
  if (found !== undefined) return contentOf(found)
  reading.waited = true
  if (as === 'act' || reading.late) return contentOf(null)
  return { state: 'reading', found: lastFound.get(key) ?? [] }
}

function begin(
  key: string,
  { folder, file, runJob, told }: { folder: string; file: string; runJob: RunJob; told: () => void },
): Reading {
  const work = runJob('list', { folder, storeFile: path.basename(file) }).catch(() => null)
  const reading: Reading = { work, late: false, waited: false }
  readings.set(key, reading)
  const giveUp = setTimeout(() => {
    reading.late = true
    told()
  }, outOfReachAfter)
  giveUp.unref()
  void work.then((found) => {
    clearTimeout(giveUp)
    readings.delete(key)
    if (found) lastFound.set(key, found)
    if (!reading.waited) return
    kept.set(key, found)
    setTimeout(() => kept.delete(key), keptFor).unref()
    told()
  })
  return reading
}
