import { z } from 'zod'
import { channel, result, toDoKind } from '../domain/codes.ts'
import { expectedVisit } from './appointments.ts'
import { query } from './declare.ts'
import { date, gradeCode, id, instant, page, reasonSchema, timeOfDay } from './pieces.ts'

const text = z.string().nullable()

/** What an instruction says, and for a helper whose customer it is about and how he stands. */
export const toDoInstruction = z.object({
  instructionId: id,
  text: z.string(),
  giver: z.string(),
  givenOn: date,
  dueOn: date.nullable(),
  proposedGrade: gradeCode.nullable(),
  seen: z.boolean(),
  /** He is to help a colleague: the line carries a briefing, and no card to open. */
  asHelper: z.boolean(),
  ownerName: z.string(),
  helperName: text,
  nextPlan: z.object({ on: date, channel, purpose: z.string() }).nullable(),
})

export const toDoItem = z.object({
  kind: toDoKind,
  planId: id.nullable(),
  opportunityId: id.nullable(),
  customerId: id.nullable(),
  customerName: text,
  phone: text,
  model: text,
  grade: gradeCode.nullable(),
  gradeByDate: gradeCode.nullable(),
  on: date,
  time: timeOfDay.nullable(),
  daysOverdue: z.number().int(),
  limit: date.nullable(),
  channel: channel.nullable(),
  purpose: text,
  expectedPurchaseDate: date.nullable(),
  lastContactOn: date.nullable(),
  lastResult: result.nullable(),
  lastContent: text,
  attemptsSinceReached: z.number().int(),
  protectedUntil: date.nullable(),
  daysLeft: z.number().int().nullable(),
  thinIce: z.boolean(),
  reasons: z.array(reasonSchema),
  /** Of a line that is a visit without a card. */
  visitId: id.nullable(),
  /** Of a line that is the first follow-up of a lead: the moment by which it starts, and the minutes left (below zero when late). */
  leadId: id.nullable(),
  dueAt: instant.nullable(),
  minutesLeft: z.number().int().nullable(),
  /** The appointment to visit that a plan is, or that it confirms. */
  appointment: expectedVisit.nullable(),
  /** Of a line that is an instruction. */
  instruction: toDoInstruction.nullable(),
})
export type ToDoItem = z.infer<typeof toDoItem>

/** A plan of today with a time, for a reminder that others may read over somebody's shoulder: no phone, no full name. */
export const timedPlan = z.object({
  planId: id,
  customerId: id,
  /** 王先生, 王女士, or 王** where the gender is unknown. */
  customerName: z.string(),
  time: timeOfDay,
  /** Minutes until then; below zero when it has passed. */
  minutesLeft: z.number().int(),
  channel,
})
export type TimedPlan = z.infer<typeof timedPlan>

export const toDo = {
  /** The one list of a consultant's day, in the order of R-4.9 (今日待办). */
  list: query({
    access: 'toDo.read',
    input: z.strictObject({ staffId: id.optional(), on: date.optional(), ...page }).optional(),
    output: z.object({
      staffId: id,
      on: date,
      items: z.array(toDoItem),
      /** The same as `items`, under the name that every list has. */
      rows: z.array(toDoItem),
      nextCursor: z.string().nullable(),
      total: z.number().int(),
      progress: z.object({ done: z.number().int(), open: z.number().int() }),
      /** The next days with plans, so that an empty day says when the next one comes. */
      ahead: z.array(z.object({ on: date, count: z.number().int() })),
    }),
  }),
  /**
   * What the desktop reminds the asker of, always his own: the plans of today that have a time, and how much is not yet done today. Told
   * while the screen is locked as well, because who left his desk is who has to be reminded: neither phone nor full name is in it.
   */
  reminders: query({
    access: 'toDo.read',
    whileLocked: true,
    output: z.object({
      staffId: id,
      on: date,
      /** The time of day in the store. */
      time: timeOfDay,
      storeIsOpen: z.boolean(),
      /** Plans due today or before that are still open. */
      open: z.number().int(),
      timed: z.array(timedPlan),
    }),
  }),
}
