import { reason, type Reason } from '#shared/reasons.ts'
import { limitOf } from '../follow-up-limit.ts'
import {
  hasFallenDue,
  judgedLimit,
  raise,
  type JudgeInput,
  type RaisedViolation,
} from './judged-opportunity.ts'

/** A limit that had passed before a change of the policy stays, though the policy now would give a later one. */
const limitReasons = ({ facts, policy }: JudgeInput): readonly Reason[] => {
  const now = limitOf(facts, policy)
  const { limitOn } = facts
  return limitOn && limitOn < now.limit ? [reason('limit_by_former_policy', { limitOn })] : now.reasons
}

/** 未按要求频次跟踪: the limit has passed without a contact; one violation an opportunity and anchor. */
export const judgeFrequencyBreach = (input: JudgeInput): RaisedViolation | undefined => {
  const { facts, policy, calendar } = input
  const limit = judgedLimit(facts, policy)
  if (!hasFallenDue(limit, input)) return undefined
  const { opportunityId, anchorOn, grade } = facts
  const judgedOn = calendar.nextOpen(limit)
  const moved = judgedOn === limit ? [] : [reason('limit_on_closed_date', { limit, judgedOn })]
  return raise(input, {
    kind: 'frequency_breach',
    identity: `frequency_breach:${opportunityId}:${anchorOn}`,
    reasons: [reason('frequency_breach', { anchorOn, limit, grade }), ...limitReasons(input), ...moved],
  })
}
