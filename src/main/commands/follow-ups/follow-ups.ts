import { refuse } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import type { HandlersOf } from '#main/calls/context.ts'
import { checkAllowBeyondLimit, checkPlanMove } from '#main/rules/check-plan.ts'
import { limitOf } from '#main/rules/follow-up-limit.ts'
import { suspectAllowedPlan } from '#main/rules/judge/unrealistic-postponement.ts'
import { callPlansOf } from '#main/store/read/appointments.ts'
import { findPlan, listOpenPlans } from '#main/store/read/follow-ups.ts'
import { changePlan } from '#main/store/write/follow-ups.ts'
import { execute } from './execute-follow-up.ts'
import { raisePostponement } from '#main/commands/customers/grade-and-date.ts'
import { makePlan } from '#main/commands/customers/make-opportunity.ts'
import { followAppointment } from '#main/commands/appointments/appointment-plans.ts'
import { callChannelFor, requireOpenChannel } from '#main/commands/privacy/channels.ts'
import { recordForAnother } from './record-for-another.ts'
import { getOpportunity, getPlan } from '#main/commands/subjects.ts'

/** Follow-ups: executing them, moving plans, and a manager's permission. */
export const followUps: HandlersOf<'followUps'> = {
  execute,
  recordForAnother,

  move: (store, { planId, on, reason: why = '' }, context) => {
    const { plan, opportunity } = getPlan(store, context, planId)
    const to = { on, from: opportunity.anchorOn, limit: opportunity.limitOn, reason: why }
    const refusals = checkPlanMove(plan, to, context.calendar, context.today)
    if (refusals.length > 0) refuse('RULE_REFUSED', { reasons: refusals })
    context.because(why)
    const stillBeyond = plan.beyondLimitReason !== null && on > opportunity.limitOn
    const moved = changePlan(store, planId, {
      dueOn: on,
      beyondLimitReason: stillBeyond ? plan.beyondLimitReason : null,
    })
    followAppointment(store, context, moved)
    return { planId, on }
  },

  allowBeyondLimit: (store, { opportunityId, on, reason: why, plan: details }, context) => {
    const opportunity = getOpportunity(store, context, opportunityId)
    const { policy, calendar, today } = context
    if (opportunity.status !== 'open') {
      refuse('RULE_REFUSED', { reasons: [reason('opportunity_not_open', { status: opportunity.status })] })
    }
    // The calls of an appointment have their dates from it: what is allowed is the visit itself.
    const calls = callPlansOf(store, opportunity.customerId)
    const plan = listOpenPlans(store, opportunityId).find(({ planId }) => !calls.has(planId))
    const { limit } = limitOf(opportunity, policy)
    const refusals = checkAllowBeyondLimit(
      plan ?? null,
      { on, from: opportunity.anchorOn, limit, reason: why },
      calendar,
      today,
    )
    if (refusals.length > 0) refuse('RULE_REFUSED', { reasons: refusals })
    if (details?.channel)
      requireOpenChannel(store, {
        customerId: opportunity.customerId,
        channel: details.channel,
        field: 'plan.channel',
      })
    context.because(why)
    const planId = plan
      ? changePlan(store, plan.planId, {
          dueOn: on,
          beyondLimitReason: why,
          ...(details?.channel ? { channel: details.channel } : {}),
          ...(details?.purpose === undefined ? {} : { purpose: details.purpose }),
          ...(details?.time === undefined ? {} : { dueTime: details.time }),
        }).planId
      : makePlan(store, context, opportunity, {
          channel: callChannelFor(store, opportunity.customerId),
          purpose: '',
          ...details,
          on,
          beyondLimitReason: why,
        })
    const changed = plan && findPlan(store, planId)
    if (changed) followAppointment(store, context, changed)
    raisePostponement(
      store,
      context,
      opportunity,
      `unrealistic_postponement:plan:${planId}:${on}`,
      suspectAllowedPlan({ on, limit }),
    )
    return { planId }
  },
}
