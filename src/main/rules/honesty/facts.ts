import type { HonestySign, Result } from '#shared/domain/codes.ts'
import type { Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'

/** What one consultant recorded on a date, and what was done to his customers, as far as asks. */
export interface HonestyDay {
  readonly on: BusinessDate
  /** Follow-ups that he recorded on the date. */
  readonly contacts: readonly RecordedContact[]
  /** First days of his leaves after the date, asked for or confirmed. */
  readonly leavesFrom: readonly BusinessDate[]
  /** Changes of name or phone, oldest first, of customers of his who ordered on the date. */
  readonly changes: readonly IdentityChange[]
  /** Visits of the date that were registered for him. */
  readonly visits: readonly RegisteredVisit[]
}

export interface RecordedContact {
  readonly customerId: string
  readonly recordedAt: Instant
  readonly result: Result
  readonly content: string
}

export interface IdentityChange {
  readonly customerId: string
  readonly field: 'name' | 'mobile'
  readonly before: string
  readonly after: string
  readonly changedOn: BusinessDate
  readonly changedAt: Instant
  readonly changedBy: string
  readonly orderedOn: BusinessDate
  /** When the order was recorded; null where nothing tells. */
  readonly orderedAt: Instant | null
}

export interface RegisteredVisit {
  readonly visitId: string
  readonly visitor: string | null
  /** Null where it is not known: that says nothing. */
  readonly registeredAt: Instant | null
}

/** A sign that somebody should look at records (诚信提示): never a violation by itself. */
export interface FoundSign {
  readonly sign: HonestySign
  /** The customer it is about, where it is about one; `customerIds` where it is about several. */
  readonly customerId: string | null
  readonly customerIds: readonly string[]
  readonly reasons: readonly Reason[]
}
