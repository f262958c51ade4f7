import type Database from 'better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type * as schema from './schema/index.ts'

type Tables = typeof schema
export type Drizzle = BetterSQLite3Database<Tables>
const connection = Symbol('connection')
const writable = Symbol('writable')

/** One row that an act has written: what it was and what it is, for the audit trail. */
export interface RowChange {
  readonly table: string
  readonly id: string
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}

interface Connection {
  readonly sqlite: Database.Database
  readonly drizzle: Drizzle
}

/** A store that can only be asked. Readers take it first; no drizzle or SQLite type leaves this folder. */
export interface ReadableStore {
  readonly [connection]: Connection
}
/** A store within a transaction, which also collects what the act changes. */
export interface WritableStore extends ReadableStore {
  readonly [writable]: RowChange[]
}

export const makeReadable = (sqlite: Database.Database, drizzle: Drizzle): ReadableStore => ({
  [connection]: { sqlite, drizzle },
})
export const makeWritable = (store: ReadableStore, changes: RowChange[]): WritableStore => ({
  ...store,
  [writable]: changes,
})

export const sqliteOf = (store: ReadableStore): Database.Database => store[connection].sqlite
export const drizzleOf = (store: ReadableStore): Drizzle => store[connection].drizzle
export const changesOf = (store: WritableStore): RowChange[] => store[writable]
