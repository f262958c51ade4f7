import type { AttentionLine } from '#shared/contract/supervision.ts'
import { reason } from '#shared/reasons.ts'
import { listStandingLeaves } from '#main/store/read/leaves.ts'
import { attentionOf, type AttentionSource } from './source.ts'

/** Who is away on the date, and leaves that nobody has confirmed although they begin on the next open date or have begun. */
export const leavesAttention: AttentionSource = (store, { calendar }, { on }, staff) =>
  staff.flatMap((each) =>
    listStandingLeaves(store, each.staffId).flatMap((leave): AttentionLine[] => {
      const { leaveId: refId, fromOn: from, untilOn: until, kind: leaveKind, requestedOn } = leave
      const known = requestedOn === null || requestedOn <= on
      if (!known || until < on || from > calendar.firstOpenAfter(on)) return []
      if (leave.confirmedAt === null) {
        const why = reason('leave_unconfirmed', { leaveKind, from, until })
        return [attentionOf(each, { kind: 'leave_unconfirmed', refId, on: from, reasons: [why] })]
      }
      if (from > on) return []
      const why = reason('on_leave', { leaveKind, from, until })
      return [attentionOf(each, { kind: 'on_leave', refId, on: from, reasons: [why] })]
    }),
  )
