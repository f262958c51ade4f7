import type { BusinessDate } from '#shared/time/business-date.ts'
import type { RowOf } from '../../api/use-pages.ts'

export type AuditEntry = RowOf<'audit.list'>

/** What the list is narrowed to. */
export interface AuditSearch {
  readonly staffId?: string
  readonly from?: BusinessDate
  readonly until?: BusinessDate
}
