import type { AppointmentOutcome } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { WritableStore } from '../handle.ts'
import { findPlan } from '../read/follow-ups.ts'
import type { AppointmentRow } from '../rows.ts'
import { appointments } from '../schema/index.ts'
import { endPlan } from './follow-ups.ts'
import { insertRow, updateRow } from './rows.ts'

/** Notes an appointment to visit with the calls that go with it. */
export const addAppointment = (store: WritableStore, row: AppointmentRow): void =>
  insertRow(store, appointments, row)

/** Moves an appointment, or notes what became of it. */
export const changeAppointment = (
  store: WritableStore,
  appointmentId: string,
  patch: Partial<Omit<AppointmentRow, 'appointmentId' | 'planId' | 'opportunityId' | 'customerId'>>,
): AppointmentRow => updateRow(store, appointments, appointmentId, patch)

/** Drops the calls of an appointment that nobody has made. */
export function dropCalls(
  store: WritableStore,
  { confirmPlanId, callPlanId }: Pick<AppointmentRow, 'confirmPlanId' | 'callPlanId'>,
  on: BusinessDate,
): void {
  for (const planId of [confirmPlanId, callPlanId]) {
    if (planId === null || findPlan(store, planId)?.status !== 'open') continue
    endPlan(store, planId, { status: 'dropped', endedOn: on })
  }
}

/** Notes what became of an appointment, and drops the calls that are left of it. What was noted already is not noted again. */
export function closeAppointment(
  store: WritableStore,
  appointment: AppointmentRow,
  end: {
    readonly outcome: AppointmentOutcome
    readonly on: BusinessDate
    readonly at: Instant
    readonly staffId: string | null
    readonly visitId?: string
  },
): void {
  const { outcome, on, at, staffId, visitId } = end
  dropCalls(store, appointment, on)
  if (appointment.outcome === outcome && visitId === undefined) return
  changeAppointment(store, appointment.appointmentId, {
    outcome,
    outcomeAt: at,
    outcomeBy: staffId,
    ...(visitId === undefined ? {} : { visitId }),
  })
}
