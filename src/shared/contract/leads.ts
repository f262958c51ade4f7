import { z } from 'zod'
import {
  assignmentWay,
  channel,
  leadCloseReason,
  leadExceptionKind,
  leadExceptionStatus,
  leadStatus,
  opportunityStatus,
  source,
} from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { assignTo, leadImports } from './lead-imports.ts'
import {
  date,
  gradeCode,
  id,
  instant,
  name,
  note,
  page,
  reasonSchema,
  rowsOf,
  staffRef,
  timeOfDay,
} from './pieces.ts'

const text = z.string().nullable()
const count = z.number().int()

/** What is written down of a lead 线索; what must be there, the policy says (form `lead`). */
const leadFields = {
  name,
  phone: z.string().trim().max(60),
  source: source.nullable(),
  model: z.string().trim().max(80),
  area: z.string().trim().max(100),
  campaign: z.string().trim().max(100),
  remark: note,
  grade: gradeCode.nullable(),
}

/** One exception 异常 of a lead, open or over. */
export const leadException = z.object({
  exceptionId: id,
  kind: leadExceptionKind,
  status: leadExceptionStatus,
  raisedOn: date,
  raisedAt: instant,
  /** Null where the day roll raised it. */
  raisedByName: text,
  note: text,
  helper: staffRef.nullable(),
  helperNamedByName: text,
  helperNamedAt: instant.nullable(),
  /** The instruction by which the helper has it in his to-do list. */
  instructionId: id.nullable(),
  /** What the helper answered so far. */
  answer: text,
  doneAt: instant.nullable(),
  doneByName: text,
  outcome: text,
  abilities: z.object({ nameHelper: z.boolean(), end: z.boolean() }),
})
export type LeadException = z.infer<typeof leadException>

/** One lead as the asker may see it; the phone of what is not his is masked. */
export const leadRow = z.object({
  leadId: id,
  version: count,
  status: leadStatus,
  name: z.string(),
  phone: z.string(),
  masked: z.boolean(),
  source: source.nullable(),
  model: text,
  area: text,
  campaign: text,
  remark: text,
  /** Of its opportunity once it has one, else as it came in. */
  grade: gradeCode.nullable(),
  receivedOn: date,
  receivedAt: instant,
  receivedByName: text,
  assigneeId: id.nullable(),
  assigneeName: text,
  assignedAt: instant.nullable(),
  assignedByName: text,
  assignedWay: assignmentWay.nullable(),
  /** Whose customer it is now: a reassignment may have moved him since. */
  ownerId: id.nullable(),
  ownerName: text,
  /** The moment by which the first follow-up starts; null until it is assigned. */
  dueAt: instant.nullable(),
  /** Whole minutes and hours left from now, below zero when it is late; null where nothing is awaited. */
  minutesLeft: count.nullable(),
  hoursLeft: count.nullable(),
  /** Awaits its first follow-up, and the moment has passed. */
  late: z.boolean(),
  firstFollowUpAt: instant.nullable(),
  /** Its first follow-up came after the moment. */
  startedLate: z.boolean(),
  customerId: id.nullable(),
  opportunityId: id.nullable(),
  opportunityStatus: opportunityStatus.nullable(),
  nextPlan: z
    .object({ planId: id, on: date, time: timeOfDay.nullable(), channel, purpose: z.string() })
    .nullable(),
  /** The exception that is open. */
  exception: leadException.nullable(),
  closedAt: instant.nullable(),
  closedByName: text,
  closedReason: leadCloseReason.nullable(),
  closedNote: text,
  abilities: z.object({
    assign: z.boolean(),
    update: z.boolean(),
    close: z.boolean(),
    openCard: z.boolean(),
    raiseException: z.boolean(),
  }),
})
export type LeadRow = z.infer<typeof leadRow>

/** What became of a lead that was to be assigned. */
export const leadAssignment = z.object({
  leadId: id,
  /** Null while it waits for somebody. */
  staffId: id.nullable(),
  staffName: text,
  way: assignmentWay.nullable(),
  customerId: id.nullable(),
  opportunityId: id.nullable(),
  planId: id.nullable(),
  dueAt: instant.nullable(),
  /** The phone was known: linked to that customer, whose owner keeps him. */
  linked: z.boolean(),
  /** Why it went to whom it went, or to nobody yet, and who was passed over. */
  reasons: z.array(reasonSchema),
})
export type LeadAssignment = z.infer<typeof leadAssignment>

