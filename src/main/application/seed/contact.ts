import { addDays, latest, type BusinessDate } from '#shared/time/business-date.ts'
import { executeFollowUp, type FollowUpDecision, type Next } from '#main/rules/execute-follow-up.ts'
import { applyContact } from '#main/rules/follow-up-limit.ts'
import { postponementIdentity } from '#main/rules/judge/unrealistic-postponement.ts'
import { decideContact, type Contact } from './decide-contact.ts'
import { endPlan, raise, type Day, type Deal, type World } from './world.ts'
import { nextPlanOn, planNext } from './plan-next.ts'
import { noteLaterVisit } from './visits.ts'

const pick = <K extends FollowUpDecision['kind']>(decisions: readonly FollowUpDecision[], kind: K) =>
  decisions.find((each): each is Extract<FollowUpDecision, { kind: K }> => each.kind === kind)

const onSpotNote = '客户现场看车后交定金订车'

/** One contact, decided by chance, judged by the product's own rule, and put in the book. */
export function makeContact(world: World, deal: Deal, day: Day, at: number, contactedOn: BusinessDate): void {
  saveContact(world, deal, day, at, contactedOn, decideContact(world, deal, day, contactedOn))
}

/** 现场订购: some order at once, on the visit that brought them. */
export function orderOnSpot(world: World, deal: Deal, day: Day, at: number): void {
  const said = { result: 'reached', channel: 'showroom_visit', content: onSpotNote, feedback: null } as const
  saveContact(world, deal, day, at, day.on, { ...said, end: { kind: 'ordered' } })
}

function saveContact(
  world: World,
  deal: Deal,
  day: Day,
  at: number,
  contactedOn: BusinessDate,
  contact: Contact,
): void {
  const { policy, calendar } = world
  const { row } = deal
  const after = applyContact(
    row,
    { result: contact.result, contactedOn, grade: contact.grade ?? row.grade },
    policy,
  )
  const next: Next = contact.end ?? {
    kind: 'plan',
    on: nextPlanOn(world, deal, { from: contactedOn, limit: after.limit }, day.on),
  }
  const outcome = executeFollowUp(
    { ...row, dateMoves: deal.moves, effectiveToday: deal.effectiveOn === day.on, plan: deal.plan },
    { ...contact, contactedOn, hasRecording: false, next },
    calendar,
    policy,
    day.on,
  )
  if (!outcome.ok) throw new Error(`the history breaks a rule: ${JSON.stringify(outcome.refusals)}`)
  const followUpId = record(world, deal, day, at, contact, contactedOn, outcome.decisions)
  const { channel } = contact
  const comes = channel === 'showroom_visit' || channel === 'test_drive'
  const isSameVisit = row.openedOn === day.on
  if (comes && !isSameVisit && contact.result === 'reached' && contactedOn === day.on)
    noteLaterVisit(world, deal, day, at, channel === 'test_drive')
  if (next.kind === 'plan') {
    endPlan(deal, { status: 'executed', endedOn: day.on, followUpId })
    planNext(world, deal, day, at, next.on, contact.result)
  } else {
    endPlan(deal, { status: 'executed', endedOn: day.on, followUpId })
    finish(world, deal, day, at, contact)
  }
}

