import { judgeOpenDate } from '#main/rules/judge/judge-open-date.ts'
import type { AlreadyRaised, JudgedOpportunity } from '#main/rules/judge/judged-opportunity.ts'
import { shieldsOf } from '#main/rules/leave-shield.ts'
import { raise, rollMinute, type Day, type Deal, type World } from './world.ts'

/** A deal as the day roll looks at it. */
function factsOf({ row, plan, reopened, consultant }: Deal): JudgedOpportunity {
  const { ownerId, limitOn, ...facts } = row
  return {
    ...facts,
    ownerId: ownerId ?? consultant.staffId,
    plan: plan && {
      planId: plan.planId,
      dueOn: plan.dueOn,
      allowedBeyondLimit: plan.beyondLimitReason !== null,
    },
    limitOn,
    shields: shieldsOf(consultant.calendar),
    reopened,
  }
}

/** The roll of a date, over what fell due before it. */
export function rollDay(world: World, day: Day): void {
  const { policy, calendar } = world
  const due: JudgedOpportunity[] = []
  for (const deal of world.open) {
    const { row, plan } = deal
    const expected = row.expectedPurchaseDate
    const mayBeAtFault =
      (plan && plan.dueOn < day.on) || row.limitOn < day.on || (expected && expected < day.on)
    if (mayBeAtFault) due.push(factsOf(deal))
  }
  const already: AlreadyRaised = {
    has: (identity) => world.raised.has(identity),
    overdueInEpisode: (opportunityId, anchorOn) => world.overdueEpisodes.has(`${opportunityId}:${anchorOn}`),
  }
  const found = judgeOpenDate(due, already, policy, calendar, day.on)
  for (const { kind, opportunityId, anchorOn } of found) {
    if (kind === 'overdue_follow_up') world.overdueEpisodes.add(`${opportunityId}:${anchorOn}`)
  }
  raise(world, day.at(rollMinute), found)
}
