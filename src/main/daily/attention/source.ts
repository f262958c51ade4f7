import type { AttentionLine } from '#shared/contract/supervision.ts'
import type { Context } from '#main/calls/context.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import type { StaffRow } from '#main/store/rows.ts'
import type { CheckDate } from '../check-date.ts'

/** What one neighbourhood puts before the supervisor on a date, of the consultants on his sheet. */
export type AttentionSource = (
  store: ReadableStore,
  context: Context,
  date: CheckDate,
  staff: readonly StaffRow[],
) => AttentionLine[]

/** A line without a customer; give what differs. */
export const attentionOf = (
  staff: StaffRow,
  line: Pick<AttentionLine, 'kind' | 'on' | 'reasons'> & Partial<AttentionLine>,
): AttentionLine => ({
  staffId: staff.staffId,
  staffName: staff.name,
  customerId: null,
  customerName: null,
  refId: null,
  ...line,
})
