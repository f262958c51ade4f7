import { z } from 'zod'
import {
  consequence,
  ladderName,
  penaltyPart,
  penaltyUnit,
  rectificationStatus,
  suspensionStatus,
  violationKind,
  violationStatus,
} from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { date, id, instant, note, page, reasonSchema, rowsOf, staffRef } from './pieces.ts'

const ids = z.array(id).min(1).max(500)

export const violationRow = z.object({
  violationId: id,
  kind: violationKind,
  staffId: id,
  staffName: z.string(),
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  opportunityId: id.nullable(),
  on: date,
  status: violationStatus,
  ruleId: z.string(),
  policyVersion: z.number().int(),
  reasons: z.array(reasonSchema),
  /** Null for a kind without a penalty. */
  ladder: ladderName.nullable(),
  managerName: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decisionReason: z.string().nullable(),
  suspensionLowered: z.boolean(),
  objection: z.string().nullable(),
  objectedAt: instant.nullable(),
  objectionRecordingId: id.nullable(),
  entryId: id.nullable(),
  abilities: z.object({ decide: z.boolean(), object: z.boolean(), approve: z.boolean() }),
})
export type ViolationRow = z.infer<typeof violationRow>

export const violations = {
  list: query({
    access: 'violation.read',
    input: z
      .strictObject({
        from: date.optional(),
        until: date.optional(),
        staffId: id.optional(),
        kind: violationKind.optional(),
        status: violationStatus.optional(),
        ...page,
      })
      .optional(),
    output: rowsOf(violationRow),
  }),
  /** The manager confirms; `lowerSuspension` lowers a proposal of suspension to a report. */
  confirm: command({
    access: 'violation.decide',
    input: z.strictObject({
      violationIds: ids,
      reason: note.optional(),
      lowerSuspension: z.boolean().optional(),
    }),
    output: z.object({ confirmed: z.number().int() }),
    changes: ['checks', 'penalties'],
    judges: true,
  }),
  /** The manager waives, with a reason. */
  waive: command({
    access: 'violation.decide',
    confirms: true,
    input: z.strictObject({ violationIds: ids, reason: note.min(1) }),
    output: z.object({ waived: z.number().int() }),
    changes: ['checks', 'penalties'],
    judges: true,
  }),
  /** The consultant objects before approval, with a text and a recording where he has one. */
  object: command({
    access: 'violation.object',
    input: z.strictObject({ violationIds: ids, reason: note.min(1), recordingId: id.nullish() }),
    output: z.object({ objected: z.number().int() }),
    changes: ['checks', 'penalties'],
  }),
}

/** One occasion of one person and ladder, before it is approved. Amounts in fen, or points. */
export const penaltyPreviewEntry = z.object({
  staffId: id,
  staffName: z.string(),
  ladder: ladderName,
  /** The kind of its items; the first of them where there are several. */
  kind: violationKind,
  kinds: z.array(z.object({ kind: violationKind, items: z.number().int() })),
  on: date,
  occasion: z.number().int(),
  items: z.number().int(),
  violationIds: z.array(id),
  unit: penaltyUnit,
  label: z.object({ zh: z.string(), en: z.string() }),
  perItem: z.number().int(),
  gross: z.number().int(),
  /** What the monthly cap takes off. */
  capTaken: z.number().int(),
  amount: z.number().int(),
  /** The weightiest of what follows besides; null for none. */
  consequence: consequence.nullable(),
  consequences: z.array(consequence),
  manager: staffRef.nullable(),
  /** after his own cap. */
  managerShare: z.number().int(),
  managerCapTaken: z.number().int(),
  policyVersion: z.number().int(),
  reasons: z.array(reasonSchema),
  /** Why this one cannot be approved now; empty when it can. */
  obstacles: z.array(reasonSchema),
})
export type PenaltyPreviewEntry = z.infer<typeof penaltyPreviewEntry>

/** A line of the ledger 考核台账. */
export const penaltyEntry = z.object({
  entryId: id,
  sequence: z.number().int(),
  part: penaltyPart,
  staffId: id,
  staffName: z.string(),
  ofStaffId: id,
  ofStaffName: z.string(),
  ladder: ladderName,
  label: z.object({ zh: z.string(), en: z.string() }),
  on: date,
  occasion: z.number().int(),
  items: z.number().int(),
  unit: penaltyUnit,
  perItem: z.number().int(),
  gross: z.number().int(),
  capTaken: z.number().int(),
  amount: z.number().int(),
  consequences: z.array(consequence),
  ofEntryId: id.nullable(),
  reversesEntryId: id.nullable(),
  reversedBy: id.nullable(),
  reason: z.string().nullable(),
  policyVersion: z.number().int(),
  reasons: z.array(reasonSchema),
  enteredOn: date,
  enteredAt: instant,
  enteredBy: z.string(),
  violationIds: z.array(id),
})
export type PenaltyEntry = z.infer<typeof penaltyEntry>

const totals = z.object({
  /** Fen. */
  money: z.number().int(),
  points: z.number().int(),
  capTaken: z.number().int(),
  managerShares: z.number().int(),
  reports: z.number().int(),
  suspensions: z.number().int(),
})

