import { reason } from '#shared/reasons.ts'
import { reportStoodOn, type StoodThen } from '#main/rules/rectification.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import {
  listMissingReports,
  listReportsSettledSince,
  listReportsToReview,
} from '#main/store/read/rectifications.ts'
import { listProposedSuspensions, listSuspensionsBetween } from '#main/store/read/suspensions.ts'
import type { CheckDate } from '../check-date.ts'
import { attentionOf, type AttentionSource } from './source.ts'

/** The reports that may have stood on the date; those settled since are asked only of a date that has passed. */
function reportsOf(store: ReadableStore, { on, endsAt, book }: CheckDate) {
  const now = [...listMissingReports(store, on), ...listReportsToReview(store)]
  if (book === 'today') return now
  const since = listReportsSettledSince(store, endsAt)
  return [...new Map([...now, ...since].map((row) => [row.rectificationId, row])).values()]
}

const kinds = { missing: 'report_missing', to_review: 'report_to_review' } as const
const isAttention = (stood: StoodThen): stood is keyof typeof kinds => stood !== 'other'

/**
 * Reports that are missing or wait for a review, proposals of suspension for study that wait for the
 * director, and who is suspended. Of a date that has passed they are what they were at its end, as far as the rows tell
 * (see `reportStoodOn`); what was dropped with its penalty since is not shown any more.
 */
export const reportsAttention: AttentionSource = (store, _context, date, staff) => {
  const { on, endsAt } = date
  const people = new Map(staff.map((each) => [each.staffId, each]))
  const reports = reportsOf(store, date).flatMap((report) => {
    const person = people.get(report.staffId)
    const stood = reportStoodOn(report, on, endsAt)
    if (!person || !isAttention(stood)) return []
    const why = reason(kinds[stood], { on: report.on, dueOn: report.dueOn })
    return [
      attentionOf(person, {
        kind: kinds[stood],
        on: report.dueOn,
        refId: report.rectificationId,
        reasons: [why],
      }),
    ]
  })
  const proposals = listProposedSuspensions(store, on, endsAt).flatMap((row) => {
    const person = people.get(row.staffId)
    const why = reason('suspension_proposed', { on: row.on, occasion: row.occasion })
    return person
      ? [
          attentionOf(person, {
            kind: 'suspension_proposed',
            on: row.proposedOn,
            refId: row.suspensionId,
            reasons: [why],
          }),
        ]
      : []
  })
  const suspended = listSuspensionsBetween(store, on, on).flatMap(
    ({ staffId, suspensionId, from, until }) => {
      const person = people.get(staffId)
      const why = reason('suspended_for_study', { until })
      return person
        ? [attentionOf(person, { kind: 'suspended', on: from, refId: suspensionId, reasons: [why] })]
        : []
    },
  )
  return [...reports, ...proposals, ...suspended]
}
