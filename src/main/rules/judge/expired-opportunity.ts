import { reason } from '#shared/reasons.ts'
import {
  afterReopening,
  hasFallenDue,
  raise,
  type JudgeInput,
  type RaisedViolation,
} from './judged-opportunity.ts'

/** 过期销售机会: the expected purchase date has passed; one violation an opportunity and date. */
export const judgeExpiredOpportunity = (input: JudgeInput): RaisedViolation | undefined => {
  const { opportunityId, expectedPurchaseDate: expected } = input.facts
  if (expected === null || !hasFallenDue(afterReopening(expected, input.facts), input)) return undefined
  return raise(input, {
    kind: 'expired_opportunity',
    identity: `expired_opportunity:${opportunityId}:${expected}`,
    reasons: [reason('expired_opportunity', { expected })],
  })
}
