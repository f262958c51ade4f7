import { can, type Actor, type Scope } from '#shared/access/can.ts'
import type { Declaration } from '#shared/contract/declare.ts'
import { findDeclaration } from '#shared/contract/index.ts'
import { refuse } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import type { Instant } from '#shared/time/instant.ts'
import { hashToken } from '#main/platform/password.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findSession, findStaff, teamOf } from '#main/store/read/staff.ts'
import { getStore } from '#main/store/read/store.ts'
import type { CallContext } from './call-context.ts'

/** Whose session a call comes from. */
export interface Session {
  readonly actor: Actor
  readonly tokenHash: string
  /** His screen is locked (S4). */
  readonly locked: boolean
  /** When he last proved who he is. */
  readonly confirmedAt: Instant | null
}

export interface Admitted {
  readonly declaration: Declaration
  /** Null where the call needs none. */
  readonly session: Session | null
  readonly scope: Scope | null
}

/**
 * S4 For so long after its owner proved who he is, a session carries out acts that ask for it; in milliseconds. No policy and no
 * setting: whoever could raise it could switch it off.
 */
export const confirmedFor = 5 * 60_000

function findCaller(
  store: ReadableStore,
  context: CallContext,
  now: Instant,
  declaration: Declaration,
): Session {
  const tokenHash = context.token ? hashToken(context.token) : undefined
  const session = tokenHash ? findSession(store, tokenHash) : undefined
  const staff = session ? findStaff(store, session.staffId) : undefined
  if (!tokenHash || !session || !staff || staff.status !== 'active') return refuse('NOT_SIGNED_IN', {})
  if (session.endsAt !== null && session.endsAt < now) return refuse('NOT_SIGNED_IN', {})
  const locked = session.lockedAt !== null
  if (locked && !declaration.whileLocked) return refuse('SESSION_LOCKED', {})
  if (session.mustChange && !declaration.beforePasswordChange) {
    refuse('PERMISSION_DENIED', { reasons: [reason('must_change_password')] })
  }
  const teamIds = staff.role === 'manager' ? teamOf(store, staff.staffId) : []
  const actor = { staffId: staff.staffId, name: staff.name, role: staff.role, teamIds }
  return { actor, tokenHash, locked, confirmedAt: session.confirmedAt }
}

/**
 * Who may call at all: session, lock and permission (S2, S4).
 * Refuses with NOT_FOUND, NOT_SIGNED_IN, SESSION_LOCKED or PERMISSION_DENIED.
 */
export function admit(store: ReadableStore, path: string, context: CallContext, now: Instant): Admitted {
  const declaration = findDeclaration(path)
  if (!declaration) return refuse('NOT_FOUND', { what: 'call', id: path.slice(0, 100) })
  if (declaration.access === 'public') return { declaration, session: null, scope: null }
  const session = findCaller(store, context, now, declaration)
  const verdict = can(session.actor, declaration.access)
  if (!verdict.yes) return refuse('PERMISSION_DENIED', { reasons: [verdict.reason] })
  return { declaration, session, scope: verdict.scope }
}

const asks = ({ confirms }: Declaration, input: unknown): boolean =>
  typeof confirms === 'boolean'
    ? confirms
    : typeof input === 'object' && input !== null && confirms.some((field) => field in input)

/**
 * S4 Refuses with CONFIRM_AGAIN where the act asks for it and its caller proved too long ago who he is, or on a clock that has
 * been set back since. Not in a training store, whose clock may be moved by months between two calls.
 */
export function requireConfirmed(
  store: ReadableStore,
  admitted: Admitted,
  input: unknown,
  now: Instant,
): void {
  const { declaration, session } = admitted
  if (!session || !asks(declaration, input) || getStore(store).kind === 'training') return
  const { confirmedAt } = session
  if (confirmedAt === null || confirmedAt > now || now - confirmedAt > confirmedFor)
    refuse('CONFIRM_AGAIN', {})
}
