import { createHash } from 'node:crypto'
import { Refusal, refuse } from '#shared/errors.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { Context } from '#main/calls/context.ts'
import { hashPassword, isOutdatedHash, verifyPassword } from '#main/platform/password.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { findCredential, findSignInFailures, findStaff, findStaffByLogin } from '#main/store/read/staff.ts'
import { forgetSignInFailures, noteSignInFailure, setCredential } from '#main/store/write/staff.ts'

/** Proving who one is by a password, and what wrong ones cost (S4). */

/** Failures that cost nothing: a slip of the finger is no attack. */
const freeFailures = 3
const firstWait = 5_000
const longestWait = 15 * 60_000

/** How long to wait after that many failures in a row (S4), in milliseconds: doubled each time, up to a quarter of an hour. */
export const waitAfterFailures = (count: number): number =>
  count < freeFailures ? 0 : Math.min(longestWait, firstWait * 2 ** (count - freeFailures))

/**
 * Under which name failures of a login are counted. A login that nobody has may be a password that was typed into the wrong field:
 * of it no more is kept than tells the next try apart from others.
 */
export function failureKey(store: ReadableStore, login: string): string {
  if (findStaffByLogin(store, login)) return login.toLowerCase()
  const digest = createHash('sha256').update(login.toLowerCase()).digest('hex')
  return ` unknown ${digest.slice(0, 4)}`
}

const refuseUntil = (retryAt: Instant, now: Instant) => ({
  retryAt,
  seconds: Math.ceil((retryAt - now) / 1000),
})

/** Refuses with SIGN_IN_FAILED while the wait after the last failure goes on. */
export function requireNoWait(store: WritableStore, key: string, now: Instant): void {
  const failures = findSignInFailures(store, key)
  if (!failures || failures.retryAt <= now) return
  const longest = now + waitAfterFailures(failures.count)
  if (failures.retryAt <= longest) refuse('SIGN_IN_FAILED', refuseUntil(failures.retryAt, now))
  // The clock was set back since: nobody is locked out for longer than a wait, and nobody gets round it.
  noteSignInFailure(store, { login: key, count: failures.count, retryAt: longest })
  throw new Refusal('SIGN_IN_FAILED', refuseUntil(longest, now), { keepsWrites: true })
}

/** Counts one more failure; what SIGN_IN_FAILED then says, or null where the next try need not wait. */
export function countFailure(store: WritableStore, key: string, now: Instant) {
  const count = (findSignInFailures(store, key)?.count ?? 0) + 1
  const wait = waitAfterFailures(count)
  noteSignInFailure(store, { login: key, count, retryAt: now + wait })
  return wait > 0 ? refuseUntil(now + wait, now) : null
}

interface Proved {
  readonly staffId: string
  readonly hash: string
  readonly mustChange: boolean
}
/** After a right password: the failures are forgotten, and a hash of a lower cost than today's is made anew (S4). */
export function settleProof(store: WritableStore, key: string, password: string, proved: Proved): void {
  if (findSignInFailures(store, key)) forgetSignInFailures(store, key)
  const pins = pinKey(proved.staffId)
  if (findSignInFailures(store, pins)) forgetSignInFailures(store, pins)
  if (!isOutdatedHash(proved.hash)) return
  const { staffId, mustChange } = proved
  setCredential(store, { staffId, hash: hashPassword(password), mustChange })
}

/** Under which name wrong PINs are counted: a login is trimmed, so none begins like this. */
export const pinKey = (staffId: string): string => ` pin ${staffId}`

/**
 * Asks the signed-in person for his own password. Refuses VALIDATION_FAILED with `password_wrong` of that field; from the third
 * time in a row with SIGN_IN_FAILED and when he may try again.
 */
export function requireOwnPassword(
  store: WritableStore,
  { actor, now }: Context,
  field: string,
  password: string,
): void {
  const staff = findStaff(store, actor.staffId)
  const credential = findCredential(store, actor.staffId)
  if (!staff || !credential) return refuse('NOT_SIGNED_IN', {})
  const key = failureKey(store, staff.login)
  requireNoWait(store, key, now)
  if (verifyPassword(password, credential.hash)) return settleProof(store, key, password, credential)
  const wait = countFailure(store, key, now)
  if (wait) throw new Refusal('SIGN_IN_FAILED', wait, { keepsWrites: true })
  throw new Refusal(
    'VALIDATION_FAILED',
    { issues: [{ field, code: 'password_wrong' }] },
    { keepsWrites: true },
  )
}
