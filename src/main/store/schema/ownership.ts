import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import {
  claimStatuses,
  recordingStates,
  type ClaimStatus,
  type RecordingState,
} from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { code, dateOn, flag, instantAt, json, oneOf } from './columns.ts'
import { customers } from './customers.ts'
import { followUps } from './follow-ups.ts'
import { staff } from './staff.ts'

/** Changes of owner of many customers in one act (客户再分配, R-7.2). */
export const reassignments = sqliteTable('reassignments', {
  reassignmentId: text('reassignment_id').primaryKey(),
  fromStaffId: text('from_staff_id')
    .notNull()
    .references(() => staff.staffId, { onDelete: 'restrict' }),
  reason: text('reason').notNull(),
  customers: integer('customers').notNull(),
  appliedOn: dateOn('applied_on').notNull(),
  appliedAt: instantAt('applied_at').notNull(),
  appliedBy: text('applied_by').notNull(),
  undoneAt: instantAt('undone_at'),
  undoneBy: text('undone_by'),
})

/** What a transfer found and left of one customer, so that it can be undone. */
export interface TransferSnapshot {
  readonly customer: {
    readonly ownerSinceOn: BusinessDate
    readonly lastEffectiveOn: BusinessDate | null
    readonly versionAfter: number
    /** How many contacts he had by then: one more is work done since. */
    readonly followUps: number
  }
  /** The link of the chain of owners that the transfer closed, and the one it opened. */
  readonly closedOwnerRowId: string | null
  readonly openedOwnerRowId: string
  readonly opportunities: readonly {
    readonly opportunityId: string
    readonly answerableFrom: BusinessDate
    readonly versionAfter: number
  }[]
  readonly plans: readonly {
    readonly planId: string
    readonly assigneeId: string | null
    readonly leaveId: string | null
    readonly dueOn: BusinessDate
    readonly dueAnewOn: BusinessDate | null
    /** What the transfer left: another value is a change made since. */
    readonly after: {
      readonly dueOn: BusinessDate
      readonly dueTime: string | null
      readonly channel: string
      readonly purpose: string
    }
  }[]
  readonly instructions: readonly {
    readonly instructionId: string
    readonly staffId: string
    readonly seenAt: number | null
    readonly answeredAt: number | null
  }[]
  /** The open claims that it overtook, as they stood; absent in transfers that are older than this. */
  readonly claims?: readonly { readonly claimId: string; readonly status: ClaimStatus }[]
}

/** The customers of a reassignment, one row each. */
export const reassignmentMoves = sqliteTable(
  'reassignment_moves',
  {
    moveId: text('move_id').primaryKey(),
    reassignmentId: text('reassignment_id')
      .notNull()
      .references(() => reassignments.reassignmentId, { onDelete: 'restrict' }),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.customerId, { onDelete: 'restrict' }),
    toStaffId: text('to_staff_id')
      .notNull()
      .references(() => staff.staffId, { onDelete: 'restrict' }),
    snapshot: json<TransferSnapshot>('snapshot').notNull(),
  },
  (t) => [
    index('reassignment_moves_reassignment').on(t.reassignmentId),
    index('reassignment_moves_customer').on(t.customerId),
  ],
)

/** Requests to take over a dormant customer (工作联系单, R-5.3). */
export const claims = sqliteTable(
  'claims',
  {
    claimId: text('claim_id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.customerId, { onDelete: 'restrict' }),
    followUpId: text('follow_up_id')
      .notNull()
      .references(() => followUps.followUpId, { onDelete: 'restrict' }),
    claimantId: text('claimant_id')
      .notNull()
      .references(() => staff.staffId, { onDelete: 'restrict' }),
    /** The owner when it was filed. */
    ownerId: text('owner_id').references(() => staff.staffId, { onDelete: 'restrict' }),
    statement: text('statement').notNull(),
    /** The date from which the customer was dormant when it was filed. */
    dormantFrom: dateOn('dormant_from').notNull(),
    status: code<ClaimStatus>('status').notNull(),
    filedOn: dateOn('filed_on').notNull(),
    filedAt: instantAt('filed_at').notNull(),
    policyVersion: integer('policy_version').notNull(),
    seenAt: instantAt('seen_at'),
    answer: text('answer'),
    answeredAt: instantAt('answered_at'),
    answerRecordingId: text('answer_recording_id'),
    decidedAt: instantAt('decided_at'),
    decidedBy: text('decided_by'),
    decisionReason: text('decision_reason'),
    /** The recording that the decision rests on, or the statement that there is none. */
    recordingId: text('recording_id'),
    withoutRecording: flag('without_recording').notNull(),
  },
  (t) => [
    index('claims_customer').on(t.customerId),
    index('claims_claimant').on(t.claimantId, t.status),
    index('claims_owner').on(t.ownerId, t.status),
    index('claims_status').on(t.status, t.filedAt),
    check('claims_status', oneOf(t.status, claimStatuses)),
  ],
)

/** Call recordings (电话录音, R-5.6). The file stays in the recordings folder; here is what proves that it is the same. */
export const recordings = sqliteTable(
  'recordings',
  {
    recordingId: text('recording_id').primaryKey(),
    /** Null while nobody's follow-up fits it. */
    followUpId: text('follow_up_id').references(() => followUps.followUpId, { onDelete: 'restrict' }),
    fileName: text('file_name').notNull(),
    /** Below the recordings folder of the store. */
    path: text('path').notNull(),
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    lengthMs: integer('length_ms'),
    /** What the file's name says. */
    phone: text('phone'),
    recordedAt: instantAt('recorded_at'),
    /** True where the file was matched by its name, false where somebody chose the follow-up. */
    matchedByName: flag('matched_by_name').notNull(),
    attachedOn: dateOn('attached_on').notNull(),
    attachedAt: instantAt('attached_at').notNull(),
    attachedBy: text('attached_by'),
    state: code<RecordingState>('state').notNull(),
    checkedAt: instantAt('checked_at').notNull(),
  },
  (t) => [
    index('recordings_follow_up').on(t.followUpId),
    index('recordings_sha').on(t.sha256),
    index('recordings_phone').on(t.phone, t.recordedAt),
    index('recordings_state').on(t.state),
    check('recordings_state', oneOf(t.state, recordingStates)),
    check('recordings_bytes', sql`${t.bytes} >= 0`),
  ],
)
