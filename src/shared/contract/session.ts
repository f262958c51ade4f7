import { z } from 'zod'
import { role } from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { id } from './pieces.ts'

export const sessionStaff = z.object({ staffId: id, name: z.string(), role, managerId: id.nullable() })
export type SessionStaff = z.infer<typeof sessionStaff>

/** Passwords are never trimmed: what was typed is what counts. */
const secret = z.string().min(1).max(200)

export const session = {
  /** Signs in with a password or a one-time secret. Refuses with SIGN_IN_FAILED, after failures only at `retryAt`. */
  signIn: command({
    access: 'public',
    input: z.strictObject({ login: z.string().trim().min(1).max(60), password: secret }),
    output: z.object({ token: z.string(), staff: sessionStaff, mustChangePassword: z.boolean() }),
  }),
  /** Who is signed in with this token, and what he may. */
  current: query({
    access: 'session.own',
    output: z.object({
      staff: sessionStaff,
      mustChangePassword: z.boolean(),
      permissions: z.array(z.string()),
    }),
    beforePasswordChange: true,
  }),
  /** Replaces one's own password (S4): at least 8 characters and not a common one; a training store takes any. */
  changePassword: command({
    access: 'session.own',
    input: z.strictObject({ current: secret, next: secret }),
    beforePasswordChange: true,
  }),
  signOut: command({ access: 'session.own', beforePasswordChange: true }),
}
