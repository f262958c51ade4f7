import { reason } from '#shared/reasons.ts'
import { hasFallenDue, raise, shielded, type JudgeInput, type RaisedViolation } from './judged-opportunity.ts'

/**
 * R-8.1 过期未执行: the plan's date has passed; one violation a plan. R-7.3: one that fell due anew at a transfer can be raised
 * once more, against the new owner.
 */
export const judgeOverdueFollowUp = (input: JudgeInput): RaisedViolation | undefined => {
  const { plan } = input.facts
  if (plan === null || !hasFallenDue(shielded(plan.dueOn, input.facts), input)) return undefined
  const { planId, dueOn, dueAnewOn } = plan
  const { anchorOn } = input.facts
  return raise(input, {
    kind: 'overdue_follow_up',
    identity: `overdue_follow_up:${planId}${dueAnewOn ? `:${dueAnewOn}` : ''}`,
    reasons: [reason('overdue_follow_up', { planId, dueOn, anchorOn })],
  })
}