export const penalties = {
  /** … What approval would enter: occasion, items, amounts, manager's share, what the cap takes off. */
  preview: query({
    access: 'penalty.preview',
    input: z.strictObject({ violationIds: ids }),
    output: z.object({ entries: z.array(penaltyPreviewEntry), totals }),
  }),
  /** Confirmed violations that wait for the director, by person and date. */
  waiting: query({
    access: 'penalty.preview',
    output: z.object({ violationIds: z.array(id), entries: z.array(penaltyPreviewEntry), totals }),
  }),
  /** Enters them into the ledger; refused while an earlier confirmed date of the same ladder and person waits. */
  approve: command({
    access: 'penalty.approve',
    input: z.strictObject({ violationIds: ids, reason: note.optional() }),
    output: z.object({ entryIds: z.array(id), ids: z.array(id) }),
    changes: ['checks', 'penalties'],
    judges: true,
  }),
  /**
   * Takes entries back by reversing ones, with a reason. Their violations become reversed, but those in
   * `keepViolationIds` are confirmed again, to be approved anew.
   */
  reverse: command({
    access: 'penalty.approve',
    input: z.strictObject({ ids, reason: note.min(1), keepViolationIds: z.array(id).max(500).optional() }),
    output: z.object({ entryIds: z.array(id), ids: z.array(id) }),
    changes: ['checks', 'penalties'],
    judges: true,
  }),
  /** Entries whose occasion lies in the span, oldest first. */
  ledger: query({
    access: 'penalty.read',
    input: z.strictObject({ from: date, until: date, staffId: id.optional(), ...page }),
    output: rowsOf(penaltyEntry).extend({ totals }),
  }),
  /** The month of each person within reach and of the store (考核月表). `month` is `yyyy-mm`. */
  monthSheet: query({
    access: 'penalty.read',
    input: z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), staffId: id.optional() }),
    output: z.object({
      month: z.string(),
      storeName: z.string(),
      people: z.array(
        z.object({ staffId: id, name: z.string(), role: z.string(), entries: z.array(penaltyEntry), totals }),
      ),
      totals,
    }),
  }),
  /** Saves the month as a workbook at a path that the desktop asked for; leaves a trace. */
  exportMonth: command({
    access: 'penalty.read',
    confirms: true,
    input: z.strictObject({
      month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
      staffId: id.optional(),
      path: z.string().min(1).max(2000),
    }),
    output: z.object({ path: z.string(), rows: z.number().int() }),
  }),
  /** Works every entry out again from the records and names those that do not come out the same. */
  recompute: query({
    access: 'penalty.preview',
    output: z.object({
      entries: z.number().int(),
      wrong: z.array(
        z.object({
          entryId: id,
          staffName: z.string(),
          on: date,
          amount: z.number().int(),
          recomputed: z.number().int(),
        }),
      ),
    }),
  }),
}

/** A violation that a report or a suspension is about, in words. */
const occasionViolation = z.object({
  violationId: id,
  kind: violationKind,
  customerName: z.string().nullable(),
  reasons: z.array(reasonSchema),
})

export const rectificationRow = z.object({
  rectificationId: id,
  entryId: id,
  staffId: id,
  staffName: z.string(),
  /** His present manager, who reviews it. */
  managerName: z.string().nullable(),
  ladder: ladderName,
  on: date,
  occasion: z.number().int(),
  items: z.number().int(),
  dueOn: date,
  /** Due, and its date has passed. */
  missing: z.boolean(),
  status: rectificationStatus,
  cause: z.string().nullable(),
  measures: z.string().nullable(),
  deadlineOn: date.nullable(),
  writtenAt: instant.nullable(),
  reviewedAt: instant.nullable(),
  reviewedBy: z.string().nullable(),
  reviewNote: z.string().nullable(),
  version: z.number().int(),
  /** What it is about, in words. */
  violations: z.array(occasionViolation),
  abilities: z.object({ write: z.boolean(), review: z.boolean() }),
})
export type RectificationRow = z.infer<typeof rectificationRow>

export const rectifications = {
  list: query({
    access: 'rectification.read',
    input: z
      .strictObject({ staffId: id.optional(), status: rectificationStatus.optional(), ...page })
      .optional(),
    output: rowsOf(rectificationRow),
  }),
  get: query({
    access: 'rectification.read',
    input: z.strictObject({ rectificationId: id }),
    output: rectificationRow,
  }),
  /** The person writes cause, measures and deadline; again after it was returned. */
  write: command({
    access: 'rectification.write',
    input: z.strictObject({
      rectificationId: id,
      version: z.number().int().optional(),
      cause: note.min(1),
      measures: note.min(1),
      deadlineOn: date,
    }),
    changes: ['penalties', 'checks'],
  }),
  /** The manager accepts it, or returns it with a note. */
  review: command({
    access: 'rectification.review',
    input: z.strictObject({
      rectificationId: id,
      version: z.number().int().optional(),
      decision: z.enum(['accept', 'return']),
      note: note.optional(),
    }),
    changes: ['penalties', 'checks'],
    judges: true,
  }),
}

export const suspensionRow = z.object({
  suspensionId: id,
  entryId: id,
  staffId: id,
  staffName: z.string(),
  ladder: ladderName,
  on: date,
  occasion: z.number().int(),
  proposedOn: date,
  status: suspensionStatus,
  from: date.nullable(),
  until: date.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  note: z.string().nullable(),
  /** What of the occasion stands. */
  violations: z.array(occasionViolation),
  abilities: z.object({ decide: z.boolean() }),
})

export const suspensions = {
  list: query({
    access: 'suspension.read',
    input: z
      .strictObject({ staffId: id.optional(), status: suspensionStatus.optional(), ...page })
      .optional(),
    output: rowsOf(suspensionRow),
  }),
  /** The director suspends from … until, or lowers it to the report, with a reason. */
  decide: command({
    access: 'suspension.decide',
    input: z.strictObject({
      suspensionId: id,
      decision: z.enum(['suspend', 'lower']),
      from: date.optional(),
      until: date.optional(),
      note: note.optional(),
    }),
    changes: ['penalties', 'checks', 'staff', 'leaves'],
    judges: true,
  }),
}
