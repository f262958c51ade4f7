import type { Role } from '../domain/codes.ts'
import { reason, type Reason } from '../reasons.ts'
import { reachOf, type Permission } from './permissions.ts'

/** Who asks. `teamIds` are the consultants he answers for as their manager, empty for everybody else. */
export interface Actor {
  readonly staffId: string
  readonly name: string
  readonly role: Role
  readonly teamIds: readonly string[]
}

/** Whose rows a reader may return. It is an argument of every list reader, so that it cannot be forgotten. */
export type Scope =
  | { readonly kind: 'staff'; readonly staffIds: readonly string[] }
  | { readonly kind: 'store' }

export type Verdict =
  | { readonly yes: true; readonly scope: Scope }
  | { readonly yes: false; readonly reason: Reason }

/**
 * Whether the actor holds a permission at all, and over whose rows.
 * Refuses with `not_your_role`, naming the role and the permission.
 */
export function can(actor: Actor, permission: Permission): Verdict {
  const reach = reachOf(actor.role, permission)
  if (!reach) return { yes: false, reason: reason('not_your_role', { role: actor.role, permission }) }
  if (reach === 'store') return { yes: true, scope: { kind: 'store' } }
  const staffIds = reach === 'team' ? [actor.staffId, ...actor.teamIds] : [actor.staffId]
  return { yes: true, scope: { kind: 'staff', staffIds } }
}

/** Whether rows of that owner lie within the scope. */
export const inScope = (scope: Scope, ownerId: string | null): boolean =>
  scope.kind === 'store' || (ownerId !== null && scope.staffIds.includes(ownerId))
