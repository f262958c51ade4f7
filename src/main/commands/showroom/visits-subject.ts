import { can, inScope } from '#shared/access/can.ts'
import type { Permission } from '#shared/access/permissions.ts'
import { refuse } from '#shared/errors.ts'
import type { Context } from '#main/calls/context.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findRegisterDay, findVisit } from '#main/store/read/visits.ts'
import type { VisitReach } from '#main/store/read/visits-list.ts'
import type { VisitRow } from '#main/store/rows.ts'

/** Whose lines a permission reaches: a manager also answers for the visitors for whom nobody is there yet. */
export function visitReach({ actor }: Context, permission: Permission = 'visit.read'): VisitReach {
  const verdict = can(actor, permission)
  if (!verdict.yes) return { scope: { kind: 'staff', staffIds: [] }, withoutConsultant: false }
  return { scope: verdict.scope, withoutConsultant: actor.role !== 'consultant' }
}

export const reachesVisit = (
  { scope, withoutConsultant }: VisitReach,
  { consultantId }: Pick<VisitRow, 'consultantId'>,
): boolean => (consultantId === null ? withoutConsultant : inScope(scope, consultantId))

/** A line within the asker's reach; somebody else's is answered as if it were not there. */
export function getVisit(store: ReadableStore, context: Context, visitId: string): VisitRow {
  const row = findVisit(store, visitId)
  if (!row || !reachesVisit(visitReach(context, 'visit.register'), row))
    return refuse('NOT_FOUND', { what: 'visit', id: visitId })
  return row
}

/** Whether the desk has signed the line: whoever came after it had signed is not part of it. */
export function isSigned(
  store: ReadableStore,
  { visitedOn, registeredAt }: Pick<VisitRow, 'visitedOn' | 'registeredAt'>,
): boolean {
  const day = findRegisterDay(store, visitedOn)
  return day !== undefined && (registeredAt ?? 0) <= day.closedAt
}

/** A manager or director: who may set right what is over. */
export const supervises = ({ actor }: Context): boolean =>
  actor.role === 'manager' || actor.role === 'director'
