import { addDays, type BusinessDate } from '#shared/time/business-date.ts'
import { limitOf } from '#main/rules/follow-up-limit.ts'
import { judgePostponement, suspectAllowedPlan } from '#main/rules/judge/unrealistic-postponement.ts'
import { gradeForDate } from '#main/rules/grade-for-date.ts'
import { planAfterRefusedLoss } from '#main/rules/opportunity-end.ts'
import { changeGradeAndDate } from './contact.ts'
import { addPlan, raise, type Day, type Deal, type World } from './world.ts'
import { afterRefusalPurpose, allowances, answers, approvals, instructions, refusals } from './words.ts'

/** Cars that are ready are handed over. */
export function deliver(world: World, day: Day): void {
  for (const deal of world.ordered) {
    if (deal.deliverOn === null || deal.deliverOn > day.on) continue
    Object.assign(deal.row, {
      status: 'delivered',
      deliveredOn: day.on,
      endedOn: day.on,
      version: deal.row.version + 1,
    })
    world.ordered.delete(deal)
    world.ended.push(deal)
  }
}

/** The managers decide on the losses of the days before, most of them. */
export function decideLosses(world: World, day: Day): void {
  const { random } = world
  for (const deal of world.waiting) {
    const { loss, consultant, row } = deal
    if (!loss || loss.appliedOn >= day.on || !random.chance(0.7)) continue
    const at = day.at(random.between(8 * 60 + 40, 9 * 60))
    world.waiting.delete(deal)
    const refused = random.chance(0.12)
    Object.assign(loss, {
      decision: refused ? 'refused' : 'approved',
      decidedAt: at,
      decidedBy: consultant.managerId,
      decisionReason: random.pick(refused ? refusals : approvals),
    })
    row.version += 1
    if (refused) reopen(world, deal, day, at, loss.appliedOn)
    else {
      Object.assign(row, { status: 'lost', endedOn: day.on })
      world.ended.push(deal)
    }
  }
}

/** A refused loss goes on with a plan for the next working day. */
function reopen(world: World, deal: Deal, day: Day, at: number, appliedOn: BusinessDate): void {
  const { row, consultant } = deal
  const { on } = planAfterRefusedLoss(consultant.calendar, day.on)
  const { limit } = limitOf(row, world.policy)
  Object.assign(row, { status: 'open', limitOn: limit > on ? limit : on })
  deal.loss = null
  deal.reopened = { from: appliedOn, until: on }
  world.open.add(deal)
  consultant.deals.add(deal)
  const plan = { dueOn: on, dueTime: null, channel: 'phone', purpose: afterRefusalPurpose } as const
  addPlan(world, deal, { ...plan, madeOn: day.on, madeAt: at, madeBy: consultant.managerId })
}

/** Now and then a manager allows a plan beyond its limit, which raises a suspicion. */
export function allowBeyondLimit(world: World, deal: Deal, day: Day, at: number): void {
  const { random, policy, calendar } = world
  const { plan, row, consultant } = deal
  if (!plan || plan.dueOn <= day.on) return
  const { limit } = limitOf(row, policy)
  const on = consultant.calendar.firstWorkingDayFrom(addDays(limit, random.between(3, 9)))
  consultant.load.set(plan.dueOn, (consultant.load.get(plan.dueOn) ?? 1) - 1)
  consultant.load.set(on, (consultant.load.get(on) ?? 0) + 1)
  Object.assign(plan, { dueOn: on, beyondLimitReason: random.pick(allowances) })
  raise(world, at, [
    {
      kind: 'unrealistic_postponement',
      identity: `unrealistic_postponement:plan:${plan.planId}:${on}`,
      on: calendar.nextOpen(day.on),
      staffId: consultant.staffId,
      customerId: row.customerId,
      opportunityId: row.opportunityId,
      reasons: suspectAllowedPlan({ on, limit }),
    },
  ])
}

/** A purchase date is put off without a word with the customer, which is what looks for. */
export function postponeSilently(world: World, deal: Deal, day: Day, at: number): void {
  const { random, policy } = world
  const { row } = deal
  const expected = addDays(day.on, random.between(16, 50))
  const grade = gradeForDate(expected, policy, day.on) ?? row.grade
  const suspicion = judgePostponement(
    {
      on: day.on,
      from: row.expectedPurchaseDate,
      to: expected,
      grade: row.grade,
      effectiveOnSameDay: deal.effectiveOn === day.on,
      earlierMoves: deal.moves,
    },
    policy,
  )
  changeGradeAndDate(world, deal, day, at, { grade, expected }, null, suspicion)
  row.limitOn = limitOf(row, policy).limit
  row.version += 1
}

/** Managers leave remarks on customers that worry them; most are answered within days. */
export function instruct(world: World, day: Day): void {
  const { random, book, consultants, lastOn } = world
  const consultant = random.pick(consultants)
  const deal =
    [...consultant.deals].find(({ plan }) => plan !== null && plan.dueOn < day.on) ??
    [...consultant.deals].at(0)
  if (!deal) return
  const at = day.at(random.between(17 * 60 + 30, 18 * 60 + 20))
  const answered = addDays(day.on, 5) < lastOn || (day.on < lastOn && random.chance(0.7))
  book.instructions.push({
    instructionId: world.newId(at),
    customerId: deal.customer.customerId,
    followUpId: null,
    staffId: consultant.staffId,
    givenBy: consultant.managerId,
    givenOn: day.on,
    givenAt: at,
    text: random.pick(instructions),
    dueOn: addDays(day.on, 1),
    answeredAt: answered ? at + 16 * 3_600_000 : null,
    answer: answered ? random.pick(answers) : null,
    seenAt: answered ? at + 15 * 3_600_000 : null,
    answeredBy: answered ? consultant.staffId : null,
    // What was answered days ago its giver has read and closed.
    ...(answered && addDays(day.on, 3) < lastOn
      ? { closedAt: at + 24 * 3_600_000, closedBy: consultant.managerId }
      : {}),
  })
}
