import { createHash } from 'node:crypto'
import { desc, sql } from 'drizzle-orm'
import type { Instant } from '#shared/time/instant.ts'
import type { RowChange, WritableStore } from '../handle.ts'
import { prepared } from '../prepared.ts'
import { changesSoFar } from '../transaction.ts'
import { auditEntries } from '../schema/index.ts'
import { contentAfter, replaceSums } from './content-sums.ts'

/** Above this many rows an entry keeps counts and a digest instead of every value: an import is one act. */
const rowsKeptInFull = 500
/** The changes of an act in bulk are digested in pieces of about so many characters. */
const digestedAtOnce = 65_536
export const firstHash = '0'.repeat(64)

/**
 * What stands in the trail for a value that is not written there, or was taken out of it by an erasure (S7): whoever compares
 * rows with the trail asks nothing of such a value.
 */
export const untold = '…'
/** Never written into the trail: a frozen sheet stands beside its digest for good, a token opens a session. */
const leftOut = new Set(['tokenHash', 'snapshot'])
/** What proves an identity: only its digest is written, so that one exchanged past the program is named (S6). */
const digested = new Set(['hash', 'pinHash'])
/** What explains a part of the trail itself is there in full, however much an act changes. */
const alwaysInFull = new Set(['redactions', 'erasures'])

export interface AuditFacts {
  readonly at: Instant
  readonly clockSuspect: boolean
  readonly staffId: string | null
  readonly call: string
  readonly reason: string | null
}

export interface AuditRow extends AuditFacts {
  readonly sequence: number
  readonly changes: string
  readonly previousHash: string
  /** Sum of the digests of all rows of the store after this act (S6); null in entries that are older than it. */
  readonly contentDigest: string | null
}

/** The hash that chains an entry to the one before, and to what the store held then (S6). */
export const auditHash = (entry: AuditRow): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        entry.previousHash,
        entry.sequence,
        entry.at,
        entry.clockSuspect,
        entry.staffId,
        entry.call,
        entry.reason,
        entry.changes,
        ...(entry.contentDigest === null ? [] : [entry.contentDigest]),
      ]),
    )
    .digest('hex')

export interface RedactionDigests {
  readonly digestBefore: string
  readonly digestAfter: string
}

/**
 * S7 What a row of `redactions` says of an entry from which an erasure takes text (`rowId` is its sequence). The entry keeps its
 * hash, which is the first digest; a second redaction of the same entry goes on from the digest after the first. The changes
 * stay JSON of the same shape: a value is replaced by `untold`, and so is an id that is a phone.
 */
export const redactedDigests = (
  present: AuditRow,
  redacted: Pick<AuditRow, 'changes' | 'reason'>,
): RedactionDigests => ({
  digestBefore: auditHash(present),
  digestAfter: auditHash({ ...present, changes: redacted.changes, reason: redacted.reason }),
})

/** SHA-256 of a frozen sheet, as it is signed. */
export const sheetDigest = (snapshot: string): string => createHash('sha256').update(snapshot).digest('hex')

/** S7 The same of a signed sheet (`rowId` is its date, a space and its signer), which keeps the digest under which it was signed. */
export const redactedSheetDigests = (present: string, redacted: string): RedactionDigests => ({
  digestBefore: sheetDigest(present),
  digestAfter: sheetDigest(redacted),
})

/** What the trail holds of a proof of identity. */
export const digestOfSecret = (secret: unknown): string =>
  `${untold}${createHash('sha256').update(String(secret)).digest('hex').slice(0, 24)}`

function inTrail(row: RowChange['before']): RowChange['before'] {
  if (!row) return row
  let told: Record<string, unknown> | undefined
  for (const key in row) {
    const value = row[key]
    if (leftOut.has(key)) (told ??= { ...row })[key] = untold
    else if (digested.has(key) && value !== null) (told ??= { ...row })[key] = digestOfSecret(value)
  }
  return told ?? row
}

