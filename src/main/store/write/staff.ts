import { and, eq, ne } from 'drizzle-orm'
import type { Instant } from '#shared/time/instant.ts'
import type { WritableStore } from '../handle.ts'
import { findCredential, findSignInFailures } from '../read/staff.ts'
import type { StaffRow } from '../rows.ts'
import { credentials, leaves, sessions, signInFailures, staff } from '../schema/index.ts'
import { deleteRow, deleteRows, insertRow, updateRow } from './rows.ts'

export const addStaff = (store: WritableStore, row: StaffRow): void => insertRow(store, staff, row)

/** Changes a member of staff; only what is given. Returns the row as it is now. */
export const changeStaff = (store: WritableStore, staffId: string, patch: Partial<StaffRow>): StaffRow =>
  updateRow(store, staff, staffId, patch)

/** Sets or replaces what somebody signs in with (S4). The hash never reaches the trail. A PIN goes with an access that is given anew. */
export function setCredential(
  store: WritableStore,
  row: { readonly staffId: string; readonly hash: string; readonly mustChange: boolean },
): void {
  const pin = row.mustChange ? { pinHash: null } : {}
  if (findCredential(store, row.staffId)) updateRow(store, credentials, row.staffId, { ...row, ...pin })
  else insertRow(store, credentials, row)
}

/** Sets the hash of the PIN that opens a locked screen; null takes it away (S4). */
export const setPinHash = (store: WritableStore, staffId: string, pinHash: string | null): void =>
  void updateRow(store, credentials, staffId, { pinHash })

export interface SessionRow {
  readonly tokenHash: string
  readonly staffId: string
  readonly startedAt: Instant
  readonly endsAt: Instant | null
  readonly confirmedAt?: Instant
}
export const startSession = (store: WritableStore, row: SessionRow): void => insertRow(store, sessions, row)
/** Locks a session, opens it, or notes when its owner proved who he is (S4). */
export const changeSession = (
  store: WritableStore,
  tokenHash: string,
  patch: { readonly lockedAt?: Instant | null; readonly confirmedAt?: Instant | null },
): void => void updateRow(store, sessions, tokenHash, patch)
export const endSession = (store: WritableStore, tokenHash: string): void =>
  deleteRow(store, sessions, tokenHash)
/** Ends the sessions of somebody, but for one that may stay: his access was reset, he left, or the password is new. */
export const endSessionsOf = (store: WritableStore, staffId: string, but: string | null = null): void => {
  const others = but === null ? undefined : ne(sessions.tokenHash, but)
  const his = and(eq(sessions.staffId, staffId), others)
  if (his) deleteRows(store, sessions, his)
}

/** Counts a failed sign-in, across restarts (S4). */
export function noteSignInFailure(
  store: WritableStore,
  row: { readonly login: string; readonly count: number; readonly retryAt: Instant },
): void {
  if (findSignInFailures(store, row.login)) updateRow(store, signInFailures, row.login, row)
  else insertRow(store, signInFailures, row)
}
export const forgetSignInFailures = (store: WritableStore, login: string): void =>
  deleteRow(store, signInFailures, login)

/** Adds a leave; confirmed ones keep plans off their days. */
export const addLeave = (store: WritableStore, row: typeof leaves.$inferInsert): void =>
  insertRow(store, leaves, row)
