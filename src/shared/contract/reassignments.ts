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
  /** Works here as a consultant and is not suspended for study: only such people receive. */
  mayReceive: z.boolean(),
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

const heldCustomer = z.object({
  customerId: id,
  name: z.string(),
  /** The hottest grade of his open opportunities; null where none is open. */
  grade: gradeCode.nullable(),
  nextPlanOn: date.nullable(),
})
export type HeldCustomer = z.infer<typeof heldCustomer>

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
  /** Everybody whom somebody owns, in order of name and unpaged: what may be chosen from, by grade and by hand. */
  held: query({
    access: 'customer.reassign',
    input: z.strictObject({ from: id }),
    output: z.object({ rows: z.array(heldCustomer) }),
  }),
  /** Who would get what, and the load that results. Refused with the people who may not receive, by name. */
  preview: query({
    access: 'customer.reassign',
    input: z.strictObject({ ...spreadInput, reason: note.optional(), ...page }),
    output: z.object({
      total: z.number().int(),
      rows: z.array(move),
      nextCursor: z.string().nullable(),
      /** Each receiver before and after, by grade, and his open plans of the next days before and after it. */
      load: z.array(
        z.object({
          staffId: id,
          name: z.string(),
          before: z.number().int(),
          after: z.number().int(),
          byGrade: z.array(z.object({ grade: gradeCode, before: z.number().int(), after: z.number().int() })),
          daysBefore: z.array(loadOfDay),
          days: z.array(loadOfDay),
          /** Plans he would receive that keep a date on which he does not work. */
          onDaysOff: z.number().int(),
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
    input: z.strictObject({
      ...spreadInput,
      reason: note.min(1),
      /** How many customers the preview showed; refused when there are more or fewer by now. */
      expected: z.number().int().optional(),
    }),
    output: z.object({
      reassignmentId: id,
      moved: z.number().int(),
      rows: z.array(z.object({ staffId: id, name: z.string(), customers: z.number().int() })),
    }),
    changes: ['customers', 'plans', 'staff', 'losses', 'instructions', 'checks', 'claims'],
    judges: true,
  }),
  /** Restores the book; refused with the names of what has been worked on since, or after the days of the policy. */
  undo: command({
    access: 'customer.reassign',
    input: z.strictObject({ reassignmentId: id, reason: note.optional() }),
    output: z.object({ restored: z.number().int() }),
    changes: ['customers', 'plans', 'staff', 'losses', 'instructions', 'checks', 'claims'],
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
