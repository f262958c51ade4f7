import { refuseByRule } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import type { Context } from '#main/calls/context.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { listUncardedByPhone } from '#main/store/read/visits.ts'
import type { VisitRow } from '#main/store/rows.ts'
import { changeVisit } from '#main/store/write/visits.ts'
import { keepTestDrive } from './visits-test-drive.ts'

/** Whether a line was registered before another one. */
const isEarlier = (row: VisitRow, than: VisitRow): boolean =>
  row.visitedOn !== than.visitedOn
    ? row.visitedOn < than.visitedOn
    : (row.registeredAt ?? 0) < (than.registeredAt ?? 0)

/**
 * First registration decides the owner: a customer with the phone of a visit that waits for its card is registered by that
 * visit's consultant and by nobody else. `of` is the visit that is being carded; only earlier ones stand before it.
 */
export function requireNoWaitingVisit(
  store: ReadableStore,
  phone: string,
  ownerId: string,
  of?: VisitRow,
): void {
  const waiting = listUncardedByPhone(store, phone).find(
    (row) =>
      row.consultantId !== null && row.consultantId !== ownerId && (of === undefined || isEarlier(row, of)),
  )
  if (!waiting?.consultantId) return
  const { visitId, visitedOn, consultantId } = waiting
  const consultantName = findStaff(store, consultantId)?.name ?? null
  refuseByRule(
    reason('visit_waits_for_card', { field: 'customer.mobile', visitId, visitedOn, consultantName }),
  )
}

/** Visits that waited under a phone are the customer's now: they have their card. */
export function cardWaitingVisits(
  store: WritableStore,
  context: Context,
  phone: string,
  card: {
    readonly customerId: string
    readonly ownerId: string | null
    readonly opportunityId: string | null
    /** The visit whose card it is: that act writes it itself. */
    readonly of?: VisitRow | undefined
  },
): void {
  for (const before of listUncardedByPhone(store, phone)) {
    if (before.visitId === card.of?.visitId) continue
    const standsInForId = before.consultantId === card.ownerId ? null : card.ownerId
    const after = changeVisit(store, before, {
      customerId: card.customerId,
      opportunityId: card.opportunityId,
      // Nobody was there for him: whoever has registered him was.
      ...(before.consultantId === null
        ? { consultantId: card.ownerId, assignedBy: 'by_hand' as const }
        : { standsInForId }),
      cardedOn: context.today,
      cardedAt: context.now,
    })
    keepTestDrive(store, context, after, 'left_out')
  }
}
