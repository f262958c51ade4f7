import { z } from 'zod'
import { channel, result, toDoKind } from '../domain/codes.ts'
import { query } from './declare.ts'
import { date, gradeCode, id, page, reasonSchema, timeOfDay } from './pieces.ts'

const text = z.string().nullable()

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
})
export type ToDoItem = z.infer<typeof toDoItem>

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
}