/** S7 An act that erases says which fields it emptied, and not what they held. */
const namesOnly = (row: RowChange['before']): RowChange['before'] =>
  row && Object.fromEntries(Object.keys(row).map((key) => [key, untold]))

/** Rows whose key tells a secret: of a session the token, and of what is erased the phone. */
const hidesId = ({ table }: RowChange, erases: boolean): boolean =>
  table === 'sessions' || (erases && table === 'customer_phones')

/** The changes of an act as text: every row in full, or for bulk acts the counts by table and one digest. */
export function describeChanges(changes: readonly RowChange[]): string {
  const erases = changes.some(({ table, after }) => table === 'erasures' && after !== null)
  const tell = (change: RowChange): RowChange => ({
    ...change,
    id: hidesId(change, erases) ? untold : change.id,
    before: erases ? namesOnly(change.before) : inTrail(change.before),
    after: inTrail(change.after),
  })
  if (changes.length <= rowsKeptInFull) return JSON.stringify(changes.map(tell))
  const digest = createHash('sha256')
  const counts: Record<string, { written: number; removed: number }> = {}
  const kept: RowChange[] = []
  let text = ''
  for (const change of changes) {
    const row = tell(change)
    // In pieces: to hand over half a million short texts takes longer than to digest them.
    text += JSON.stringify(row)
    if (text.length >= digestedAtOnce) {
      digest.update(text)
      text = ''
    }
    const count = (counts[row.table] ??= { written: 0, removed: 0 })
    if (row.after) count.written += 1
    else count.removed += 1
    if (alwaysInFull.has(row.table)) kept.push(row)
  }
  digest.update(text)
  return JSON.stringify({
    bulk: counts,
    digest: digest.digest('hex'),
    ...(kept.length > 0 ? { rows: kept } : {}),
  })
}

const lastEntry = prepared((db) =>
  db
    .select({
      sequence: auditEntries.sequence,
      hash: auditEntries.hash,
      contentDigest: auditEntries.contentDigest,
    })
    .from(auditEntries)
    .orderBy(desc(auditEntries.sequence))
    .limit(1)
    .prepare(),
)
const append = prepared((db) =>
  db
    .insert(auditEntries)
    .values({
      sequence: sql.placeholder('sequence'),
      at: sql.placeholder('at'),
      clockSuspect: sql.placeholder('clockSuspect'),
      staffId: sql.placeholder('staffId'),
      call: sql.placeholder('call'),
      changes: sql.placeholder('changes'),
      reason: sql.placeholder('reason'),
      previousHash: sql.placeholder('previousHash'),
      hash: sql.placeholder('hash'),
      contentDigest: sql.placeholder('contentDigest'),
    })
    .prepare(),
)

/**
 * Appends the entry of an act, in the act's own transaction. What the store holds is carried on from the entry before, and not
 * from the sums beside it: a row changed past the program stays a difference, whatever is written afterwards.
 */
export function appendAudit(store: WritableStore, facts: AuditFacts): number {
  const last = lastEntry(store).get()
  return appendEntry(store, facts, last, contentAfter(store, last))
}

/** Appends the entry of the act that counted the whole content, just now and in its transaction. */
export const appendCounted = (
  store: WritableStore,
  facts: AuditFacts,
  counted: Parameters<typeof replaceSums>[1],
): number => {
  const contentDigest = replaceSums(store, counted)
  return appendEntry(store, facts, lastEntry(store).get(), contentDigest)
}

function appendEntry(
  store: WritableStore,
  facts: AuditFacts,
  last: { readonly sequence: number; readonly hash: string } | undefined,
  contentDigest: string | null,
): number {
  const entry: AuditRow = {
    ...facts,
    // SQLite keeps half a surrogate pair as another sign, and the hash would not fit what is read again.
    reason: facts.reason?.toWellFormed() ?? null,
    sequence: (last?.sequence ?? 0) + 1,
    changes: describeChanges(changesSoFar(store)),
    previousHash: last?.hash ?? firstHash,
    contentDigest,
  }
  append(store).run({ ...entry, hash: auditHash(entry) })
  return entry.sequence
}
