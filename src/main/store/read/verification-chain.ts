import { sqliteOf, type ReadableStore } from '../handle.ts'
import { auditHash, firstHash, type AuditRow } from '../write/audit.ts'
import { eachAuditEntry } from './verification.ts'

/** One fault of the chain, in the order of the trail. */
export interface BrokenEntry {
  readonly sequence: number
  readonly code: 'audit_sequence_gap' | 'audit_chain_broken' | 'audit_hash_wrong' | 'audit_entries_swapped'
  /** How many entries are missing before it, or with which one it was exchanged. */
  readonly count?: number
  readonly other?: number
}

/** What a change of the trail says of one row. */
export interface TrailChange {
  readonly table: string
  readonly id: string
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}
/** The changes of an entry: every row, or the tables an act changed in bulk and the rows it tells nevertheless. */
export interface ToldChanges {
  readonly rows: readonly TrailChange[]
  readonly bulk: readonly string[]
}

/** Reads the changes of an entry. What cannot be read tells nothing: the hash of its entry is wrong then. */
export function readTrail(changes: string): ToldChanges {
  try {
    const read = JSON.parse(changes) as TrailChange[] | { bulk: object; rows?: TrailChange[] }
    return Array.isArray(read)
      ? { rows: read, bulk: [] }
      : { rows: read.rows ?? [], bulk: Object.keys(read.bulk) }
  } catch {
    return { rows: [], bulk: [] }
  }
}

/** S7 A redaction of evidence, as the entry of its erasure says it. */
export interface Redaction {
  readonly sequence: number
  readonly before: string
  readonly after: string
}
/** Redactions by table and row, in the order in which they happened. */
export type Redactions = ReadonlyMap<string, readonly Redaction[]>

/**
 * S7 Every redaction that stands in the trail itself. A row of `redactions` alone explains nothing: whoever can edit the trail can
 * write one.
 */
export function listRedactions(store: ReadableStore): Redactions {
  const found = new Map<string, Redaction[]>()
  const entries = sqliteOf(store)
    .prepare<[], { sequence: number; changes: string }>(
      `select sequence, changes from audit_entries
       where exists (select 1 from redactions) and instr(changes, '"table":"redactions"') > 0 order by sequence`,
    )
    .iterate()
  for (const { sequence, changes } of entries) {
    for (const { table, after } of readTrail(changes).rows) {
      if (table !== 'redactions' || !after) continue
      const row = `${String(after['tableName'])} ${String(after['rowId'])}`
      const all = found.get(row) ?? []
      found.set(row, all)
      all.push({ sequence, before: String(after['digestBefore']), after: String(after['digestAfter']) })
    }
  }
  return found
}

/** S7 What the digest of a piece of evidence must be now, after everything that was taken from it; only later entries can say so. */
export function digestNow(
  redactions: Redactions,
  row: { readonly table: string; readonly id: string; readonly sequence: number },
  digest: string,
): string {
  let now = digest
  for (const { sequence, before, after } of redactions.get(`${row.table} ${row.id}`) ?? []) {
    if (sequence >= row.sequence && before === now) now = after
  }
  return now
}

type StoredEntry = AuditRow & { readonly hash: string }
/** Above this many faults it is no longer looked for pairs that were exchanged. */
const pairsAmong = 40

export interface WalkedAudit {
  /** How many entries hold before the first that does not. */
  readonly entries: number
  readonly broken: readonly BrokenEntry[]
}

/** S6 Walks the whole chain: every entry that is not what its hash says, or does not follow the one before. */
export function walkAudit(store: ReadableStore): WalkedAudit {
  const redactions = listRedactions(store)
  const broken: BrokenEntry[] = []
  const suspects: StoredEntry[] = []
  let before = { sequence: 0, hash: firstHash }
  let entries = 0
  for (const entry of eachAuditEntry(store)) {
    const { sequence, hash, previousHash } = entry
    const missing = sequence - before.sequence - 1
    const row = { table: 'audit_entries', id: String(sequence), sequence }
    if (missing > 0) broken.push({ sequence, code: 'audit_sequence_gap', count: missing })
    else if (previousHash !== before.hash) broken.push({ sequence, code: 'audit_chain_broken' })
    const holds = auditHash(entry) === digestNow(redactions, row, hash)
    if (!holds) {
      if (broken.at(-1)?.sequence !== sequence) broken.push({ sequence, code: 'audit_hash_wrong' })
      if (suspects.length < pairsAmong) suspects.push(entry)
    }
    if (broken.length === 0) entries += 1
    before = { sequence, hash }
  }
  return { entries, broken: nameSwapped(broken, suspects) }
}

/** Whether two entries stand in each other's place: with their hashes, or only with what they say. */
function areSwapped(one: StoredEntry, other: StoredEntry): boolean {
  const moved = (entry: StoredEntry, to: StoredEntry) =>
    auditHash({ ...entry, sequence: to.sequence }) === entry.hash
  if (moved(one, other) && moved(other, one)) return true
  const said = (place: StoredEntry, words: StoredEntry) =>
    auditHash({ ...words, sequence: place.sequence, previousHash: place.previousHash }) === place.hash
  const saidWith = (place: StoredEntry, words: StoredEntry) =>
    said(place, { ...words, contentDigest: place.contentDigest }) || said(place, words)
  return saidWith(one, other) && saidWith(other, one)
}

function nameSwapped(broken: readonly BrokenEntry[], suspects: readonly StoredEntry[]): BrokenEntry[] {
  let named = [...broken]
  suspects.forEach((one, i) => {
    const other = suspects.slice(i + 1).find((each) => areSwapped(one, each))
    if (!other) return
    const theirs = new Set([one, other].flatMap(({ sequence }) => [sequence, sequence + 1]))
    named = named.filter(({ sequence }) => !theirs.has(sequence))
    named.push({ sequence: one.sequence, code: 'audit_entries_swapped', other: other.sequence })
  })
  return named.sort((a, b) => a.sequence - b.sequence)
}