function record(
  world: World,
  deal: Deal,
  day: Day,
  at: number,
  contact: Contact,
  contactedOn: BusinessDate,
  decisions: readonly FollowUpDecision[],
): string {
  const { row, customer, consultant } = deal
  const recorded = pick(decisions, 'follow-up-recorded')
  if (!recorded) throw new Error('a contact went unrecorded')
  const { after, effective, lateRecorded } = recorded
  const followUpId = world.newId(at)
  const grade = contact.grade ?? row.grade
  world.book.followUps.push({
    followUpId,
    opportunityId: row.opportunityId,
    customerId: customer.customerId,
    staffId: consultant.staffId,
    planId: deal.plan?.planId ?? null,
    contactedOn,
    recordedOn: day.on,
    recordedAt: at,
    result: contact.result,
    channel: contact.channel,
    content: contact.content,
    feedback: contact.feedback,
    effective: effective.yes,
    effectiveReasons: effective.reasons,
    lateRecorded,
    gradeBefore: row.grade,
    gradeAfter: grade,
    importBatchId: null,
    countsForId: null,
    inbound: false,
  })
  const moved = pick(decisions, 'expected-date-moved')
  changeGradeAndDate(
    world,
    deal,
    day,
    at,
    { grade, expected: moved?.to ?? row.expectedPurchaseDate },
    followUpId,
    moved?.suspicion ?? [],
  )
  const { anchorOn, attemptsSinceReached, lastAttemptOn, limit } = after
  Object.assign(row, {
    anchorOn,
    attemptsSinceReached,
    lastAttemptOn,
    limitOn: limit,
    version: row.version + 1,
  })
  if (contact.result === 'reached') {
    row.lastContactOn = latest(contactedOn, row.lastContactOn ?? contactedOn)
    customer.lastContactOn = latest(contactedOn, customer.lastContactOn ?? contactedOn)
    customer.version += 1
  }
  if (effective.yes) {
    customer.lastEffectiveOn = latest(contactedOn, customer.lastEffectiveOn ?? contactedOn)
    deal.effectiveOn = contactedOn
  }
  return followUpId
}

/** Notes a change of grade or date, and the suspicion that goes with it. */
export function changeGradeAndDate(
  world: World,
  deal: Deal,
  day: Day,
  at: number,
  after: { readonly grade: string; readonly expected: BusinessDate | null },
  followUpId: string | null,
  suspicion: Parameters<typeof raise>[2][number]['reasons'],
): void {
  const { row, consultant, customer } = deal
  const { grade, expectedPurchaseDate: from } = row
  if (after.grade === grade && after.expected === from) return
  const changeId = world.newId(at)
  world.book.changes.push({
    changeId,
    opportunityId: row.opportunityId,
    changedOn: day.on,
    changedAt: at,
    staffId: consultant.staffId,
    gradeBefore: grade,
    gradeAfter: after.grade,
    expectedBefore: from,
    expectedAfter: after.expected,
    followUpId,
  })
  if (after.expected && after.expected !== from) {
    deal.moves.push({ on: day.on, from, to: after.expected, order: deal.moves.length })
  }
  Object.assign(row, { grade: after.grade, expectedPurchaseDate: after.expected })
  if (suspicion.length === 0) return
  raise(world, at, [
    {
      kind: 'unrealistic_postponement',
      identity: postponementIdentity(changeId),
      on: world.calendar.nextOpen(day.on),
      staffId: consultant.staffId,
      customerId: customer.customerId,
      opportunityId: row.opportunityId,
      reasons: suspicion,
    },
  ])
}

/** The end of a deal: ordered, or a loss that waits for the manager. */
function finish(world: World, deal: Deal, day: Day, at: number, { end }: Contact): void {
  const { random, book } = world
  const { row, consultant } = deal
  world.open.delete(deal)
  consultant.deals.delete(deal)
  if (end?.kind === 'ordered') {
    Object.assign(row, { status: 'ordered', orderedOn: row.lastContactOn })
    deal.deliverOn = addDays(day.on, random.between(3, 40))
    world.ordered.add(deal)
    return
  }
  if (end?.kind !== 'lost') throw new Error('a deal ended in no way')
  const waits = world.policy.switches.lossNeedsApproval
  deal.loss = {
    lossId: world.newId(at),
    opportunityId: row.opportunityId,
    reason: end.reason,
    competitor: null,
    note: end.note ?? null,
    appliedOn: day.on,
    appliedAt: at,
    appliedBy: consultant.staffId,
    decision: waits ? 'waiting' : 'approved',
    decidedAt: waits ? null : at,
    decidedBy: null,
    decisionReason: null,
  }
  book.losses.push(deal.loss)
  Object.assign(row, waits ? { status: 'lost_waiting' } : { status: 'lost', endedOn: day.on })
  if (waits) world.waiting.add(deal)
  else world.ended.push(deal)
}
