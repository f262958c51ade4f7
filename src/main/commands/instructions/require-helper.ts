import { inScope } from '#shared/access/can.ts'
import { refuseField } from '#shared/errors.ts'
import type { Context } from '#main/calls/context.ts'
import { findStaff } from '#main/store/read/staff.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import type { StaffRow } from '#main/store/rows.ts'

/** Who helps: an active consultant within the asker's reach who is not the owner himself. Names the field otherwise. */
export function requireHelper(
  store: ReadableStore,
  { scope }: Context,
  helperId: string,
  ownerId: string | null,
): StaffRow {
  if (helperId === ownerId) return refuseField('helperId', 'owner_helps_himself')
  const helper = findStaff(store, helperId)
  if (!helper || !inScope(scope, helperId)) return refuseField('helperId', 'unknown_staff')
  if (helper.role !== 'consultant' || helper.status !== 'active')
    return refuseField('helperId', 'not_a_consultant')
  return helper
}
