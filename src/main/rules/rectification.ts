import type { RectificationStatus } from '#shared/domain/codes.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import { addDays, type BusinessDate } from '#shared/time/business-date.ts'
import type { StoreCalendar } from '#shared/time/store-calendar.ts'

/** By when a rectification report 整改报告 is due that follows an entry approved on a date. */
export const reportDueOn = (
  approvedOn: BusinessDate,
  { thresholds }: Policy,
  calendar: StoreCalendar,
): BusinessDate => calendar.nextOpen(addDays(approvedOn, thresholds.reportDueDays))

/** Whether the person has to write: at first, and again after it was returned. */
const isToWrite = (status: RectificationStatus): boolean => status === 'due' || status === 'returned'

/** Whether a report is missing on a date: still to be written, and its date has passed. */
export const isReportMissing = (
  { status, dueOn }: { readonly status: RectificationStatus; readonly dueOn: BusinessDate },
  on: BusinessDate,
): boolean => isToWrite(status) && dueOn < on

/** Whether the person may write his report now; nothing is refused. A late one may still be written. */
export function checkReportWritten(
  status: RectificationStatus,
  { deadlineOn }: { readonly deadlineOn: BusinessDate },
  today: BusinessDate,
): Reason[] {
  if (!isToWrite(status)) return [reason('report_not_to_write')]
  return deadlineOn < today
    ? [reason('report_deadline_before_today', { field: 'deadlineOn', deadlineOn, today })]
    : []
}

/** Whether the manager may accept or return it: only what was written; a return says why. */
export function checkReportReviewed(
  status: RectificationStatus,
  { decision, note }: { readonly decision: 'accept' | 'return'; readonly note: string | null },
): Reason[] {
  if (status !== 'written') return [reason('report_not_to_review')]
  return decision === 'return' && note === null ? [reason('report_return_needs_note', { field: 'note' })] : []
}

/** Where a report stood at the end of a date that has passed, as far as its row still tells. */
export type StoodThen = 'missing' | 'to_review' | 'other'

/**
 * What a report was at the end of a date, out of its present row: `endsAt` is the first moment after the date.
 * The row keeps the last writing and the last review only: one that was returned and written again after the date counts
 * as not yet written on it.
 */
export function reportStoodOn(
  report: {
    readonly status: RectificationStatus
    readonly dueOn: BusinessDate
    readonly writtenAt: number | null
    readonly reviewedAt: number | null
  },
  on: BusinessDate,
  endsAt: number,
): StoodThen {
  const { status, dueOn, writtenAt, reviewedAt } = report
  if (status === 'dropped') return 'other'
  const written = writtenAt !== null && writtenAt < endsAt
  // A review that came before the last writing was the return of an earlier one.
  const reviewed = reviewedAt !== null && reviewedAt < endsAt && reviewedAt >= (writtenAt ?? 0)
  if (written && !reviewed) return 'to_review'
  if (written && status === 'accepted') return 'other'
  return dueOn < on ? 'missing' : 'other'
}
