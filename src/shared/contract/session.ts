import { z } from 'zod'
import { role } from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { id } from './pieces.ts'

export const sessionStaff = z.object({ staffId: id, name: z.string(), role, managerId: id.nullable() })

/** Passwords are never trimmed: what was typed is what counts. */
const secret = z.string().min(1).max(200)
/** What is typed as a PIN; whether it may be one is asked where it is set. */
const pin = z.string().min(1).max(20)
/** Minutes. */
export const longestIdle = 60

export const session = {
  /** Signs in with a password or a one-time secret. Refuses with SIGN_IN_FAILED, after failures only at `retryAt`. */
  signIn: command({
    access: 'public',
    input: z.strictObject({ login: z.string().trim().min(1).max(60), password: secret }),
    output: z.object({ token: z.string(), staff: sessionStaff, mustChangePassword: z.boolean() }),
  }),
  /** Who is signed in with this token, what he may, and whether his screen is locked. */
  current: query({
    access: 'session.own',
    output: z.object({
      staff: sessionStaff,
      mustChangePassword: z.boolean(),
      permissions: z.array(z.string()),
      locked: z.boolean(),
      /** He has set a PIN that opens a locked screen. */
      hasPin: z.boolean(),
      /** The screen locks by itself after so many minutes in which nobody touched it; null never. */
      idleMinutes: z.number().int().nullable(),
    }),
    beforePasswordChange: true,
    whileLocked: true,
  }),
  /** Replaces one's own password (S4): at least 8 characters and not a common one; a training store takes any. */
  changePassword: command({
    access: 'session.own',
    input: z.strictObject({ current: secret, next: secret }),
    beforePasswordChange: true,
  }),
  signOut: command({ access: 'session.own', beforePasswordChange: true, whileLocked: true }),
  /** S4 Locks the session in every window: until it is unlocked it is answered SESSION_LOCKED. */
  lock: command({ access: 'session.own', beforePasswordChange: true, whileLocked: true }),
  /**
   * S4 Opens a locked session again. Refuses a wrong PIN with `pin_wrong` and how many tries are left, after the last with
   * `pin_used_up`: then only the password opens it, which waits after failures as signing in does.
   */
  unlock: command({
    access: 'session.own',
    input: z.union([z.strictObject({ pin }), z.strictObject({ password: secret })]),
    beforePasswordChange: true,
    whileLocked: true,
  }),
  /** S4 Sets one's own PIN for unlocking: 4 to 8 digits, and none that is guessed first. */
  setPin: command({
    access: 'session.own',
    input: z.strictObject({ current: secret, pin }),
    changes: ['staff'],
  }),
  removePin: command({ access: 'session.own', changes: ['staff'] }),
  /** S4 Proves once more who he is, before an act that asks for it. Waits after failures as signing in does. */
  confirm: command({ access: 'session.own', input: z.strictObject({ password: secret }) }),
  /** S4 After how many idle minutes the screens of this store lock; null never. */
  setIdleLock: command({
    access: 'session.setIdleLock',
    input: z.strictObject({ minutes: z.number().int().min(1).max(longestIdle).nullable() }),
    changes: ['store'],
    confirms: true,
  }),
}
