import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import {
  appointmentOutcomes,
  leadExceptionKinds,
  leadExceptionStatuses,
  leadStatuses,
  type AppointmentOutcome,
  type AssignmentWay,
  type LeadExceptionKind,
  type LeadExceptionStatus,
  type LeadStatus,
  type Source,
} from '#shared/domain/codes.ts'
import { code, dateOn, instantAt, oneOf } from './columns.ts'
import { customers, opportunities } from './customers.ts'
import { plans } from './follow-ups.ts'
import { visits } from './showroom.ts'
import { staff } from './staff.ts'
import { instructions } from './supervision.ts'

/** Leads from phone and web (线索, R-10). Assigned, a lead is a customer with an opportunity like any other. */
export const leads = sqliteTable(
  'leads',
  {
    leadId: text('lead_id').primaryKey(),
    receivedOn: dateOn('received_on').notNull(),
    receivedAt: instantAt('received_at').notNull(),
    receivedBy: text('received_by'),
    name: text('name').notNull(),
    phone: text('phone').notNull(),
    source: code<Source>('source'),
    model: text('model'),
    area: text('area'),
    campaign: text('campaign'),
    remark: text('remark'),
    grade: text('grade'),
    status: code<LeadStatus>('status').notNull(),
    assigneeId: text('assignee_id').references(() => staff.staffId, { onDelete: 'restrict' }),
    assignedAt: instantAt('assigned_at'),
    assignedBy: text('assigned_by'),
    assignedWay: code<AssignmentWay>('assigned_way'),
    customerId: text('customer_id').references(() => customers.customerId, { onDelete: 'restrict' }),
    opportunityId: text('opportunity_id').references(() => opportunities.opportunityId, {
      onDelete: 'restrict',
    }),
    /** When its first follow-up was recorded. */
    firstFollowUpAt: instantAt('first_follow_up_at'),
    closedAt: instantAt('closed_at'),
    closedBy: text('closed_by'),
    closedReason: text('closed_reason'),
    version: integer('version').notNull(),
  },
  (t) => [
    index('leads_status').on(t.status, t.assignedAt),
    index('leads_assignee').on(t.assigneeId, t.status),
    index('leads_phone').on(t.phone),
    index('leads_opportunity').on(t.opportunityId),
    index('leads_customer').on(t.customerId),
    check('leads_status', oneOf(t.status, leadStatuses)),
  ],
)

/** Exceptions 异常, each raised once, with the helper whom the manager names. */
export const leadExceptions = sqliteTable(
  'lead_exceptions',
  {
    exceptionId: text('exception_id').primaryKey(),
    leadId: text('lead_id')
      .notNull()
      .references(() => leads.leadId, { onDelete: 'restrict' }),
    /** The same is raised once: lead, kind, and grade or date. */
    identity: text('identity').notNull(),
    kind: code<LeadExceptionKind>('kind').notNull(),
    status: code<LeadExceptionStatus>('status').notNull(),
    raisedOn: dateOn('raised_on').notNull(),
    raisedAt: instantAt('raised_at').notNull(),
    /** Null where the day roll raised it. */
    raisedBy: text('raised_by'),
    note: text('note'),
    helperId: text('helper_id').references(() => staff.staffId, { onDelete: 'restrict' }),
    helperNamedBy: text('helper_named_by'),
    helperNamedAt: instantAt('helper_named_at'),
    /** The instruction by which the helper learns of it. */
    instructionId: text('instruction_id').references(() => instructions.instructionId, {
      onDelete: 'restrict',
    }),
    doneAt: instantAt('done_at'),
    doneBy: text('done_by'),
    outcome: text('outcome'),
  },
  (t) => [
    uniqueIndex('lead_exceptions_identity').on(t.identity),
    index('lead_exceptions_lead').on(t.leadId),
    index('lead_exceptions_status').on(t.status, t.raisedOn),
    check('lead_exceptions_kind', oneOf(t.kind, leadExceptionKinds)),
    check('lead_exceptions_status', oneOf(t.status, leadExceptionStatuses)),
  ],
)

/** Appointments to visit 到店预约: one row for each plan to meet in the showroom, with the plans that go with it. */
export const appointments = sqliteTable(
  'appointments',
  {
    appointmentId: text('appointment_id').primaryKey(),
    /** The plan on the day itself. */
    planId: text('plan_id')
      .notNull()
      .references(() => plans.planId, { onDelete: 'restrict' }),
    opportunityId: text('opportunity_id')
      .notNull()
      .references(() => opportunities.opportunityId, { onDelete: 'restrict' }),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.customerId, { onDelete: 'restrict' }),
    on: dateOn('on').notNull(),
    time: text('time'),
    confirmPlanId: text('confirm_plan_id').references(() => plans.planId, { onDelete: 'restrict' }),
    callPlanId: text('call_plan_id').references(() => plans.planId, { onDelete: 'restrict' }),
    /** Null while it is to come. */
    outcome: code<AppointmentOutcome>('outcome'),
    outcomeAt: instantAt('outcome_at'),
    outcomeBy: text('outcome_by'),
    visitId: text('visit_id').references(() => visits.visitId, { onDelete: 'restrict' }),
  },
  (t) => [
    uniqueIndex('appointments_plan').on(t.planId),
    index('appointments_opportunity').on(t.opportunityId),
    index('appointments_customer').on(t.customerId),
    index('appointments_on').on(t.on),
    // A plan that goes asks for the appointments whose calls it could be.
    index('appointments_confirm')
      .on(t.confirmPlanId)
      .where(sql`${t.confirmPlanId} is not null`),
    index('appointments_call')
      .on(t.callPlanId)
      .where(sql`${t.callPlanId} is not null`),
    check('appointments_outcome', sql`${t.outcome} is null or ${oneOf(t.outcome, appointmentOutcomes)}`),
  ],
)
