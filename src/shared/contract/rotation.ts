import { z } from 'zod'
import { desk, rotationEventKind, rotationHindrance, role } from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { date, id, instant, note, reasonSchema, rowsOf, timeOfDay } from './pieces.ts'

const text = z.string().nullable()

/** One consultant of the rotation, in the order of the board. */
export const rotationPlace = z.object({
  staffId: id,
  name: z.string(),
  /** 1 is next in the order, whether or not he can take it now. */
  place: z.number().int(),
  /** The one who receives the next first visit. */
  isNext: z.boolean(),
  /** Why he is passed over now; empty for whoever may receive. */
  hindrances: z.array(rotationHindrance),
  reasons: z.array(reasonSchema),
  /** What he must clear. */
  toClear: z.object({ overduePlans: z.number().int(), uncardedVisits: z.number().int() }),
  /** Visitors with whom he is, since when. The name as the asker may know it. */
  with: z.array(z.object({ visitId: id, callerName: text, since: timeOfDay.nullable() })),
  /** First visits he received today, and repeat customers and stand-ins. */
  receivedToday: z.object({ first: z.number().int(), other: z.number().int() }),
  letThrough: z.boolean(),
  /** Conversion of last month in percent; null where nothing was received. */
  lastMonthConversion: z.number().nullable(),
})
export type RotationPlace = z.infer<typeof rotationPlace>

export const rotation = {
  /** … The board: who is next and why, who is passed over and what he must clear, who is with a customer since when. */
  board: query({
    access: 'rotation.read',
    // It hangs on the wall, also while nobody sits at the desk: without the names of visitors then.
    whileLocked: true,
    input: z.strictObject({ desk: desk.optional() }).optional(),
    output: z.object({
      on: date,
      now: timeOfDay,
      desk,
      places: z.array(rotationPlace),
      nextId: id.nullable(),
      /** Visitors for whom nobody is there yet. */
      waiting: z.number().int(),
      abilities: z.object({ skip: z.boolean(), manage: z.boolean() }),
    }),
  }),
  /** Passes over somebody for the next visit, with the reason; he keeps his place. */
  skip: command({
    access: 'rotation.skip',
    input: z.strictObject({ desk: desk.optional(), staffId: id, reason: note }),
    changes: ['rotation'],
  }),
  /** Puts the order as a manager wants it: everybody of the desk, each once. Refuses with STALE_VERSION where it changed meanwhile. */
  reorder: command({
    access: 'rotation.manage',
    input: z.strictObject({
      desk: desk.optional(),
      before: z.array(id).max(200),
      after: z.array(id).max(200),
      reason: note.optional(),
    }),
    changes: ['rotation'],
  }),
  /** Lets somebody who is not clear receive today, with a reason. */
  letThrough: command({
    access: 'rotation.manage',
    input: z.strictObject({ staffId: id, reason: note }),
    changes: ['rotation'],
  }),
  /** Takes somebody with too low a conversion back into the rotation of this month, with a reason. */
  restore: command({
    access: 'rotation.manage',
    input: z.strictObject({ staffId: id, reason: note }),
    changes: ['rotation'],
  }),
  /** The sequence of a day, as it happened, and the order after each step. */
  history: query({
    access: 'rotation.read',
    input: z.strictObject({ desk: desk.optional(), on: date.optional() }).optional(),
    output: rowsOf(
      z.object({
        eventId: id,
        at: instant,
        kind: rotationEventKind,
        staffId: id,
        name: z.string(),
        byName: text,
        byRole: role.nullable(),
        visitId: id.nullable(),
        reasons: z.array(reasonSchema),
        note: text,
        order: z.array(z.object({ staffId: id, name: z.string() })),
      }),
    ),
  }),
}
