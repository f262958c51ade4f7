import { z } from 'zod'
import { appointmentOutcome } from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { date, id, instant, note, page, rowsOf, timeOfDay } from './pieces.ts'

const text = z.string().nullable()

/** An appointment to visit 到店预约, as much of it as the asker may know. */
export const appointmentRow = z.object({
  appointmentId: id,
  planId: id,
  opportunityId: id,
  customerId: id,
  /** Masked for whoever may not open the card, like the phone. */
  customerName: z.string(),
  phone: text,
  model: text,
  on: date,
  time: timeOfDay.nullable(),
  ownerId: id.nullable(),
  ownerName: text,
  /** When a call about it reached him; null while none has. */
  confirmedOn: date.nullable(),
  /** When he is to be asked, while nobody has; null where it was made too late for that. */
  confirmDue: date.nullable(),
  /** Null while it is to come. */
  outcome: appointmentOutcome.nullable(),
  outcomeAt: instant.nullable(),
  visitId: id.nullable(),
  /** He has not come by then, and nobody has said so yet. */
  missed: z.boolean(),
  mayOpen: z.boolean(),
  abilities: z.object({ noShow: z.boolean() }),
})
export type AppointmentRow = z.infer<typeof appointmentRow>

/** An appointment on a card, and on the lines of the to-do list that belong to it. */
export const expectedVisit = appointmentRow
  .pick({
    appointmentId: true,
    planId: true,
    on: true,
    time: true,
    confirmedOn: true,
    confirmDue: true,
    outcome: true,
    missed: true,
  })
  .extend({
    /** The calls that go with it. */
    callPlanIds: z.array(id),
    mayMark: z.boolean(),
  })
export type ExpectedVisit = z.infer<typeof expectedVisit>

export const appointments = {
  /** Who is expected on a date, or on some dates, in the order of their times: confirmed or not, come or not. */
  list: query({
    access: 'appointment.read',
    input: z
      .strictObject({ on: date.optional(), from: date.optional(), until: date.optional(), ...page })
      .optional(),
    output: rowsOf(appointmentRow),
  }),
  /**
   * He has not come 爽约: what was planned for the appointment is dropped, and one plan for today takes its place. Refuses with
   * RULE_REFUSED `appointment_to_come` before the time and the minutes of the policy have passed, `appointment_over` where it has an end.
   */
  noShow: command({
    access: 'appointment.mark',
    input: z.strictObject({ appointmentId: id, note: note.optional() }),
    output: z.object({ planId: id, on: date }),
    changes: ['plans', 'leads'],
  }),
}
