import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'

/** Who signed the check of a date, and when; the sheet itself is read apart, because it is large. */
export interface SignatureRow {
  readonly on: BusinessDate
  readonly signedBy: string
  readonly signerName: string
  readonly signedAt: Instant
  readonly note: string | null
  readonly digest: string
}

const between = preparedSql<SignatureRow, { from: string; until: string }>(
  `select c."on", c.signed_by as signedBy, s.name as signerName, c.signed_at as signedAt, c.note, c.digest
   from signed_checks c join staff s on s.staff_id = c.signed_by
   where c."on" between @from and @until order by c."on", c.signed_at`,
)
/** Signatures of the dates from the first to the last, oldest first. */
export const listSignatures = (
  store: ReadableStore,
  from: BusinessDate,
  until: BusinessDate,
): SignatureRow[] => between(store).all({ from, until })

const head = preparedSql<{ sequence: number | null; hash: string | null }, { on: string; signedBy: string }>(
  'select audit_sequence as sequence, audit_hash as hash from signed_checks where "on" = @on and signed_by = @signedBy',
)
const digitsOnPaper = 12
/** S6 Where the trail stood when a check was signed, as it is printed; null for a sheet that is older than this. */
export function trailCodeOf(store: ReadableStore, on: BusinessDate, signedBy: string): string | null {
  const found = head(store).get({ on, signedBy })
  if (!found?.hash || found.sequence === null) return null
  return `${found.sequence}-${found.hash.slice(0, digitsOnPaper)}`
}

const sheet = preparedSql<{ snapshot: string }, { on: string; signedBy: string }>(
  'select snapshot from signed_checks where "on" = @on and signed_by = @signedBy',
)
/** The text that a signature froze. */
export const findSnapshot = (store: ReadableStore, on: BusinessDate, signedBy: string): string | undefined =>
  sheet(store).get({ on, signedBy })?.snapshot
