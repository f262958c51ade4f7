import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import {
  ladders,
  penaltyParts,
  penaltyUnits,
  rectificationStatuses,
  suspensionStatuses,
  type Consequence,
  type LadderName,
  type PenaltyPart,
  type PenaltyUnit,
  type RectificationStatus,
  type SuspensionStatus,
} from '#shared/domain/codes.ts'
import type { Reason } from '#shared/reasons.ts'
import { code, dateOn, instantAt, isDate, json, oneOf } from './columns.ts'
import { staff } from './staff.ts'
import { violations } from './supervision.ts'

/**
 * The ledger of penalties (考核台账, R-8.4): append-only, triggers guard it. An entry is one occasion of one person and
 * ladder, his manager's share of it, or what takes an earlier entry back. `sequence` is the order in which it was written.
 */
export const penaltyEntries = sqliteTable(
  'penalty_entries',
  {
    sequence: integer('sequence').primaryKey(),
    entryId: text('entry_id').notNull(),
    part: code<PenaltyPart>('part').notNull(),
    /** Who bears it. */
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.staffId, { onDelete: 'restrict' }),
    /** Whose occasion it is: the consultant, also in his manager's share. */
    ofStaffId: text('of_staff_id')
      .notNull()
      .references(() => staff.staffId, { onDelete: 'restrict' }),
    ladder: code<LadderName>('ladder').notNull(),
    /** The date of the occasion. */
    on: dateOn('on').notNull(),
    occasion: integer('occasion').notNull(),
    items: integer('items').notNull(),
    unit: code<PenaltyUnit>('unit').notNull(),
    /** Fen or points for one item on this occasion. */
    perItem: integer('per_item').notNull(),
    /** Before the cap, in fen or points. */
    gross: integer('gross').notNull(),
    /** What the monthly cap took off. */
    capTaken: integer('cap_taken').notNull(),
    /** gross − capTaken; negative in a reversal. */
    amount: integer('amount').notNull(),
    consequences: json<readonly Consequence[]>('consequences').notNull(),
    /** The own entry that a share belongs to. */
    ofEntryId: text('of_entry_id'),
    reversesEntryId: text('reverses_entry_id'),
    reason: text('reason'),
    policyVersion: integer('policy_version').notNull(),
    reasons: json<readonly Reason[]>('reasons').notNull(),
    enteredOn: dateOn('entered_on').notNull(),
    enteredAt: instantAt('entered_at').notNull(),
    enteredBy: text('entered_by').notNull(),
  },
  (t) => [
    uniqueIndex('penalty_entries_id').on(t.entryId),
    index('penalty_entries_staff').on(t.staffId, t.on),
    index('penalty_entries_of').on(t.ofStaffId, t.ladder, t.on),
    index('penalty_entries_on').on(t.on),
    index('penalty_entries_reverses').on(t.reversesEntryId),
    check('penalty_entries_part', oneOf(t.part, penaltyParts)),
    check('penalty_entries_ladder', oneOf(t.ladder, ladders)),
    check('penalty_entries_unit', oneOf(t.unit, penaltyUnits)),
    check('penalty_entries_amount', sql`${t.amount} = ${t.gross} - ${t.capTaken}`),
  ],
)

/** Which violations an entry is about; append-only. */
export const penaltyItems = sqliteTable(
  'penalty_items',
  {
    entryId: text('entry_id').notNull(),
    violationId: text('violation_id')
      .notNull()
      .references(() => violations.violationId, { onDelete: 'restrict' }),
  },
  (t) => [
    primaryKey({ columns: [t.entryId, t.violationId] }),
    index('penalty_items_violation').on(t.violationId),
  ],
)

/** Rectification reports (整改报告, R-8.9), one for an occasion. */
export const rectifications = sqliteTable(
  'rectifications',
  {
    rectificationId: text('rectification_id').primaryKey(),
    entryId: text('entry_id').notNull(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.staffId, { onDelete: 'restrict' }),
    ladder: code<LadderName>('ladder').notNull(),
    on: dateOn('on').notNull(),
    /** The report is due on this date. */
    dueOn: dateOn('due_on').notNull(),
    status: code<RectificationStatus>('status').notNull(),
    cause: text('cause'),
    measures: text('measures'),
    /** The date by which he will have set it right. */
    deadlineOn: dateOn('deadline_on'),
    writtenAt: instantAt('written_at'),
    reviewedAt: instantAt('reviewed_at'),
    reviewedBy: text('reviewed_by'),
    reviewNote: text('review_note'),
    version: integer('version').notNull(),
  },
  (t) => [
    index('rectifications_staff').on(t.staffId, t.status),
    index('rectifications_due').on(t.status, t.dueOn),
    check('rectifications_status', oneOf(t.status, rectificationStatuses)),
    check('rectifications_deadline', isDate(t.deadlineOn)),
  ],
)

/** Suspensions for study (待岗学习, R-8.5): proposed with an occasion, decided by the director, shown in duty. */
export const suspensions = sqliteTable(
  'suspensions',
  {
    suspensionId: text('suspension_id').primaryKey(),
    entryId: text('entry_id').notNull(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.staffId, { onDelete: 'restrict' }),
    ladder: code<LadderName>('ladder').notNull(),
    on: dateOn('on').notNull(),
    proposedOn: dateOn('proposed_on').notNull(),
    status: code<SuspensionStatus>('status').notNull(),
    fromOn: dateOn('from_on'),
    untilOn: dateOn('until_on'),
    decidedAt: instantAt('decided_at'),
    decidedBy: text('decided_by'),
    note: text('note'),
  },
  (t) => [
    index('suspensions_staff').on(t.staffId, t.status),
    index('suspensions_status').on(t.status, t.fromOn),
    check('suspensions_status', oneOf(t.status, suspensionStatuses)),
    check(
      'suspensions_span',
      sql`(${t.fromOn} is null) = (${t.untilOn} is null) and ${t.fromOn} <= ${t.untilOn}`,
    ),
  ],
)

/** What the nightly recomputation found, one row a date; `wrong` lists the entries that did not come out the same. */
export const penaltyChecks = sqliteTable('penalty_checks', {
  on: dateOn('on').primaryKey(),
  checkedAt: instantAt('checked_at').notNull(),
  entries: integer('entries').notNull(),
  wrong: json<readonly string[]>('wrong').notNull(),
})
