import { permissionsOf } from '#shared/access/permissions.ts'
import { Refusal, refuse, refuseField } from '#shared/errors.ts'
import type { HandlersOf } from '#main/calls/context.ts'
import {
  hashPassword,
  hashToken,
  makeToken,
  passwordProblem,
  verifyPassword,
} from '#main/platform/password.ts'
import {
  findCredential,
  findSession,
  findSignInFailures,
  findStaff,
  findStaffByLogin,
} from '#main/store/read/staff.ts'
import type { StaffRow } from '#main/store/rows.ts'
import {
  endSession,
  endSessionsOf,
  forgetSignInFailures,
  noteSignInFailure,
  setCredential,
  startSession,
} from '#main/store/write/staff.ts'

/** A session of a live store ends by itself, in milliseconds: a long working day. */
const sessionLength = 16 * 3600_000
/** Failures that cost nothing: a slip of the finger is no attack. */
const freeFailures = 3
const firstWait = 5_000
const longestWait = 15 * 60_000

/** How long to wait after that many failures in a row (S4): doubled each time, up to a quarter of an hour. */
export const waitAfterFailures = (count: number): number =>
  count < freeFailures ? 0 : Math.min(longestWait, firstWait * 2 ** (count - freeFailures))

/** Verified for unknown logins as well, so that the time taken does not tell which logins exist. */
const decoy = 'scrypt$32768$8$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='

const told = (staff: StaffRow) => ({
  staffId: staff.staffId,
  name: staff.name,
  role: staff.role,
  managerId: staff.managerId,
})

export const session: HandlersOf<'session'> = {
  signIn: (store, { login, password }, { now, store: { kind } }) => {
    const name = login.toLowerCase()
    const failures = findSignInFailures(store, name)
    // A wait longer than there is was noted while the clock was ahead: it must not lock anybody out until then.
    if (failures && failures.retryAt > now && failures.retryAt - now <= longestWait) {
      refuse('SIGN_IN_FAILED', {
        retryAt: failures.retryAt,
        seconds: Math.ceil((failures.retryAt - now) / 1000),
      })
    }
    const staff = findStaffByLogin(store, login)
    const credential = staff?.status === 'active' ? findCredential(store, staff.staffId) : undefined
    const right = verifyPassword(password, credential?.hash ?? decoy)
    if (!staff || !credential || !right) {
      const wait = waitAfterFailures((failures?.count ?? 0) + 1)
      noteSignInFailure(store, { login: name, count: (failures?.count ?? 0) + 1, retryAt: now + wait })
      const data = wait > 0 ? { retryAt: now + wait, seconds: Math.ceil(wait / 1000) } : {}
      throw new Refusal('SIGN_IN_FAILED', data, { keepsWrites: true })
    }
    if (failures) forgetSignInFailures(store, name)
    const token = makeToken()
    startSession(store, {
      tokenHash: hashToken(token),
      staffId: staff.staffId,
      startedAt: now,
      // The clock of a training store may be moved by months between two calls.
      endsAt: kind === 'training' ? null : now + sessionLength,
    })
    return { token, staff: told(staff), mustChangePassword: credential.mustChange }
  },

  current: (store, _input, { actor, tokenHash }) => {
    const staff = findStaff(store, actor.staffId)
    const open = tokenHash ? findSession(store, tokenHash) : undefined
    if (!staff || !open) return refuse('NOT_SIGNED_IN', {})
    return { staff: told(staff), mustChangePassword: open.mustChange, permissions: permissionsOf(staff.role) }
  },

  /** Whoever else knew the old password, or left a window open somewhere, is out with it. */
  changePassword: (store, { current, next }, { actor, tokenHash, store: { kind } }) => {
    const credential = findCredential(store, actor.staffId)
    if (!credential || !verifyPassword(current, credential.hash))
      return refuseField('current', 'password_wrong')
    const problem = passwordProblem(next, kind === 'training')
    if (problem) refuseField('next', problem.code, problem.data)
    if (next === current) refuseField('next', 'password_unchanged')
    setCredential(store, { staffId: actor.staffId, hash: hashPassword(next), mustChange: false })
    endSessionsOf(store, actor.staffId, tokenHash)
    return null
  },

  signOut: (store, _input, { tokenHash }) => {
    if (tokenHash) endSession(store, tokenHash)
    return null
  },
}
