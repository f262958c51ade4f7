import { z } from 'zod'
import { leaveKind, leaveStatus, leaveWay, result, violationKind } from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { date, gradeCode, id, note, page, reasonSchema, rowsOf } from './pieces.ts'

/** One leave 休假 / 培训 with what is still open of its handoff. */
export const leaveRow = z.object({
  leaveId: id,
  staffId: id,
  staffName: z.string(),
  from: date,
  until: date,
  kind: leaveKind,
  status: leaveStatus,
  note: z.string().nullable(),
  /** The last day as it was confirmed, where the leave was shortened since. */
  untilBefore: date.nullable(),
  requestedOn: date.nullable(),
  confirmedBy: z.string().nullable(),
  unresolved: z.number().int(),
  resolved: z.number().int(),
  /** The first working day after it. */
  backOn: date,
  abilities: z.object({
    resolve: z.boolean(),
    confirm: z.boolean(),
    cancel: z.boolean(),
    shorten: z.boolean(),
  }),
  /** Why it cannot be confirmed now; empty when it can. */
  obstacles: z.array(reasonSchema),
})
export type LeaveRow = z.infer<typeof leaveRow>

/** One line of the handoff 交接: a plan within the leave, or an expected purchase date within it. */
export const handoffLine = z.object({
  kind: z.enum(['plan', 'expected_date']),
  planId: id.nullable(),
  opportunityId: id,
  customerId: id,
  customerName: z.string(),
  model: z.string().nullable(),
  grade: gradeCode,
  /** The plan's date or the purchase date as it was found. */
  on: date,
  limit: date,
  expectedPurchaseDate: date.nullable(),
  resolved: z.boolean(),
  way: leaveWay.nullable(),
  /** Where it goes, or would go when the rest is postponed in one act. */
  movedTo: date.nullable(),
  proposedOn: date.nullable(),
  coveredBy: z.object({ staffId: id, name: z.string() }).nullable(),
  reasons: z.array(reasonSchema),
})
export type HandoffLine = z.infer<typeof handoffLine>

/** Three lines about a customer for the colleague who covers or helps: who he is, what was last said, what is to do. */
export const briefing = z.object({
  planId: id.nullable(),
  customerId: id,
  customerName: z.string(),
  phone: z.string(),
  model: z.string().nullable(),
  grade: gradeCode,
  on: date,
  ownerName: z.string().nullable(),
  /** Exactly three lines, made of the records: wish and grade, last contact, what the plan is for. */
  lines: z.array(reasonSchema).length(3),
})
export type Briefing = z.infer<typeof briefing>

const dayOfCalendar = z.object({
  on: date,
  /** The strongest of what keeps him away; null on a working day. */
  away: z.enum(['closed', 'leave', 'leave_requested', 'suspended', 'rest']).nullable(),
  leaveId: id.nullable(),
  load: z.number().int(),
})

