import { index, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { dateOn, instantAt } from './columns.ts'
import { customers } from './customers.ts'
import { staff } from './staff.ts'

/** R-3.4a A phone that belongs to somebody else too: a manager allowed it with a reason (a family or company phone). */
export const sharedPhones = sqliteTable(
  'shared_phones',
  {
    sharedPhoneId: text('shared_phone_id').primaryKey(),
    phone: text('phone').notNull(),
    /** Who uses it beside the customer to whom it belongs in `customer_phones`. */
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.customerId, { onDelete: 'restrict' }),
    reason: text('reason').notNull(),
    allowedBy: text('allowed_by')
      .notNull()
      .references(() => staff.staffId, { onDelete: 'restrict' }),
    allowedOn: dateOn('allowed_on').notNull(),
    allowedAt: instantAt('allowed_at').notNull(),
  },
  (t) => [
    uniqueIndex('shared_phones_pair').on(t.phone, t.customerId),
    index('shared_phones_customer').on(t.customerId),
  ],
)

/** Pairs of records that somebody looked at and found to be two people. `firstId` sorts before `secondId`. */
export const duplicateDismissals = sqliteTable(
  'duplicate_dismissals',
  {
    firstId: text('first_id')
      .notNull()
      .references(() => customers.customerId, { onDelete: 'restrict' }),
    secondId: text('second_id')
      .notNull()
      .references(() => customers.customerId, { onDelete: 'restrict' }),
    reason: text('reason').notNull(),
    dismissedBy: text('dismissed_by')
      .notNull()
      .references(() => staff.staffId, { onDelete: 'restrict' }),
    dismissedOn: dateOn('dismissed_on').notNull(),
  },
  (t) => [primaryKey({ columns: [t.firstId, t.secondId] })],
)

/** R-3.4a Two records of one customer made one (合并), and what an undo needs. */
export const merges = sqliteTable(
  'merges',
  {
    mergeId: text('merge_id').primaryKey(),
    keptId: text('kept_id')
      .notNull()
      .references(() => customers.customerId, { onDelete: 'restrict' }),
    droppedId: text('dropped_id')
      .notNull()
      .references(() => customers.customerId, { onDelete: 'restrict' }),
    reason: text('reason'),
    mergedOn: dateOn('merged_on').notNull(),
    mergedAt: instantAt('merged_at').notNull(),
    mergedBy: text('merged_by')
      .notNull()
      .references(() => staff.staffId, { onDelete: 'restrict' }),
    /** Both records as they were and the ids of what moved, as JSON text. */
    snapshot: text('snapshot').notNull(),
    undoneAt: instantAt('undone_at'),
    undoneBy: text('undone_by'),
  },
  (t) => [index('merges_kept').on(t.keptId), index('merges_dropped').on(t.droppedId)],
)
