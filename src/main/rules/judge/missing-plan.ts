import { reason } from '#shared/reasons.ts'
import { hasFallenDue, raise, type JudgeInput, type RaisedViolation } from './judged-opportunity.ts'

/** 缺失未执行计划: an open opportunity without a plan; one violation an opportunity and date since when. */
export const judgeMissingPlan = (input: JudgeInput): RaisedViolation | undefined => {
  const { opportunityId, plan, planMissingSince: since } = input.facts
  if (plan !== null || since === null || !hasFallenDue(since, input)) return undefined
  return raise(input, {
    kind: 'missing_plan',
    identity: `missing_plan:${opportunityId}:${since}`,
    reasons: [reason('missing_plan', { since })],
  })
}
