import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import {
  violationKinds,
  violationStatuses,
  type ViolationKind,
  type ViolationStatus,
} from '#shared/domain/codes.ts'
import type { Reason } from '#shared/reasons.ts'
import { code, dateOn, flag, instantAt, json, oneOf } from './columns.ts'
import { customers, opportunities } from './customers.ts'
import { staff } from './staff.ts'

/** What a roll or an act found. The identity is unique: the same thing is never raised twice. */
export const violations = sqliteTable(
  'violations',
  {
    violationId: text('violation_id').primaryKey(),
    identity: text('identity').notNull(),
    kind: code<ViolationKind>('kind').notNull(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.staffId, { onDelete: 'restrict' }),
    customerId: text('customer_id').references(() => customers.customerId, { onDelete: 'restrict' }),
    opportunityId: text('opportunity_id').references(() => opportunities.opportunityId, {
      onDelete: 'restrict',
    }),
    /** The first open date on which the fault stands. */
    on: dateOn('on').notNull(),
    status: code<ViolationStatus>('status').notNull(),
    ruleId: text('rule_id').notNull(),
    policyVersion: integer('policy_version').notNull(),
    reasons: json<readonly Reason[]>('reasons').notNull(),
    raisedAt: instantAt('raised_at').notNull(),
    /** The consultant's manager at that date. */
    managerId: text('manager_id').references(() => staff.staffId, { onDelete: 'restrict' }),
    decidedAt: instantAt('decided_at'),
    decidedBy: text('decided_by'),
    decisionReason: text('decision_reason'),
    /** The manager lowers a proposal of suspension to a report. */
    suspensionLowered: flag('suspension_lowered').notNull().default(false),
    /** What the consultant objects, and whether it had been confirmed before. */
    objection: text('objection'),
    objectedAt: instantAt('objected_at'),
    objectionRecordingId: text('objection_recording_id'),
    confirmedBefore: flag('confirmed_before').notNull().default(false),
  },
  (t) => [
    uniqueIndex('violations_identity').on(t.identity),
    index('violations_staff').on(t.staffId, t.on),
    index('violations_on').on(t.on),
    index('violations_status').on(t.status, t.staffId, t.on),
    index('violations_opportunity').on(t.opportunityId, t.kind),
    index('violations_customer').on(t.customerId),
    check('violations_kind', oneOf(t.kind, violationKinds)),
    check('violations_status', oneOf(t.status, violationStatuses)),
  ],
)

/** Signed daily checks: evidence, never changed. */
export const signedChecks = sqliteTable(
  'signed_checks',
  {
    on: dateOn('on').notNull(),
    signedBy: text('signed_by')
      .notNull()
      .references(() => staff.staffId, { onDelete: 'restrict' }),
    signedAt: instantAt('signed_at').notNull(),
    note: text('note'),
    /** The frozen sheet as it was shown, as text, so that its digest can be recomputed at any time. */
    snapshot: text('snapshot').notNull(),
    /** SHA-256 of the snapshot. */
    digest: text('digest').notNull(),
    /** Where the audit trail stood when it was signed (S6); null for a sheet that is older than this. */
    auditSequence: integer('audit_sequence'),
    auditHash: text('audit_hash'),
  },
  (t) => [primaryKey({ columns: [t.on, t.signedBy] })],
)

/** Remarks of a manager or director on a customer (R-9.5, 批注). */
export const instructions = sqliteTable(
  'instructions',
  {
    instructionId: text('instruction_id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.customerId, { onDelete: 'restrict' }),
    followUpId: text('follow_up_id'),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.staffId, { onDelete: 'restrict' }),
    givenBy: text('given_by').notNull(),
    givenOn: dateOn('given_on').notNull(),
    givenAt: instantAt('given_at').notNull(),
    text: text('text').notNull(),
    dueOn: dateOn('due_on'),
    answeredAt: instantAt('answered_at'),
    answer: text('answer'),
    answeredBy: text('answered_by'),
    seenAt: instantAt('seen_at'),
    closedAt: instantAt('closed_at'),
    closedBy: text('closed_by'),
    /** A grade that the giver proposes. */
    proposedGrade: text('proposed_grade'),
    /** A colleague who is to help; the owner stays owner. */
    helperId: text('helper_id').references(() => staff.staffId, { onDelete: 'restrict' }),
  },
  (t) => [
    index('instructions_given').on(t.givenBy, t.closedAt),
    index('instructions_helper').on(t.helperId, t.closedAt),
    index('instructions_staff').on(t.staffId, t.answeredAt),
    index('instructions_customer').on(t.customerId),
  ],
)
