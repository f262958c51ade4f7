import { can, inScope } from '#shared/access/can.ts'
import type { RectificationRow } from '#shared/contract/penalties.ts'
import { refuse, refuseByRule } from '#shared/errors.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { checkReportReviewed, checkReportWritten, isReportMissing } from '#main/rules/rectification.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import {
  findRectification,
  listRectifications,
  violationsOfOccasion,
  type ListedRectification,
} from '#main/store/read/rectifications.ts'
import { changeRectification } from '#main/store/write/rectifications.ts'
import { requireVersion } from '#main/commands/subjects.ts'

/** A report of the asker's scope; somebody else's is answered as if it were not there. */
function getReport(store: ReadableStore, { scope }: Context, rectificationId: string): ListedRectification {
  const row = findRectification(store, rectificationId)
  if (!row || !inScope(scope, row.staffId))
    return refuse('NOT_FOUND', { what: 'rectification', id: rectificationId })
  return row
}

function told(store: ReadableStore, context: Context, row: ListedRectification): RectificationRow {
  const { actor, today } = context
  const writes = can(actor, 'rectification.write')
  const reviews = can(actor, 'rectification.review')
  return {
    ...row,
    missing: isReportMissing(row, today),
    violations: violationsOfOccasion(store, row),
    abilities: {
      write:
        writes.yes &&
        inScope(writes.scope, row.staffId) &&
        checkReportWritten(row.status, { deadlineOn: today }, today).length === 0,
      review: reviews.yes && inScope(reviews.scope, row.staffId) && row.status === 'written',
    },
  }
}

/** Rectification reports 整改报告: written by the person, reviewed by his manager. */
export const rectifications: HandlersOf<'rectifications'> = {
  list: (store, input, context) => {
    const page = readPage(input)
    const { rows, total } = listRectifications(store, context.scope, input ?? {}, page)
    return pageOf(
      page,
      rows.map((row) => told(store, context, row)),
      total,
    )
  },

  get: (store, { rectificationId }, context) =>
    told(store, context, getReport(store, context, rectificationId)),

  write: (store, { rectificationId, version, cause, measures, deadlineOn }, context) => {
    const { today, now } = context
    const report = getReport(store, context, rectificationId)
    requireVersion(report, version)
    const refusals = checkReportWritten(report.status, { deadlineOn }, today)
    if (refusals.length > 0) refuseByRule(...refusals)
    changeRectification(store, report, { status: 'written', cause, measures, deadlineOn, writtenAt: now })
    return null
  },

  /** What was written stays when it is returned: the person goes on from it. */
  review: (store, { rectificationId, version, decision, note }, context) => {
    const { actor, now, because } = context
    const report = getReport(store, context, rectificationId)
    requireVersion(report, version)
    const reviewNote = note?.trim() ? note : null
    const refusals = checkReportReviewed(report.status, { decision, note: reviewNote })
    if (refusals.length > 0) refuseByRule(...refusals)
    if (reviewNote) because(reviewNote)
    changeRectification(store, report, {
      status: decision === 'accept' ? 'accepted' : 'returned',
      reviewedAt: now,
      reviewedBy: actor.staffId,
      reviewNote,
    })
    return null
  },
}
