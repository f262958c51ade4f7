import type { AppointmentOutcome } from '#shared/domain/codes.ts'
import { texts } from '#shared/text/index.ts'
import { fill } from '#shared/text/say.ts'
import { timeOfDayAt } from '#shared/time/instant.ts'
import type { Context } from '#main/calls/context.ts'
import { appointmentCalls, isAppointment, type Moment } from '#main/rules/appointment.ts'
import { planningCalendarOf } from '#main/commands/leaves/leave-subject.ts'
import { callChannelFor, isUnreachable } from '#main/commands/privacy/channels.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { findAppointmentOfPlan, isOfLead } from '#main/store/read/appointments.ts'
import type { AppointmentRow, NewPlan, PlanRow } from '#main/store/rows.ts'
import {
  addAppointment,
  changeAppointment,
  closeAppointment,
  dropCalls,
} from '#main/store/write/appointments.ts'
import { addPlan } from '#main/store/write/follow-ups.ts'

/** The moment of an act as the rules of an appointment see it. */
export const momentOf = ({ now, today, store }: Context): Moment => ({
  today,
  time: timeOfDayAt(now, store.zone),
})

type Planned = Pick<
  PlanRow,
  'planId' | 'opportunityId' | 'customerId' | 'assigneeId' | 'dueOn' | 'dueTime' | 'channel'
>

/** Writes the calls that go with an appointment into the list of whoever has it. */
function makeCalls(
  store: WritableStore,
  context: Context,
  { opportunityId, customerId, assigneeId, dueOn, dueTime }: Planned,
): Pick<AppointmentRow, 'confirmPlanId' | 'callPlanId'> {
  const { today, now, actor, newId, store: file } = context
  const work = planningCalendarOf(store, context, assigneeId)
  const { confirmOn, callOn } = appointmentCalls(dueOn, work, today)
  // S7 Whom nobody may contact, nobody reminds.
  if (isUnreachable(store, customerId)) return { confirmPlanId: null, callPlanId: null }
  const words = texts[file.locale === 'en' ? 'en' : 'zh-CN'].records
  const call = (on: typeof callOn, purpose: string): string => {
    const planId = newId()
    const row: NewPlan = {
      planId,
      opportunityId,
      customerId,
      assigneeId,
      dueOn: on,
      dueTime: null,
      channel: callChannelFor(store, customerId),
      purpose: fill(purpose, { on: dueOn, time: dueTime ?? '' }).trim(),
      status: 'open',
      beyondLimitReason: null,
      madeOn: today,
      madeAt: now,
      madeBy: actor.staffId,
      endedOn: null,
      followUpId: null,
      importBatchId: null,
    }
    addPlan(store, row)
    return planId
  }
  return {
    confirmPlanId: confirmOn && call(confirmOn, words.appointmentConfirm),
    callPlanId: call(callOn, words.appointmentCall),
  }
}

/**
 * 到店预约: a plan to meet in the showroom becomes an appointment with its calls, where it is a lead's or the policy wants them
 * for all. Called with every plan that is made, and with every one that moves: the calls go along, an appointment that is none any
 * more ends.
 */
export function followAppointment(store: WritableStore, context: Context, plan: Planned): void {
  const { policy, actor, newId } = context
  const { planId, opportunityId, customerId, dueOn, dueTime, channel } = plan
  const known = findAppointmentOfPlan(store, planId)
  if (!known && channel !== 'showroom_visit') return
  if (known && known.outcome !== null) return
  if (known && channel !== 'showroom_visit') {
    return endAppointment(store, context, known, 'cancelled', { staffId: actor.staffId })
  }
  if (known) {
    if (known.on === dueOn && known.time === dueTime) return
    dropCalls(store, known, context.today)
    const calls = makeCalls(store, context, plan)
    changeAppointment(store, known.appointmentId, { ...calls, on: dueOn, time: dueTime })
    return
  }
  if (!isAppointment({ channel, ofLead: isOfLead(store, opportunityId) }, policy)) return
  addAppointment(store, {
    ...makeCalls(store, context, plan),
    appointmentId: newId(),
    planId,
    opportunityId,
    customerId,
    on: dueOn,
    time: dueTime,
    outcome: null,
    outcomeAt: null,
    outcomeBy: null,
    visitId: null,
  })
}

/** Notes what became of an appointment, and drops the calls that are left of it. */
export function endAppointment(
  store: WritableStore,
  { today, now }: Context,
  appointment: AppointmentRow,
  outcome: AppointmentOutcome,
  by: { readonly staffId: string | null; readonly visitId?: string },
): void {
  closeAppointment(store, appointment, { outcome, on: today, at: now, ...by })
}
