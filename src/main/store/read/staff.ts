import { and, asc, count, eq, gte, isNotNull, sql } from 'drizzle-orm'
import type { LeaveSpan } from '#shared/time/store-calendar.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { prepared } from '../prepared.ts'
import type { StaffRow } from '../rows.ts'
import { credentials, leaves, opportunities, sessions, signInFailures, staff } from '../schema/index.ts'

const byId = prepared((db) =>
  db
    .select()
    .from(staff)
    .where(eq(staff.staffId, sql.placeholder('id')))
    .prepare(),
)
export const findStaff = (store: ReadableStore, staffId: string): StaffRow | undefined =>
  byId(store).get({ id: staffId })

const byLogin = prepared((db) =>
  db
    .select()
    .from(staff)
    .where(sql`lower(${staff.login}) = lower(${sql.placeholder('login')})`)
    .prepare(),
)
/** Logins are told apart without regard to case. */
export const findStaffByLogin = (store: ReadableStore, login: string): StaffRow | undefined =>
  byLogin(store).get({ login })

const all = prepared((db) => db.select().from(staff).orderBy(asc(staff.name), asc(staff.staffId)).prepare())
export const listStaff = (store: ReadableStore): StaffRow[] => all(store).all()

const team = prepared((db) =>
  db
    .select({ staffId: staff.staffId })
    .from(staff)
    .where(eq(staff.managerId, sql.placeholder('id')))
    .prepare(),
)
/** The staff who have this manager, whatever their status: he still answers for what they left. */
export const teamOf = (store: ReadableStore, managerId: string): string[] =>
  team(store)
    .all({ id: managerId })
    .map((row) => row.staffId)

const credentialOf = prepared((db) =>
  db
    .select()
    .from(credentials)
    .where(eq(credentials.staffId, sql.placeholder('id')))
    .prepare(),
)
export const findCredential = (store: ReadableStore, staffId: string) =>
  credentialOf(store).get({ id: staffId })

const allCredentials = prepared((db) =>
  db.select({ staffId: credentials.staffId, mustChange: credentials.mustChange }).from(credentials).prepare(),
)
/** Who has not yet replaced his one-time secret. */
export const awaitingFirstSignIn = (store: ReadableStore): Set<string> =>
  new Set(
    allCredentials(store)
      .all()
      .filter((row) => row.mustChange)
      .map((row) => row.staffId),
  )

const failuresOf = prepared((db) =>
  db
    .select()
    .from(signInFailures)
    .where(eq(signInFailures.login, sql.placeholder('login')))
    .prepare(),
)
export const findSignInFailures = (
  store: ReadableStore,
  login: string,
): { count: number; retryAt: Instant } | undefined => failuresOf(store).get({ login })

const sessionOf = prepared((db) =>
  db
    .select({
      staffId: sessions.staffId,
      endsAt: sessions.endsAt,
      confirmedAt: sessions.confirmedAt,
      lockedAt: sessions.lockedAt,
      mustChange: credentials.mustChange,
    })
    .from(sessions)
    .innerJoin(credentials, eq(credentials.staffId, sessions.staffId))
    .where(eq(sessions.tokenHash, sql.placeholder('tokenHash')))
    .prepare(),
)
export const findSession = (store: ReadableStore, tokenHash: string) => sessionOf(store).get({ tokenHash })

const leavesOf = prepared((db) =>
  db
    .select({ from: leaves.fromOn, until: leaves.untilOn })
    .from(leaves)
    .where(
      and(
        eq(leaves.staffId, sql.placeholder('id')),
        isNotNull(leaves.confirmedAt),
        gte(leaves.untilOn, sql.placeholder('from')),
      ),
    )
    .prepare(),
)
/** Confirmed leaves of somebody that end on or after a date. */
export const confirmedLeaves = (store: ReadableStore, staffId: string, from: string): LeaveSpan[] =>
  leavesOf(store).all({ id: staffId, from })

const openCount = prepared((db) =>
  db
    .select({ n: count() })
    .from(opportunities)
    .where(
      and(
        eq(opportunities.ownerId, sql.placeholder('id')),
        eq(opportunities.status, sql.placeholder('status')),
      ),
    )
    .prepare(),
)
/** How many opportunities of a status somebody owns. */
export const countOwned = (store: ReadableStore, ownerId: string, status: 'open' | 'lost_waiting'): number =>
  openCount(store).get({ id: ownerId, status })?.n ?? 0
