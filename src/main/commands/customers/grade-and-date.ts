import type { Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import {
  judgePostponement,
  postponementIdentity,
  type DateMove,
} from '#main/rules/judge/unrealistic-postponement.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { listChanges } from '#main/store/read/customers.ts'
import { hadEffectiveOn } from '#main/store/read/follow-ups.ts'
import type { OpportunityRow } from '#main/store/rows.ts'
import { addOpportunityChange } from '#main/store/write/customers.ts'
import { raiseViolations } from '#main/store/write/violations.ts'

/** Earlier moves of the purchase date, oldest first. */
export function listDateMoves(store: ReadableStore, opportunityId: string): DateMove[] {
  return listChanges(store, opportunityId).flatMap((change, order) =>
    change.expectedAfter && change.expectedAfter !== change.expectedBefore
      ? [{ on: change.changedOn, from: change.expectedBefore, to: change.expectedAfter, order }]
      : [],
  )
}

interface GradeAndDate {
  readonly grade: string
  readonly expectedPurchaseDate: BusinessDate | null
}

/**
 * Notes a change of grade or purchase date, and raises the suspicion that goes with an unrealistic postponement
 * against the owner. `suspicion` is what the act has judged already; otherwise it is judged here.
 */
export function changeGradeAndDate(
  store: WritableStore,
  context: Context,
  before: OpportunityRow,
  after: GradeAndDate,
  followUpId: string | null,
  suspicion?: readonly Reason[],
): void {
  const { today, now, policy, actor, newId } = context
  const { grade, expectedPurchaseDate: to } = after
  const from = before.expectedPurchaseDate
  if (grade === before.grade && to === from) return
  const suspected =
    suspicion ??
    (to && to !== from
      ? judgePostponement(
          {
            on: today,
            from,
            to,
            grade: before.grade,
            effectiveOnSameDay: hadEffectiveOn(store, before.opportunityId, today),
            earlierMoves: listDateMoves(store, before.opportunityId),
          },
          policy,
        )
      : [])
  const changeId = newId()
  addOpportunityChange(store, {
    changeId,
    opportunityId: before.opportunityId,
    changedOn: today,
    changedAt: now,
    staffId: actor.staffId,
    gradeBefore: before.grade,
    gradeAfter: grade,
    expectedBefore: from,
    expectedAfter: to,
    followUpId,
  })
  if (suspected.length > 0)
    raisePostponement(store, context, before, postponementIdentity(changeId), suspected)
}

/** Raises an unrealistic postponement against the owner, dated today. */
export function raisePostponement(
  store: WritableStore,
  context: Context,
  opportunity: OpportunityRow,
  identity: string,
  reasons: readonly Reason[],
): void {
  if (!opportunity.ownerId) return
  raiseViolations(
    store,
    { raisedAt: context.now, policyVersion: context.policyVersion, newId: context.newId },
    [
      {
        kind: 'unrealistic_postponement',
        identity,
        on: context.calendar.nextOpen(context.today),
        staffId: opportunity.ownerId,
        opportunityId: opportunity.opportunityId,
        customerId: opportunity.customerId,
        reasons,
      },
    ],
  )
}
