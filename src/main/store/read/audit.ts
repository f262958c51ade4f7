import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'

export type AuditFilter = {
  readonly staffId: string | null
  readonly call: string | null
  readonly from: Instant | null
  /** The first moment after the span. */
  readonly until: Instant | null
}

interface StoredEntry {
  readonly sequence: number
  readonly at: Instant
  readonly clockSuspect: 0 | 1
  readonly staffId: string | null
  readonly staffName: string | null
  readonly call: string
  readonly reason: string | null
  readonly changes: string
}

const filtered = `from audit_entries a
  where (@staffId is null or a.staff_id = @staffId) and (@call is null or a.call = @call)
    and (@from is null or a.at >= @from) and (@until is null or a.at < @until)`

// The page is cut first: the changes of an entry can be long.
const page = preparedSql<StoredEntry, AuditFilter & { limit: number; offset: number }>(
  `with some as (select a.sequence ${filtered} order by a.sequence desc limit @limit offset @offset)
   select a.sequence, a.at, a.clock_suspect as clockSuspect, a.staff_id as staffId, s.name as staffName, a.call, a.reason,
     a.changes
   from some join audit_entries a on a.sequence = some.sequence left join staff s on s.staff_id = a.staff_id
   order by a.sequence desc`,
)
const count = preparedSql<{ n: number }, AuditFilter>(`select count(*) as n ${filtered}`)

/** Entries of the trail, newest first, and how many there are. */
export function listAudit(
  store: ReadableStore,
  filter: AuditFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
) {
  const rows = page(store).all({ ...filter, limit, offset })
  return {
    rows: rows.map((row) => ({ ...row, clockSuspect: row.clockSuspect === 1 })),
    total: count(store).get({ ...filter })?.n ?? 0,
  }
}

export interface AuditHead {
  readonly sequence: number
  readonly hash: string
}
const head = preparedSql<AuditHead, []>(
  'select sequence, hash from audit_entries order by sequence desc limit 1',
)
/** S6 Where the trail stands: kept outside the file as well, it tells whether a tail was cut off. Undefined before the first entry. */
export const auditHead = (store: ReadableStore): AuditHead | undefined => head(store).get()

const first = preparedSql<{ hash: string }, []>('select hash from audit_entries order by sequence limit 1')
/** The hash of the first entry: two files with the same one are of the same store (P4). Undefined before the first entry. */
export const firstEntryHash = (store: ReadableStore): string | undefined => first(store).get()?.hash

const restores = preparedSql<
  { sequence: number; at: Instant; call: string; reason: string | null; staffName: string | null },
  []
>(
  `select a.sequence, a.at, a.call, a.reason, s.name as staffName
   from audit_entries a left join staff s on s.staff_id = a.staff_id
   where a.call in ('backups.restore', 'backups.undoRestore', 'setup.restore') order by a.sequence desc limit 1`,
)
/** The last time that a backup took the place of this store. */
export const lastRestoreEntry = (store: ReadableStore) => restores(store).get()
