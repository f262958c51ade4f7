import { createHash } from 'node:crypto'
import { desc, sql } from 'drizzle-orm'
import type { Instant } from '#shared/time/instant.ts'
import type { RowChange, WritableStore } from '../handle.ts'
import { prepared } from '../prepared.ts'
import { changesSoFar } from '../transaction.ts'
import { auditEntries } from '../schema/index.ts'

/** Above this many rows an entry keeps counts and a digest instead of every value: an import is one act. */
const rowsKeptInFull = 500
export const firstHash = '0'.repeat(64)

/** Never written into the trail: what proves an identity; and a frozen sheet, which stands beside its digest for good. */
const leftOut = new Set(['hash', 'tokenHash', 'snapshot'])

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
}

/** The hash that chains an entry to the one before. */
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
      ]),
    )
    .digest('hex')

const inTrail = (row: RowChange['before']) =>
  row && Object.fromEntries(Object.entries(row).map(([key, value]) => [key, leftOut.has(key) ? '…' : value]))

/** The changes of an act as text: every row in full, or for bulk acts the counts by table and one digest. */
export function describeChanges(changes: readonly RowChange[]): string {
  const rows = changes.map((change) => ({
    ...change,
    // A session's id is its secret; whose it is, is what tells who signed in.
    id: change.table === 'sessions' ? '…' : change.id,
    before: inTrail(change.before),
    after: inTrail(change.after),
  }))
  if (rows.length <= rowsKeptInFull) return JSON.stringify(rows)
  const digest = createHash('sha256')
  const counts: Record<string, { written: number; removed: number }> = {}
  for (const row of rows) {
    digest.update(JSON.stringify(row))
    const count = (counts[row.table] ??= { written: 0, removed: 0 })
    if (row.after) count.written += 1
    else count.removed += 1
  }
  return JSON.stringify({ bulk: counts, digest: digest.digest('hex') })
}

const lastEntry = prepared((db) =>
  db
    .select({ sequence: auditEntries.sequence, hash: auditEntries.hash })
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
    })
    .prepare(),
)

/** Appends the entry of an act, in the act's own transaction. */
export function appendAudit(store: WritableStore, facts: AuditFacts): number {
  const last = lastEntry(store).get()
  const entry: AuditRow = {
    ...facts,
    // SQLite keeps half a surrogate pair as another sign, and the hash would not fit what is read again.
    reason: facts.reason?.toWellFormed() ?? null,
    sequence: (last?.sequence ?? 0) + 1,
    changes: describeChanges(changesSoFar(store)),
    previousHash: last?.hash ?? firstHash,
  }
  append(store).run({ ...entry, hash: auditHash(entry) })
  return entry.sequence
}
