import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import {
  desks,
  rotationEventKinds,
  type AssignmentWay,
  type Desk,
  type PhoneMissingReason,
  type RotationEventKind,
  type VisitKind,
  type VisitOccasion,
} from '#shared/domain/codes.ts'
import type { Reason } from '#shared/reasons.ts'
import { code, dateOn, flag, instantAt, json, oneOf } from './columns.ts'
import { customers, opportunities } from './customers.ts'
import { staff } from './staff.ts'

/** Lines of the showroom register (来店(电)登记, R-11.1). Times are `HH:MM` of the store's zone on `visitedOn`. */
export const visits = sqliteTable(
  'visits',
  {
    visitId: text('visit_id').primaryKey(),
    visitedOn: dateOn('visited_on').notNull(),
    consultantId: text('consultant_id').references(() => staff.staffId, { onDelete: 'restrict' }),
    customerId: text('customer_id').references(() => customers.customerId, { onDelete: 'restrict' }),
    callerName: text('caller_name'),
    model: text('model'),
    /** Has an intent to buy, and so needs a card. */
    withIntent: flag('with_intent').notNull(),
    /** When it was written down. */
    registeredAt: instantAt('registered_at'),
    registeredBy: text('registered_by'),
    kind: code<VisitKind>('kind').notNull().default('walk_in'),
    occasion: code<VisitOccasion>('occasion').notNull().default('first'),
    partySize: integer('party_size').notNull().default(1),
    arrivedTime: text('arrived_time'),
    /** Null while he is here. */
    leftTime: text('left_time'),
    plate: text('plate'),
    phone: text('phone'),
    phoneMissing: code<PhoneMissingReason>('phone_missing'),
    grade: text('grade'),
    orderedOnSpot: flag('ordered_on_spot').notNull().default(false),
    remark: text('remark'),
    /** How the consultant was found, and the owner for whom he stands in 代接待. */
    assignedBy: code<AssignmentWay>('assigned_by'),
    standsInForId: text('stands_in_for_id').references(() => staff.staffId, { onDelete: 'restrict' }),
    testDrive: flag('test_drive').notNull().default(false),
    agreementNumber: text('agreement_number'),
    /** When it got its card, and the opportunity it led to. */
    cardedOn: dateOn('carded_on'),
    cardedAt: instantAt('carded_at'),
    opportunityId: text('opportunity_id').references(() => opportunities.opportunityId, {
      onDelete: 'restrict',
    }),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('visits_consultant').on(t.consultantId, t.visitedOn),
    index('visits_uncarded')
      .on(t.consultantId, t.visitedOn)
      .where(sql`${t.withIntent} = 1 and ${t.customerId} is null`),
    index('visits_on').on(t.visitedOn),
    index('visits_phone').on(t.phone),
    index('visits_plate').on(t.plate),
    index('visits_customer').on(t.customerId),
    // An opportunity that goes, with the ledger it came by, asks for its visits.
    index('visits_opportunity')
      .on(t.opportunityId)
      .where(sql`${t.opportunityId} is not null`),
    index('visits_here')
      .on(t.visitedOn)
      .where(sql`${t.leftTime} is null and ${t.arrivedTime} is not null`),
  ],
)

/** What the desk totals and signs at closing, and who countersigned it (source: "the three forms and one card"). */
export const registerDays = sqliteTable('register_days', {
  on: dateOn('on').primaryKey(),
  closedAt: instantAt('closed_at').notNull(),
  closedBy: text('closed_by')
    .notNull()
    .references(() => staff.staffId, { onDelete: 'restrict' }),
  note: text('note'),
  /** The totals as they were signed, as JSON text. */
  totals: text('totals').notNull(),
  countersignedAt: instantAt('countersigned_at'),
  countersignedBy: text('countersigned_by').references(() => staff.staffId, { onDelete: 'restrict' }),
})

/** Where somebody stands in the rotation 轮排 of a desk: the lowest rank is next. */
export const rotationPlaces = sqliteTable(
  'rotation_places',
  {
    desk: code<Desk>('desk').notNull(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.staffId, { onDelete: 'restrict' }),
    rank: integer('rank').notNull(),
    /** Since when he has had something to clear; on clearing it he goes to the end. */
    notClearSince: instantAt('not_clear_since'),
    /** The date on which a manager lets him through. */
    letThroughOn: dateOn('let_through_on'),
    /** The month `yyyy-mm` for which a manager restored him. */
    restoredFor: text('restored_for'),
  },
  (t) => [
    primaryKey({ columns: [t.desk, t.staffId] }),
    index('rotation_places_rank').on(t.desk, t.rank),
    check('rotation_places_desk', oneOf(t.desk, desks)),
  ],
)

/** What happened in the rotation, never changed: the sequence of a day can be read afterwards. */
export const rotationEvents = sqliteTable(
  'rotation_events',
  {
    eventId: text('event_id').primaryKey(),
    desk: code<Desk>('desk').notNull(),
    on: dateOn('on').notNull(),
    at: instantAt('at').notNull(),
    kind: code<RotationEventKind>('kind').notNull(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.staffId, { onDelete: 'restrict' }),
    /** Who did it; null for what happened by itself. */
    byId: text('by_id').references(() => staff.staffId, { onDelete: 'restrict' }),
    visitId: text('visit_id').references(() => visits.visitId, { onDelete: 'restrict' }),
    leadId: text('lead_id'),
    reasons: json<readonly Reason[]>('reasons').notNull(),
    note: text('note'),
    /** The order of the desk after it: staff ids. */
    order: json<readonly string[]>('order').notNull(),
  },
  (t) => [
    index('rotation_events_on').on(t.desk, t.on),
    index('rotation_events_staff').on(t.staffId, t.on),
    check('rotation_events_kind', oneOf(t.kind, rotationEventKinds)),
  ],
)

/** Test drives 试驾, with the number of the agreement that was signed. */
export const testDrives = sqliteTable(
  'test_drives',
  {
    testDriveId: text('test_drive_id').primaryKey(),
    opportunityId: text('opportunity_id')
      .notNull()
      .references(() => opportunities.opportunityId, { onDelete: 'restrict' }),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.customerId, { onDelete: 'restrict' }),
    visitId: text('visit_id').references(() => visits.visitId, { onDelete: 'restrict' }),
    drivenOn: dateOn('driven_on').notNull(),
    model: text('model'),
    agreementNumber: text('agreement_number'),
    staffId: text('staff_id').references(() => staff.staffId, { onDelete: 'restrict' }),
    recordedAt: instantAt('recorded_at').notNull(),
  },
  (t) => [
    index('test_drives_opportunity').on(t.opportunityId, t.drivenOn),
    index('test_drives_customer').on(t.customerId),
    index('test_drives_on').on(t.drivenOn),
    uniqueIndex('test_drives_agreement').on(t.agreementNumber),
  ],
)
