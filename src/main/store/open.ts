import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { Refusal, refuse } from '#shared/errors.ts'
import { findNetworkShare, realPathOf } from '#main/platform/file-system.ts'
import { makeReadable, sqliteOf, type ReadableStore } from './handle.ts'
import { logDamage } from './log-check.ts'
import { demandKnownVersion, migrateStore, quickCheck, type OpenOptions } from './migrate.ts'
import { takeOwnership, type Owner } from './owner-lock.ts'
import { clearStaging, stagingFileOf } from './staging.ts'
import * as schema from './schema/index.ts'

/** How long a writer waits for another one, in milliseconds. */
const busyTimeout = 5000
const synchronousFull = 2

const owners = new WeakMap<ReadableStore, Owner>()

const connect = (file: string, options: Database.Options): ReadableStore => {
  const sqlite = new Database(file, { timeout: busyTimeout, ...options })
  return makeReadable(sqlite, drizzle(sqlite, { schema }))
}

/**
 * Opens a store file: its place (P9), its owner (P7), version, check, backup, migrations, foreign keys (P3). WAL with
 * `synchronous=FULL` is asserted after the first real read, because the driver resets it when it turns a file to WAL (P1).
 * Refuses with FILE_REFUSED network_share, STORE_DAMAGED, STORE_FROM_FUTURE or STORE_BUSY, never changing the file.
 */
export function openStore(file: string, options: OpenOptions): ReadableStore {
  const share = findNetworkShare(file)
  if (share !== undefined) refuse('FILE_REFUSED', { reason: 'network_share', data: { share } })
  if (options.create) mkdirSync(path.dirname(file), { recursive: true })
  else demandContent(file)
  const owner = options.owner ?? takeOwnership(file)
  try {
    if (!options.owner) clearCutOff(file, options)
    if (!options.create) inspect(file, options)
    const store = openOwned(file, options)
    owners.set(store, owner)
    return store
  } catch (error) {
    if (!options.owner) owner.release()
    throw asRefusal(error, file)
  }
}

/** A restore that was cut off has left a whole store beside this one: it goes before the disk is full of them. */
function clearCutOff(file: string, { note }: OpenOptions): void {
  const staging = stagingFileOf(realPathOf(file))
  try {
    if (clearStaging(staging)) note?.(`a restore was cut off: ${path.basename(staging)} is cleared`)
  } catch {
    // It is in nobody's way, and the next restore says what is wrong with it.
  }
}

function openOwned(file: string, options: OpenOptions): ReadableStore {
  const isNew = options.create === true && !existsSync(file)
  const store = connect(file, { fileMustExist: !options.create })
  const sqlite = sqliteOf(store)
  try {
    if (!options.create) demandKnownVersion(store, options)
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    migrateStore(store, file, options)
    assertDurable(store)
    return store
  } catch (error) {
    sqlite.close()
    // Half a store would be in the way of the next try, when there is room (P6).
    if (isNew) for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
    throw error
  }
}

/** What SQLite would take for a new store, and write to, is told before. */
function demandContent(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) return refuse('STORE_DAMAGED', { detail: 'there is no such file' })
  if (!found.isFile()) return refuse('STORE_DAMAGED', { detail: 'this is not a file' })
  if (found.size === 0) refuse('STORE_DAMAGED', { detail: 'the file is empty' })
}

