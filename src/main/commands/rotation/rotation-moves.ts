import type { Desk, RotationEventKind } from '#shared/domain/codes.ts'
import type { Reason } from '#shared/reasons.ts'
import type { Context } from '#main/calls/context.ts'
import { toEnd, type Order } from '#main/rules/rotation-order.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { listPlaces } from '#main/store/read/rotation.ts'
import { addPlace, addRotationEvent, changePlace, removePlace } from '#main/store/write/rotation.ts'
import { loadOrder } from './rotation-facts.ts'

/** What happened, as it is written into the sequence of the day. */
interface Happened {
  readonly kind: RotationEventKind
  readonly staffId: string
  /** Who did it; null for what happened by itself. */
  readonly byId: string | null
  readonly visitId?: string | undefined
  readonly leadId?: string | undefined
  readonly reasons?: readonly Reason[] | undefined
  readonly note?: string | undefined
  /** The order after it. */
  readonly order: Order
}
export const tellEvent = (
  store: WritableStore,
  { newId, today, now }: Context,
  desk: Desk,
  { visitId, leadId, reasons, note, ...happened }: Happened,
): void =>
  addRotationEvent(store, {
    eventId: newId(),
    desk,
    on: today,
    at: now,
    ...happened,
    visitId: visitId ?? null,
    leadId: leadId ?? null,
    reasons: reasons ?? [],
    note: note?.trim() ? note : null,
  })

const lastRank = (store: WritableStore, desk: Desk): number => listPlaces(store, desk).at(-1)?.rank ?? 0

/** Gives everybody of the desk his place, whoever is new the last one, and takes out who no longer stands there. */
export function settlePlaces(store: WritableStore, context: Context, desk: Desk): Order {
  const { order, staff, places } = loadOrder(store, desk)
  for (const staffId of places.keys()) if (!staff.has(staffId)) removePlace(store, { desk, staffId })
  let rank = lastRank(store, desk)
  order.forEach((staffId, index) => {
    if (places.has(staffId)) return
    rank += 1
    addPlace(store, { desk, staffId, rank })
    tellEvent(store, context, desk, {
      kind: 'joined',
      staffId,
      byId: null,
      order: order.slice(0, index + 1),
    })
  })
  return order
}

/** Keeps a new order. Who only goes to the end costs one row; else everybody whose rank differs gets his new one. */
export function saveOrder(store: WritableStore, desk: Desk, before: Order, after: Order): void {
  const same = (a: Order, b: Order) => a.every((each, place) => b[place] === each)
  if (same(before, after)) return
  const last = after.at(-1)
  if (last !== undefined && same(toEnd(before, last), after))
    return changePlace(store, { desk, staffId: last }, { rank: lastRank(store, desk) + 1 })
  after.forEach((staffId, place) => changePlace(store, { desk, staffId }, { rank: place + 1 }))
}
