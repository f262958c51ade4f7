import { inScope, type Scope } from '#shared/access/can.ts'
import { refuse } from '#shared/errors.ts'
import type { Context } from '#main/calls/context.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findStaff } from '#main/store/read/staff.ts'

/** Whose form it is: one person within reach, or everybody within it. A consultant's is his own. */
export interface FormSubject {
  readonly scope: Scope
  readonly staffId: string | null
  readonly staffName: string | null
}

/** Somebody out of reach is answered as if he were not there. */
export function getFormSubject(
  store: ReadableStore,
  context: Context,
  wanted: string | null | undefined,
): FormSubject {
  const { scope, actor } = context
  const staffId = wanted ?? (actor.role === 'consultant' ? actor.staffId : null)
  if (staffId === null) return { scope, staffId, staffName: null }
  const staff = findStaff(store, staffId)
  if (!staff || !inScope(scope, staffId)) return refuse('NOT_FOUND', { what: 'staff', id: staffId })
  return { scope: { kind: 'staff', staffIds: [staffId] }, staffId, staffName: staff.name }
}