/** A log without a byte is what a reader leaves. */
const hasLog = (file: string): boolean => (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

/**
 * Whether a file that was closed is shorter than its head says: SQLite takes what is missing for zeros. Only for its owner: closing
 * a file ends the locks that the same process has on it.
 */
function isCutOff(file: string): boolean {
  const head = Buffer.alloc(100)
  const { size } = statSync(file)
  const handle = openSync(file, 'r')
  try {
    if (readSync(handle, head, 0, head.length, 0) < head.length) return true
  } finally {
    closeSync(handle)
  }
  // A page of 65536 bytes is written as 1; another program's file is told apart by SQLite itself.
  if (!head.toString('latin1').startsWith('SQLite format 3\0')) return false
  const pageBytes = head.readUInt16BE(16) === 1 ? 65536 : head.readUInt16BE(16)
  return size < head.readUInt32BE(28) * pageBytes
}

/**
 * A log that was left behind is looked at before SQLite folds it into the file, on a connection that cannot do so: what is
 * refused stays as it was, byte for byte (P5).
 */
function inspect(file: string, options: OpenOptions): void {
  if (!hasLog(file)) {
    if (isCutOff(file)) refuse('STORE_DAMAGED', { detail: 'the file is cut off' })
    return
  }
  const damage = logDamage(`${file}-wal`)
  if (damage !== undefined) refuse('STORE_DAMAGED', { detail: damage })
  const store = connect(file, { readonly: true, fileMustExist: true })
  try {
    demandKnownVersion(store, options)
    if (options.check) quickCheck(store)
  } finally {
    sqliteOf(store).close()
  }
}

function asRefusal(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(error.code))
    return new Refusal('STORE_DAMAGED', { detail: error.message })
  // SQLite cannot open a store without writing beside it: where that is not allowed, this is the reason to be told (P6).
  const barred = error.code.startsWith('SQLITE_CANTOPEN') && !takesWriting(file)
  return barred ? new Refusal('STORE_READ_ONLY', {}) : error
}

function takesWriting(file: string): boolean {
  try {
    accessSync(path.dirname(file), constants.W_OK)
    if (existsSync(file)) accessSync(file, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Opens a store that this process has open already once more, on a thread of its own, to be read and nothing else. */
export const openForReading = (file: string): ReadableStore =>
  connect(file, { readonly: true, fileMustExist: true })

/** The same to rewrite the file while others only read it (`remains.ts`). */
export const openForRewriting = (file: string): ReadableStore => connect(file, { fileMustExist: true })

/**
 * The same for whoever reads much and compares it: whatever is read is of one moment, while others go on writing. Until it is closed
 * the log cannot be emptied.
 */
export function openAtOneMoment(file: string): ReadableStore {
  const store = openForReading(file)
  sqliteOf(store).exec('begin')
  return store
}

/** Closes it again, leaving the file to the connection that writes. */
export const closeReading = (store: ReadableStore): void => void sqliteOf(store).close()

/** The file of an open store. */
export const fileOf = (store: ReadableStore): string => sqliteOf(store).name

/** P1: what is acknowledged must survive a power cut, and only FULL promises that in WAL mode. */
function assertDurable(store: ReadableStore): void {
  const sqlite = sqliteOf(store)
  sqlite.prepare('select count(*) from sqlite_schema').get()
  const journal = sqlite.pragma('journal_mode', { simple: true })
  const synchronous = sqlite.pragma('synchronous', { simple: true })
  const foreignKeys = sqlite.pragma('foreign_keys', { simple: true })
  if (journal !== 'wal' || synchronous !== synchronousFull || foreignKeys !== 1) {
    throw new Error(
      `store is not durable: journal ${String(journal)}, synchronous ${String(synchronous)}, foreign keys ${String(foreignKeys)}`,
    )
  }
}

/** Folds the write-ahead log into the file, closes it, and lets others have it (P7). */
export function closeStore(store: ReadableStore): void {
  closeKeepingOwner(store)?.release()
}

/**
 * Folds the write-ahead log into the file, all of it, so that the file alone is the store. Refuses STORE_BUSY while another thread
 * reads an older state.
 */
export function foldLog(store: ReadableStore): void {
  const [said] = sqliteOf(store).pragma('wal_checkpoint(truncate)') as { readonly busy: number }[]
  if (said?.busy !== 0) refuse('STORE_BUSY', {})
}

/** Closes a store and keeps the right to its file, for whoever is about to put another in its place. */
export function closeKeepingOwner(store: ReadableStore): Owner | undefined {
  const sqlite = sqliteOf(store)
  if (!sqlite.open) return undefined
  try {
    sqlite.pragma('optimize')
  } catch {
    // Without room only the planner's figures stay as they were, and the log waits for the next opening (P6).
  }
  sqlite.close()
  const owner = owners.get(store)
  owners.delete(store)
  return owner
}

/** Rises whenever another connection has changed the file: then what is remembered of it is read again. */
export const dataVersion = (store: ReadableStore): number =>
  Number(sqliteOf(store).pragma('data_version', { simple: true }))
