import { check, index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import { leaveKinds, leaveWays, type LeaveKind, type LeaveWay } from '#shared/domain/codes.ts'
import { code, dateOn, instantAt, oneOf } from './columns.ts'
import { opportunities } from './customers.ts'
import { staff } from './staff.ts'

/** Days on which a consultant is away (休假 / 培训). Confirmed ones keep plans off their days. */
export const leaves = sqliteTable(
  'leaves',
  {
    leaveId: text('leave_id').primaryKey(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.staffId, { onDelete: 'restrict' }),
    fromOn: dateOn('from_on').notNull(),
    untilOn: dateOn('until_on').notNull(),
    kind: code<LeaveKind>('kind').notNull(),
    /** Null while it is only asked for, and again when it is cancelled: then it shields nothing. */
    confirmedAt: instantAt('confirmed_at'),
    confirmedBy: text('confirmed_by'),
    note: text('note'),
    requestedOn: dateOn('requested_on'),
    requestedAt: instantAt('requested_at'),
    requestedBy: text('requested_by'),
    cancelledAt: instantAt('cancelled_at'),
    /** The last day as it was confirmed, where the leave was shortened since. */
    untilBefore: dateOn('until_before'),
  },
  (t) => [
    index('leaves_staff').on(t.staffId, t.fromOn),
    check('leaves_kind', oneOf(t.kind, leaveKinds)),
    check('leaves_span', sql`${t.fromOn} <= ${t.untilOn}`),
  ],
)

/** Lines of the handoff 交接 of a leave, one for each plan or purchase date within it, and what became of each. */
export const leaveLines = sqliteTable(
  'leave_lines',
  {
    lineId: text('line_id').primaryKey(),
    leaveId: text('leave_id')
      .notNull()
      .references(() => leaves.leaveId, { onDelete: 'restrict' }),
    opportunityId: text('opportunity_id')
      .notNull()
      .references(() => opportunities.opportunityId, { onDelete: 'restrict' }),
    /** Null for a line about the expected purchase date. */
    planId: text('plan_id'),
    /** The plan's date, or the purchase date, when the line was found. */
    onBefore: dateOn('on_before').notNull(),
    /** The limit the plan had before it was postponed. */
    limitBefore: dateOn('limit_before'),
    /** Set when it was resolved by an act of the handoff; what was done before or dated anew shows by itself. */
    way: code<LeaveWay>('way'),
    /** The new date of a postponed plan. */
    movedTo: dateOn('moved_to'),
    /** The colleague who covers. */
    coveredBy: text('covered_by').references(() => staff.staffId, { onDelete: 'restrict' }),
    resolvedAt: instantAt('resolved_at'),
    resolvedBy: text('resolved_by'),
    /** When a shortened or cancelled leave brought it back; when the cover ended. */
    returnedAt: instantAt('returned_at'),
  },
  (t) => [
    index('leave_lines_leave').on(t.leaveId),
    index('leave_lines_plan').on(t.planId),
    index('leave_lines_opportunity').on(t.opportunityId),
    check('leave_lines_way', sql`${t.way} is null or ${oneOf(t.way, leaveWays)}`),
  ],
)
