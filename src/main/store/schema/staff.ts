import {
  check,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
  type AnySQLiteColumn,
} from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import { roles, staffStatuses, type Role, type StaffStatus } from '#shared/domain/codes.ts'
import { code, flag, instantAt, json, oneOf } from './columns.ts'

/** People who work here. Their secrets are in `credentials`, so that no reader of staff can return one by accident. */
export const staff = sqliteTable(
  'staff',
  {
    staffId: text('staff_id').primaryKey(),
    name: text('name').notNull(),
    login: text('login').notNull(),
    role: code<Role>('role').notNull(),
    status: code<StaffStatus>('status').notNull(),
    managerId: text('manager_id').references((): AnySQLiteColumn => staff.staffId, { onDelete: 'restrict' }),
    restWeekdays: json<number[]>('rest_weekdays').notNull(),
    /** Stands in the showroom's rotation, in that of the leads. */
    takesVisits: flag('takes_visits').notNull().default(true),
    takesLeads: flag('takes_leads').notNull().default(false),
    version: integer('version').notNull(),
  },
  (t) => [
    uniqueIndex('staff_login').on(sql`lower(${t.login})`),
    index('staff_manager').on(t.managerId),
    check('staff_role', oneOf(t.role, roles)),
    check('staff_status', oneOf(t.status, staffStatuses)),
  ],
)

/** How somebody proves who he is (S4): scrypt with its parameters, and the back-off after failures. */
export const credentials = sqliteTable('credentials', {
  staffId: text('staff_id')
    .primaryKey()
    .references(() => staff.staffId, { onDelete: 'restrict' }),
  hash: text('hash').notNull(),
  mustChange: flag('must_change').notNull(),
  /** scrypt of the PIN that opens a locked window (S4); null while its owner has set none. */
  pinHash: text('pin_hash'),
})

/** Failed sign-ins by login, kept across restarts (S4). */
export const signInFailures = sqliteTable('sign_in_failures', {
  login: text('login').primaryKey(),
  count: integer('count').notNull(),
  retryAt: instantAt('retry_at').notNull(),
})

/** Open sessions; only the hash of a token is kept. */
export const sessions = sqliteTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.staffId, { onDelete: 'restrict' }),
    startedAt: instantAt('started_at').notNull(),
    /** Null in a training store, whose clock may be moved. */
    endsAt: instantAt('ends_at'),
    /** When its owner last proved who he is: by signing in, or again before an act that asks for it (S4). */
    confirmedAt: instantAt('confirmed_at'),
    /** Locked since (S4): until it is unlocked it answers nothing else; null while it is open. */
    lockedAt: instantAt('locked_at'),
  },
  (t) => [index('sessions_staff').on(t.staffId)],
)
