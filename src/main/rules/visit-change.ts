import { reason, type Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'

/** Who wants to change the facts of a line, and when. */
export interface VisitChange {
  readonly visitedOn: BusinessDate
  /** The desk has signed a day of which the line is part. */
  readonly signed: boolean
  /** A manager or director. */
  readonly supervises: boolean
  readonly reason: string | undefined
}

/**
 * A line is completed on its day by its consultant or the desk (当日下班前填写完成), afterwards by a manager with a reason, and by nobody
 * once the desk has signed the day: then only its card may come.
 */
export function checkVisitChange(change: VisitChange, today: BusinessDate): Reason[] {
  if (change.signed) return [reason('register_day_closed', { on: change.visitedOn })]
  if (change.visitedOn >= today) return []
  if (!change.supervises) return [reason('visit_day_over', { on: change.visitedOn })]
  return change.reason?.trim() ? [] : [reason('reason_required', { field: 'reason' })]
}