export const leads = {
  /**
   * Enters a lead. `assign` names who gets it; left out, a consultant keeps what he enters and everybody else's waits. Somebody whose
   * phone is known goes to his owner. Refuses with VALIDATION_FAILED for missing required fields and a phone that cannot be right, with
   * RULE_REFUSED `lead_waits_already` {leadId} while another lead with this phone waits.
   */
  add: command({
    access: 'lead.add',
    input: z.strictObject({
      ...z.strictObject(leadFields).partial().shape,
      assign: assignTo.optional(),
      /** Why by hand. */
      reason: note.optional(),
    }),
    output: z.object({
      leadId: id,
      assignment: leadAssignment.nullable(),
      /** Important fields still empty, in one list. */
      reminders: z.array(z.string()),
    }),
    changes: ['leads', 'rotation', 'customers', 'plans', 'visits'],
  }),
  /**
   * Assigns leads that wait: each becomes a customer with an opportunity and its first plan, and the clock starts. Whoever is not next in
   * the rotation gets one by hand. Refuses with RULE_REFUSED `lead_assigned_already` {name}, `lead_is_closed`; what the rotation can give to
   * nobody now comes back without `staffId` and waits on.
   */
  assign: command({
    access: 'lead.assign',
    input: z.strictObject({
      leadIds: z.array(id).min(1).max(500),
      to: z.union([z.literal('rotation'), id]),
      reason: note.optional(),
    }),
    output: z.object({ rows: z.array(leadAssignment) }),
    changes: ['leads', 'rotation', 'customers', 'plans', 'visits'],
  }),
  /** Leads within reach: late ones first, then those that wait, then the newest. Managers see also those that wait for an assignment. */
  list: query({
    access: 'lead.read',
    input: z
      .strictObject({
        status: leadStatus.optional(),
        /** Not closed, and its first follow-up not made. */
        open: z.boolean().optional(),
        late: z.boolean().optional(),
        mine: z.boolean().optional(),
        /** With an open exception. */
        exception: z.boolean().optional(),
        ownerId: id.optional(),
        customerId: id.optional(),
        /** A part of the name, or the end or whole of the phone. */
        text: z.string().max(100).optional(),
        /** Dates on which they came in. */
        from: date.optional(),
        until: date.optional(),
        ...page,
      })
      .optional(),
    output: rowsOf(leadRow).extend({
      /** Of everything within reach, whatever is filtered. */
      counts: z.object({
        unassigned: count,
        assigned: count,
        started: count,
        closed: count,
        late: count,
        exceptions: count,
      }),
    }),
  }),
  get: query({
    access: 'lead.read',
    input: z.strictObject({ leadId: id }),
    output: leadRow.extend({
      /** All of them, the newest first. */
      exceptions: z.array(leadException),
      /** Important fields still empty. */
      missing: z.array(z.string()),
    }),
  }),
  /** Corrects what came in, of one that waits or is one's own. Assigned, its phone and grade are the card's business. */
  update: command({
    access: 'lead.work',
    input: z.strictObject({
      leadId: id,
      version: count.optional(),
      ...z.strictObject(leadFields).partial().shape,
    }),
    output: z.object({ version: count, reminders: z.array(z.string()) }),
    changes: ['leads'],
  }),
  /** Ends a lead that waits, with the reason. One that has a card is refused (`lead_has_a_card`): there the opportunity is lost instead. */
  close: command({
    access: 'lead.work',
    input: z.strictObject({ leadId: id, reason: leadCloseReason, note: note.optional() }),
    changes: ['leads'],
  }),
  /** A negative reaction, or the consultant's own request. One at a time. */
  raiseException: command({
    access: 'lead.work',
    input: z.strictObject({
      leadId: id,
      kind: leadExceptionKind.exclude(['not_in_showroom']),
      note: note.min(1),
    }),
    output: z.object({ exceptionId: id }),
    changes: ['leads', 'checks'],
  }),
  /** Names who helps, or somebody else: an instruction brings it into his to-do list with a briefing. Ownership does not move. */
  nameHelper: command({
    access: 'lead.nameHelper',
    input: z.strictObject({ exceptionId: id, helperId: id, note: note.optional(), dueOn: date.nullish() }),
    output: z.object({ instructionId: id }),
    changes: ['leads', 'instructions', 'checks', 'customers'],
  }),
  /** Done: the lead goes back to its consultant. By him, his helper or his manager. */
  endException: command({
    access: 'lead.work',
    input: z.strictObject({ exceptionId: id, outcome: note.min(1) }),
    changes: ['leads', 'instructions', 'checks', 'customers'],
  }),
  /** Valid calls of a day of each lead consultant against the minimum. */
  calls: query({
    access: 'lead.read',
    input: z.strictObject({ on: date.optional() }).optional(),
    output: z.object({
      on: date,
      minimum: count,
      /** The day is over, and the number final. */
      final: z.boolean(),
      rows: z.array(
        z.object({
          staffId: id,
          name: z.string(),
          /** He works on this date. */
          onDuty: z.boolean(),
          valid: count,
          /** All calls, also those that do not count. */
          calls: count,
          missing: count,
          below: z.boolean(),
        }),
      ),
    }),
  }),
  /** The calls behind the number, and why one does not count. */
  callLines: query({
    access: 'lead.read',
    input: z.strictObject({ staffId: id, on: date.optional(), ...page }),
    output: rowsOf(
      z.object({
        followUpId: id,
        customerId: id,
        customerName: z.string(),
        recordedAt: instant,
        content: z.string(),
        valid: z.boolean(),
        reasons: z.array(reasonSchema),
        mayOpen: z.boolean(),
      }),
    ),
  }),
  ...leadImports,
}
