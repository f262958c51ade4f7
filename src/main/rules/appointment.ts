import type { AppointmentOutcome, Channel, Result } from '#shared/domain/codes.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import { addDays, type BusinessDate } from '#shared/time/business-date.ts'
import type { WorkCalendar } from '#shared/time/store-calendar.ts'

/** When somebody is expected: a date, and mostly a time `HH:MM` of the store's zone. */
export type Expected = { readonly on: BusinessDate; readonly time: string | null }
/** The moment of an act in the store's zone. */
export type Moment = { readonly today: BusinessDate; readonly time: string }

/** Whether a plan is an appointment to visit 到店预约 that gets its plans: a lead's, or every one where the policy says so. */
export const isAppointment = (
  plan: { readonly channel: Channel; readonly ofLead: boolean },
  policy: Policy,
): boolean => plan.channel === 'showroom_visit' && (plan.ofLead || policy.switches.appointmentPlansForAll)

/**
 * The calls that go with an appointment: one the open day before, to confirm it, or where whoever has it does not work then the
 * last day before on which he does (chosen); there is no time for it where no such day is left after today. And one on the day itself,
 * before he arrives.
 */
export const appointmentCalls = (
  on: BusinessDate,
  work: WorkCalendar,
  today: BusinessDate,
): { readonly confirmOn: BusinessDate | null; readonly callOn: BusinessDate } => ({
  confirmOn: work.lastWorkingDayUpTo(addDays(on, -1), addDays(today, 1)) ?? null,
  callOn: on,
})

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
const timeAt = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const minutesOfDay = 24 * 60

/** The time on the day from which whoever has not come is a no-show; null: only when the day is over. */
export const missedFrom = ({ time }: Pick<Expected, 'time'>, policy: Policy): string | null => {
  if (time === null) return null
  const from = minutesOf(time) + policy.thresholds.noShowAfterMinutes
  return from < minutesOfDay ? timeAt(from) : null
}

/** 爽约: whether somebody who has not come is a no-show by now. */
export const isMissed = (expected: Expected, now: Moment, policy: Policy): boolean => {
  if (now.today !== expected.on) return now.today > expected.on
  const from = missedFrom(expected, policy)
  return from !== null && now.time >= from
}

/** What speaks against marking a no-show: it has an end already, or there is still time to come. */
export const checkNoShow = (
  appointment: Expected & { readonly outcome: AppointmentOutcome | null },
  now: Moment,
  policy: Policy,
): Reason[] => {
  const { on, time, outcome } = appointment
  if (outcome !== null) return [reason('appointment_over', { outcome })]
  if (isMissed(appointment, now, policy)) return []
  const from = missedFrom(appointment, policy)
  return [reason('appointment_to_come', { on, time: time ?? '', from: from ?? on })]
}

const meetings: readonly Channel[] = ['showroom_visit', 'test_drive']

/**
 * What became of an appointment whose own plan is executed: he was met, and it was kept; another was made in time, and it moved;
 * it was too late for that, and he did not come; else it was called off.
 */
export const outcomeByContact = (
  appointment: Expected & { readonly outcome: AppointmentOutcome | null },
  contact: {
    readonly result: Result
    readonly channel: Channel
    readonly contactedOn: BusinessDate
    /** Another appointment is made in the same act. */
    readonly another: boolean
  },
  now: Moment,
  policy: Policy,
): AppointmentOutcome => {
  const { outcome, on } = appointment
  const met = contact.result === 'reached' && meetings.includes(contact.channel)
  // A no-show that was noted is taken back only by a meeting on that very day.
  if (outcome !== null) return met && outcome === 'no_show' && contact.contactedOn === on ? 'kept' : outcome
  if (met) return 'kept'
  if (isMissed(appointment, now, policy)) return 'no_show'
  return contact.another ? 'moved' : 'cancelled'
}