export const leaves = {
  list: query({
    access: 'leave.read',
    input: z
      .strictObject({
        staffId: id.optional(),
        from: date.optional(),
        until: date.optional(),
        status: leaveStatus.optional(),
        ...page,
      })
      .optional(),
    output: rowsOf(leaveRow),
  }),
  get: query({ access: 'leave.read', input: z.strictObject({ leaveId: id }), output: leaveRow }),
  /**
   * Asks for a leave. Refuses VALIDATION_FAILED for `until` before `from`, RULE_REFUSED `leave_overlaps` for days that
   * another leave holds. Only sick leave may begin before today.
   */
  request: command({
    access: 'leave.request',
    input: z.strictObject({
      staffId: id.optional(),
      from: date,
      until: date,
      kind: leaveKind,
      note: note.nullish(),
    }),
    output: z.object({ leaveId: id, unresolved: z.number().int() }),
    changes: ['leaves', 'plans'],
  }),
  /** What a leave on some days would have to hand over, before it is asked for. */
  preview: query({
    access: 'leave.read',
    input: z.strictObject({ staffId: id.optional(), from: date, until: date }),
    output: z.object({
      /** Open plans within the days. */
      plans: z.number().int(),
      /** Open opportunities whose purchase date falls within them. */
      dates: z.number().int(),
      backOn: date,
      /** Another leave that holds some of the days. */
      overlapping: z.object({ from: date, until: date }).nullable(),
    }),
  }),
  /** Every plan within the leave and every opportunity whose purchase date falls inside, open and resolved. */
  handoff: query({
    access: 'leave.read',
    input: z.strictObject({ leaveId: id }),
    output: z.object({
      leave: leaveRow,
      unresolved: z.array(handoffLine),
      resolved: z.array(handoffLine),
      /** Whether the policy lets a colleague cover, and who could. */
      coverAllowed: z.boolean(),
      colleagues: z.array(z.object({ staffId: id, name: z.string(), load: z.number().int() })),
    }),
  }),
  /**
   * Resolves one line: a plan is postponed or covered by a colleague (R-6.4, where the policy allows it); a
   * purchase date is moved with `expectedPurchaseDate`. Without a plan named, the opportunity's plan within the leave is
   * meant, else its purchase date. `way` may carry the colleague: `{ cover: { staffId } }`.
   */
  resolve: command({
    access: 'leave.request',
    input: z.strictObject({
      leaveId: id,
      planId: id.optional(),
      opportunityId: id.optional(),
      way: z
        .union([
          z.enum(['postpone', 'cover']),
          z.strictObject({ kind: z.enum(['postpone', 'cover']), staffId: id.optional() }),
          z.strictObject({ cover: z.strictObject({ staffId: id }) }),
        ])
        .optional(),
      staffId: id.optional(),
      expectedPurchaseDate: date.optional(),
      /** With a purchase date: the grade it goes with; the one that belongs to the date where the present one does not. */
      grade: gradeCode.optional(),
    }),
    output: z.object({ on: date.nullable(), unresolved: z.number().int() }),
    changes: ['leaves', 'plans', 'customers'],
  }),
  /** Postpones every plan that is left, in one act, spread as says; purchase dates stay to be done one by one. */
  postponeRest: command({
    access: 'leave.request',
    input: z.strictObject({ leaveId: id }),
    output: z.object({
      lines: z.array(z.object({ planId: id, opportunityId: id, from: date, on: date })),
      unresolved: z.number().int(),
    }),
    changes: ['leaves', 'plans'],
  }),
  /** Refused while a line is left, and after its start unless it is sick leave. */
  confirm: command({
    access: 'leave.confirm',
    input: z.strictObject({ leaveId: id }),
    output: z.object({
      /** What was raised for the days of a sick leave that is confirmed after its start, and is now waived. */
      waived: z.number().int(),
      /** What had been approved by then: it stays, and only a reversal takes it back. */
      approved: z.array(
        z.object({ violationId: id, kind: violationKind, on: date, customerName: z.string().nullable() }),
      ),
    }),
    changes: ['leaves', 'plans', 'checks'],
    judges: true,
  }),
  /** Brings postponed plans back. A leave that has begun is shortened instead. */
  cancel: command({
    access: 'leave.request',
    input: z.strictObject({ leaveId: id, reason: note.optional() }),
    output: z.object({ lines: z.array(z.object({ planId: id, from: date, on: date })) }),
    changes: ['leaves', 'plans'],
  }),
  shorten: command({
    access: 'leave.request',
    input: z.strictObject({ leaveId: id, until: date }),
    output: z.object({ lines: z.array(z.object({ planId: id, from: date, on: date })) }),
    changes: ['leaves', 'plans'],
  }),
  /** The team's days: leaves, rest days, closed dates, suspensions and how many plans fall on each. */
  calendar: query({
    access: 'leave.read',
    input: z.strictObject({ from: date, until: date }),
    output: z.object({
      people: z.array(z.object({ staffId: id, name: z.string(), days: z.array(dayOfCalendar) })),
    }),
  }),
  /** Three lines about each customer that the asker covers for a colleague, or helps with, at present. */
  briefings: query({
    access: 'toDo.read',
    input: z.strictObject({ staffId: id.optional() }).optional(),
    output: z.object({ rows: z.array(briefing) }),
  }),
  /** What happened while he was away: of his last leave, or the one named. */
  whileAway: query({
    access: 'leave.read',
    input: z.strictObject({ leaveId: id.optional(), staffId: id.optional() }).optional(),
    output: z.object({
      leave: leaveRow.nullable(),
      /** Contacts that colleagues made with his customers. */
      contacts: z.array(
        z.object({
          followUpId: id,
          customerId: id,
          customerName: z.string(),
          staffName: z.string().nullable(),
          on: date,
          result,
          content: z.string(),
          effective: z.boolean(),
        }),
      ),
      /** His plans that wait now, first those that the leave postponed. */
      plans: z.array(
        z.object({
          planId: id,
          customerId: id,
          customerName: z.string(),
          grade: gradeCode,
          on: date,
          postponedFrom: date.nullable(),
        }),
      ),
      instructions: z.array(
        z.object({
          instructionId: id,
          customerId: id,
          customerName: z.string(),
          text: z.string(),
          givenOn: date,
        }),
      ),
      /** Visits of his customers, claims on them, and violations dated within the leave. */
      claims: z.number().int(),
      violations: z.number().int(),
    }),
  }),
}
