import type { HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { refuseField } from '#shared/errors.ts'
import { ladderOf } from '#main/rules/penalties/ladder.ts'
import { listLedger } from '#main/store/read/penalties.ts'
import { documentOf } from '#main/store/read/store.ts'
import { listConfirmed } from '#main/store/read/violations.ts'
import { assessOccasions, tellOccasion, totalOf } from './penalties-assess.ts'
import { approveOccasions, reverseEntries } from './penalties-ledger.ts'
import type { PreparedMonth } from './penalties-export.ts'
import { makeMonthSheet, tellEntry } from './penalties-sheet.ts'

/** From the confirmed violation to the ledger and its sheets (R-8.4 …, 考核). */
export const penalties: Omit<HandlersOf<'penalties'>, 'recompute'> = {
  preview: (store, { violationIds }, context) => {
    const occasions = assessOccasions(store, context, violationIds)
    return { entries: occasions.map((each) => tellOccasion(store, each)), totals: totalOf(occasions) }
  },

  waiting: (store, _input, context) => {
    const violationIds = listConfirmed(store, context.scope)
      .filter(
        ({ status, kind, policyVersion }) =>
          status === 'confirmed' && ladderOf(kind, documentOf(store, policyVersion)) !== null,
      )
      .map(({ violationId }) => violationId)
    const occasions = assessOccasions(store, context, violationIds)
    return {
      violationIds,
      entries: occasions.map((each) => tellOccasion(store, each)),
      totals: totalOf(occasions),
    }
  },

  approve: (store, { violationIds, reason }, context) => {
    if (reason) context.because(reason)
    const ids = approveOccasions(store, context, assessOccasions(store, context, violationIds))
    return { entryIds: ids, ids }
  },

  reverse: (store, { ids, reason, keepViolationIds = [] }, context) => {
    context.because(reason)
    const written = reverseEntries(store, context, ids, { why: reason, keep: keepViolationIds })
    return { entryIds: written, ids: written }
  },

  ledger: (store, input, { scope }) => {
    const page = readPage(input)
    if (input.from > input.until) refuseField('until', 'from_after_until')
    const { rows, total, totals } = listLedger(store, scope, input, page)
    return {
      ...pageOf(
        page,
        rows.map((row) => tellEntry(store, row)),
        total,
      ),
      totals,
    }
  },

  monthSheet: (store, input, { scope }) => makeMonthSheet(store, scope, input),

  /** The file was written before and gets its place when its trace stands. */
  exportMonth: (_store, { month, path }, { prepared, because }) => {
    const { rows } = prepared as PreparedMonth
    because(JSON.stringify({ what: 'penalty_month', form: 'file', detail: month, rows }))
    return { path, rows }
  },
}
