import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import { storeKinds, type StoreKind } from '#shared/domain/codes.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { code, dateOn, instantAt, json, oneOf } from './columns.ts'

/** The one dealership this file belongs to. Exactly one row. */
export const store = sqliteTable(
  'store',
  {
    id: integer('id').primaryKey(),
    name: text('name').notNull(),
    kind: code<StoreKind>('kind').notNull(),
    zone: text('zone').notNull(),
    locale: text('locale').notNull(),
    createdOn: dateOn('created_on').notNull(),
    /** The last date whose roll has run; it judged what had fallen due before that date. */
    lastRolledOn: dateOn('last_rolled_on'),
    /** The version of the policy by which the limits of the open book are kept. */
    appliedPolicyVersion: integer('applied_policy_version').notNull().default(1),
  },
  (t) => [check('store_one_row', sql`${t.id} = 1`), check('store_kind', oneOf(t.kind, storeKinds))],
)

/**
 * What the file knows of the clock. Apart from `store`, because it moves with every write and is no content.
 */
export const clockState = sqliteTable(
  'clock_state',
  {
    id: integer('id').primaryKey(),
    /** The highest moment ever recorded by a write. */
    highestAt: instantAt('highest_at'),
    /** Where the clock of a training store was last set by a call. */
    trainingAt: instantAt('training_at'),
    /** The last recorded moment before a jump ahead that nobody has confirmed yet. */
    aheadFrom: instantAt('ahead_from'),
    /** The first roll that ran since somebody last asked with `dayRoll.run`: one that ran by itself is still reported. */
    unreportedFrom: dateOn('unreported_from'),
    unreportedRaised: integer('unreported_raised').notNull().default(0),
  },
  (t) => [check('clock_state_one_row', sql`${t.id} = 1`)],
)

/** Versions of the policy; a version once written stays. */
export const policies = sqliteTable('policies', {
  version: integer('version').primaryKey(),
  effectiveFrom: dateOn('effective_from').notNull(),
  document: json<Policy>('document').notNull(),
  publishedAt: instantAt('published_at').notNull(),
  publishedBy: text('published_by'),
  note: text('note'),
})

/** What a store has set for itself, by name; each value is read by its own schema. */
export const settings = sqliteTable('settings', {
  name: text('name').primaryKey(),
  value: json<unknown>('value').notNull(),
})

/** Closed dates of the store calendar. */
export const closedDates = sqliteTable('closed_dates', { closedOn: dateOn('closed_on').primaryKey() })
