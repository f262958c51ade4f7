import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type Database from 'better-sqlite3'
import { listSummedTables } from '#main/store/read/content-sums.ts'
import { closeReading, openForReading } from '#main/store/open.ts'
import { attack, putBack, rebuildChain } from './tampering.ts'

/** A store as it lies in its folder, with the backups beside it. */
export interface Kept {
  readonly file: string
  readonly oldBackup: string
  /** The first entry that no head outside knows of could be rebuilt unseen: whoever rebuilds begins before. */
  readonly headOutside: number
}

/** Numbers below a bound, the same for the same seed (mulberry32). */
export function makeDice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

type Dice = (below: number) => number
const pick = <T>(dice: Dice, all: readonly T[]): T => {
  const found = all[dice(all.length)]
  if (found === undefined) throw new Error('nothing to choose from')
  return found
}

interface Place {
  readonly table: string
  readonly rowid: number
  readonly column: string
}

function anyPlace(db: Database.Database, dice: Dice, tables: readonly string[]): Place {
  for (;;) {
    const table = pick(dice, tables)
    const rowids = db.prepare(`select rowid from "${table}"`).pluck().all() as number[]
    if (rowids.length === 0) continue
    const columns = (db.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name)
    return { table, rowid: pick(dice, rowids), column: pick(dice, columns) }
  }
}

/** What SQLite keeps in a field. */
type Stored = string | number | Buffer | null

/** Another value of the same kind: a digit more, a letter more, the other truth. */
function otherValue(value: Stored, dice: Dice): unknown {
  if (typeof value === 'number') return value + 1 + dice(9)
  if (value === null) return String(dice(100))
  return `${String(value)}${dice(10)}`
}

const read = (db: Database.Database, { table, rowid, column }: Place): Stored =>
  db.prepare(`select "${column}" from "${table}" where rowid = ?`).pluck().get(rowid) as Stored
const write = (db: Database.Database, { table, rowid, column }: Place, value: unknown): unknown =>
  db.prepare(`update or ignore "${table}" set "${column}" = ? where rowid = ?`).run(value, rowid)

/** Ways of tampering; each answers whether it really changed something. */
const ways = {
  editField: (db: Database.Database, dice: Dice, tables: readonly string[]) => {
    const place = anyPlace(db, dice, tables)
    const before = read(db, place)
    write(db, place, otherValue(before, dice))
    return read(db, place) !== before
  },
  deleteRow: (db: Database.Database, dice: Dice, tables: readonly string[]) => {
    const { table, rowid } = anyPlace(db, dice, tables)
    return db.prepare(`delete from "${table}" where rowid = ?`).run(rowid).changes > 0
  },
  addRow: (db: Database.Database, dice: Dice, tables: readonly string[]) => {
    const { table, rowid } = anyPlace(db, dice, tables)
    const columns = db.pragma(`table_info("${table}")`) as { name: string; pk: number; type: string }[]
    const values = columns.map(({ name, pk, type }) =>
      pk === 0 ? `"${name}"` : type === 'integer' ? `"${name}" + 1000` : `"${name}" || '0'`,
    )
    const names = columns.map(({ name }) => `"${name}"`).join(', ')
    return (
      db
        .prepare(
          `insert or ignore into "${table}" (${names}) select ${values.join(', ')} from "${table}" where rowid = ?`,
        )
        .run(rowid).changes > 0
    )
  },
  swapRows: (db: Database.Database, dice: Dice, tables: readonly string[]) => {
    const one = anyPlace(db, dice, tables)
    const rowids = db.prepare(`select rowid from "${one.table}"`).pluck().all() as number[]
    const other = { ...one, rowid: pick(dice, rowids) }
    const [a, b] = [read(db, one), read(db, other)]
    if (a === b) return false
    write(db, one, b)
    write(db, other, a)
    return read(db, one) !== a || read(db, other) !== b
  },
  editEntry: (db: Database.Database, dice: Dice) => {
    const place = anyPlace(db, dice, ['audit_entries'])
    const before = read(db, place)
    write(db, place, otherValue(before, dice))
    return read(db, place) !== before
  },
  deleteEntry: (db: Database.Database, dice: Dice) =>
    db.prepare('delete from audit_entries where rowid = ?').run(anyPlace(db, dice, ['audit_entries']).rowid)
      .changes > 0,
  swapEntries: (db: Database.Database, dice: Dice) => {
    const [one, other] = [
      anyPlace(db, dice, ['audit_entries']).rowid,
      anyPlace(db, dice, ['audit_entries']).rowid,
    ]
    if (one === other) return false
    const move = db.prepare('update audit_entries set sequence = ? where sequence = ?')
    move.run(-1, one)
    move.run(one, other)
    move.run(other, -1)
    return true
  },
  cutTail: (db: Database.Database, _dice: Dice, _tables: readonly string[], kept: Kept) =>
    db.prepare('delete from audit_entries where sequence >= ?').run(1 + _dice(kept.headOutside)).changes > 0,
  editSums: (db: Database.Database, dice: Dice) => {
    const place = anyPlace(db, dice, ['content_sums'])
    const before = read(db, place)
    write(db, place, otherValue(before, dice))
    return read(db, place) !== before
  },
}
export type Way = keyof typeof ways | 'putBack' | 'rebuild'
export const everyWay = [...Object.keys(ways), 'putBack', 'rebuild'] as Way[]

/** A copy of a store and its backups that somebody tampered with once, and how; undefined where nothing came of it. */
export function tamperOnce(kept: Kept, way: Way, dice: Dice): string | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'showroom-tampered-'))
  const file = path.join(folder, 'store.db')
  copyFileSync(kept.file, file)
  mkdirSync(path.join(folder, 'backups'))
  cpSync(path.join(path.dirname(kept.file), 'backups'), path.join(folder, 'backups'), {
    recursive: true,
    filter: (from) => !from.endsWith('.db'),
  })
  let changed = true
  if (way === 'putBack') putBack(file, kept.oldBackup)
  else if (way === 'rebuild') changed = rebuild(file, kept, dice)
  else {
    const tables = tablesOf(file)
    attack(file, (db) => {
      changed = ways[way](db, dice, tables, kept)
    })
  }
  if (changed) return file
  rmSync(folder, { recursive: true })
  return undefined
}

/** Edits one entry, and makes the whole chain after it and every sum fit. */
function rebuild(file: string, { headOutside }: Kept, dice: Dice): boolean {
  const sequence = 1 + dice(headOutside)
  attack(file, (db) => {
    db.prepare('update audit_entries set at = at + ? where sequence = ?').run(1 + dice(1000), sequence)
  })
  rebuildChain(file, sequence)
  return true
}

function tablesOf(file: string): string[] {
  const store = openForReading(file)
  try {
    return listSummedTables(store)
  } finally {
    closeReading(store)
  }
}
