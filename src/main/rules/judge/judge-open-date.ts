import type { Policy } from '#shared/policy/policy.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { StoreCalendar } from '#shared/time/store-calendar.ts'
import { judgeExpiredOpportunity } from './expired-opportunity.ts'
import { judgeFrequencyBreach } from './frequency-breach.ts'
import type { AlreadyRaised, JudgedOpportunity, JudgeInput, RaisedViolation } from './judged-opportunity.ts'
import { judgeMissingPlan } from './missing-plan.ts'
import { judgeOverdueFollowUp } from './overdue-follow-up.ts'

/** Everything that stands against one opportunity on the date of the roll and is new. */
export const judgeOpportunity = (input: JudgeInput, already: AlreadyRaised): RaisedViolation[] => {
  const { facts } = input
  // A loss that waits, and everything that ended, needs no plan and raises nothing.
  if (facts.status !== 'open') return []
  const overdue = judgeOverdueFollowUp(input)
  const found = [overdue, judgeExpiredOpportunity(input)]
  const episodeIsRaised =
    overdue !== undefined || already.overdueInEpisode(facts.opportunityId, facts.anchorOn)
  if (!episodeIsRaised) found.push(judgeMissingPlan(input), judgeFrequencyBreach(input))
  return found.filter((each) => each !== undefined).filter(({ identity }) => !already.has(identity))
}

/**
 * 每日检查: the roll of one open date. It judges as of the end of the day before and raises each fault
 * once, dated with the roll; the order of the opportunities does not matter.
 */
export const judgeOpenDate = (
  opportunities: Iterable<JudgedOpportunity>,
  already: AlreadyRaised,
  policy: Policy,
  calendar: StoreCalendar,
  on: BusinessDate,
): RaisedViolation[] => {
  const raised: RaisedViolation[] = []
  for (const facts of opportunities) {
    raised.push(...judgeOpportunity({ facts, policy, calendar, on }, already))
  }
  return raised
}
