import { check, index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import {
  channels,
  lossReasons,
  planStatuses,
  results,
  type Channel,
  type LossReason,
  type PlanStatus,
  type Result,
} from '#shared/domain/codes.ts'
import type { Reason } from '#shared/reasons.ts'
import { code, dateOn, flag, instantAt, json, oneOf } from './columns.ts'
import { customers, opportunities } from './customers.ts'
import { staff } from './staff.ts'

/** Follow-ups to come (跟进计划), and what became of them. */
export const plans = sqliteTable(
  'plans',
  {
    planId: text('plan_id').primaryKey(),
    opportunityId: text('opportunity_id')
      .notNull()
      .references(() => opportunities.opportunityId, { onDelete: 'restrict' }),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.customerId, { onDelete: 'restrict' }),
    /** In whose to-do list it stands: the owner's. */
    assigneeId: text('assignee_id').references(() => staff.staffId, { onDelete: 'restrict' }),
    dueOn: dateOn('due_on').notNull(),
    /** `HH:MM` in the store's zone makes it an appointment. */
    dueTime: text('due_time'),
    channel: code<Channel>('channel').notNull(),
    purpose: text('purpose').notNull(),
    status: code<PlanStatus>('status').notNull(),
    /** Why a manager allowed it beyond the limit. */
    beyondLimitReason: text('beyond_limit_reason'),
    madeOn: dateOn('made_on').notNull(),
    madeAt: instantAt('made_at').notNull(),
    madeBy: text('made_by'),
    /** The date on which it was executed or dropped. */
    endedOn: dateOn('ended_on'),
    followUpId: text('follow_up_id'),
    importBatchId: text('import_batch_id'),
    /** The leave that postponed it beyond its limit; the leave for which a colleague covers it. */
    leaveId: text('leave_id'),
    /** The transfer by which it fell due anew for the present owner. */
    dueAnewOn: dateOn('due_anew_on'),
  },
  (t) => [
    index('plans_to_do').on(t.assigneeId, t.status, t.dueOn),
    index('plans_opportunity').on(t.opportunityId, t.status),
    index('plans_customer').on(t.customerId),
    index('plans_ended').on(t.assigneeId, t.endedOn),
    index('plans_batch').on(t.importBatchId),
    check('plans_channel', oneOf(t.channel, channels)),
    check('plans_status', oneOf(t.status, planStatuses)),
    check('plans_ended', sql`(${t.status} = 'open') = (${t.endedOn} is null)`),
  ],
)

/**
 * Executed follow-ups (跟进 / 回访). What happened is written once and never changed: triggers guard it. Only whether it
 * counts may be judged anew, when a recording is attached.
 */
export const followUps = sqliteTable(
  'follow_ups',
  {
    followUpId: text('follow_up_id').primaryKey(),
    opportunityId: text('opportunity_id')
      .notNull()
      .references(() => opportunities.opportunityId, { onDelete: 'restrict' }),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.customerId, { onDelete: 'restrict' }),
    /** Who made the contact; null where an imported ledger does not say. */
    staffId: text('staff_id').references(() => staff.staffId, { onDelete: 'restrict' }),
    planId: text('plan_id'),
    contactedOn: dateOn('contacted_on').notNull(),
    recordedOn: dateOn('recorded_on').notNull(),
    recordedAt: instantAt('recorded_at').notNull(),
    result: code<Result>('result').notNull(),
    channel: code<Channel>('channel').notNull(),
    content: text('content').notNull(),
    feedback: text('feedback'),
    effective: flag('effective').notNull(),
    effectiveReasons: json<readonly Reason[]>('effective_reasons').notNull(),
    lateRecorded: flag('late_recorded').notNull(),
    gradeBefore: text('grade_before'),
    gradeAfter: text('grade_after'),
    importBatchId: text('import_batch_id'),
    /** For whom it counts where that is not who made it: the owner whom a colleague covered. */
    countsForId: text('counts_for_id').references(() => staff.staffId, { onDelete: 'restrict' }),
    /** S7 The customer made the contact himself (客户主动联系): the one kind that a channel he closed still allows. */
    inbound: flag('inbound').notNull().default(false),
  },
  (t) => [
    index('follow_ups_customer').on(t.customerId, t.contactedOn),
    index('follow_ups_opportunity').on(t.opportunityId, t.contactedOn),
    index('follow_ups_staff').on(t.staffId, t.recordedOn),
    // R-12 The daily report reads by the date of the contact, whenever it was recorded.
    index('follow_ups_contacted').on(t.staffId, t.contactedOn),
    index('follow_ups_batch').on(t.importBatchId),
    check('follow_ups_channel', oneOf(t.channel, channels)),
    check('follow_ups_result', oneOf(t.result, results)),
  ],
)

/** Applications to lose an opportunity and what the manager decided (R-4.11, 战败申请). */
export const lossApplications = sqliteTable(
  'loss_applications',
  {
    lossId: text('loss_id').primaryKey(),
    opportunityId: text('opportunity_id')
      .notNull()
      .references(() => opportunities.opportunityId, { onDelete: 'restrict' }),
    reason: code<LossReason>('reason').notNull(),
    competitor: text('competitor'),
    note: text('note'),
    appliedOn: dateOn('applied_on').notNull(),
    appliedAt: instantAt('applied_at').notNull(),
    appliedBy: text('applied_by').notNull(),
    decision: code<'waiting' | 'approved' | 'refused'>('decision').notNull(),
    decidedAt: instantAt('decided_at'),
    decidedBy: text('decided_by'),
    decisionReason: text('decision_reason'),
  },
  (t) => [
    index('loss_applications_opportunity').on(t.opportunityId),
    index('loss_applications_decision').on(t.decision, t.appliedOn),
    check('loss_applications_reason', oneOf(t.reason, lossReasons)),
    check('loss_applications_decision', oneOf(t.decision, ['waiting', 'approved', 'refused'])),
  ],
)
