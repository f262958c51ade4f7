import type { AppointmentRow as ToldAppointment } from '#shared/contract/appointments.ts'
import { can, inScope } from '#shared/access/can.ts'
import { maskPhone } from '#shared/domain/phone.ts'
import { refuse } from '#shared/errors.ts'
import { texts } from '#shared/text/index.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { checkNoShow, isMissed } from '#main/rules/appointment.ts'
import { findAppointment, listAppointments, type ListedAppointment } from '#main/store/read/appointments.ts'
import { findOpportunity } from '#main/store/read/customers.ts'
import { findPlan } from '#main/store/read/follow-ups.ts'
import { endPlan } from '#main/store/write/follow-ups.ts'
import { callChannelFor } from '#main/commands/privacy/channels.ts'
import { makePlan } from '#main/commands/customers/make-opportunity.ts'
import { maskName, mayOpen } from '#main/commands/subjects.ts'
import { endAppointment, momentOf } from './appointment-plans.ts'

/** An appointment as the asker may know it. */
export function tellAppointment(
  context: Context,
  { customerName, phone, ...row }: ListedAppointment,
): ToldAppointment {
  const opens = mayOpen(context, row)
  const missed = row.outcome === null && isMissed(row, momentOf(context), context.policy)
  const marks = can(context.actor, 'appointment.mark')
  return {
    ...row,
    customerName: opens ? customerName : maskName(customerName),
    phone: opens ? phone : maskPhone(phone),
    missed,
    mayOpen: opens,
    abilities: { noShow: missed && marks.yes && inScope(marks.scope, row.ownerId) },
  }
}

export const appointments: HandlersOf<'appointments'> = {
  list: (store, input, context) => {
    const { scope, today } = context
    const from = input?.from ?? input?.on ?? today
    const until = input?.until ?? input?.on ?? from
    const page = readPage(input)
    const { rows, total } = listAppointments(store, scope, { from, until }, page)
    return pageOf(
      page,
      rows.map((row) => tellAppointment(context, row)),
      total,
    )
  },

  noShow: (store, { appointmentId, note }, context) => {
    const { scope, policy, today, calendar, actor } = context
    const appointment = findAppointment(store, appointmentId)
    const opportunity = appointment && findOpportunity(store, appointment.opportunityId)
    if (!appointment || !opportunity || !inScope(scope, opportunity.ownerId))
      return refuse('NOT_FOUND', { what: 'appointment', id: appointmentId })
    const refusals = checkNoShow(appointment, momentOf(context), policy)
    if (refusals.length > 0) refuse('RULE_REFUSED', { reasons: refusals })
    if (note?.trim()) context.because(note)
    endAppointment(store, context, appointment, 'no_show', { staffId: actor.staffId })
    if (findPlan(store, appointment.planId)?.status === 'open')
      endPlan(store, appointment.planId, { status: 'dropped', endedOn: today })
    // Followed up the same day; on a day that was closed since, on the next open one.
    const on = calendar.nextOpen(today)
    const purpose = texts[context.store.locale === 'en' ? 'en' : 'zh-CN'].records.appointmentMissed
    return {
      planId: makePlan(store, context, opportunity, {
        on,
        channel: callChannelFor(store, opportunity.customerId),
        purpose,
      }),
      on,
    }
  },
}
