import { can, inScope } from '#shared/access/can.ts'
import { refuse } from '#shared/errors.ts'
import { texts } from '#shared/text/index.ts'
import { latest } from '#shared/time/business-date.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { limitOf } from '#main/rules/follow-up-limit.ts'
import { checkLossDecision, planAfterRefusedLoss } from '#main/rules/opportunity-end.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { listOpenPlans } from '#main/store/read/follow-ups.ts'
import { findWaitingLoss, listWaitingLosses } from '#main/store/read/losses.ts'
import type { OpportunityRow } from '#main/store/rows.ts'
import { changeOpportunity } from '#main/store/write/customers.ts'
import { endPlan } from '#main/store/write/follow-ups.ts'
import { decideLoss } from '#main/store/write/losses.ts'
import { callChannelFor } from '#main/commands/privacy/channels.ts'
import { makePlan } from '#main/commands/customers/make-opportunity.ts'
import { getOpportunity, workCalendarOf } from '#main/commands/subjects.ts'

/** Decides on a waiting loss of the asker's reach, and drops whatever plan is left. Refuses where none waits. */
function decide(
  store: WritableStore,
  context: Context,
  { opportunityId, reason }: { readonly opportunityId: string; readonly reason?: string | undefined },
  decision: 'approved' | 'refused',
): OpportunityRow {
  const { actor, now, today, because } = context
  const opportunity = getOpportunity(store, context, opportunityId)
  const refusals = checkLossDecision(opportunity.status)
  if (refusals.length > 0) refuse('RULE_REFUSED', { reasons: refusals })
  const loss = findWaitingLoss(store, opportunityId)
  if (!loss) throw new Error(`opportunity ${opportunityId} waits without an application`)
  const decisionReason = reason?.trim() ? reason : null
  if (decisionReason) because(decisionReason)
  decideLoss(store, loss.lossId, { decision, decidedAt: now, decidedBy: actor.staffId, decisionReason })
  for (const plan of listOpenPlans(store, opportunityId))
    endPlan(store, plan.planId, { status: 'dropped', endedOn: today })
  return opportunity
}

export const losses: HandlersOf<'losses'> = {
  list: (store, input, { scope, actor }) => {
    const page = readPage(input)
    const { rows, total } = listWaitingLosses(store, scope, page)
    const decides = can(actor, 'loss.decide')
    const told = rows.map((row) => ({
      ...row,
      mayDecide: decides.yes && inScope(decides.scope, row.ownerId),
    }))
    return pageOf(page, told, total)
  },

  approve: (store, input, context) => {
    const opportunity = decide(store, context, input, 'approved')
    changeOpportunity(store, opportunity, { status: 'lost', endedOn: context.today, planMissingSince: null })
    return null
  },

  /**
   * Refused, the opportunity reopens with a plan for its owner's next working day. Its limit is not before
   * that day, so that nothing is raised for the days it waited.
   */
  refuse: (store, input, context) => {
    const { today, policy, store: file } = context
    const opportunity = decide(store, context, input, 'refused')
    const { on } = planAfterRefusedLoss(workCalendarOf(store, context, opportunity.ownerId), today)
    const { limit } = limitOf(opportunity, policy)
    changeOpportunity(store, opportunity, {
      status: 'open',
      limitOn: latest(limit, on),
      planMissingSince: null,
    })
    const purpose = texts[file.locale === 'en' ? 'en' : 'zh-CN'].records.planAfterRefusedLoss
    const planId = makePlan(store, context, opportunity, {
      on,
      channel: callChannelFor(store, opportunity.customerId),
      purpose,
    })
    return { planId, on }
  },
}
