import { z } from 'zod'
import { longestIdle } from '#shared/contract/session.ts'
import { Refusal, refuse, refuseField } from '#shared/errors.ts'
import type { StoreKind } from '#shared/domain/codes.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { hashPassword, verifyPassword } from '#main/platform/password.ts'
import { pinProblem } from '#main/platform/password-rules.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { findSetting } from '#main/store/read/settings.ts'
import { findCredential, findSession, findSignInFailures } from '#main/store/read/staff.ts'
import { saveSetting } from '#main/store/write/settings.ts'
import {
  changeSession,
  forgetSignInFailures,
  noteSignInFailure,
  setPinHash,
} from '#main/store/write/staff.ts'
import { pinKey, requireOwnPassword } from './identity.ts'

/** The locked screen of a shared desk, and the PIN that opens it (S4). */

/** So many wrong PINs in a row, and only the password opens the screen: ten thousand PINs are soon tried out. */
const mostPinFailures = 5
const settingName = 'idleLock'
const setting = z.object({ minutes: z.number().int().min(1).max(longestIdle).nullable() })
/** A drill is not disturbed: a training store locks by itself only where it was told to. */
const idleByDefault: Readonly<Record<StoreKind, number | null>> = { live: 5, training: null }

/** After how many idle minutes a screen locks; null never. */
export function idleMinutesOf(store: ReadableStore, kind: StoreKind): number | null {
  const set = setting.safeParse(findSetting(store, settingName))
  return set.success ? set.data.minutes : idleByDefault[kind]
}

function openWithPin(store: WritableStore, { actor, now }: Context, pin: string): void {
  const { pinHash } = findCredential(store, actor.staffId) ?? refuse('NOT_SIGNED_IN', {})
  if (!pinHash) return refuseField('pin', 'pin_not_set')
  const key = pinKey(actor.staffId)
  const failures = findSignInFailures(store, key)?.count ?? 0
  if (failures >= mostPinFailures) refuseField('pin', 'pin_used_up')
  if (verifyPassword(pin, pinHash)) {
    if (failures > 0) forgetSignInFailures(store, key)
    return
  }
  noteSignInFailure(store, { login: key, count: failures + 1, retryAt: now })
  const left = mostPinFailures - failures - 1
  const issue =
    left > 0 ? { field: 'pin', code: 'pin_wrong', data: { left } } : { field: 'pin', code: 'pin_used_up' }
  throw new Refusal('VALIDATION_FAILED', { issues: [issue] }, { keepsWrites: true })
}

type Lock = 'lock' | 'unlock' | 'setPin' | 'removePin' | 'confirm' | 'setIdleLock'

export const screenLock: Pick<HandlersOf<'session'>, Lock> = {
  lock: (store, _input, { now, tokenHash }) => {
    if (tokenHash && findSession(store, tokenHash)?.lockedAt === null) {
      // A PIN is tried out sooner than a password: what it opens proves nobody again, however short ago that was.
      changeSession(store, tokenHash, { lockedAt: now, confirmedAt: null })
    }
    return null
  },

  unlock: (store, input, context) => {
    const { tokenHash, now } = context
    // Opened already, in another window: nothing is asked, so that nothing can be tried out.
    if (!tokenHash || findSession(store, tokenHash)?.lockedAt === null) return null
    if ('pin' in input) {
      openWithPin(store, context, input.pin)
      changeSession(store, tokenHash, { lockedAt: null })
    } else {
      requireOwnPassword(store, context, 'password', input.password)
      changeSession(store, tokenHash, { lockedAt: null, confirmedAt: now })
    }
    return null
  },

  setPin: (store, { current, pin }, context) => {
    const {
      actor,
      store: { kind },
    } = context
    const problem = pinProblem(pin)
    // Whatever a training store takes as a password, a PIN is digits: the fields for it take nothing else.
    if (problem && (kind === 'live' || problem.code === 'pin_not_digits'))
      refuseField('pin', problem.code, problem.data)
    requireOwnPassword(store, context, 'current', current)
    setPinHash(store, actor.staffId, hashPassword(pin))
    return null
  },

  removePin: (store, _input, { actor }) => {
    if (findCredential(store, actor.staffId)?.pinHash) setPinHash(store, actor.staffId, null)
    return null
  },

  confirm: (store, { password }, context) => {
    requireOwnPassword(store, context, 'password', password)
    if (context.tokenHash) changeSession(store, context.tokenHash, { confirmedAt: context.now })
    return null
  },

  setIdleLock: (store, { minutes }) => {
    saveSetting(store, settingName, { minutes })
    return null
  },
}
