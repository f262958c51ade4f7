import { texts } from '#shared/text/index.ts'
import type { Context } from '#main/calls/context.ts'
import { isOpenClaim } from '#main/rules/claim.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { listOpenAppointments } from '#main/store/read/appointments.ts'
import { listClaimsOfCustomer } from '#main/store/read/claims.ts'
import { findCustomer, listOpportunities } from '#main/store/read/customers.ts'
import { listOpenPlans } from '#main/store/read/follow-ups.ts'
import { listInstructionsOfCustomer } from '#main/store/read/instructions.ts'
import { findWaitingLoss } from '#main/store/read/losses.ts'
import { closeAppointment } from '#main/store/write/appointments.ts'
import { changeClaim } from '#main/store/write/claims.ts'
import { changeOpportunity } from '#main/store/write/customers.ts'
import { endPlan } from '#main/store/write/follow-ups.ts'
import { decideLoss } from '#main/store/write/losses.ts'
import { changeInstruction } from '#main/store/write/supervision.ts'
import { findPerson } from './person.ts'
import { takeAway } from './take-away.ts'

export type Again = Pick<Context, 'now' | 'today' | 'newId' | 'store'> & { readonly staffId: string }

/**
 * S7 A backup that was restored brought somebody back who was erased since. He is taken out again at once, and what was under way around him
 * then ends: the store of later had settled it before he could be erased, and nobody can follow up a person without a name.
 * False where he is not in this store, or erased in it.
 */
export function eraseAgain(store: WritableStore, customerId: string, act: Again): boolean {
  const row = findCustomer(store, customerId)
  if (!row || row.erasedOn !== null) return false
  const person = findPerson(store, customerId)
  const reason = texts[act.store.locale === 'en' ? 'en' : 'zh-CN'].records.erasedAgain
  for (const id of person.reach.ids) endEverything(store, id, { ...act, why: reason })
  takeAway(store, person, { ...act, customerId, erasedBy: act.staffId, erasedAt: act.now, reason })
  return true
}

function endEverything(
  store: WritableStore,
  customerId: string,
  { now, today, staffId, why }: Again & { readonly why: string },
): void {
  for (const opportunity of listOpportunities(store, customerId)) {
    const { opportunityId, status } = opportunity
    if (status !== 'open' && status !== 'lost_waiting') continue
    const loss = findWaitingLoss(store, opportunityId)
    if (loss)
      decideLoss(store, loss.lossId, {
        decision: 'approved',
        decidedAt: now,
        decidedBy: staffId,
        decisionReason: null,
      })
    for (const appointment of listOpenAppointments(store, opportunityId))
      closeAppointment(store, appointment, { outcome: 'cancelled', on: today, at: now, staffId })
    for (const { planId } of listOpenPlans(store, opportunityId))
      endPlan(store, planId, { status: 'dropped', endedOn: today })
    changeOpportunity(store, opportunity, { status: 'lost', endedOn: today, planMissingSince: null })
  }
  for (const { claim } of listClaimsOfCustomer(store, customerId))
    if (isOpenClaim(claim.status))
      changeClaim(store, claim.claimId, { status: 'withdrawn', decidedAt: now, decidedBy: staffId })
  for (const { instructionId, closedAt, answeredAt } of listInstructionsOfCustomer(store, customerId)) {
    if (closedAt !== null) continue
    // Whoever had to answer it need not: it says so until its words are taken out with the rest.
    const answer = answeredAt === null ? { answer: why, answeredAt: now, answeredBy: staffId } : {}
    changeInstruction(store, instructionId, { ...answer, closedAt: now, closedBy: staffId })
  }
}
