import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { StoreCounts } from '#shared/contract/backups.ts'
import type { BackupProblem, BackupReason } from '#shared/domain/codes.ts'
import { refuse } from '#shared/errors.ts'
import { businessDateAt, isTimeZone, timeOfDayAt, type Instant } from '#shared/time/instant.ts'
import { syncToDisk } from '#main/platform/file-system.ts'
import { whenLetGo } from '#main/platform/held-file.ts'
import { makeReadable, sqliteOf, type ReadableStore } from './handle.ts'
import { manifestFileOf, namesBegin, writeManifest, type Manifest } from './manifest.ts'
import { findPageDamage } from './page-damage.ts'
import { listErased } from './read/erased.ts'
import * as schema from './schema/index.ts'

/** The folder of the backups of a store file. */
export const backupFolderOf = (file: string): string => path.join(path.dirname(file), 'backups')

/** A backup that lies complete under its name. */
export interface MadeBackup {
  readonly path: string
  readonly manifest: Manifest
}

/** Opens a file that nobody writes, as a backup is: it is read and nothing else, and no log is made beside it. */
export function openStill(file: string): ReadableStore {
  const sqlite = new Database(file, { readonly: true, fileMustExist: true })
  return makeReadable(sqlite, drizzle(sqlite, { schema }))
}

type Described = Pick<
  Manifest,
  'schemaVersion' | 'storeName' | 'zone' | 'firstHash' | 'auditHead' | 'counts' | 'lastRecordAt'
>

/** What is in a store of any schema. */
export function describeStore(store: ReadableStore): Described {
  const sqlite = sqliteOf(store)
  const tables = new Set(sqlite.prepare("select name from sqlite_schema where type = 'table'").pluck().all())
  const count = (table: string) =>
    tables.has(table) ? Number(sqlite.prepare(`select count(*) from "${table}"`).pluck().get()) : 0
  const one = <T>(table: string, sql: string) =>
    tables.has(table) ? sqlite.prepare<[], T>(sql).get() : undefined
  const counts: StoreCounts = {
    customers: count('customers'),
    opportunities: count('opportunities'),
    followUps: count('follow_ups'),
    plans: count('plans'),
    visits: count('visits'),
    leads: count('leads'),
    staff: count('staff'),
  }
  const about = one<{ name: string; zone: string }>('store', 'select name, zone from store')
  const last = one<{ sequence: number; hash: string; at: number }>(
    'audit_entries',
    'select sequence, hash, at from audit_entries order by sequence desc limit 1',
  )
  return {
    schemaVersion: count('__drizzle_migrations'),
    storeName: about?.name ?? '',
    zone: about && isTimeZone(about.zone) ? about.zone : 'Asia/Shanghai',
    firstHash:
      one<{ hash: string }>('audit_entries', 'select hash from audit_entries order by sequence limit 1')
        ?.hash ?? null,
    auditHead: last ? { sequence: last.sequence, hash: last.hash } : null,
    counts,
    lastRecordAt: last?.at ?? null,
  }
}

/** SHA-256 of a file, read in pieces. */
export function digestOfFile(file: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(1024 * 1024)
  const handle = openSync(file, 'r')
  try {
    for (;;) {
      const read = readSync(handle, piece, 0, piece.length, null)
      if (read === 0) return hash.digest('hex')
      hash.update(piece.subarray(0, read))
    }
  } finally {
    closeSync(handle)
  }
}

/**
 * What SQLite finds wrong with a file that nobody writes; undefined when it is sound. References that lead nowhere are no damage of
 * it: somebody deleted a row past the program, which is no reason to have no more backups, nor to end everybody's work.
 */
export function fileDamage(file: string): string | undefined {
  let store: ReadableStore | undefined
  try {
    store = openStill(file)
    return findPageDamage(store)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    if (store) sqliteOf(store).close()
  }
}

