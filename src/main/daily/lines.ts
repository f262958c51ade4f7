import { inScope } from '#shared/access/can.ts'
import type { Figure } from '#shared/domain/codes.ts'
import { maskName } from '#shared/domain/mask-name.ts'
import type { CheckLine } from '#shared/contract/supervision.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import { addDays } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import { figuresOfOpportunity, figuresOfPlan } from '#main/rules/daily-figures.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { listFigure, type LineRow } from '#main/store/read/figure-lines.ts'
import type { StaffRow } from '#main/store/rows.ts'
import { checkOf, type CheckDate } from './check-date.ts'

/** Why an opportunity or a plan counts in a figure, from the rules themselves. */
function judgedReasons(
  row: LineRow,
  figure: Figure,
  staffId: string,
  { calendar }: Context,
  { policy, on }: CheckDate,
): readonly Reason[] {
  const { anchorOn, answerableFrom, ownerSinceOn, createdOn } = row
  const found =
    anchorOn === null || answerableFrom === null || ownerSinceOn === null || createdOn === null
      ? figuresOfPlan({ dueOn: row.on, executedOn: row.executedOn }, calendar, on)
      : figuresOfOpportunity(
          {
            opportunityId: row.opportunityId ?? '',
            customerId: row.customerId ?? '',
            ownerId: staffId,
            status: 'open',
            grade: row.grade ?? '',
            anchorOn,
            attemptsSinceReached: row.attempts ?? 0,
            lastAttemptOn: row.lastAttemptOn,
            expectedPurchaseDate: row.expected,
            plan:
              row.planMissingSince === null
                ? { planId: '', dueOn: row.allowedUntil ?? on, allowedBeyondLimit: row.allowedUntil !== null }
                : null,
            planMissingSince: row.planMissingSince,
            answerableFrom,
            limitOn: row.limitOn,
            ownership: {
              lastEffectiveOn: row.lastEffectiveOn,
              ownerSince: ownerSinceOn,
              openedOn: createdOn,
            },
          },
          calendar,
          policy,
          on,
        )
  return found.find((each) => each.figure === figure)?.reasons ?? []
}

function reasonsOf(
  row: LineRow,
  figure: Figure,
  staffId: string,
  context: Context,
  date: CheckDate,
): readonly Reason[] {
  switch (figure) {
    case 'uncardedVisits':
      return [reason('uncarded_visit', { visitedOn: row.on })]
    case 'unanswered':
      return [reason('instruction_unanswered', { givenOn: row.on, text: row.text ?? '' })]
    case 'lateRecorded':
      return [
        reason('follow_up_late_recorded', { contactedOn: row.on, recordedOn: row.recordedOn ?? date.on }),
      ]
    default:
      return judgedReasons(row, figure, staffId, context, date)
  }
}

const lineOf = (
  row: LineRow,
  figure: Figure,
  staff: StaffRow,
  context: Context,
  date: CheckDate,
): CheckLine => ({
  figure,
  staffId: staff.staffId,
  staffName: staff.name,
  customerId: row.customerId,
  customerName: row.customerName,
  opportunityId: row.opportunityId,
  planId: row.planId,
  followUpId: row.followUpId,
  visitId: row.visitId,
  model: row.model,
  grade: row.grade,
  // A dormant customer's row says since when he was protected; the line, since when he is dormant.
  on: figure === 'dormant' ? addDays(row.on, date.policy.thresholds.dormantAfterDays + 1) : row.on,
  limit: row.limitOn,
  expectedPurchaseDate: row.expected,
  lastContactOn: row.lastContactOn,
  lastContent: row.lastContent,
  reasons: [...reasonsOf(row, figure, staff.staffId, context, date)],
})

/**
 * A contact with somebody else's customer, as whoever made it, and his supervisor, may know it: what was said,
 * and of the customer no more than his first letter.
 */
const ofAnother = (row: LineRow): LineRow => ({
  ...row,
  customerId: null,
  customerName: row.customerName && maskName(row.customerName),
  opportunityId: null,
  model: null,
  grade: null,
  expected: null,
  lastContactOn: null,
})

/** The lines behind one figure of one consultant. */
export function listLines(
  store: ReadableStore,
  context: Context,
  date: CheckDate,
  { figure, staff }: { readonly figure: Figure; readonly staff: StaffRow },
  page: { readonly limit: number; readonly offset: number },
): CheckLine[] {
  const rows = listFigure(store, date.book, figure, checkOf(store, context, date, staff), page)
  const isAnothers = (row: LineRow) => figure === 'lateRecorded' && !inScope(context.scope, row.ownerId)
  return rows.map((row) => lineOf(isAnothers(row) ? ofAnother(row) : row, figure, staff, context, date))
}
