import { reason } from '#shared/reasons.ts'
import { hasFallenDue, raise, shielded, type JudgeInput, type RaisedViolation } from './judged-opportunity.ts'

/** 过期未执行: the plan's date has passed; one violation a plan. */
export const judgeOverdueFollowUp = (input: JudgeInput): RaisedViolation | undefined => {
  const { plan } = input.facts
  if (plan === null || !hasFallenDue(shielded(plan.dueOn, input.facts), input)) return undefined
  const { planId, dueOn } = plan
  const { anchorOn } = input.facts
  return raise(input, {
    kind: 'overdue_follow_up',
    identity: `overdue_follow_up:${planId}`,
    reasons: [reason('overdue_follow_up', { planId, dueOn, anchorOn })],
  })
}