const nameOf = (file: string, at: Instant, zone: string, reason: BackupReason): string => {
  const date = businessDateAt(at, zone).replaceAll('-', '')
  const seconds = String(Math.floor(at / 1000) % 60).padStart(2, '0')
  return `${namesBegin(path.basename(file))}${date}-${timeOfDayAt(at, zone).replace(':', '')}${seconds}-${reason}`
}

export interface BackupOptions {
  /** The file of the store, whose backups lie in the folder beside it. */
  readonly file: string
  readonly reason: BackupReason
  readonly now: Instant
}

/**
 * Makes a backup (P4) of a store on a connection of its own or on the one that is about to change it: by SQLite itself,
 * under a temporary name, synced, reopened, checked, counted and hashed before it gets its name. Whatever is wrong is thrown,
 * and nothing is left behind. Takes as long as the file is big.
 */
export function makeBackup(store: ReadableStore, { file, reason, now }: BackupOptions): MadeBackup {
  const folder = backupFolderOf(file)
  mkdirSync(folder, { recursive: true })
  const { zone } = describeStore(store)
  const wished = path.join(folder, nameOf(file, now, zone, reason))
  let target = `${wished}.db`
  for (let n = 2; existsSync(target) || existsSync(manifestFileOf(target)); n += 1)
    target = `${wished}-${n}.db`
  const temporary = `${target}.tmp`
  rmSync(temporary, { force: true })
  try {
    sqliteOf(store).prepare('vacuum into ?').run(temporary)
    syncToDisk(temporary)
    const damage = fileDamage(temporary)
    if (damage !== undefined) refuse('STORE_DAMAGED', { detail: damage })
    const made = openStill(temporary)
    const described = describeStore(made)
    const erased = listErased(made)
    sqliteOf(made).close()
    const content: Manifest = {
      formatVersion: 1,
      storeFile: path.basename(file),
      madeAt: now,
      reason,
      size: statSync(temporary).size,
      sha256: digestOfFile(temporary),
      ...described,
      ...(erased.length > 0 ? { erased } : {}),
      checkedAt: now,
      problem: null,
    }
    whenLetGo(() => renameSync(temporary, target))
    syncToDisk(folder, 'folder')
    writeManifest(target, content)
    return { path: target, manifest: content }
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** Looks at a backup from end to end: what is wrong with it, or null. */
export function checkBackup(backup: string, content: Manifest): BackupProblem | null {
  const size = statSync(backup, { throwIfNoEntry: false })?.size
  if (size === undefined) return 'file_missing'
  if (size !== content.size) return 'size_differs'
  if (digestOfFile(backup) !== content.sha256) return 'content_differs'
  return fileDamage(backup) === undefined ? null : 'damaged'
}

/** Several stores may share a folder, and all may be named alike: this is in the names of one store's copies. */
export const markOf = (firstHash: string | null): string => `-${(firstHash ?? 'none').slice(0, 8)}`

/**
 * Copies a backup and its manifest to another folder, which may lie on a share: to a temporary name, synced, compared, then
 * renamed. What lies there under the name with the same content is left. The folder must be there: made anew where a stick was
 * pulled out, it would fill the disk of this machine and look like a second place.
 */
export function copyBackup({ path: from, manifest: content }: MadeBackup, folder: string): string {
  const { name, ext } = path.parse(from)
  const marked = `${name}${markOf(content.firstHash)}${ext}`
  const target = path.join(folder, marked)
  const temporary = `${target}.tmp`
  try {
    if (!existsSync(target)) {
      copyFileSync(from, temporary)
      syncToDisk(temporary)
      if (digestOfFile(temporary) !== content.sha256) throw new Error('the copy differs from the backup')
      whenLetGo(() => renameSync(temporary, target))
      syncToDisk(folder, 'folder')
    }
    writeManifest(target, content)
    return target
  } finally {
    rmSync(temporary, { force: true })
  }
}
