import type { Channel, Result } from '#shared/domain/codes.ts'
import type { NextInput } from '#shared/contract/pieces.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import { outcomeByContact } from '#main/rules/appointment.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { findAppointmentOfPlan, listOpenAppointments } from '#main/store/read/appointments.ts'
import { findPlan, listOpenPlans } from '#main/store/read/follow-ups.ts'
import type { PlanRow } from '#main/store/rows.ts'
import { dropCalls } from '#main/store/write/appointments.ts'
import { endPlan } from '#main/store/write/follow-ups.ts'
import { endAppointment, momentOf } from './appointment-plans.ts'

/** The plans that can be kept once one is executed: not the calls before a visit that is over with it. */
export function plansToKeep(
  store: ReadableStore,
  opportunityId: string,
  executed: PlanRow | undefined,
): PlanRow[] {
  const own = executed && findAppointmentOfPlan(store, executed.planId)
  const gone = [executed?.planId, own?.confirmPlanId, own?.callPlanId]
  return listOpenPlans(store, opportunityId).filter(({ planId }) => !gone.includes(planId))
}

/**
 * What a follow-up makes of the appointments of its opportunity: the one whose plan it executes has its outcome; unless
 * what is planned is kept, the calls of the others are dropped, and they end where another appointment is made or the
 * opportunity ends. Called before the next plan is made.
 */
export function settleAppointments(
  store: WritableStore,
  context: Context,
  act: {
    readonly opportunityId: string
    readonly planId: string | undefined
    readonly result: Result
    readonly channel: Channel
    readonly contactedOn: BusinessDate
    readonly next: NextInput
  },
): void {
  const { actor, today, policy } = context
  const by = { staffId: actor.staffId }
  const { next } = act
  const another = next.kind === 'plan' && next.channel === 'showroom_visit'
  const own = act.planId === undefined ? undefined : findAppointmentOfPlan(store, act.planId)
  if (own)
    endAppointment(
      store,
      context,
      own,
      outcomeByContact(own, { ...act, another }, momentOf(context), policy),
      by,
    )
  if (next.kind === 'keep') return
  for (const each of listOpenAppointments(store, act.opportunityId)) {
    if (next.kind !== 'plan') endAppointment(store, context, each, 'cancelled', by)
    else if (!another) dropCalls(store, each, today)
    else {
      if (findPlan(store, each.planId)?.status === 'open')
        endPlan(store, each.planId, { status: 'dropped', endedOn: today })
      endAppointment(store, context, each, 'moved', by)
    }
  }
}
