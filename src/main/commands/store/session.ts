import { permissionsOf } from '#shared/access/permissions.ts'
import { Refusal, refuse, refuseField } from '#shared/errors.ts'
import type { HandlersOf } from '#main/calls/context.ts'
import { passwordProblem } from '#main/platform/password-rules.ts'
import { hashPassword, hashToken, makeToken, verifyPassword } from '#main/platform/password.ts'
import { findCredential, findSession, findStaff, findStaffByLogin } from '#main/store/read/staff.ts'
import type { StaffRow } from '#main/store/rows.ts'
import {
  changeSession,
  endSession,
  endSessionsOf,
  setCredential,
  startSession,
} from '#main/store/write/staff.ts'
import { countFailure, failureKey, requireNoWait, requireOwnPassword, settleProof } from './identity.ts'
import { idleMinutesOf, screenLock } from './screen-lock.ts'

/** A session of a live store ends by itself, in milliseconds: a long working day. */
const sessionLength = 16 * 3600_000

/** Verified for unknown logins as well, so that the time taken does not tell which logins exist. */
const decoy = 'scrypt$32768$8$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='

const told = (staff: StaffRow) => ({
  staffId: staff.staffId,
  name: staff.name,
  role: staff.role,
  managerId: staff.managerId,
})

export const session: HandlersOf<'session'> = {
  ...screenLock,

  signIn: (store, { login, password }, { now, store: { kind }, actsFor }) => {
    const key = failureKey(store, login)
    requireNoWait(store, key, now)
    const staff = findStaffByLogin(store, login)
    const credential = staff?.status === 'active' ? findCredential(store, staff.staffId) : undefined
    const right = verifyPassword(password, credential?.hash ?? decoy)
    if (!staff || !credential || !right) {
      throw new Refusal('SIGN_IN_FAILED', countFailure(store, key, now) ?? {}, { keepsWrites: true })
    }
    settleProof(store, key, password, credential)
    actsFor(staff.staffId)
    const token = makeToken()
    startSession(store, {
      tokenHash: hashToken(token),
      staffId: staff.staffId,
      startedAt: now,
      // The clock of a training store may be moved by months between two calls.
      endsAt: kind === 'training' ? null : now + sessionLength,
      confirmedAt: now,
    })
    return { token, staff: told(staff), mustChangePassword: credential.mustChange }
  },

  current: (store, _input, { actor, tokenHash, store: { kind } }) => {
    const staff = findStaff(store, actor.staffId)
    const open = tokenHash ? findSession(store, tokenHash) : undefined
    if (!staff || !open) return refuse('NOT_SIGNED_IN', {})
    return {
      staff: told(staff),
      mustChangePassword: open.mustChange,
      permissions: permissionsOf(staff.role),
      locked: open.lockedAt !== null,
      hasPin: Boolean(findCredential(store, actor.staffId)?.pinHash),
      idleMinutes: idleMinutesOf(store, kind),
    }
  },

  /** Whoever else knew the old password, or left a window open somewhere, is out with it. */
  changePassword: (store, { current, next }, context) => {
    const { actor, tokenHash, now, store: file } = context
    const staff = findStaff(store, actor.staffId) ?? refuse('NOT_SIGNED_IN', {})
    requireOwnPassword(store, context, 'current', current)
    const problem = passwordProblem(next, {
      training: file.kind === 'training',
      about: [staff.login, staff.name, file.name],
    })
    if (problem) refuseField('next', problem.code, problem.data)
    if (next === current) refuseField('next', 'password_unchanged')
    setCredential(store, { staffId: actor.staffId, hash: hashPassword(next), mustChange: false })
    endSessionsOf(store, actor.staffId, tokenHash)
    if (tokenHash) changeSession(store, tokenHash, { confirmedAt: now })
    return null
  },

  signOut: (store, _input, { tokenHash }) => {
    if (tokenHash) endSession(store, tokenHash)
    return null
  },
}
