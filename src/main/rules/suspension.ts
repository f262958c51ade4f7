import type { SuspensionStatus } from '#shared/domain/codes.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'

export interface SuspensionDecision {
  readonly decision: 'suspend' | 'lower'
  readonly from: BusinessDate | null
  readonly until: BusinessDate | null
  readonly note: string | null
}

/**
 * Whether a proposal of suspension for study 待岗学习 may be decided so: from a date that has not passed to one not
 * before it, or lowered to the report with a reason.
 */
export function checkSuspensionDecision(
  status: SuspensionStatus,
  { decision, from, until, note }: SuspensionDecision,
  today: BusinessDate,
): Reason[] {
  if (status !== 'proposed') return [reason('suspension_not_proposed')]
  if (decision === 'lower')
    return note === null ? [reason('suspension_lowered_needs_note', { field: 'note' })] : []
  const found: Reason[] = []
  if (from === null) found.push(reason('suspension_date_required', { field: 'from' }))
  if (until === null) found.push(reason('suspension_date_required', { field: 'until' }))
  if (from !== null && from < today)
    found.push(reason('suspension_before_today', { field: 'from', from, today }))
  if (from !== null && until !== null && until < from)
    found.push(reason('suspension_ends_before', { field: 'until', from, until }))
  return found
}
