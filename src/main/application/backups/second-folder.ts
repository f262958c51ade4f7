import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { backupFolderOf } from '#main/store/backup.ts'
import { findBackups, namesBegin, writeWhole, type FoundBackup } from '#main/store/manifest.ts'

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

const within = <T>(work: Promise<T>): Promise<T | undefined> =>
  Promise.race([
    work,
    new Promise<undefined>((resolve) => {
      setTimeout(() => resolve(undefined), patience).unref()
    }),
  ])

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
  return (await within(asked)) ?? false
}

/** What lies in the second folder; undefined where it cannot be reached. */
export async function findInSecond(folder: string, file: string): Promise<FoundBackup[] | undefined> {
  if (!(await isReachable(folder))) return undefined
  try {
    return findBackups(folder, path.basename(file))
  } catch {
    return undefined
  }
}
