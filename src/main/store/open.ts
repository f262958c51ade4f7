import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { refuse } from '#shared/errors.ts'
import { makeReadable, sqliteOf, type ReadableStore } from './handle.ts'
import { migrateStore, type OpenOptions } from './migrate.ts'
import * as schema from './schema/index.ts'

/** How long a writer waits for another one, in milliseconds. */
const busyTimeout = 5000
const synchronousFull = 2

/**
 * Opens a store file: version, check, backup, migrations, foreign keys (P3). WAL with `synchronous=FULL` is asserted
 * after the first real read, because the driver resets it when it turns a file to WAL (P1).
 * Refuses with STORE_DAMAGED, STORE_FROM_FUTURE or STORE_BUSY, never changing the file.
 */
export function openStore(file: string, options: OpenOptions): ReadableStore {
  if (options.create) mkdirSync(path.dirname(file), { recursive: true })
  let sqlite: Database.Database
  try {
    sqlite = new Database(file, { fileMustExist: !options.create, timeout: busyTimeout })
  } catch (error) {
    // A file that is there but cannot be reached says nothing about what is in it (P6).
    if (options.create || existsSync(file)) throw error
    return refuse('STORE_DAMAGED', { detail: error instanceof Error ? error.message : String(error) })
  }
  try {
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    const store = makeReadable(sqlite, drizzle(sqlite, { schema }))
    migrateStore(store, file, options)
    assertDurable(store)
    return store
  } catch (error) {
    sqlite.close()
    if (error instanceof Database.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code)) {
      return refuse('STORE_DAMAGED', { detail: error.message })
    }
    throw error
  }
}

/** Opens a store that this process has open already once more, on a thread of its own, to be read and nothing else. */
export function openForReading(file: string): ReadableStore {
  const sqlite = new Database(file, { readonly: true, fileMustExist: true, timeout: busyTimeout })
  return makeReadable(sqlite, drizzle(sqlite, { schema }))
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

/** Folds the write-ahead log into the file and closes it; on a full disk the log stays beside it for the next time (P6). */
export function closeStore(store: ReadableStore): void {
  const sqlite = sqliteOf(store)
  if (!sqlite.open) return
  try {
    sqlite.pragma('optimize')
  } catch {
    // Only the planner's figures are not brought up to date.
  }
  sqlite.close()
}

/** Rises whenever another connection has changed the file: then what is remembered of it is read again. */
export const dataVersion = (store: ReadableStore): number =>
  Number(sqliteOf(store).pragma('data_version', { simple: true }))
