import { z } from 'zod'
import { command, query } from './declare.ts'
import { date, gradeCode, id, instant, loadOfDay, note, page, reasonSchema, rowsOf } from './pieces.ts'

/** What somebody holds, by grade of the customer's hottest open opportunity. */
export const holding = z.object({
  staffId: id,
  name: z.string(),
  status: z.enum(['active', 'suspended', 'resigned']),
  customers: z.number().int(),
  opportunities: z.number().int(),
  overdue: z.number().int(),
  byGrade: z.array(z.object({ grade: gradeCode, customers: z.number().int() })),
})
export type Holding = z.infer<typeof holding>

const spreadInput = {
  from: id,
  customerIds: z.union([z.literal('all'), z.array(id).min(1).max(20_000)]),
  to: z.array(id).max(50),
  /** `one`: all to the first named, or as `assignments` say; `evenByGrade`: spread evenly within each grade. */
  spread: z.enum(['one', 'evenByGrade']),
  /** Chosen one by one; these win over the spread. */
  assignments: z
    .array(z.strictObject({ customerId: id, to: id }))
    .max(20_000)
    .optional(),
}

const move = z.object({
  customerId: id,
  customerName: z.string(),
  grade: gradeCode.nullable(),
  to: id,
  toName: z.string(),
})

export const reassignments = {
  /** Who holds what: everybody who owns or may own customers. */
  holdings: query({ access: 'customer.reassign', output: z.object({ rows: z.array(holding) }) }),
  /** Who would get what, and the load that results. Refused with the people who may not receive, by name. */
  preview: query({
    access: 'customer.reassign',
    input: z.strictObject({ ...spreadInput, reason: note.optional(), ...page }),
    output: z.object({
      total: z.number().int(),
      rows: z.array(move),
      nextCursor: z.string().nullable(),
      /** Each receiver before and after, by grade, and his open plans of the next days after it. */
      load: z.array(
        z.object({
          staffId: id,
          name: z.string(),
          before: z.number().int(),
          after: z.number().int(),
          byGrade: z.array(z.object({ grade: gradeCode, before: z.number().int(), after: z.number().int() })),
          days: z.array(loadOfDay),
        }),
      ),
      /** How many plans are overdue and would fall due anew, and from when for whom. */
      overdue: z.number().int(),
      dueAnew: z.array(z.object({ staffId: id, on: date, count: z.number().int() })),
    }),
  }),
  /** Moves them in one act, all or nothing. */
  apply: command({
    access: 'customer.reassign',
    input: z.strictObject({ ...spreadInput, reason: note.min(1) }),
    output: z.object({
      reassignmentId: id,
      moved: z.number().int(),
      rows: z.array(z.object({ staffId: id, name: z.string(), customers: z.number().int() })),
    }),
    changes: ['customers', 'plans', 'staff', 'losses', 'instructions', 'checks'],
    judges: true,
  }),
  /** Restores the book; refused with the names of what has been worked on since, or after the days of the policy. */
  undo: command({
    access: 'customer.reassign',
    input: z.strictObject({ reassignmentId: id, reason: note.optional() }),
    output: z.object({ restored: z.number().int() }),
    changes: ['customers', 'plans', 'staff', 'losses', 'instructions', 'checks'],
    judges: true,
  }),
  list: query({
    access: 'customer.reassign',
    input: z.strictObject({ ...page }).optional(),
    output: rowsOf(
      z.object({
        reassignmentId: id,
        fromId: id,
        fromName: z.string(),
        to: z.array(z.object({ staffId: id, name: z.string(), customers: z.number().int() })),
        customers: z.number().int(),
        reason: z.string(),
        appliedOn: date,
        appliedAt: instant,
        appliedBy: z.string(),
        undoneAt: instant.nullable(),
        /** Why it can no longer be undone; empty while it can. */
        obstacles: z.array(reasonSchema),
      }),
    ),
  }),
}
