import type Database from 'better-sqlite3'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { sqliteOf, type ReadableStore } from '../handle.ts'
import { toStored, type Row, type StoredRow, type TableShape } from './table-shape.ts'

/**
 * What SQLite will keep of a row, worked out before it is written: `returning *` would tell it as well, at almost the price of the write
 * itself (one more temporary table for each statement). Only where there is no doubt; whatever may be kept in another form than it
 * is given is written with `returning`, see `rows.ts`.
 */
export interface KeptTable {
  /** The whole row as SQLite will keep it, in the order of the file's columns; undefined where only SQLite can tell. */
  readonly foresee: (row: Row) => StoredRow | undefined
  /** Inserts a whole row as it was foreseen. */
  readonly insert: (stored: StoredRow) => void
  /** The row after these changes; undefined where only SQLite can tell. */
  readonly foreseeChange: (
    was: StoredRow,
    changed: readonly (readonly [string, unknown])[],
  ) => StoredRow | undefined
}

interface FileColumn {
  readonly name: string
  readonly type: string
  readonly dflt_value: string | null
  readonly pk: number
  readonly hidden: number
}

/** Where a column stands in the file, what it takes as it is given, and what it holds where nothing is given. */
interface KeptColumn {
  readonly key: string
  readonly column: SQLiteColumn
  readonly takes: 'string' | 'number'
  /** Undefined where a row without it is left to SQLite. */
  readonly absent: string | number | null | undefined
}

const known = new WeakMap<Database.Database, Map<string, KeptTable | undefined>>()

/** How rows of a table are kept in this file; undefined where a column is of another kind than text and whole numbers. */
export function keptTable(store: ReadableStore, shape: TableShape): KeptTable | undefined {
  const sqlite = sqliteOf(store)
  let ofFile = known.get(sqlite)
  if (!ofFile) known.set(sqlite, (ofFile = new Map()))
  if (!ofFile.has(shape.name)) ofFile.set(shape.name, makeKept(sqlite, shape))
  return ofFile.get(shape.name)
}

function makeKept(sqlite: Database.Database, shape: TableShape): KeptTable | undefined {
  const inFile = sqlite.pragma(`table_xinfo("${shape.name}")`) as FileColumn[]
  const columns = inFile.map((column) => keptColumn(shape, column))
  if (!columns.every((column) => column !== undefined)) return undefined
  const places = new Map(columns.map(({ key }, place) => [key, place]))
  const names = inFile.map(({ name }) => `"${name}"`).join(', ')
  const insert = sqlite.prepare(
    `insert into "${shape.name}" (${names}) values (${inFile.map(() => '?').join(', ')})`,
  )
  return {
    insert: (stored) => void insert.run(...stored),
    foresee: (row) => {
      const stored: unknown[] = []
      let left = Object.keys(row).length
      for (const { key, column, takes, absent } of columns) {
        const value = row[key]
        if (key in row) left -= 1
        const kept = value === null || value === undefined ? absent : keep(column, takes, value)
        if (kept === undefined) return undefined
        stored.push(kept)
      }
      // A name that is no column is for the statement to refuse.
      return left === 0 ? stored : undefined
    },
    foreseeChange: (was, changed) => {
      const is = [...was]
      for (const [key, value] of changed) {
        const place = places.get(key)
        const found = place === undefined ? undefined : columns[place]
        const kept = found && (value === null ? null : keep(found.column, found.takes, value))
        if (place === undefined || kept === undefined) return undefined
        is[place] = kept
      }
      return is
    },
  }
}

function keptColumn(
  shape: TableShape,
  { name, type, dflt_value, pk, hidden }: FileColumn,
): KeptColumn | undefined {
  const own = Object.entries(shape.columns).find(([, column]) => column.name === name)
  const takes = { text: 'string', integer: 'number' }[type.toLowerCase()] as KeptColumn['takes'] | undefined
  if (!own || !takes || hidden !== 0) return undefined
  const [key, column] = own
  return { key, column, takes, absent: pk > 0 ? undefined : literal(dflt_value) }
}

/** A default that is written out; any other is left to SQLite. */
function literal(text: string | null): string | number | null | undefined {
  if (text === null || /^null$/i.test(text)) return null
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true' ? 1 : 0
  if (/^-?\d{1,15}$/.test(text)) return Number(text)
  return /^'[^']*'$/.test(text) ? text.slice(1, -1) : undefined
}

/** A value that is kept as it is: text that is well-formed in a column for text, a whole number in one for numbers. */
function keep(column: SQLiteColumn, takes: KeptColumn['takes'], value: unknown): string | number | undefined {
  const given = toStored(column, value)
  if (takes === 'string') return typeof given === 'string' && given.isWellFormed() ? given : undefined
  return Number.isSafeInteger(given) ? (given as number) : undefined
}
